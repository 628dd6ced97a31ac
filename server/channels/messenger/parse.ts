import type { InboundEvent } from '#server/channels/channel.ts';
import { malformed, malformedBody, readEach, unknownEvent } from '#server/channels/body/events.ts';
import { field, id, isRecord, text, unixTime } from '#server/channels/body/fields.ts';
import { parseLosslessJson } from '#server/channels/body/lossless-json.ts';
import { parseChange } from './parse-feed.ts';
import { parseMessagingItem } from './parse-messaging.ts';

/** Instagram's messages have Messenger's form and are routed by their own account id; so are its comments (parse-instagram.ts). */
const objects: ReadonlySet<unknown> = new Set(['page', 'instagram']);

function parseEntry(raw: unknown, receivedAt: Date): InboundEvent[] {
  const pageId = id(field(raw, 'id'));
  if (!isRecord(raw) || pageId === null) return [malformed(raw, null)];
  const context = { pageId, entryAt: unixTime(raw['time']), receivedAt };
  const read = (key: string, parseItem: typeof parseMessagingItem): InboundEvent[] =>
    raw[key] === undefined ? [] : readEach(raw[key], pageId, (item) => parseItem(item, context));
  const events = [
    ...read('messaging', parseMessagingItem),
    ...read('standby', parseMessagingItem),
    ...read('changes', parseChange),
  ];
  return events.length === 0 ? [unknownEvent({ accountExternalId: pageId, name: 'entry', raw })] : events;
}

/** Reads a Messenger, Page or Instagram webhook body. Never throws; `receivedAt` stands in where an item has no time. */
export function parseMessenger(body: Uint8Array, receivedAt: Date): InboundEvent[] {
  const { ok, value } = parseLosslessJson(body);
  if (!ok || !isRecord(value)) return [malformedBody(body)];
  if (!objects.has(value['object'])) {
    const name = `object.${text(value['object']) ?? 'none'}`;
    return [unknownEvent({ accountExternalId: null, name, raw: value })];
  }
  if (!Array.isArray(value['entry'])) return [malformed(value, null)];
  return readEach(value['entry'], null, (entry) => parseEntry(entry, receivedAt));
}

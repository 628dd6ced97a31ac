import type { InboundEvent } from '#server/channels/channel.ts';
import { malformed, malformedBody, readEach, unknownEvent } from '#server/channels/body/events.ts';
import { field, id, isRecord, text } from '#server/channels/body/fields.ts';
import { parseLosslessJson } from '#server/channels/body/lossless-json.ts';
import { parseChange } from './parse-feed.ts';
import { parseMessagingItem } from './parse-messaging.ts';

function parseEntry(raw: unknown, receivedAt: Date): InboundEvent[] {
  const pageId = id(field(raw, 'id'));
  if (!isRecord(raw) || pageId === null) return [malformed(raw, null)];
  const context = { pageId, receivedAt };
  const read = (key: string, parseItem: typeof parseMessagingItem): InboundEvent[] =>
    raw[key] === undefined ? [] : readEach(raw[key], pageId, (item) => parseItem(item, context));
  const events = [
    ...read('messaging', parseMessagingItem),
    ...read('standby', parseMessagingItem),
    ...read('changes', parseChange),
  ];
  return events.length === 0 ? [unknownEvent({ accountExternalId: pageId, name: 'entry', raw })] : events;
}

/** Reads a Messenger or Page webhook body. Never throws; `receivedAt` stands in where an item has no time. */
export function parseMessenger(body: Uint8Array, receivedAt: Date): InboundEvent[] {
  const { ok, value } = parseLosslessJson(body);
  if (!ok || !isRecord(value)) return [malformedBody(body)];
  if (value['object'] !== 'page') {
    const name = `object.${text(value['object']) ?? 'none'}`;
    return [unknownEvent({ accountExternalId: null, name, raw: value })];
  }
  if (!Array.isArray(value['entry'])) return [malformed(value, null)];
  return readEach(value['entry'], null, (entry) => parseEntry(entry, receivedAt));
}

import type { InboundEvent } from '#server/channels/channel.ts';
import { malformed, malformedBody, readEach, unknownEvent } from '#server/channels/body/events.ts';
import { field, id, isRecord, path, text } from '#server/channels/body/fields.ts';
import { parseLosslessJson } from '#server/channels/body/lossless-json.ts';
import type { ChangeContext } from './change-context.ts';
import { parseHistory } from './parse-history.ts';
import { parseMessage } from './parse-message.ts';
import { readAccountNotice, readNumberError, readPreference } from './parse-notice.ts';
import { readUserIdUpdate } from './parse-silent-type.ts';
import { parseStatus } from './parse-status.ts';

/** Fields whose value holds messages, echoes, statuses, history and choices of customers; all others state facts or are kept raw. */
const talkFields = new Set([
  'messages',
  'smb_message_echoes',
  'message_echoes',
  'standby',
  'history',
  'user_id_update',
  'user_preferences',
]);

type Reader = (item: unknown, context: ChangeContext) => InboundEvent[];

function arrayReaders(echoName: string): Readonly<Record<string, Reader>> {
  return {
    messages: (item, context) => parseMessage(item, context, 'messages'),
    message_echoes: (item, context) => parseMessage(item, context, echoName),
    statuses: parseStatus,
    errors: readNumberError,
    history: parseHistory,
    user_preferences: readPreference,
  };
}

/** Reads the arrays of a value; while another sender holds the talk they lie one level deeper, under `standby`. */
function readArrays(value: unknown, context: ChangeContext, echoName: string): InboundEvent[] {
  return Object.entries(arrayReaders(echoName)).flatMap(([key, read]) => {
    const items = field(value, key);
    return items === undefined ? [] : readEach(items, context.numberId, (item) => read(item, context));
  });
}

function parseChange(raw: unknown, receivedAt: Date, businessId: string | null): InboundEvent[] {
  const name = text(field(raw, 'field'));
  const value = field(raw, 'value');
  if (name === null || !isRecord(value)) return [malformed(raw, null)];
  const standby = value['standby'];
  const metadata = value['metadata'] ?? field(standby, 'metadata');
  const numberId = id(field(metadata, 'phone_number_id'));
  // Facts of the whole Business account name no number: they go by its own id.
  const named = numberId ?? businessId;
  const keep = [readAccountNotice(name, raw, named) ?? unknownEvent({ accountExternalId: named, name, raw })];
  if (numberId === null || !talkFields.has(name)) return keep;
  const context: ChangeContext = {
    numberId,
    ownNumber: (text(path(metadata, 'display_phone_number')) ?? '').replace(/\D/g, ''),
    contacts: value['contacts'] ?? field(standby, 'contacts'),
    receivedAt,
  };
  const echoName = name === 'smb_message_echoes' ? 'smb_message_echoes' : 'message_echoes';
  const events = [
    ...readUserIdUpdate(value, context),
    ...readArrays(value, context, echoName),
    ...readArrays(standby, context, echoName),
  ];
  return events.length === 0 ? keep : events;
}

function parseEntry(raw: unknown, receivedAt: Date): InboundEvent[] {
  if (!isRecord(raw) || !Array.isArray(raw['changes'])) return [malformed(raw, null)];
  return readEach(raw['changes'], null, (change) => parseChange(change, receivedAt, id(raw['id'])));
}

/** Reads a WhatsApp Cloud API webhook body. Never throws; `receivedAt` stands in where an item has no time. */
export function parseWhatsApp(body: Uint8Array, receivedAt: Date): InboundEvent[] {
  const { ok, value } = parseLosslessJson(body);
  if (!ok || !isRecord(value)) return [malformedBody(body)];
  if (value['object'] !== 'whatsapp_business_account') {
    const name = `object.${text(value['object']) ?? 'none'}`;
    return [unknownEvent({ accountExternalId: null, name, raw: value })];
  }
  if (!Array.isArray(value['entry'])) return [malformed(value, null)];
  return readEach(value['entry'], null, (entry) => parseEntry(entry, receivedAt));
}

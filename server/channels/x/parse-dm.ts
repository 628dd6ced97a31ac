import type { InboundEvent } from '#server/channels/channel.ts';
import { malformed, messageEvent, unknownEvent } from '#server/channels/body/events.ts';
import { field, id, isRecord, path, text, unixTime } from '#server/channels/body/fields.ts';
import { findPerson, readDmAttachments, readText } from './payloads.ts';

/** What surrounds a direct message. */
export type DmContext = {
  readonly accountId: string;
  readonly receivedAt: Date;
  readonly users: unknown;
  readonly apps: unknown;
};

/** Reads one direct message event; everything but `message_create` is kept raw. */
export function parseDm(raw: unknown, context: DmContext): InboundEvent[] {
  if (!isRecord(raw)) return [malformed(raw, context.accountId)];
  const at = unixTime(raw['created_timestamp']);
  const create = raw['message_create'];
  const data = field(create, 'message_data');
  const externalId = id(raw['id']);
  const senderId = id(field(create, 'sender_id'));
  const recipientId = id(path(create, 'target', 'recipient_id'));
  const isOut = senderId === context.accountId;
  const customerId = isOut ? recipientId : senderId;
  if (externalId === null || customerId === null || customerId === context.accountId) {
    return [
      unknownEvent({ accountExternalId: context.accountId, name: `dm.${text(raw['type']) ?? 'event'}`, raw, at }),
    ];
  }
  const person = findPerson(context.users, customerId);
  const appId = id(field(create, 'source_app_id'));
  const appName = appId === null ? null : text(path(context.apps, appId, 'name'));
  return [
    messageEvent({
      accountExternalId: context.accountId,
      externalId,
      direction: isOut ? 'out' : 'in',
      visibility: 'private',
      customerExternalId: customerId,
      customerName: person.name,
      customerHandle: person.handle,
      threadExternalId: customerId,
      sentAt: at ?? context.receivedAt,
      text: readText(field(data, 'text'), field(data, 'entities')),
      attachments: readDmAttachments(data),
      payload: text(path(data, 'quick_reply_response', 'metadata')),
      origin: isOut ? { clientTag: null, appId, appName, author: 'unknown' } : null,
    }),
  ];
}

/** Reads a read report: the customer has read everything up to `last_read_event_id`. Our own reading is kept raw. */
export function parseDmRead(raw: unknown, context: DmContext): InboundEvent[] {
  if (!isRecord(raw)) return [malformed(raw, context.accountId)];
  const at = unixTime(raw['created_timestamp']);
  const readerId = id(raw['sender_id']);
  const lastRead = id(raw['last_read_event_id']);
  if (readerId === null || readerId === context.accountId || lastRead === null || at === null) {
    return [unknownEvent({ accountExternalId: context.accountId, name: 'dm.read', raw, at })];
  }
  return [
    {
      kind: 'status',
      accountExternalId: context.accountId,
      status: 'read',
      at,
      messageExternalId: lastRead,
      watermarkAt: at,
      customerExternalId: readerId,
      clientTag: null,
      error: null,
    },
  ];
}

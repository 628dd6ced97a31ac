import type { InboundEvent } from '#server/channels/channel.ts';
import { messageEvent, unknownEvent } from '#server/channels/body/events.ts';
import { field, firstId, id, text, unixTime } from '#server/channels/body/fields.ts';
import type { DmContext } from './parse-dm.ts';
import { findPerson } from './payloads.ts';

/** The other of a one-to-one conversation, whose id joins both users' ids; null for groups. */
function partnerOf(conversationId: string | null, accountId: string): string | null {
  const ids = /^(\d+)[:-](\d+)$/u.exec(conversationId ?? '')?.slice(1) ?? [];
  return ids.includes(accountId) ? (ids.find((each) => each !== accountId) ?? null) : null;
}

/**
 * Reads an end-to-end encrypted chat message, in or out: its words cannot be read, but a customer is waiting, or was answered,
 * all the same. Anything incomplete, and our own messages to a group, are kept raw.
 */
export function parseEncryptedChat(raw: unknown, context: DmContext): InboundEvent[] {
  const { accountId } = context;
  const at = unixTime(field(raw, 'created_at_msec'));
  const externalId = firstId(field(raw, 'id'), field(raw, 'message_id'), field(raw, 'event_id'));
  const senderId = id(field(raw, 'sender_id'));
  const isOut = senderId === accountId;
  const customerId = isOut ? partnerOf(text(field(raw, 'conversation_id')), accountId) : senderId;
  if (externalId === null || customerId === null) {
    return [unknownEvent({ accountExternalId: accountId, name: isOut ? 'chat.sent' : 'chat.received', raw, at })];
  }
  const person = findPerson(context.users, customerId);
  return [
    messageEvent({
      accountExternalId: accountId,
      externalId,
      direction: isOut ? 'out' : 'in',
      visibility: 'private',
      customerExternalId: customerId,
      customerName: person.name,
      customerHandle: person.handle,
      threadExternalId: customerId,
      sentAt: at ?? context.receivedAt,
      content: 'unsupported',
      origin: isOut ? { clientTag: null, appId: null, appName: null, author: 'unknown' } : null,
    }),
  ];
}

import type { InboundEvent } from '#server/channels/channel.ts';
import { malformed, messageEvent, unknownEvent } from '#server/channels/body/events.ts';
import { field, id, isRecord, list, path, text, unixTime } from '#server/channels/body/fields.ts';
import { readContent, readType, silentTypes } from './payloads.ts';

/** What surrounds the items of one `changes[].value`. */
export type ChangeContext = {
  readonly numberId: string;
  /** The business number in digits, to know our own messages by. */
  readonly ownNumber: string;
  readonly contacts: unknown;
  readonly receivedAt: Date;
};

type Names = { readonly customerName: string | null; readonly customerHandle: string | null };

function namesOf(customerId: string, context: ChangeContext): Names {
  const contacts = list(context.contacts) ?? [];
  const ids = (contact: unknown): readonly (string | null)[] => [
    id(field(contact, 'wa_id')),
    id(field(contact, 'user_id')),
  ];
  const exact = contacts.find((contact) => ids(contact).includes(customerId));
  // `wa_id` and `from` can differ by a digit, so a lone contact belongs to the message all the same.
  const contact = exact ?? (contacts.length === 1 ? contacts[0] : undefined);
  return {
    customerName: text(path(contact, 'profile', 'name')),
    customerHandle: text(path(contact, 'profile', 'username')),
  };
}

type Direction = { readonly isOut: boolean; readonly customerId: string | null };

/** Since usernames exist the number may be missing and the business-scoped user id takes its place. */
function directionOf(raw: unknown, context: ChangeContext, isEcho: boolean): Direction {
  const from = id(field(raw, 'from')) ?? id(field(raw, 'from_user_id'));
  const isOut = isEcho || (from !== null && from === context.ownNumber);
  const to = id(field(raw, 'to')) ?? id(field(raw, 'to_user_id')) ?? id(field(raw, 'recipient_id'));
  return { isOut, customerId: isOut ? to : from };
}

/** The platform marks some echoes as made by a machine, as in `created_by_1p_bot`; its values are undocumented. */
function originOf(
  raw: unknown,
  context: string,
): { clientTag: null; appId: null; appName: string; author: 'bot' | 'unknown' } {
  const creation = text(field(raw, 'message_creation_type'));
  const isBot = creation !== null && /(^|_)(bot|ai)(_|$)/i.test(creation);
  return { clientTag: null, appId: null, appName: creation ?? context, author: isBot ? 'bot' : 'unknown' };
}

/** Reads one item of `messages[]` (or of an echo array); `arrayName` names the array it came in. */
export function parseMessage(raw: unknown, context: ChangeContext, arrayName: string): InboundEvent[] {
  if (!isRecord(raw)) return [malformed(raw, context.numberId)];
  const isEcho = arrayName !== 'messages';
  const type = readType(raw);
  const at = unixTime(raw['timestamp']);
  const externalId = id(raw['id']);
  const { isOut, customerId } = directionOf(raw, context, isEcho);
  if (silentTypes.has(type) || externalId === null || customerId === null) {
    return [unknownEvent({ accountExternalId: context.numberId, name: `${arrayName}.${type}`, raw, at })];
  }
  const groupId = id(raw['group_id']);
  return [
    messageEvent({
      accountExternalId: context.numberId,
      externalId,
      direction: isOut ? 'out' : 'in',
      visibility: 'private',
      customerExternalId: customerId,
      ...(isOut ? {} : namesOf(customerId, context)),
      threadExternalId: groupId ?? customerId,
      sentAt: at ?? context.receivedAt,
      ...readContent(raw, type),
      replyToExternalId: id(path(raw, 'context', 'id')),
      origin: isOut ? originOf(raw, arrayName) : null,
    }),
  ];
}

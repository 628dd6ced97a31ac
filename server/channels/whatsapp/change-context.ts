import { field, id, list, path, text } from '#server/channels/body/fields.ts';

/** What surrounds the items of one `changes[].value`. */
export type ChangeContext = {
  readonly numberId: string;
  /** The business number in digits, to know our own messages by. */
  readonly ownNumber: string;
  readonly contacts: unknown;
  readonly receivedAt: Date;
};

/** What the contacts block tells of a customer. */
export type ContactFacts = {
  readonly customerName: string | null;
  readonly customerHandle: string | null;
  /** The other id of the same person: the user id beside a number, or the number beside a user id. */
  readonly customerAlsoExternalId: string | null;
};

function idsOf(contact: unknown): readonly (string | null)[] {
  return [id(field(contact, 'wa_id')), id(field(contact, 'user_id'))];
}

/** Finds the customer in the contacts block. `otherId` is what the message itself names beside `customerId`. */
export function contactFacts(customerId: string, otherId: string | null, context: ChangeContext): ContactFacts {
  const contacts = list(context.contacts) ?? [];
  const exact = contacts.find((contact) => idsOf(contact).includes(customerId));
  // `wa_id` and `from` can differ by a digit, so a lone contact belongs to the message all the same.
  const contact = exact ?? (contacts.length === 1 ? contacts[0] : undefined);
  const [, userId] = exact === undefined ? [] : idsOf(exact);
  const also = otherId ?? userId ?? null;
  return {
    customerName: text(path(contact, 'profile', 'name')),
    customerHandle: text(path(contact, 'profile', 'username')),
    customerAlsoExternalId: also === customerId ? null : also,
  };
}

/** Who is on the other side. */
export type Direction = {
  readonly isOut: boolean;
  readonly customerId: string | null;
  readonly otherId: string | null;
};

/** Since usernames exist the number may be missing and the business-scoped user id takes its place. */
export function directionOf(raw: unknown, context: ChangeContext, isEcho: boolean): Direction {
  const from = id(field(raw, 'from'));
  const fromUser = id(field(raw, 'from_user_id'));
  const isOut = isEcho || (from !== null && from === context.ownNumber);
  if (!isOut) return { isOut, customerId: from ?? fromUser, otherId: fromUser };
  const to = id(field(raw, 'to'));
  const toUser = id(field(raw, 'to_user_id'));
  return { isOut, customerId: to ?? toUser ?? id(field(raw, 'recipient_id')), otherId: toUser };
}

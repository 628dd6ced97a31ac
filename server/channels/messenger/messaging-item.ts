import { field, id, path, unixTime } from '#server/channels/body/fields.ts';

/** What surrounds an item of `messaging`, `standby` or `changes`; `entryAt` is when the notification was sent. */
export type MessagingContext = {
  readonly pageId: string;
  readonly entryAt: Date | null;
  readonly receivedAt: Date;
};

/** An item of `messaging` or `standby` with what every kind of them names. */
export type MessagingItem = {
  readonly raw: unknown;
  readonly pageId: string;
  readonly senderId: string | null;
  /** The id that is not the page's: one known echo came with sender and recipient swapped. */
  readonly customerId: string | null;
  readonly at: Date | null;
  readonly receivedAt: Date;
};

/** Reads who, to whom and when. */
export function readItem(raw: unknown, { pageId, receivedAt }: MessagingContext): MessagingItem {
  const senderId = id(path(raw, 'sender', 'id'));
  const recipientId = id(path(raw, 'recipient', 'id'));
  const customerId = [senderId, recipientId].find((each) => each !== null && each !== pageId) ?? null;
  return { raw, senderId, customerId, at: unixTime(field(raw, 'timestamp')), pageId, receivedAt };
}

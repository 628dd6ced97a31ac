import { identityIdOf, type Contacts, type Sender } from '#server/modules/contacts/index.ts';
import type { MessageEvent } from '#server/channels/channel.ts';
import { batchOf, type EventBatch, type ReceivedEvent } from './event-batch.ts';

/** The customer of a message, as contacts know one. */
export function senderOf({ account, event }: ReceivedEvent<MessageEvent>): Sender {
  return {
    accountId: account._id,
    externalId: event.customerExternalId,
    name: event.customerName,
    handle: event.customerHandle,
    seenAt: event.sentAt,
  };
}

/** Whether a message tells whose it is: what is about a page as a whole has no customer. */
export function hasCustomer({ event }: ReceivedEvent<MessageEvent>): boolean {
  return event.customerExternalId !== '';
}

/**
 * Makes the contacts of customers whom one brand's events name for the first time. A customer may write in public and in private at
 * once: two groups that are folded at the same time would both insert the same contact, and the second would begin anew until the
 * first is done. Made beforehand and briefly, they do not meet. Customers whom the events join to others are left to the folding.
 */
export async function introduceCustomers(
  contacts: Contacts,
  brandId: string,
  received: readonly ReceivedEvent[],
): Promise<void> {
  const batch = batchOf(brandId, received);
  const joined = joinedIn(batch);
  const senders = [...batch.messages, ...batch.standIns]
    .filter((each) => hasCustomer(each))
    .map((each) => senderOf(each))
    .filter(({ accountId, externalId }) => !joined.has(identityIdOf(accountId, externalId)));
  await contacts.introduce(brandId, senders);
}

function joinedIn({ messages, identityChanges }: EventBatch): ReadonlySet<string> {
  return new Set([
    ...messages.flatMap(({ account, event: { customerExternalId, customerAlsoExternalId } }) =>
      customerAlsoExternalId === null
        ? []
        : [customerExternalId, customerAlsoExternalId].map((id) => identityIdOf(account._id, id)),
    ),
    ...identityChanges.flatMap(({ account, event: { previous, current } }) =>
      [previous, current].map((id) => identityIdOf(account._id, id)),
    ),
  ]);
}

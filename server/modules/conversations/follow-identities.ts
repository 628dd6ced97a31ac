import type { ClientSession } from 'mongodb';
import type { Contacts, IdentityJoin } from '#server/modules/contacts/index.ts';
import type { EventBatch } from './event-batch.ts';
import type { ConversationStores } from './batch-stores.ts';

/**
 * Makes one contact of ids that the platform itself calls one person: a changed number or user id, or both named beside each
 * other. Conversations and messages follow their contact. Returns the ids of the conversations concerned.
 */
export async function followIdentities(
  deps: {
    readonly contacts: Contacts;
    readonly stores: Pick<ConversationStores, 'conversations' | 'messages' | 'marks'>;
  },
  batch: EventBatch,
  session: ClientSession,
): Promise<ReadonlySet<string>> {
  const joins = joinsOf(batch);
  const conversationIds = new Set<string>();
  if (joins.length === 0) return conversationIds;
  for (const { from, to } of await deps.contacts.joinIdentities(batch.brandId, joins, session)) {
    await deps.stores.messages.moveContact(batch.brandId, from, to, session);
    // The contact that stays is marked when its conversations are refolded; the emptied one has none left.
    await deps.stores.marks.add(batch.brandId, [from], session);
    const moved = await deps.stores.conversations.moveContact(batch.brandId, from, to, session);
    for (const id of moved) conversationIds.add(id);
  }
  return conversationIds;
}

function joinsOf(batch: EventBatch): IdentityJoin[] {
  const unique = new Map<string, IdentityJoin>();
  const add = (join: IdentityJoin): void => {
    const key = `${join.accountId} ${join.previous} ${join.current}`;
    if (!unique.has(key)) unique.set(key, join);
  };
  for (const { account, event } of batch.messages) {
    if (event.customerAlsoExternalId === null || event.customerExternalId === '') continue;
    add({
      accountId: account._id,
      previous: event.customerExternalId,
      current: event.customerAlsoExternalId,
      name: event.customerName,
      handle: event.customerHandle,
      at: event.sentAt,
    });
  }
  for (const { account, event } of batch.identityChanges) {
    const { previous, current, at } = event;
    add({ accountId: account._id, previous, current, name: null, handle: null, at });
  }
  return [...unique.values()];
}

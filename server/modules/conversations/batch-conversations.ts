import type { ClientSession } from 'mongodb';
import type { ConversationDoc, ConversationsStore } from './conversations.store.ts';

/** Conversations as the steps of one batch see them. */
export type BatchConversations = Pick<
  ConversationsStore,
  'byIds' | 'latestOfThread' | 'idsOfThread' | 'insert' | 'update'
> & {
  /** Whether a conversation was made by this batch: nothing but its messages is stored about it. */
  isNew(id: string): boolean;
  /** Writes what was inserted and changed: each conversation once. */
  flush(): Promise<void>;
};

/** Conversations of one brand within one transaction, each read once and written once; takes the store's place for the steps of a batch. */
export function createBatchConversations(
  store: ConversationsStore,
  brandId: string,
  session: ClientSession,
): BatchConversations {
  const known = new Map<string, ConversationDoc | null>();
  const inserted = new Set<string>();
  const changed = new Map<string, Partial<ConversationDoc>>();
  const present = (ids: Iterable<string>): ConversationDoc[] => [...ids].flatMap((id) => known.get(id) ?? []);
  return {
    byIds: async (_brandId, ids) => {
      const missing = ids.filter((id) => !known.has(id));
      for (const id of missing) known.set(id, null);
      for (const doc of await store.byIds(brandId, missing, session)) known.set(doc._id, doc);
      return present(new Set(ids));
    },
    latestOfThread: (_brandId, accountId, threadExternalId) =>
      store.latestOfThread(brandId, accountId, threadExternalId, session),
    idsOfThread: async (_brandId, accountId, threadExternalId) => {
      const stored = await store.idsOfThread(brandId, accountId, threadExternalId, session);
      const added = present(inserted).filter(
        (doc) => doc.accountId === accountId && doc.threadExternalId === threadExternalId,
      );
      return [...stored, ...added.map(({ _id }) => _id)];
    },
    insert: (docs) => {
      for (const doc of docs) {
        known.set(doc._id, doc);
        inserted.add(doc._id);
      }
      return Promise.resolve();
    },
    update: (updates) => {
      for (const { id, set } of updates) {
        const doc = known.get(id);
        if (doc) known.set(id, { ...doc, ...set });
        if (!inserted.has(id)) changed.set(id, { ...changed.get(id), ...set });
      }
      return Promise.resolve();
    },
    isNew: (id) => inserted.has(id),
    flush: async () => {
      await store.insert(present(inserted), session);
      await store.update(
        [...changed].map(([id, set]) => ({ id, set })),
        session,
      );
      inserted.clear();
      changed.clear();
    },
  };
}

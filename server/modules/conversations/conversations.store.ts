import { dueBy } from '#server/db/due-range.ts';
import type { AnyBulkWriteOperation, ClientSession, Collection, Db, Filter, UpdateFilter } from 'mongodb';
import type { Visibility } from '#server/channels/channel.ts';
import { createBoundedPager } from '#server/db/bounded-page.ts';
import type { AuthorKind } from '#shared/turns/turn-types.ts';

/** A thread with one customer on one channel account; everything below `contactId` is worked out from its messages. */
export type ConversationDoc = {
  _id: string;
  brandId: string;
  accountId: string;
  channel: string;
  visibility: Visibility;
  threadExternalId: string;
  customerExternalId: string;
  contactId: string;
  state: 'open' | 'closed';
  assigneeId: string | null;
  excuses: { at: Date; reason: string; userId: string }[];
  /** Customer messages that arrived after this are unread. */
  readThroughAt: Date;
  unread: number;
  /** The deadline that decides the place in the queue and its warning instant; null when nobody waits. */
  riskAt: Date | null;
  warnAt: Date | null;
  queueKey: number;
  /** When the sweeper must look next; null when never. */
  nextWakeAt: Date | null;
  preview: string;
  lastAuthorKind: AuthorKind;
  lastMessageAt: Date;
  lastCustomerAt: Date | null;
  lastCustomerMessageId: string | null;
  topCues: string[];
  /** The promise that counts now, if any. */
  promiseId: string | null;
  /** The running turn, if any. */
  clockId: string | null;
  /** Public conversations: our private messages that answer them, and the thread these are in. */
  privateAnswerIds?: string[];
  privateThreadId?: string;
  /** Private threads: the public conversations that messages here answer. */
  answersConversationIds?: string[];
  /** Goes up with every change, so that the change stream tells of each. */
  revision: number;
  createdAt: Date;
};

/** Which conversations to page through; at most one of assignee and channel narrows a state. */
export type ConversationFilter = {
  state: 'open' | 'closed';
  assigneeId?: string | null;
  channel?: string;
};

/** Reads and writes conversations. */
export type ConversationsStore = {
  ensureIndexes(): Promise<void>;
  byIds(brandId: string, ids: readonly string[], session?: ClientSession): Promise<ConversationDoc[]>;
  /** Conversations of a contact, at most `limit`, in no order. */
  ofContact(brandId: string, contactId: string, limit: number): Promise<ConversationDoc[]>;
  /** Id of the thread's conversation with the latest message; null when there is none. */
  latestOfThread(
    brandId: string,
    accountId: string,
    threadExternalId: string,
    session: ClientSession,
  ): Promise<string | null>;
  /** Ids of a thread's conversations: everybody in a public thread has one. */
  idsOfThread(brandId: string, accountId: string, threadExternalId: string, session: ClientSession): Promise<string[]>;
  /** Gives a contact's conversations to another contact; returns their ids. */
  moveContact(brandId: string, from: string, to: string, session: ClientSession): Promise<string[]>;
  insert(conversations: readonly ConversationDoc[], session: ClientSession): Promise<void>;
  update(updates: readonly { id: string; set: Partial<ConversationDoc> }[], session: ClientSession): Promise<void>;
  /** Raises the revision of a contact's conversations, so that their viewers hear of a change in the contact. */
  touchOfContact(brandId: string, contactId: string, session: ClientSession): Promise<void>;
  change(brandId: string, id: string, update: UpdateFilter<ConversationDoc>, session?: ClientSession): Promise<void>;
  /** Sets the assignee only while nobody has the conversation. */
  claim(id: string, userId: string): Promise<void>;
  /** In queue order above a key; equal keys in any order. */
  page(brandId: string, filter: ConversationFilter, after: number, limit: number): Promise<ConversationDoc[]>;
  /** Waiting conversations with their deciding instants, for the counts. */
  waiting(brandId: string): Promise<Pick<ConversationDoc, 'riskAt' | 'warnAt'>[]>;
  /** Conversations the sweeper must look at by `until`, earliest first. */
  dueForSweep(until: Date, limit: number): Promise<Pick<ConversationDoc, '_id' | 'brandId' | 'nextWakeAt'>[]>;
};

/** Read in one answer as a rule. */
const readAtOnce = 2_000;
const farFuture = new Date(8e15);

const indexes: readonly Record<string, 1>[] = [
  { brandId: 1, _id: 1 },
  { brandId: 1, state: 1, queueKey: 1 },
  { brandId: 1, state: 1, assigneeId: 1, queueKey: 1 },
  { brandId: 1, state: 1, channel: 1, queueKey: 1 },
  { brandId: 1, state: 1, assigneeId: 1, channel: 1, queueKey: 1 },
  { brandId: 1, accountId: 1, threadExternalId: 1 },
  { brandId: 1, contactId: 1 },
  { brandId: 1, riskAt: 1 },
  { nextWakeAt: 1 },
];

async function idsOf(
  conversations: Collection<ConversationDoc>,
  filter: Filter<ConversationDoc>,
  session: ClientSession,
): Promise<string[]> {
  const found = await conversations.find(filter, { session }).project<{ _id: string }>({ _id: 1 }).toArray();
  return found.map(({ _id }) => _id);
}

/** The only database code of conversations. */
export function createConversationsStore(db: Db): ConversationsStore {
  const conversations: Collection<ConversationDoc> = db.collection('conversations');
  const page = createBoundedPager();
  return {
    ensureIndexes: async () => {
      for (const index of indexes) await conversations.createIndex(index);
    },
    byIds: async (brandId, ids, session) =>
      ids.length === 0
        ? []
        : conversations.find({ brandId, _id: { $in: [...ids] } }, { session, batchSize: readAtOnce }).toArray(),
    latestOfThread: async (brandId, accountId, threadExternalId, session) => {
      const found = await conversations.find({ brandId, accountId, threadExternalId }, { session }).toArray();
      const latest = found.sort((a, b) => b.lastMessageAt.getTime() - a.lastMessageAt.getTime())[0];
      return latest?._id ?? null;
    },
    idsOfThread: (brandId, accountId, threadExternalId, session) =>
      idsOf(conversations, { brandId, accountId, threadExternalId }, session),
    ofContact: async (brandId, contactId, limit) => conversations.find({ brandId, contactId }).limit(limit).toArray(),
    moveContact: async (brandId, from, to, session) => {
      const ids = await idsOf(conversations, { brandId, contactId: from }, session);
      await conversations.updateMany({ brandId, contactId: from }, { $set: { contactId: to } }, { session });
      return ids;
    },
    insert: async (docs, session) => {
      if (docs.length > 0) await conversations.insertMany([...docs], { session });
    },
    update: async (updates, session) => {
      const operations: AnyBulkWriteOperation<ConversationDoc>[] = updates.map(({ id, set }) => ({
        updateOne: { filter: { _id: id }, update: { $set: set } },
      }));
      if (operations.length > 0) await conversations.bulkWrite(operations, { session });
    },
    touchOfContact: async (brandId, contactId, session) => {
      await conversations.updateMany({ brandId, contactId }, { $inc: { revision: 1 } }, { session });
    },
    change: async (brandId, id, update, session) => {
      await conversations.updateOne({ brandId, _id: id }, update, { session });
    },
    claim: async (id, userId) => {
      await conversations.updateOne({ _id: id }, [
        { $set: { assigneeId: { $cond: [{ $eq: ['$assigneeId', null] }, userId, '$assigneeId'] } } },
      ]);
    },
    page: async (brandId, filter, after, limit) => {
      const equal: Filter<ConversationDoc> = { brandId, ...filter };
      const key = JSON.stringify([brandId, filter]);
      return page(key, { collection: conversations, filter: equal, field: 'queueKey', after, limit });
    },
    ...deadlinesIn(conversations),
  };
}

/** Who waits, and until when. */
function deadlinesIn(conversations: Collection<ConversationDoc>): Pick<ConversationsStore, 'waiting' | 'dueForSweep'> {
  return {
    waiting: async (brandId) =>
      conversations
        .find({ brandId, riskAt: dueBy(farFuture) })
        .project<Pick<ConversationDoc, 'riskAt' | 'warnAt'>>({ riskAt: 1, warnAt: 1 })
        .toArray(),
    dueForSweep: async (until, limit) =>
      conversations
        .find({ nextWakeAt: dueBy(until) })
        .sort({ nextWakeAt: 1 })
        .limit(limit)
        .project<Pick<ConversationDoc, '_id' | 'brandId' | 'nextWakeAt'>>({ brandId: 1, nextWakeAt: 1 })
        .toArray(),
  };
}

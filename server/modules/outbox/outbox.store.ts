import type { ClientSession, Collection, Db } from 'mongodb';
import type { Visibility } from '#server/channels/channel.ts';

/** Where an outgoing message is on its way to the platform; sent ones leave the outbox. */
export type OutboxState = 'queued' | 'sending' | 'unknown' | 'failed' | 'sent';

/** One outgoing message on its way; `_id` is the message's id and our tag on the platform. */
export type OutboxDoc = {
  _id: string;
  brandId: string;
  accountId: string;
  conversationId: string;
  /** Which of the account's budgets it uses. */
  visibility: Visibility;
  state: OutboxState;
  /** Order within the conversation. */
  queuedAt: Date;
  /** Not before this instant. */
  nextAt: Date;
  attempt: number;
  /** Names the process and try that holds it while `sending`. */
  attemptId: string | null;
  /** A holder that is silent past this instant is dead. */
  leaseUntil: Date | null;
};

/** A fresh entry for a stored message, to be sent at once. */
export function outboxEntryOf(
  message: Pick<OutboxDoc, '_id' | 'brandId' | 'accountId' | 'conversationId' | 'visibility'>,
  now: Date,
): OutboxDoc {
  return {
    _id: message._id,
    brandId: message.brandId,
    accountId: message.accountId,
    conversationId: message.conversationId,
    visibility: message.visibility,
    state: 'queued',
    queuedAt: now,
    nextAt: now,
    attempt: 0,
    attemptId: null,
    leaseUntil: null,
  };
}

/** Reads and writes the outbox. */
export type Outbox = {
  ensureIndexes(): Promise<void>;
  enqueue(doc: OutboxDoc, session: ClientSession): Promise<void>;
  /** Queued messages whose time has come, oldest first. */
  due(now: Date, limit: number): Promise<OutboxDoc[]>;
  /** Whose turn it is in each of these conversations: the message in flight, else the one queued first, due or not. */
  heads(conversationIds: readonly string[]): Promise<Map<string, OutboxDoc>>;
  /** Takes a queued message for one attempt; false when another process was first. */
  claim(id: string, attemptId: string, leaseUntil: Date): Promise<boolean>;
  /** Whether the attempt still holds the message: an echo may have settled it meanwhile. */
  holds(id: string, attemptId: string, session: ClientSession): Promise<boolean>;
  /** Moves a message on, only while `attemptId` still holds it; false when it no longer does. */
  settle(id: string, attemptId: string, state: OutboxState, session: ClientSession): Promise<boolean>;
  /** Puts a message back for another try at `nextAt`. */
  retryAt(id: string, attemptId: string, nextAt: Date): Promise<void>;
  /** Some of the messages whose holder died while sending: they may have gone out. */
  abandoned(now: Date, limit: number): Promise<OutboxDoc[]>;
  /** Lets queued messages wait until an instant, so that they do not stand before those that may go. */
  postpone(ids: readonly string[], until: Date): Promise<void>;
  setState(id: string, state: OutboxState, session: ClientSession): Promise<void>;
  /** Queues a settled message anew. */
  requeue(id: string, at: Date, session: ClientSession): Promise<void>;
  byId(id: string): Promise<OutboxDoc | null>;
  /** True when nothing is queued or in flight. */
  idle(): Promise<boolean>;
  /** How many are in each state but `sent`, counted up to a thousand. */
  counts(): Promise<Record<Exclude<OutboxState, 'sent'>, number>>;
};

const mostCounted = 1_000;

/** The only database code of the outbox. */
export function createOutbox(deps: { db: Db }): Outbox {
  const outbox: Collection<OutboxDoc> = deps.db.collection('outbox');
  return {
    ensureIndexes: async () => {
      await outbox.createIndex({ state: 1, nextAt: 1 });
      await outbox.createIndex({ state: 1, conversationId: 1 });
      await outbox.createIndex({ state: 1, leaseUntil: 1 });
    },
    enqueue: async (doc, session) => {
      await outbox.insertOne(doc, { session });
    },
    due: async (now, limit) =>
      outbox
        .find({ state: 'queued', nextAt: { $lte: now } })
        .sort({ nextAt: 1 })
        .limit(limit)
        .toArray(),
    heads: async (conversationIds) => {
      const state = { $in: ['queued', 'sending'] as OutboxState[] };
      const found = await outbox.find({ state, conversationId: { $in: [...conversationIds] } }).toArray();
      return headsOf(found);
    },
    claim: (id, attemptId, leaseUntil) => claim(outbox, { id, attemptId, leaseUntil }),
    holds: async (id, attemptId, session) => (await outbox.findOne({ _id: id }, { session }))?.attemptId === attemptId,
    settle: async (id, attemptId, state, session) => {
      const doc = await outbox.findOne({ _id: id }, { session });
      if (doc?.attemptId !== attemptId) return false;
      await outbox.updateOne({ _id: id }, { $set: { state, attemptId: null, leaseUntil: null } }, { session });
      return true;
    },
    retryAt: async (id, attemptId, nextAt) => {
      const doc = await outbox.findOne({ _id: id });
      if (doc?.attemptId !== attemptId) return;
      await outbox.updateOne({ _id: id }, { $set: { state: 'queued', nextAt, attemptId: null, leaseUntil: null } });
    },
    abandoned: async (now, limit) =>
      outbox
        .find({ state: 'sending', leaseUntil: { $lt: now } })
        .limit(limit)
        .toArray(),
    postpone: async (ids, until) => {
      if (ids.length > 0) await outbox.updateMany({ _id: { $in: [...ids] } }, { $set: { nextAt: until } });
    },
    setState: async (id, state, session) => {
      await outbox.updateOne({ _id: id }, { $set: { state, attemptId: null, leaseUntil: null } }, { session });
    },
    requeue: async (id, at, session) => {
      await outbox.updateOne(
        { _id: id },
        { $set: { state: 'queued', queuedAt: at, nextAt: at, attemptId: null, leaseUntil: null } },
        { session },
      );
    },
    byId: async (id) => outbox.findOne({ _id: id }),
    counts: () => countUnsent(outbox),
    idle: async () => (await outbox.findOne({ state: { $in: ['queued', 'sending'] } })) === null,
  };
}

function headsOf(docs: readonly OutboxDoc[]): Map<string, OutboxDoc> {
  const heads = new Map<string, OutboxDoc>();
  for (const doc of docs) {
    const head = heads.get(doc.conversationId);
    if (!head || goesBefore(doc, head)) heads.set(doc.conversationId, doc);
  }
  return heads;
}

function goesBefore(doc: OutboxDoc, head: OutboxDoc): boolean {
  if (doc.state !== head.state) return doc.state === 'sending';
  return doc.queuedAt.getTime() < head.queuedAt.getTime();
}

async function countUnsent(outbox: Collection<OutboxDoc>): Promise<Record<Exclude<OutboxState, 'sent'>, number>> {
  const count = async (state: OutboxState): Promise<number> =>
    (await outbox.find({ state }).project({ _id: 1 }).limit(mostCounted).toArray()).length;
  return {
    queued: await count('queued'),
    sending: await count('sending'),
    unknown: await count('unknown'),
    failed: await count('failed'),
  };
}

type Claim = { id: string; attemptId: string; leaseUntil: Date };

/**
 * The condition stands inside a pipeline update: a filter of `_id` and `state` walks the collection on the embedded
 * database (limits A4), and findOneAndUpdate does everywhere there.
 */
async function claim(outbox: Collection<OutboxDoc>, request: Claim): Promise<boolean> {
  const free = { $eq: ['$state', 'queued'] };
  await outbox.updateOne({ _id: request.id }, [
    {
      $set: {
        attemptId: { $cond: [free, request.attemptId, '$attemptId'] },
        leaseUntil: { $cond: [free, request.leaseUntil, '$leaseUntil'] },
        attempt: { $cond: [free, { $add: ['$attempt', 1] }, '$attempt'] },
        state: { $cond: [free, 'sending', '$state'] },
      },
    },
  ]);
  const doc = await outbox.findOne({ _id: request.id });
  return doc?.attemptId === request.attemptId && doc.state === 'sending';
}

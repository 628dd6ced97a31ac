import { Binary, ObjectId, type ClientSession, type Collection, type Db, type Document } from 'mongodb';
import { onlyDuplicates } from '#server/db/only-duplicates.ts';
import { allPartitions, partitionOf } from './partition.ts';

/** A webhook body as it came, stored before the platform gets its 200. */
export type DeliveryDoc = {
  /** Grows with time: the deliveries of a part are consumed in this order. */
  _id: ObjectId;
  channel: string;
  /** The part of the work it belongs to; see partition.ts. Stored ones from before there were parts get theirs at the start. */
  partition: number;
  body: Binary;
  receivedAt: Date;
  /** `read`: we asked the platform for it, because a webhook may have been lost. */
  source?: 'read';
  state: 'pending' | 'done' | 'dead' | 'discarded';
  /** Failed tries, if there were any: each field that a webhook is stored with makes its 200 later. */
  attempts?: number;
  /** What the last failed try ended with; null when nothing is held against it. */
  error?: string | null;
};

/** Reads and writes deliveries. */
export type DeliveriesStore = {
  ensureIndexes(): Promise<void>;
  /** Stores all of them durably, or throws; some may be stored then, and the platform's retry is recognised. */
  insert(deliveries: readonly DeliveryDoc[]): Promise<void>;
  /**
   * Waiting deliveries of these parts, those of a part in order and none left out before another: about `limit` of them, fewer when they
   * are large, or all. `behind`: more than a few are known to wait.
   */
  next(partitions: readonly number[], limit: number, behind: boolean): Promise<DeliveryDoc[]>;
  /** Whether anything waits in any part. */
  anyPending(): Promise<boolean>;
  done(ids: readonly ObjectId[], session: ClientSession): Promise<void>;
  failed(id: ObjectId, error: string, dead: boolean): Promise<void>;
  /** How many are in a state, counted up to a thousand. */
  count(state: 'pending' | 'dead'): Promise<number>;
  byId(id: ObjectId): Promise<DeliveryDoc | null>;
  /** Lets a delivery that was set aside be tried once more. */
  again(id: ObjectId): Promise<void>;
  /** Gives a delivery that was set aside up. */
  discard(id: ObjectId): Promise<void>;
  /** Removes consumed and discarded deliveries received before `before`; returns how many. */
  removeDone(before: Date): Promise<number>;
};

/** Tries before a delivery is set aside. */
export const maxAttempts = 5;
const mostCounted = 1_000;
const beforeAll = new ObjectId('000000000000000000000000');
const afterAll = new ObjectId('ffffffffffffffffffffffff');
/** As many are looked for in one question before each part is asked for its own. */
const few = 200;
/** Bodies are read until they come to this much: a platform may send thousands of large ones. */
const mostBytes = 32 * 1024 * 1024;

/** Makes the document of a delivery. */
export function deliveryDocOf(
  channel: Parameters<typeof partitionOf>[0],
  body: Uint8Array,
  receivedAt: Date,
  source?: 'read',
): DeliveryDoc {
  return {
    _id: new ObjectId(),
    channel: channel.name,
    partition: partitionOf(channel, body),
    body: new Binary(body),
    receivedAt,
    ...(source && { source }),
    state: 'pending',
  };
}

/** The only database code of deliveries. */
export function createDeliveriesStore(db: Db): DeliveriesStore {
  const deliveries: Collection<DeliveryDoc> = db.collection('deliveries');
  return {
    ensureIndexes: async () => {
      // The only one: every delivery is marked done, and each index it stands in makes that dearer.
      await deliveries.createIndex({ state: 1, partition: 1, _id: 1 });
      const without = { state: 'pending' as const, partition: { $exists: false } };
      await deliveries.updateMany(without, { $set: { partition: 0 } });
    },
    insert: async (docs) => {
      try {
        await deliveries.insertMany([...docs], { ordered: false, writeConcern: { w: 'majority', j: true } });
      } catch (error) {
        // A driver that repeats the insert after a lost answer finds its own documents there.
        if (!onlyDuplicates(error)) throw error;
      }
    },
    next: async (partitions, limit, behind) => {
      if (!behind) {
        const filter = { state: 'pending' as const, partition: { $in: [...partitions] } };
        const rows = await deliveries
          .find(filter, { batchSize: few + 1 })
          .limit(few)
          .toArray();
        if (rows.length < few) return inOrder(rows);
      }
      const share = { limit: Math.ceil(limit / partitions.length), bytes: mostBytes / partitions.length };
      return inOrder((await Promise.all(partitions.map((part) => firstOf(deliveries, part, share)))).flat());
    },
    anyPending: async () =>
      (await deliveries.find({ state: 'pending' }).project({ _id: 1 }).limit(1).toArray()).length > 0,
    done: async (ids, session) => {
      await deliveries.updateMany({ _id: { $in: [...ids] } }, { $set: { state: 'done' } }, { session });
    },
    failed: async (id, error, dead) => {
      const state = dead ? { state: 'dead' as const } : {};
      await deliveries.updateOne({ _id: id }, { $set: { error, ...state }, $inc: { attempts: 1 } });
    },
    count: async (state) => (await deliveries.find({ state }).project({ _id: 1 }).limit(mostCounted).toArray()).length,
    byId: async (id) => deliveries.findOne({ _id: id }),
    again: async (id) => {
      // One try, and as if nothing had gone wrong yet: an old fault must not hold back for seconds what comes in now.
      const again = { state: 'pending', attempts: maxAttempts - 1, error: null };
      await deliveries.updateOne({ _id: id }, whenDead(again));
    },
    discard: async (id) => {
      await deliveries.updateOne({ _id: id }, whenDead({ state: 'discarded' }));
    },
    removeDone: async (before) => {
      let removed = 0;
      // An id tells when it was made, which is when the body was received.
      const _id = { $lt: ObjectId.createFromTime(Math.floor(before.getTime() / 1000)) };
      for (const partition of allPartitions) {
        for (const state of ['done', 'discarded'] as const) {
          removed += (await deliveries.deleteMany({ state, partition, _id })).deletedCount;
        }
      }
      return removed;
    },
  };
}

/** Sets fields of a delivery that was set aside; the condition stands in the update because a filter on two fields would walk them all. */
function whenDead(fields: Readonly<Record<string, string | number | null>>): Document[] {
  const set = Object.entries(fields).map(([name, value]) => [
    name,
    { $cond: [{ $eq: ['$state', 'dead'] }, { $literal: value }, `$${name}`] },
  ]);
  return [{ $set: Object.fromEntries(set) as Document }];
}

/**
 * The first deliveries of one part. Asked for several parts at once, the embedded database would walk every delivery there ever was: a
 * range is found in an index only behind equalities (limits A4).
 */
async function firstOf(
  deliveries: Collection<DeliveryDoc>,
  partition: number,
  share: { readonly limit: number; readonly bytes: number },
): Promise<DeliveryDoc[]> {
  const filter = { state: 'pending' as const, partition, _id: { $gt: beforeAll, $lt: afterAll } };
  const rows: DeliveryDoc[] = [];
  let bytes = 0;
  for await (const row of deliveries
    .find(filter, { batchSize: share.limit + 1 })
    .sort({ _id: 1 })
    .limit(share.limit)) {
    rows.push(row);
    bytes += row.body.length();
    if (bytes >= share.bytes) break;
  }
  return rows;
}

function inOrder(rows: DeliveryDoc[]): DeliveryDoc[] {
  return rows.sort((a, b) => Buffer.compare(a._id.id, b._id.id));
}

import {
  Binary,
  MongoBulkWriteError,
  ObjectId,
  type ClientSession,
  type Collection,
  type Db,
  type Document,
} from 'mongodb';

/** A webhook body as it came, stored before the platform gets its 200. */
export type DeliveryDoc = {
  /** Grows with time: deliveries are consumed in this order. */
  _id: ObjectId;
  channel: string;
  body: Binary;
  receivedAt: Date;
  /** `read`: we asked the platform for it, because a webhook may have been lost; those before had no such field. */
  source?: 'webhook' | 'read';
  state: 'pending' | 'done' | 'dead' | 'discarded';
  attempts: number;
  error: string | null;
};

/** Reads and writes deliveries. */
export type DeliveriesStore = {
  ensureIndexes(): Promise<void>;
  /** Stores all of them durably, or throws; some may be stored then, and the platform's retry is recognised. */
  insert(deliveries: readonly DeliveryDoc[]): Promise<void>;
  pending(limit: number): Promise<DeliveryDoc[]>;
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

/** Makes the document of a delivery. */
export function deliveryDocOf(
  channel: string,
  body: Uint8Array,
  receivedAt: Date,
  source: 'webhook' | 'read' = 'webhook',
): DeliveryDoc {
  return {
    _id: new ObjectId(),
    channel,
    body: new Binary(body),
    receivedAt,
    source,
    state: 'pending',
    attempts: 0,
    error: null,
  };
}

/** The only database code of deliveries. */
export function createDeliveriesStore(db: Db): DeliveriesStore {
  const deliveries: Collection<DeliveryDoc> = db.collection('deliveries');
  return {
    ensureIndexes: async () => {
      await deliveries.createIndex({ state: 1, _id: 1 });
      await deliveries.createIndex({ state: 1, receivedAt: 1 });
    },
    insert: async (docs) => {
      try {
        await deliveries.insertMany([...docs], { ordered: false, writeConcern: { w: 'majority', j: true } });
      } catch (error) {
        if (!onlyOwnDuplicates(error)) throw error;
      }
    },
    pending: async (limit) =>
      deliveries
        .find({ state: 'pending', _id: { $gt: beforeAll } })
        .sort({ _id: 1 })
        .limit(limit)
        .toArray(),
    done: async (ids, session) => {
      await deliveries.updateMany({ _id: { $in: [...ids] } }, { $set: { state: 'done', error: null } }, { session });
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
      const state = { $in: ['done' as const, 'discarded' as const] };
      const result = await deliveries.deleteMany({ state, receivedAt: { $lt: before } });
      return result.deletedCount;
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
 * A driver that repeats the insert after a lost answer finds its own documents there. The list must not be empty: a
 * dropped connection also reports no write errors, and would pass for "all duplicates" (limits A1).
 */
function onlyOwnDuplicates(error: unknown): boolean {
  if (!(error instanceof MongoBulkWriteError)) return false;
  const errors = [error.writeErrors].flat();
  return errors.length > 0 && errors.every((one) => one.code === 11000);
}

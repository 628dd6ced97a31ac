import type { Collection, Db, ObjectId } from 'mongodb';

/** What somebody did with a dead letter; the list only grows. */
export type DeadLetterStep = {
  action: 'viewed' | 'replayed' | 'discarded';
  at: Date;
  userId: string;
  /** Why it was discarded; null for the other actions. */
  reason: string | null;
};

/** A delivery that could not be taken in, as one of the brands it concerns sees it. It holds no word of a customer. */
export type DeadLetterDoc = {
  _id: string;
  brandId: string;
  deliveryId: ObjectId;
  channel: string;
  /** The first account of the brand that the body names. */
  accountId: string;
  /** Why it failed, without anything from the body. */
  error: string;
  /** How often taking it in was tried, replays included. */
  tries: number;
  receivedAt: Date;
  failedAt: Date;
  state: 'open' | 'replayed' | 'discarded';
  /** True when the body also concerns accounts of another brand: then nobody may read it here. */
  shared: boolean;
  steps: DeadLetterStep[];
  /** Sorts newest first: minus the instant of receipt in ms. */
  sortKey: number;
};

/** A failure to be noted; steps and state are the store's. */
export type DeadLetterFailure = Omit<DeadLetterDoc, 'state' | 'steps' | 'tries'> & { readonly triedNow: number };

/** Reads and writes dead letters. */
export type DeadLettersStore = {
  ensureIndexes(): Promise<void>;
  /** Notes a failure: opens a letter, or opens it again and adds the tries. */
  note(failures: readonly DeadLetterFailure[]): Promise<void>;
  byId(brandId: string, id: string): Promise<DeadLetterDoc | null>;
  /** Of one state, newest first, with a sort key above `after`; equal keys in any order. */
  page(brandId: string, state: DeadLetterDoc['state'], after: number, limit: number): Promise<DeadLetterDoc[]>;
  ofDelivery(deliveryId: ObjectId): Promise<DeadLetterDoc[]>;
  /** Adds a step and, with `state`, settles the letter if it is still open. */
  step(id: string, step: DeadLetterStep, state?: 'replayed' | 'discarded'): Promise<boolean>;
};

/** The only database code of dead letters. */
export function createDeadLettersStore(db: Db): DeadLettersStore {
  const letters: Collection<DeadLetterDoc> = db.collection('deadLetters');
  return {
    ensureIndexes: async () => {
      await letters.createIndex({ brandId: 1, _id: 1 });
      await letters.createIndex({ brandId: 1, state: 1, sortKey: 1 });
      await letters.createIndex({ deliveryId: 1 });
      await letters.createIndex({ _id: 1, state: 1 });
    },
    note: async (failures) => {
      for (const { _id, triedNow, error, failedAt, ...fixed } of failures) {
        await letters.updateOne(
          { _id },
          {
            $set: { state: 'open', error, failedAt },
            $inc: { tries: triedNow },
            $setOnInsert: { ...fixed, steps: [] },
          },
          { upsert: true },
        );
      }
    },
    byId: async (brandId, id) => letters.findOne({ brandId, _id: id }),
    page: async (brandId, state, after, limit) =>
      letters
        .find({ brandId, state, sortKey: { $gt: after } })
        .sort({ sortKey: 1 })
        .limit(limit)
        .toArray(),
    ofDelivery: async (deliveryId) => letters.find({ deliveryId }).toArray(),
    step: async (id, step, state) => {
      const filter = state === undefined ? { _id: id } : { _id: id, state: 'open' as const };
      const settled = state === undefined ? {} : { $set: { state } };
      const { modifiedCount } = await letters.updateOne(filter, { $push: { steps: step }, ...settled });
      return modifiedCount > 0;
    },
  };
}

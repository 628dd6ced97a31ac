import type { ClientSession, Collection, Db } from 'mongodb';

/** A reply that was sent against the draft check, on purpose. `_id` is the message's. */
export type DeviationDoc = {
  readonly _id: string;
  readonly brandId: string;
  readonly conversationId: string;
  readonly userId: string;
  readonly userName: string;
  readonly at: Date;
  /** Codes of the errors that were left in. */
  readonly codes: readonly string[];
  /** Why, in the agent's words. */
  readonly reason: string;
};

/** Reads and writes deviations. */
export type DeviationsStore = {
  ensureIndexes(): Promise<void>;
  insert(deviation: DeviationDoc, session: ClientSession): Promise<void>;
  ofMessages(brandId: string, messageIds: readonly string[]): Promise<DeviationDoc[]>;
  /** The latest since an instant, newest first. */
  since(brandId: string, from: Date, limit: number): Promise<DeviationDoc[]>;
  /** The codes of the latest since an instant. */
  codesSince(brandId: string, from: Date, limit: number): Promise<Pick<DeviationDoc, 'codes'>[]>;
};

/** The only database code of deviations. */
export function createDeviationsStore(db: Db): DeviationsStore {
  const deviations: Collection<DeviationDoc> = db.collection('deviations');
  return {
    ensureIndexes: async () => {
      await deviations.createIndex({ brandId: 1, _id: 1 });
      await deviations.createIndex({ brandId: 1, at: 1 });
    },
    insert: async (deviation, session) => {
      await deviations.insertOne(deviation, { session });
    },
    ofMessages: async (brandId, messageIds) => deviations.find({ brandId, _id: { $in: [...messageIds] } }).toArray(),
    since: async (brandId, from, limit) =>
      deviations
        .find({ brandId, at: { $gte: from } })
        .sort({ at: -1 })
        .limit(limit)
        .toArray(),
    codesSince: async (brandId, from, limit) =>
      deviations
        .find({ brandId, at: { $gte: from } })
        .sort({ at: -1 })
        .limit(limit)
        .project<Pick<DeviationDoc, 'codes'>>({ codes: 1 })
        .toArray(),
  };
}

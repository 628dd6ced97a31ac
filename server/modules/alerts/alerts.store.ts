import type { ClientSession, Collection, Db } from 'mongodb';

/** What an alert is about. */
export type AlertKind =
  'promiseDueSoon' | 'promiseMissed' | 'normDueSoon' | 'normMissed' | 'repeatedAutoReply' | 'channelTrouble';

/** A warning that someone must act. `_id` is derived from kind and subject: raised once, whoever sweeps. */
export type AlertDoc = {
  _id: string;
  brandId: string;
  kind: AlertKind;
  /** The instant it stands for; a miss carries its deadline. */
  at: Date;
  dueAt: Date | null;
  conversationId: string | null;
  accountId: string | null;
  /** Words for the message, such as the promising wording or the trouble's code. */
  detail: string;
  settled: boolean;
  seenBy: string[];
  /** Sorts newest first within the brand: minus the instant in ms. */
  sortKey: number;
};

/** Reads and writes alerts. */
export type AlertsStore = {
  ensureIndexes(): Promise<void>;
  /** Adds those that are new; returns nothing about the others. */
  raise(alerts: readonly AlertDoc[], session?: ClientSession): Promise<void>;
  settle(brandId: string, conversationIds: readonly string[], session: ClientSession): Promise<void>;
  /** Settles warnings that a miss has overtaken. */
  overtake(ids: readonly string[], session?: ClientSession): Promise<void>;
  byId(brandId: string, id: string): Promise<AlertDoc | null>;
  newest(brandId: string, after: number, limit: number): Promise<AlertDoc[]>;
  unsettled(brandId: string, limit: number): Promise<AlertDoc[]>;
  markSeen(brandId: string, ids: readonly string[], userId: string): Promise<void>;
};

/** The only database code of alerts. */
export function createAlertsStore(db: Db): AlertsStore {
  const alerts: Collection<AlertDoc> = db.collection('alerts');
  return {
    ensureIndexes: async () => {
      await alerts.createIndex({ brandId: 1, _id: 1 });
      await alerts.createIndex({ brandId: 1, sortKey: 1 });
      await alerts.createIndex({ brandId: 1, conversationId: 1, settled: 1 });
      await alerts.createIndex({ brandId: 1, settled: 1, sortKey: 1 });
    },
    raise: async (docs, session) => {
      if (docs.length === 0) return;
      await alerts.bulkWrite(
        docs.map(({ _id, ...rest }) => ({
          updateOne: { filter: { _id }, update: { $setOnInsert: rest }, upsert: true },
        })),
        { session },
      );
    },
    settle: async (brandId, conversationIds, session) => {
      if (conversationIds.length === 0) return;
      const open = { brandId, conversationId: { $in: [...conversationIds] }, settled: false };
      await alerts.updateMany(open, { $set: { settled: true } }, { session });
    },
    overtake: async (ids, session) => {
      if (ids.length > 0) await alerts.updateMany({ _id: { $in: [...ids] } }, { $set: { settled: true } }, { session });
    },
    byId: async (brandId, id) => alerts.findOne({ brandId, _id: id }),
    newest: async (brandId, after, limit) =>
      alerts
        .find({ brandId, sortKey: { $gt: after } })
        .sort({ sortKey: 1 })
        .limit(limit)
        .toArray(),
    unsettled: async (brandId, limit) =>
      alerts
        .find({ brandId, settled: false, sortKey: { $lt: 0 } })
        .sort({ sortKey: 1 })
        .limit(limit)
        .toArray(),
    markSeen: async (brandId, ids, userId) => {
      await alerts.updateMany({ brandId, _id: { $in: [...ids] } }, { $addToSet: { seenBy: userId } });
    },
  };
}

import type { ClientSession, Collection, Db } from 'mongodb';
import { createAlertEscalations, type EscalationProgress } from './alert-escalations.store.ts';

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

/** An alert with how far its escalation has come. */
export type StoredAlert = AlertDoc & {
  /** When the next step of the escalation is due; null when none is, or the alert is settled. */
  nextStepAt: Date | null;
  stepsTaken: number;
  /** Users whom the escalation reached so far. */
  toldUserIds: string[];
  /** True once its conversation was given back to the queue. */
  reassigned: boolean;
};

/** Reads and writes alerts. */
export type AlertsStore = {
  /** Alerts of all brands whose next step is due, earliest first. */
  dueForEscalation(now: Date, limit: number): Promise<StoredAlert[]>;
  /** Notes steps taken; noting one again changes nothing. A settled alert stays at rest. */
  escalate(progress: readonly EscalationProgress[]): Promise<void>;
  ensureIndexes(): Promise<void>;
  /** Adds those that are new; returns nothing about the others. */
  raise(alerts: readonly AlertDoc[], session?: ClientSession): Promise<void>;
  settle(brandId: string, conversationIds: readonly string[], session: ClientSession): Promise<void>;
  /** Settles warnings that a miss has overtaken. */
  overtake(ids: readonly string[], session?: ClientSession): Promise<void>;
  byId(brandId: string, id: string): Promise<StoredAlert | null>;
  byIds(brandId: string, ids: readonly string[]): Promise<StoredAlert[]>;
  newest(brandId: string, after: number, limit: number): Promise<StoredAlert[]>;
  unsettled(brandId: string, limit: number): Promise<StoredAlert[]>;
  markSeen(brandId: string, ids: readonly string[], userId: string): Promise<void>;
};

const atRest = { settled: true, nextStepAt: null } as const;

function unescalated({ at, settled }: Pick<AlertDoc, 'at' | 'settled'>): Omit<StoredAlert, keyof AlertDoc> {
  return { nextStepAt: settled ? null : at, stepsTaken: 0, toldUserIds: [], reassigned: false };
}

/** The only database code of alerts. */
export function createAlertsStore(db: Db): AlertsStore {
  const alerts: Collection<StoredAlert> = db.collection('alerts');
  const escalations = createAlertEscalations(db, alerts);
  return {
    ensureIndexes: async () => {
      await alerts.createIndex({ brandId: 1, _id: 1 });
      await alerts.createIndex({ brandId: 1, sortKey: 1 });
      await alerts.createIndex({ brandId: 1, conversationId: 1, settled: 1 });
      await alerts.createIndex({ brandId: 1, settled: 1, sortKey: 1 });
      await alerts.createIndex({ nextStepAt: 1 });
      await escalations.ensureIndexes();
    },
    raise: async (docs, session) => {
      if (docs.length === 0) return;
      await alerts.bulkWrite(
        docs.map(({ _id, ...rest }) => ({
          updateOne: { filter: { _id }, update: { $setOnInsert: { ...rest, ...unescalated(rest) } }, upsert: true },
        })),
        { session },
      );
    },
    settle: async (brandId, conversationIds, session) => {
      if (conversationIds.length === 0) return;
      const open = { brandId, conversationId: { $in: [...conversationIds] }, settled: false };
      await alerts.updateMany(open, { $set: atRest }, { session });
    },
    overtake: async (ids, session) => {
      if (ids.length > 0) await alerts.updateMany({ _id: { $in: [...ids] } }, { $set: atRest }, { session });
    },
    dueForEscalation: escalations.due,
    escalate: escalations.note,
    byId: async (brandId, id) => alerts.findOne({ brandId, _id: id }),
    byIds: async (brandId, ids) => (ids.length === 0 ? [] : alerts.find({ brandId, _id: { $in: [...ids] } }).toArray()),
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

import type { ClientSession, Collection, Db } from 'mongodb';
import type { Clock } from '#server/clock.ts';
import { createAlertEscalations, type EscalationDoc, type EscalationProgress } from './alert-escalations.store.ts';

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

/** Why an alert asks for nothing any more: nobody waits, a later alert of the same deadline says more, or the channel works again. */
export type AlertEnd = 'acted' | 'overtaken' | 'recovered';

/** When somebody saw an alert first. */
export type AlertReading = { readonly userId: string; readonly at: Date };

/** An alert with how far its escalation has come and what became of it. */
export type StoredAlert = AlertDoc & {
  /** When we raised it; later than `at` when nothing ran at that instant. Absent on alerts from before this was kept. */
  raisedAt?: Date;
  /** When and why it was settled; null while it is not, and unknown of alerts from before this was kept. */
  settledAt?: Date | null;
  settledAs?: AlertEnd | null;
  /** Who saw it when, first first; `seenBy` also holds those from before this was kept. */
  readings?: AlertReading[];
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
  /** Settles warnings that a miss has overtaken, or trouble that is over. */
  overtake(ids: readonly string[], session?: ClientSession, as?: 'overtaken' | 'recovered'): Promise<void>;
  byId(brandId: string, id: string): Promise<StoredAlert | null>;
  byIds(brandId: string, ids: readonly string[]): Promise<StoredAlert[]>;
  newest(brandId: string, after: number, limit: number): Promise<StoredAlert[]>;
  unsettled(brandId: string, limit: number): Promise<StoredAlert[]>;
  /** The newest alerts of one conversation. */
  ofConversation(brandId: string, conversationId: string, limit: number): Promise<StoredAlert[]>;
  /** Steps that reached somebody, of these alerts, earliest first. */
  stepsOf(brandId: string, alertIds: readonly string[]): Promise<EscalationDoc[]>;
  markSeen(brandId: string, ids: readonly string[], userId: string): Promise<void>;
};

function atRest(settledAt: Date, settledAs: AlertEnd) {
  return { settled: true, nextStepAt: null, settledAt, settledAs } as const;
}

function unescalated({ at, settled }: Pick<AlertDoc, 'at' | 'settled'>, now: Date): Omit<StoredAlert, keyof AlertDoc> {
  const fresh = { nextStepAt: at, stepsTaken: 0, toldUserIds: [], reassigned: false, raisedAt: now, readings: [] };
  const open = { ...fresh, settledAt: null, settledAs: null };
  return settled ? { ...fresh, ...atRest(now, 'acted') } : open;
}

/** The only database code of alerts. */
export function createAlertsStore(db: Db, clock: Clock): AlertsStore {
  const alerts: Collection<StoredAlert> = db.collection('alerts');
  const escalations = createAlertEscalations(db, alerts);
  return {
    ensureIndexes: async () => {
      await alerts.createIndex({ brandId: 1, _id: 1 });
      await alerts.createIndex({ brandId: 1, sortKey: 1 });
      await alerts.createIndex({ brandId: 1, conversationId: 1, settled: 1 });
      await alerts.createIndex({ brandId: 1, settled: 1, sortKey: 1 });
      await alerts.createIndex({ brandId: 1, conversationId: 1, sortKey: 1 });
      await alerts.createIndex({ nextStepAt: 1 });
      await escalations.ensureIndexes();
    },
    raise: async (docs, session) => {
      if (docs.length === 0) return;
      const now = clock.now();
      await alerts.bulkWrite(
        docs.map(({ _id, ...rest }) => ({
          updateOne: {
            filter: { _id },
            update: { $setOnInsert: { ...rest, ...unescalated(rest, now) } },
            upsert: true,
          },
        })),
        { session },
      );
    },
    settle: async (brandId, conversationIds, session) => {
      if (conversationIds.length === 0) return;
      const open = { brandId, conversationId: { $in: [...conversationIds] }, settled: false };
      await alerts.updateMany(open, { $set: atRest(clock.now(), 'acted') }, { session });
    },
    overtake: (ids, session, as = 'overtaken') => settleFirst(alerts, ids, { at: clock.now(), as }, session),
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
    ofConversation: async (brandId, conversationId, limit) =>
      alerts
        .find({ brandId, conversationId, sortKey: { $lt: 0 } })
        .sort({ sortKey: 1 })
        .limit(limit)
        .toArray(),
    stepsOf: escalations.ofAlerts,
    markSeen: (brandId, ids, userId) => noteReading(alerts, brandId, ids, { userId, at: clock.now() }),
  };
}

/** Settles those of the alerts that are not yet; what is settled stays as it was settled first. */
async function settleFirst(
  alerts: Collection<StoredAlert>,
  ids: readonly string[],
  { at, as }: { readonly at: Date; readonly as: AlertEnd },
  session?: ClientSession,
): Promise<void> {
  if (ids.length === 0) return;
  // In the filter this condition would walk the collection.
  const first = (field: string, value: Date | AlertEnd) => ({
    $cond: ['$settled', { $ifNull: [`$${field}`, null] }, value],
  });
  const end = { settledAt: first('settledAt', at), settledAs: first('settledAs', as) };
  const update = [{ $set: { settled: true, nextStepAt: null, ...end } }];
  await alerts.updateMany({ _id: { $in: [...ids] } }, update, { session });
}

/** Notes who sees alerts; seen again, they stay seen when they were seen first. */
async function noteReading(
  alerts: Collection<StoredAlert>,
  brandId: string,
  ids: readonly string[],
  reading: AlertReading,
): Promise<void> {
  const { userId } = reading;
  const found = await alerts.find({ brandId, _id: { $in: [...ids] } }).toArray();
  const unseen = found.filter(({ seenBy }) => !seenBy.includes(userId)).map(({ _id }) => _id);
  if (unseen.length === 0) return;
  const update = { $addToSet: { seenBy: userId }, $push: { readings: reading } };
  await alerts.updateMany({ brandId, _id: { $in: unseen } }, update);
}

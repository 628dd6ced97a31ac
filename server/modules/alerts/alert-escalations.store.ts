import { dueBy } from '#server/db/due-range.ts';
import type { AnyBulkWriteOperation, Collection, Db } from 'mongodb';
import { derivedId } from '#server/db/derived-id.ts';
import type { StoredAlert } from './alerts.store.ts';

/** Progress of one alert's escalation; `told` are those reached now. */
export type EscalationProgress = Pick<StoredAlert, 'nextStepAt' | 'stepsTaken' | 'reassigned'> & {
  readonly alert: Pick<StoredAlert, '_id' | 'brandId'>;
  readonly told: readonly string[];
  readonly at: Date;
};

/** One step of an escalation, kept for ever; its insertion is what other processes hear of. */
export type EscalationDoc = { _id: string; brandId: string; alertId: string; at: Date; userIds: string[] };

/** Persistence of how far alerts have been escalated. */
export function createAlertEscalations(db: Db, alerts: Collection<StoredAlert>) {
  const escalations: Collection<EscalationDoc> = db.collection('escalations');
  return {
    ensureIndexes: async (): Promise<void> => {
      await escalations.createIndex({ brandId: 1, alertId: 1 });
    },
    due: async (now: Date, limit: number): Promise<StoredAlert[]> =>
      alerts
        .find({ nextStepAt: dueBy(now) })
        .sort({ nextStepAt: 1 })
        .limit(limit)
        .toArray(),
    ofAlerts: async (brandId: string, alertIds: readonly string[]): Promise<EscalationDoc[]> => {
      if (alertIds.length === 0) return [];
      const found = await escalations.find({ brandId, alertId: { $in: [...alertIds] } }).toArray();
      return found.sort((a, b) => a.at.getTime() - b.at.getTime());
    },
    note: async (progress: readonly EscalationProgress[]): Promise<void> => {
      const steps = progress.filter(({ told }) => told.length > 0).map(escalationDoc);
      if (steps.length > 0) {
        await escalations.bulkWrite(
          steps.map(({ _id, ...rest }) => ({
            updateOne: { filter: { _id }, update: { $setOnInsert: rest }, upsert: true },
          })),
        );
      }
      if (progress.length > 0) await alerts.bulkWrite(progress.map(progressUpdate));
    },
  };
}

function escalationDoc({ alert, stepsTaken, at, told }: EscalationProgress): EscalationDoc {
  const { brandId, _id: alertId } = alert;
  return { _id: derivedId('escalation', alertId, String(stepsTaken)), brandId, alertId, at, userIds: [...told] };
}

function progressUpdate(progress: EscalationProgress): AnyBulkWriteOperation<StoredAlert> {
  const { alert, nextStepAt, stepsTaken, reassigned, told } = progress;
  // Settled meanwhile: the time of the next step must not come back.
  const next = { $cond: ['$settled', null, nextStepAt] };
  const toldUserIds = { $concatArrays: ['$toldUserIds', { $setDifference: [[...told], '$toldUserIds'] }] };
  return {
    updateOne: {
      filter: { _id: alert._id },
      update: [{ $set: { nextStepAt: next, stepsTaken, reassigned, toldUserIds } }],
    },
  };
}

import { performance } from 'node:perf_hooks';
import type { Document } from 'mongodb';
import { createAlerts } from '#server/modules/alerts/index.ts';
import type { Bed } from './bed.ts';

/** As many as the product takes into one transaction, and as many transactions at a time. */
const group = 200;
const lanes = 4;

type Row = Document & { _id: string };

/**
 * The floor of sweeping: for each of `count` misses it writes what the product wrote (the alert, the end of the warning before it, the
 * conversation's place in the queue), in transactions of the same size, into collections with the product's own indexes. Nothing is
 * read or worked out. A round gives its ms. Needs a swept burst to take the documents from.
 */
export async function createSweepFloor(bed: Bed, count: number): Promise<(round: number) => Promise<number>> {
  const { db, floor, clock } = bed;
  await createAlerts({ db: floor, clock }).ensureIndexes();
  const alerts = await rowsOf(bed, 'normMissed', count);
  const warnings = await rowsOf(bed, 'normDueSoon', count);
  const ids = alerts.map(({ conversationId }) => conversationId as string);
  const conversations = await db
    .collection<Row>('conversations')
    .find({ _id: { $in: ids } })
    .toArray();
  return async (round) => {
    const anew = (row: Row): Row => ({ ...row, _id: `${row._id}-${String(round)}` });
    await floor.collection<Row>('alerts').insertMany(warnings.map(anew));
    await floor.collection<Row>('conversations').insertMany(conversations.map(anew));
    const startedAt = performance.now();
    const lane = async (first: number): Promise<void> => {
      for (let from = first * group; from < count; from += lanes * group) {
        const part = (rows: readonly Row[]): Row[] => rows.slice(from, from + group).map(anew);
        await writeGroup(bed, { alerts: part(alerts), warnings: part(warnings), conversations: part(conversations) });
      }
    };
    await Promise.all(Array.from({ length: lanes }, (_, first) => lane(first)));
    return performance.now() - startedAt;
  };
}

async function rowsOf({ db }: Bed, kind: string, count: number): Promise<Row[]> {
  return db.collection<Row>('alerts').find({ kind }).limit(count).toArray();
}

type Group = { readonly alerts: Row[]; readonly warnings: Row[]; readonly conversations: Row[] };

async function writeGroup({ floor, transact, clock }: Bed, { alerts, warnings, conversations }: Group): Promise<void> {
  const now = clock.now();
  const atRest = { settled: true, settledAt: now, settledAs: 'overtaken', nextStepAt: null };
  await transact(async (session) => {
    await floor.collection<Row>('alerts').insertMany(alerts, { session });
    const ended = { _id: { $in: warnings.map(({ _id }) => _id) } };
    await floor.collection<Row>('alerts').updateMany(ended, { $set: atRest }, { session });
    const changes = conversations.map(({ _id, queueKey, revision }) => ({
      updateOne: {
        filter: { _id },
        update: { $set: { queueKey: `${String(queueKey)}.`, nextWakeAt: null, revision: Number(revision) + 1 } },
      },
    }));
    await floor.collection<Row>('conversations').bulkWrite(changes, { session });
  });
}

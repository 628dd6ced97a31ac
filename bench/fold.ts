import { performance } from 'node:perf_hooks';
import type { Collection } from 'mongodb';
import { deliveryDocOf } from '#server/modules/ingest/deliveries.store.ts';
import { openBed, type Bed } from './bed.ts';
import type { Bench } from './bench.ts';
import { realisticMix, type Delivery } from './deliveries.ts';
import { byTurns, ratioOf, together, type Findings } from './figures.ts';
import { growTo, lengthen } from './grow.ts';
import { median, shown } from './statistics.ts';

/** Deliveries folded in one round, per second asked for: about what the machine of the limits document manages. */
const perSecondAsked = 250;
const messagesPerCustomer = 4;
/** How much longer the conversations of the long talk are: a hundred messages in place of four. */
const longer = 25;
const floorGroup = 100;

/** Folding stored deliveries against plain grouped transactions. */
export const fold: Bench = async ({ database, seconds, rounds }) => {
  const bed = await openBed(database, 'bench_fold', 'still');
  try {
    const count = Math.round(seconds * perSecondAsked);
    const results = await byTurns(rounds, {
      floor: async (round) => perSecond(count, await writePlainly(bed, count, round)),
      ours: async () => perSecond(count, await foldMix(bed, count)),
    });
    return together(ratioOf('fold', 'deliveries per s', results), {
      figures: [{ name: 'fold_per_second', kind: 'per_second', value: median(results.ours) }],
      details: [],
    });
  } finally {
    await bed.close();
  }
};

/** The cost of a delivery in conversations of a hundred messages, against the same in conversations of four. */
export const foldLong: Bench = async ({ database, seconds, rounds }) => {
  const short = await openBed(database, 'bench_fold_short', 'still');
  const long = await openBed(database, 'bench_fold_long', 'still');
  try {
    const count = Math.round(seconds * perSecondAsked);
    const people = 1;
    await foldMix(short, count, { people });
    await foldMix(long, count, { people });
    await lengthen(long.db, longer);
    const results = await byTurns(rounds, {
      floor: () => foldMix(short, count, { people }),
      ours: () => foldMix(long, count, { people }),
    });
    return ratioOf('fold_long', `ms for ${count} deliveries`, results);
  } finally {
    await short.close();
    await long.close();
  }
};

/** The cost of a delivery with ten times as much stored, which should not be felt. */
export const foldFlat: Bench = async ({ database, seconds, scale, rounds }): Promise<Findings> => {
  const [small, large] = [
    await openBed(database, 'bench_fold_small', 'still'),
    await openBed(database, 'bench_fold_large', 'still'),
  ];
  try {
    const count = Math.round(seconds * perSecondAsked);
    const stored: string[] = [];
    for (const [bed, size] of [
      [small, scale],
      [large, scale * 10],
    ] as const) {
      await foldMix(bed, 1_000);
      stored.push(shown(await growTo(bed.db, size)));
    }
    const results = await byTurns(rounds, {
      floor: () => foldMix(small, count),
      ours: () => foldMix(large, count),
    });
    const { figures, details } = ratioOf('fold_flat', `ms for ${count} deliveries`, results);
    return { figures, details: [...details, `fold_flat: floor has ${stored.join(', ours ')} messages stored`] };
  } finally {
    await small.close();
    await large.close();
  }
};

/** Counts the mixes of this process: no two share a message. */
let mixes = 100;

/**
 * Stores a mix of deliveries as the webhook handler would, lets the real consumer fold them, and gives the time in ms. The customers
 * are new ones, or those of an earlier mix with the same `people`.
 */
export async function foldMix(bed: Bed, count: number, { people }: { people?: number } = {}): Promise<number> {
  mixes += 1;
  const customers = Math.round(count / messagesPerCustomer);
  const mix = { count, customers, prefix: mixes, people: people ?? mixes, lastAt: bed.clock.now() };
  return foldAll(bed, realisticMix(mix));
}

/** Lets the real consumer fold `deliveries` and gives the time in ms. */
export async function foldAll(bed: Bed, deliveries: readonly Delivery[]): Promise<number> {
  const stored: Collection = bed.db.collection('deliveries');
  const docs = deliveries.map(({ channel, body }) => deliveryDocOf(channel, body, bed.clock.now()));
  await stored.insertMany(docs.map((doc) => ({ ...doc, state: 'staged' })));
  // All at once, or the consumer's own look-out would begin before the clock does.
  await bed.transact((session) => stored.updateMany({ state: 'staged' }, { $set: { state: 'pending' } }, { session }));
  const startedAt = performance.now();
  bed.app.ingest.consumer.start();
  await bed.app.ingest.consumer.settled();
  const ms = performance.now() - startedAt;
  const left = await stored.countDocuments({ state: { $ne: 'done' } });
  if (left > 0) throw new Error(`${left} deliveries were not folded`);
  return ms;
}

/** The floor: as many messages, conversations and clocks in transactions of a hundred, nothing read and nothing worked out. */
async function writePlainly({ db, transact, clock, brandId }: Bed, count: number, round: number): Promise<number> {
  const messages: Collection<{ _id: string }> = db.collection('floorMessages');
  const conversations: Collection<{ _id: string }> = db.collection('floorConversations');
  const clocks: Collection<{ _id: string }> = db.collection('floorClocks');
  const sentAt = clock.now();
  const text = 'Ik wacht nu al drie dagen op antwoord. Dit is echt niet te geloven, en niemand belt terug.';
  const startedAt = performance.now();
  for (let from = 0; from < count; from += floorGroup) {
    const numbers = Array.from({ length: Math.min(floorGroup, count - from) }, (_, index) => from + index);
    const conversationOf = (index: number): string => `${round}-${Math.floor(index / messagesPerCustomer)}`;
    await transact(async (session) => {
      await messages.insertMany(
        numbers.map((index) => ({
          ...{ _id: `${round}-${index}`, brandId, conversationId: conversationOf(index), sentAt, receivedAt: sentAt },
          ...{ text, direction: 'in', channel: 'messenger', externalId: `m_${index}`, needsReply: true, cues: [] },
        })),
        { session },
      );
      const touched = [...new Set(numbers.map(conversationOf))];
      const set = { brandId, preview: text, lastMessageAt: sentAt, state: 'open', queueKey: sentAt.getTime() };
      await conversations.bulkWrite(
        touched.map((_id) => ({ updateOne: { filter: { _id }, update: { $set: set }, upsert: true } })),
        { session },
      );
      const clock_ = { brandId, startedAt: sentAt, dueAt: sentAt, state: 'running' };
      await clocks.bulkWrite(
        touched.map((_id) => ({ replaceOne: { filter: { _id }, replacement: clock_, upsert: true } })),
        { session },
      );
    });
  }
  return performance.now() - startedAt;
}

function perSecond(count: number, ms: number): number {
  return (count / ms) * 1000;
}

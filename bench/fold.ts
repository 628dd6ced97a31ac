import { performance } from 'node:perf_hooks';
import type { Collection } from 'mongodb';
import type { ChannelDefinition } from '#server/channels/channel.ts';
import { channelRegistry } from '#server/channels/registry.ts';
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
/** As large as the product's own groups. */
const floorGroup = 500;

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
  const docs = deliveries.map(({ channel, body }) => deliveryDocOf(definitionOf(channel), body, bed.clock.now()));
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

function definitionOf(name: string): ChannelDefinition {
  const found = channelRegistry.find((channel) => channel.name === name);
  if (!found) throw new RangeError(`no channel ${name}`);
  return found;
}

/**
 * The floor: the same bodies parsed as JSON, then messages, conversations and clocks in one transaction a group, into collections with
 * the product's own indexes. Nothing is read and nothing worked out.
 */
async function writePlainly(bed: Bed, count: number, round: number): Promise<number> {
  const { floor, transact, clock, brandId } = bed;
  const sentAt = clock.now();
  const mix = { count, customers: count, prefix: floorMixes + round, people: floorMixes + round, lastAt: sentAt };
  const bodies = realisticMix(mix).map(({ body }) => Buffer.from(body));
  const startedAt = performance.now();
  for (let from = 0; from < count; from += floorGroup) {
    const rows = bodies.slice(from, from + floorGroup).map((body, index) => {
      const conversationId = `${round}-${Math.floor((from + index) / messagesPerCustomer)}`;
      const payload: unknown = JSON.parse(body.toString());
      const id = `${round}-${from + index}`;
      return { ...plainMessage, _id: id, externalId: id, brandId, conversationId, sentAt, receivedAt: sentAt, payload };
    });
    const touched = [...new Set(rows.map(({ conversationId }) => conversationId))];
    await transact(async (session) => {
      await floor.collection<{ _id: string }>('messages').insertMany(rows, { session });
      await floor.collection<{ _id: string }>('conversations').bulkWrite(
        touched.map((_id) => ({
          updateOne: { filter: { _id }, update: { $set: plainConversation(brandId, _id, sentAt) }, upsert: true },
        })),
        { session },
      );
      await floor.collection<{ _id: string }>('responseClocks').bulkWrite(
        touched.map((_id) => ({
          replaceOne: {
            filter: { _id },
            replacement: { brandId, conversationId: _id, startedAt: sentAt, dueAt: sentAt, state: 'running' },
            upsert: true,
          },
        })),
        { session },
      );
    });
  }
  return performance.now() - startedAt;
}

const floorMixes = 50_000;
const plainText = 'Ik wacht nu al drie dagen op antwoord. Dit is echt niet te geloven, en niemand belt terug.';
const plainMessage = { text: plainText, direction: 'in', channel: 'messenger', accountId: 'a', contactId: 'c' };

function plainConversation(brandId: string, id: string, at: Date): object {
  return {
    ...{ brandId, state: 'open', assigneeId: null, channel: 'messenger', accountId: 'a', threadExternalId: id },
    ...{ contactId: id, preview: plainText, lastMessageAt: at, queueKey: at.getTime(), riskAt: at, nextWakeAt: at },
  };
}

function perSecond(count: number, ms: number): number {
  return (count / ms) * 1000;
}

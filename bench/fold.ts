import { openBed } from './bed.ts';
import type { Bench } from './bench.ts';
import { byTurns, ratioOf, together, type Findings } from './figures.ts';
import { foldMix } from './fold-deliveries.ts';
import { createFoldFloor } from './fold-floor.ts';
import { growTo, lengthen } from './grow.ts';
import { median, shown } from './statistics.ts';

/** Deliveries folded in one round, per second asked for: several groups for each lane, so that it is the course that counts and not its ends. */
const perSecondAsked = 1_000;
/** How much longer the conversations of the long talk are: a hundred messages in place of four. */
const longer = 25;

/** Folding stored deliveries against bare grouped transactions; see fold-floor.ts. */
export const fold: Bench = async ({ database, seconds, rounds }) => {
  const bed = await openBed(database, 'bench_fold', 'still');
  try {
    const count = Math.round(seconds * perSecondAsked);
    const floor = await createFoldFloor(bed, count);
    const results = await byTurns(rounds, {
      floor: async (round) => perSecond(count, await floor(round)),
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

/** The cost of a delivery with many times as much stored, which should not be felt. */
export const foldFlat: Bench = async ({ database, seconds, scale, times, rounds }): Promise<Findings> => {
  const [small, large] = [
    await openBed(database, 'bench_fold_small', 'still'),
    await openBed(database, 'bench_fold_large', 'still'),
  ];
  try {
    const count = Math.round(seconds * perSecondAsked);
    const stored: string[] = [];
    for (const [bed, size] of [
      [small, scale],
      [large, scale * times],
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

function perSecond(count: number, ms: number): number {
  return (count / ms) * 1000;
}

import { performance } from 'node:perf_hooks';
import { followChanges, type Change } from '#server/db/change-feed.ts';
import { openBed, type Bed } from './bed.ts';
import type { Bench } from './bench.ts';
import { oneEach } from './deliveries.ts';
import { byTurns, ratioOf, together, type Findings } from './figures.ts';
import { foldAll, foldMix } from './fold-deliveries.ts';
import { growConversationsTo, growTo } from './grow.ts';
import { median, percentile, shown, spread } from './statistics.ts';
import { createSweepFloor } from './sweep-floor.ts';

const hourMs = 3_600_000;
/** The field's norm, which holds where a brand set none. */
const normMs = 24 * hourMs;
const dueInBurst = 1_000;
const pollMs = 100;
/** Time to fold the messages before the first of them comes due. */
const leadMs = 5_000;

/** Deadlines among many: how long after its instant a miss is known, and how fast many at once are worked off. */
export const sweeper: Bench = async ({ database, seconds, scale, rounds }) => {
  const bed = await openBed(database, 'bench_sweeper', 'still');
  try {
    const lag = await measureLag(bed, seconds, scale);
    return together(lag, await measureDrain(bed, rounds));
  } finally {
    await bed.close();
  }
};

/** The cost of a sweep with a hundred times as many deadlines open that are not due yet, which should not be felt. */
export const sweeperFlat: Bench = async ({ database, scale, times, rounds }) => {
  const few = await openBed(database, 'bench_sweep_few', 'still');
  const many = await openBed(database, 'bench_sweep_many', 'still');
  try {
    const open: string[] = [];
    for (const [bed, size] of [
      [few, scale / 10],
      [many, scale * times],
    ] as const) {
      await foldMix(bed, 400);
      const waitingFrom = new Date(bed.clock.now().getTime() + 1_000 * hourMs);
      open.push(shown(await growConversationsTo(bed.db, size, waitingFrom)));
    }
    let turn = 0;
    const results = await byTurns(rounds, {
      floor: () => sweepBurst(few, ++turn),
      ours: () => sweepBurst(many, ++turn),
    });
    const { figures, details } = ratioOf('sweeper_flat', `ms for ${dueInBurst} misses`, results);
    return { figures, details: [...details, `sweeper_flat: floor has ${open.join(', ours ')} conversations waiting`] };
  } finally {
    await few.close();
    await many.close();
  }
};

/** Looks every 100 ms and when the next deadline comes, as the server does; what comes due is spread evenly over the round, 40 a second. */
async function measureLag(bed: Bed, seconds: number, scale: number): Promise<Findings> {
  const count = Math.round(seconds * 40);
  await foldMix(bed, 1_000);
  const stored = await growTo(bed.db, scale);
  const { app, clock, db, log } = bed;
  const times: number[] = [];
  const onChange = ({ inserted, document }: Change): void => {
    if (!inserted || document['kind'] !== 'normMissed') return;
    times.push(clock.now().getTime() - (document['at'] as Date).getTime());
  };
  const feed = followChanges(db, ['alerts'], { onChange, onRestart: () => undefined }, log);
  const firstDue = clock.now().getTime() + leadMs;
  await foldAll(
    bed,
    oneEach(count, 3, (index) => new Date(firstDue - normMs + index * 25)),
  );
  const endsAt = firstDue + count * 25 + 5_000;
  while (times.length < count && clock.now().getTime() < endsAt) {
    await app.modules.conversations.sweep(clock.now());
    const restMs = (await app.modules.conversations.nextSweepInMs(clock.now(), pollMs)) ?? pollMs;
    await new Promise((resolve) => setTimeout(resolve, Math.max(5, restMs)));
  }
  await feed.close();
  if (times.length < count) throw new Error(`${count - times.length} misses were never told of`);
  return {
    figures: [
      { name: 'sweeper_lag_p50', kind: 'ms', value: percentile(times, 0.5) },
      { name: 'sweeper_lag_p99', kind: 'ms', value: percentile(times, 0.99) },
    ],
    details: [`sweeper_lag: ${count} deadlines among ${stored} messages, lag ${spread(times)} ms`],
  };
}

/** Lets as many deadlines come due at one instant and gives the ms in which they were worked off. */
async function sweepBurst(bed: Bed, round: number): Promise<number> {
  const now = bed.clock.now().getTime();
  await foldAll(
    bed,
    oneEach(dueInBurst, 10 + round, () => new Date(now - normMs + hourMs)),
  );
  const startedAt = performance.now();
  const swept = await bed.app.modules.conversations.sweep(new Date(now + 2 * hourMs));
  const ms = performance.now() - startedAt;
  if (swept < dueInBurst) throw new Error(`only ${swept} of ${dueInBurst} were swept`);
  return ms;
}

/** All at once: the sweep is told that the hour has come. Beside it what the database takes for the same writes alone. */
async function measureDrain(bed: Bed, rounds: number): Promise<Findings> {
  await sweepBurst(bed, 0);
  const floor = await createSweepFloor(bed, dueInBurst);
  const perSecond = (ms: number): number => (dueInBurst / ms) * 1000;
  const results = await byTurns(rounds, {
    floor: async (round) => perSecond(await floor(round)),
    ours: async (round) => perSecond(await sweepBurst(bed, round + 1)),
  });
  const { figures, details } = ratioOf('sweeper_drain', `misses per s, ${dueInBurst} due at once`, results);
  const rate = { name: 'sweeper_drain_per_second', kind: 'per_second', value: median(results.ours) } as const;
  return { figures: [...figures, rate], details };
}

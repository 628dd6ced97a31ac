import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '#server/db/embedded/open-database.ts';
import type { Bench, BenchOptions } from './bench.ts';
import type { Figure } from './figures.ts';
import { fold, foldFlat, foldLong } from './fold.ts';
import { inbox } from './inbox.ts';
import { ingest } from './ingest.ts';
import { reading } from './reading.ts';
import { report } from './report.ts';
import { screen } from './screen.ts';
import { sweeper, sweeperFlat } from './sweeper.ts';

/** Benchmarks with the figures they give, in the order they run. */
const benches: readonly { readonly names: readonly string[]; readonly bench: Bench }[] = [
  { names: ['ingest_throughput', 'ingest_p50', 'ingest_p99'], bench: ingest },
  { names: ['fold', 'fold_per_second'], bench: fold },
  { names: ['fold_long'], bench: foldLong },
  { names: ['fold_flat'], bench: foldFlat },
  { names: ['screen_p50', 'screen_p99', 'screen_mixed_p50', 'screen_mixed_p99'], bench: screen },
  { names: ['inbox_page', 'graphql_inbox', 'server_memory'], bench: inbox },
  { names: ['report', 'report_growth'], bench: report },
  { names: ['sweeper_lag_p50', 'sweeper_lag_p99', 'sweeper_drain', 'sweeper_drain_per_second'], bench: sweeper },
  { names: ['sweeper_flat'], bench: sweeperFlat },
  { names: ['read_promises_per_second', 'read_cues_per_second', 'check_drafts_per_second'], bench: reading },
];

const usage = `Usage: npm run bench -- [--only NAME] [--seconds N] [--scale N] [--times N] [--rounds N]
  --only     one figure, with those measured together with it: ${benches.flatMap(({ names }) => names).join(', ')}
  --seconds  length of a round under load (2)
  --scale    messages stored in the small installation (10000)
  --times    how many times as many the large one has (10)
  --rounds   rounds that count, of floor and ours each (5)`;

// What libraries leave running (timers, sockets that linger) must not hold up whoever waits for the figures.
main().then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);

async function main(): Promise<void> {
  const options = {
    only: { type: 'string' },
    seconds: { type: 'string', default: '2' },
    scale: { type: 'string', default: '10000' },
    times: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '5' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  const { values } = parseArgs({ options });
  const chosen = benches.filter(({ names }) => values.only === undefined || names.includes(values.only));
  const sizes = { seconds: values.seconds, scale: values.scale, times: values.times, rounds: values.rounds };
  const areNumbers = Object.values(sizes).every((value) => Number(value) > 0);
  if (values.help === true || chosen.length === 0 || !areNumbers) {
    console.log(usage);
    process.exitCode = values.help === true ? 0 : 2;
    return;
  }
  await measure(
    chosen.map(({ bench }) => bench),
    {
      seconds: Number(sizes.seconds),
      scale: Number(sizes.scale),
      times: Number(sizes.times),
      rounds: Number(sizes.rounds),
    },
  );
}

async function measure(chosen: readonly Bench[], size: Omit<BenchOptions, 'database'>): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'woordhouder-bench-'));
  const database = await openDatabase({
    dataDir: folder,
    log: (line) => {
      console.log(`# ${line}`);
    },
  });
  const leave = async (): Promise<void> => {
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  };
  // The database is a process of its own and would outlive a run that is interrupted or breaks.
  const abandon = (reason: unknown): void => {
    if (reason instanceof Error) console.error(reason);
    void leave().finally(() => process.exit(reason instanceof Error ? 1 : 130));
  };
  for (const event of ['SIGINT', 'SIGTERM', 'uncaughtException', 'unhandledRejection']) process.once(event, abandon);
  try {
    for (const bench of chosen) {
      const { figures, details } = await bench({ ...size, database });
      for (const detail of details) console.log(`# ${detail}`);
      for (const figure of figures) console.log(lineOf(figure));
    }
  } finally {
    await leave();
  }
}

function lineOf({ name, kind, value }: Figure): string {
  if (!Number.isFinite(value)) throw new RangeError(`${name} has no value`);
  if (kind === 'per_second') return `${name} rate ${value.toFixed(1)}`;
  return `${name} ${kind} ${value.toFixed(3)}`;
}

import { createApp, type App } from '#server/app.ts';
import { createMovableClock, systemClock } from '#server/clock.ts';
import { isLoopbackHost, type Config } from '#server/config.ts';
import { connectDatabase } from '#server/db/connect.ts';
import { openDatabase, type OpenDatabase } from '#server/db/embedded/open-database.ts';
import { createDatabaseKeeper } from '#server/db/keep-database.ts';
import { demoPassword, demoUsers } from '#server/demo/demo-accounts.ts';
import { createDemoPlatforms, withDemoChannels } from '#server/demo/demo-platforms.ts';
import { seedDemo } from '#server/demo/seed-demo.ts';
import { createSeedState } from '#server/demo/seed-state.ts';
import { storyLeads } from '#server/demo/story-leads.ts';
import type { WorkLoop } from '#server/jobs/work-loop.ts';
import type { Log } from '#server/log.ts';
import { createDiskGuard, type DiskGuard } from './disk-guard.ts';
import { assertRoom, assertWritable, storageProblem } from './start-fault.ts';

/** What starting needs; `print` talks to the person at the terminal. */
export type StartOptions = {
  readonly config: Config;
  readonly log: Log;
  readonly clientDir: string;
  print(line: string): void;
  /** Aborted when the start is no longer wanted: everything is stopped again and the start fails with the signal’s reason. */
  readonly stopEarly: AbortSignal;
};

/** A started server. */
export type StartedServer = { readonly origin: string; stop(): Promise<void> };

/** Opens the database, starts the server and, in demo mode, the played platforms with their stories. */
export async function startServer(options: StartOptions): Promise<StartedServer> {
  const { config, print } = options;
  await assertWritable(config.dataDir);
  if (config.mongodbUri === null) await assertRoom(config.dataDir, config.leastFreeMb);
  const database = await openDatabase({ uri: config.mongodbUri, dataDir: config.dataDir, log: print });
  const watchers = watchersOf(options, database);
  try {
    const connection = await connectDatabase(database.uri, database.options, config.mongodbDb);
    const start = config.demo ? startDemo : startPlain;
    const started = await start({ ...options, ...connection, ...roomOf(watchers) });
    for (const watcher of watchers?.loops ?? []) watcher.start();
    const stop = async (): Promise<void> => {
      for (const watcher of watchers?.loops ?? []) await watcher.stop();
      await started.stop();
      await connection.close();
      await database.stop();
    };
    if (options.stopEarly.aborted) await stop();
    options.stopEarly.throwIfAborted();
    return { origin: started.origin, stop };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

type Watchers = { readonly guard: DiskGuard; readonly loops: readonly WorkLoop[] };

/** Who sees to a database in the data folder; null where somebody else keeps it. */
function watchersOf({ config, log }: StartOptions, { kept, kind }: OpenDatabase): Watchers | null {
  if (kind === 'external') return null;
  const { dataDir, leastFreeMb } = config;
  const guard = createDiskGuard({ dataDir, leastFreeBytes: leastFreeMb * 1024 * 1024, log });
  if (kept === null) return { guard, loops: [guard] };
  return {
    guard,
    loops: [guard, createDatabaseKeeper({ database: kept, log, problem: () => storageProblem(dataDir) })],
  };
}

function roomOf(watchers: Watchers | null): Pick<Connected, 'hasRoom'> {
  return watchers === null ? {} : { hasRoom: () => watchers.guard.hasRoom() };
}

type Connected = StartOptions &
  Pick<Awaited<ReturnType<typeof connectDatabase>>, 'client' | 'db'> & { readonly hasRoom?: () => boolean };

async function startPlain(options: Connected): Promise<StartedServer> {
  const { config, print } = options;
  const app = await createApp({ ...options, clock: systemClock, play: null, platformUrl: null });
  const { origin } = await app.start();
  const admin = await app.modules.agents.ensureFirstAdmin(config);
  app.openDoors();
  print(`Woordhouder listens on ${origin}`);
  if (admin.created && admin.password !== null) {
    print(`First sign-in: ${admin.email} with password ${admin.password} (shown only this once)`);
  }
  return { origin, stop: () => app.stop() };
}

async function startDemo(options: Connected): Promise<StartedServer> {
  const { print } = options;
  const config = withDemoChannels(options.config);
  const clock = createMovableClock();
  const platforms = createDemoPlatforms(config, clock);
  const platformUrl = await platforms.simulator.listen();
  const seeding = createSeedState(options.db);
  const decision = config.demoSeed === 'none' ? 'played' : await seeding.decide();
  const app = await createApp({ ...options, config, clock, play: platforms.play, platformUrl, storyLeads });
  const { origin } = await app.start();
  platforms.productListensAt(origin);
  const stop = async (): Promise<void> => {
    await app.stop();
    await platforms.simulator.close();
  };
  try {
    if (decision === 'foreign') print('This database holds other data; the demo stories are not played into it.');
    if (decision === 'play') {
      await seeding.begin();
      await seedOnce(app, { ...options, config, clock, simulator: platforms.simulator });
      await app.modules.reports.rollUp();
      await seeding.finish();
    }
  } catch (error) {
    await stop();
    throw error;
  }
  app.openDoors();
  print('');
  if (!isLoopbackHost(config.host)) {
    print(`Careful: ${config.host} can be reached from other machines, and the passwords below are public.`);
  }
  print(`Woordhouder is ready: ${origin}`);
  print(`Sign in with password ${demoPassword} as:`);
  for (const user of demoUsers) print(`  ${user.email.padEnd(18)} ${user.role}`);
  return { origin, stop };
}

type Seeding = Connected & {
  clock: ReturnType<typeof createMovableClock>;
  simulator: ReturnType<typeof createDemoPlatforms>['simulator'];
};

const reportEvery = 0.1;

async function seedOnce(app: App, options: Seeding): Promise<void> {
  const { config, clock, simulator, print, stopEarly } = options;
  const size = config.demoSeed === 'small' ? 'small' : 'full';
  print('Playing the demo stories through signed webhooks (only the first time) …');
  let reported = 0;
  await seedDemo({
    app,
    simulator,
    clock,
    now: systemClock.now(),
    size,
    progress: (done, total) => {
      stopEarly.throwIfAborted();
      if (done / total < reported + reportEvery) return;
      reported = done / total;
      print(`  ${String(Math.round(reported * 100))} %`);
    },
  });
}

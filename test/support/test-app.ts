import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createApp, type App } from '#server/app.ts';
import type { PlatformSimulator } from '#server/channels/simulator/index.ts';
import { createMovableClock, type MovableClock } from '#server/clock.ts';
import { readConfig, type Config } from '#server/config.ts';
import { createDemoPlatforms, withDemoChannels } from '#server/demo/demo-platforms.ts';
import type { DemoWorld } from '#server/demo/demo-world.ts';
import { createDemoWorld } from '#server/demo/seed-demo.ts';
import type { Log } from '#server/log.ts';
import { atEndOfFile } from './at-end-of-file.ts';
import { openTestDatabase, type TestDatabase } from './database.ts';
import { createWatchedLog } from './watched-log.ts';

/** A whole server on the real database with the played platforms, at a clock that stands still until it is moved. */
export type TestApp = {
  readonly app: App;
  readonly config: Config;
  readonly clock: MovableClock;
  readonly simulator: PlatformSimulator;
  readonly world: DemoWorld;
  readonly origin: string;
  readonly database: TestDatabase;
};

/** What a test may set otherwise: the log (by default one that is searched after the file for words and secrets) and environment variables. */
export type TestAppWishes = { readonly log?: Log; readonly env?: Readonly<Record<string, string>> };

/** Starts a server for a test file at `startAt`; stopped after the file. */
export async function createTestApp(startAt: Date, wishes: TestAppWishes = {}): Promise<TestApp> {
  const database = await openTestDatabase();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'woordhouder-test-'));
  const config = withDemoChannels(
    readConfig({ PORT: '0', WOORDHOUDER_DEMO: '1', WOORDHOUDER_DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...wishes.env }),
  );
  const clock = createMovableClock(startAt);
  const platforms = createDemoPlatforms(config, clock);
  const { simulator, play } = platforms;
  const platformUrl = await simulator.listen();
  const watched = createWatchedLog();
  const log = wishes.log ?? watched.log;
  const { client, db } = database;
  const app = await createApp({
    ...{ config, clock, client, db, log, play, platformUrl },
    clientDir: dataDir,
    upkeep: false,
  });
  const { origin } = await app.start();
  app.openDoors();
  platforms.productListensAt(origin);
  atEndOfFile(async () => {
    await app.stop();
    await simulator.close();
    await watched.expectQuiet(database.db);
    await rm(dataDir, { recursive: true, force: true });
  });
  const world = await createDemoWorld({ app, simulator, clock });
  return { app, config, clock, simulator, world, origin, database };
}

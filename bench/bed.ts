import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Db, MongoClient } from 'mongodb';
import { createApp, type App } from '#server/app.ts';
import { createMovableClock, type MovableClock } from '#server/clock.ts';
import { readConfig } from '#server/config.ts';
import { connectDatabase } from '#server/db/connect.ts';
import type { OpenDatabase } from '#server/db/embedded/open-database.ts';
import { createTransactor, type Transactor } from '#server/db/transaction.ts';
import { demoPassword, demoUsers } from '#server/demo/demo-accounts.ts';
import { createClocks } from '#server/modules/clocks/index.ts';
import { createConversationsStore } from '#server/modules/conversations/conversations.store.ts';
import { createMessagesStore } from '#server/modules/conversations/messages.store.ts';
import { createDemoPlatforms, withDemoChannels } from '#server/demo/demo-platforms.ts';
import { createDemoWorld } from '#server/demo/seed-demo.ts';
import { createLog, type Log } from '#server/log.ts';

/** The real server on an empty database, with a brand, its people and its three accounts. */
export type Bed = {
  readonly app: App;
  readonly clock: MovableClock;
  readonly client: MongoClient;
  readonly db: Db;
  /** A database beside it with the same indexes, for what is measured against. */
  readonly floor: Db;
  readonly log: Log;
  readonly transact: Transactor;
  readonly brandId: string;
  /** One session cookie for each of the brand's people. */
  readonly cookies: readonly string[];
  /** Where the server listens. */
  readonly origin: string;
  close(): Promise<void>;
};

/** How the server of a bed runs: `whole` as in production, `still` without loops, feed and jobs (they are measured alone). */
export type BedMode = 'whole' | 'still';

/** Opens a bed in a database of its own; it goes with the folder of the run, as dropping a million documents takes minutes. */
export async function openBed(database: OpenDatabase, name: string, mode: BedMode): Promise<Bed> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'woordhouder-bench-'));
  const connection = await connectDatabase(database.uri, database.options, name);
  const { client, db } = connection;
  const config = withDemoChannels(
    readConfig({ PORT: '0', WOORDHOUDER_DATA_DIR: dataDir, LOG_LEVEL: 'error', NODE_ENV: 'production' }),
  );
  const log = createLog({ level: config.logLevel, destination: { write: (line) => process.stderr.write(line) } });
  const clock = createMovableClock();
  const { simulator, play } = createDemoPlatforms(config, clock);
  const platformUrl = await simulator.listen();
  const app = await createApp({ config, clock, client, db, log, clientDir: dataDir, play, platformUrl });
  const { origin } = mode === 'whole' ? await app.start() : await startStill(app);
  app.openDoors();
  const { brandId } = await createDemoWorld({ app, simulator, clock });
  return {
    app,
    clock,
    client,
    db,
    floor: await openFloor(client.db(`${name}_floor`)),
    log,
    transact: createTransactor(client),
    brandId,
    cookies: await signInAll(app),
    origin,
    close: async () => {
      if (mode === 'whole') await app.stop();
      else {
        await app.modules.health.upkeep.stop();
        await app.ingest.consumer.stop();
        await app.http.close();
        await app.apollo.stop();
      }
      await simulator.close();
      await connection.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function openFloor(db: Db): Promise<Db> {
  await createMessagesStore(db).ensureIndexes();
  await createConversationsStore(db).ensureIndexes();
  await createClocks(db).ensureIndexes();
  return db;
}

async function startStill({ modules, ingest, outbox, http }: App): Promise<{ origin: string }> {
  const { agents, accounts, contacts, conversations, clocks, promises, alerts, norms, reports } = modules;
  for (const part of [
    agents,
    accounts,
    contacts,
    conversations,
    clocks,
    promises,
    alerts,
    norms,
    reports,
    ingest,
    outbox,
  ]) {
    await part.ensureIndexes();
  }
  return http.listen();
}

async function signInAll(app: App): Promise<string[]> {
  const cookies: string[] = [];
  for (const { email } of demoUsers) {
    const outcome = await app.modules.agents.signIn({ email, password: demoPassword, address: 'bench' });
    if (!('token' in outcome)) throw new Error(`${email} cannot sign in`);
    cookies.push(`wh_session=${outcome.token}`);
  }
  return cookies;
}

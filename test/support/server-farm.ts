import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { createApp, type App } from '#server/app.ts';
import { encodeBody, messengerText, signedHeaders, type Body } from '#server/channels/simulator/bodies.ts';
import { createMovableClock, systemClock, type Clock } from '#server/clock.ts';
import { readConfig } from '#server/config.ts';
import { connectDatabase, type DatabaseConnection } from '#server/db/connect.ts';
import { openDatabase } from '#server/db/embedded/open-database.ts';
import { demoAccounts, demoSecrets } from '#server/demo/demo-accounts.ts';
import { createDemoPlatforms, withDemoChannels } from '#server/demo/demo-platforms.ts';
import { createDemoWorld } from '#server/demo/seed-demo.ts';
import { createWatchedLog, expectQuietLog } from './watched-log.ts';

const senders = 16;
/** Generous: on a busy machine an answer takes seconds, and one given up on may still have been stored. */
const patienceMs = 20_000;
const pageId = demoAccounts.messenger.externalId;

/** A real server process and where it listens. */
export type ServerProcess = { readonly server: ChildProcess; readonly origin: string };

/** Work on a server in this process, which listens at `origin`. */
type WorkHere = (app: App, origin: string) => Promise<void>;

/** A data folder of its own with real server processes on it; everything is gone after the test. */
export type ServerFarm = {
  /** Runs `work` with a server in this process on the data folder, by `clock` (else the machine's), then stops everything cleanly. */
  withServerHere(work: WorkHere, clock?: Clock): Promise<void>;
  /** Makes the demo's brand, people and accounts without any story, and goes on with `work` on the same server. */
  makeBrand(work?: WorkHere): Promise<void>;
  /** Starts a server as `npm start` would and comes back once it is ready. */
  startServer(): Promise<ServerProcess>;
  killDatabase(): Promise<void>;
  /** Everything that was answered 200 is there exactly once, and no group was taken in by half. */
  expectStored(acknowledged: readonly string[]): Promise<void>;
};

/** Opens a farm in a temporary folder, within a test; `environment` is what its servers are told beyond or instead of the farm's own settings. */
export async function openServerFarm(environment: Readonly<Record<string, string>> = {}): Promise<ServerFarm> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'woordhouder-farm-'));
  const variables = { ...variablesOf(dataDir), ...environment };
  const processes: ChildProcess[] = [];
  const printed: string[] = [];
  // Within a test `afterAll` would never be called.
  onTestFinished(async () => {
    await Promise.all(processes.map(killed));
    // A red run may leave the database of its last server behind; opening and stopping takes it along.
    try {
      await withDatabase(dataDir, variables, ({ db }) => expectQuietLog(logLines(printed.join('')), db));
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  }, patienceMs * 3);
  const withServerHere: ServerFarm['withServerHere'] = (work, clock = systemClock) =>
    runServerHere({ variables, dataDir, clock }, work);
  return {
    withServerHere,
    makeBrand: (work) =>
      withServerHere(async (app, origin) => {
        const config = withDemoChannels(readConfig(variables));
        const clock = createMovableClock();
        await createDemoWorld({ app, simulator: createDemoPlatforms(config, clock).simulator, clock });
        await work?.(app, origin);
      }),
    startServer: async () => {
      const started = await startProcess(variables, printed);
      processes.push(started.server);
      return started;
    },
    killDatabase: async () => {
      const record = JSON.parse(await readFile(path.join(dataDir, 'database.json'), 'utf8')) as { pid: number };
      process.kill(record.pid, 'SIGKILL');
    },
    expectStored: (acknowledged) => withServerHere((app) => expectStoredIn(app, acknowledged)),
  };
}

function variablesOf(dataDir: string): Record<string, string> {
  return {
    PORT: '0',
    WOORDHOUDER_DEMO: '1',
    WOORDHOUDER_DEMO_SEED: 'none',
    WOORDHOUDER_DATA_DIR: dataDir,
    LOG_LEVEL: 'trace',
  };
}

type Here = { readonly variables: Record<string, string>; readonly dataDir: string; readonly clock: Clock };

/** What is log in what a server prints: its greeting tells the demo's password, and is meant to. */
function logLines(printed: string): string {
  return printed
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .join('\n');
}

/** Opens the farm's database for as long as `work` takes. */
async function withDatabase(
  dataDir: string,
  variables: Record<string, string>,
  work: (connection: DatabaseConnection) => Promise<void>,
): Promise<void> {
  const database = await openDatabase({ uri: null, dataDir, log: () => undefined });
  const connection = await connectDatabase(database.uri, database.options, readConfig(variables).mongodbDb);
  try {
    await work(connection);
  } finally {
    await connection.close();
    await database.stop();
  }
}

async function runServerHere({ variables, dataDir, clock }: Here, work: WorkHere): Promise<void> {
  const config = withDemoChannels(readConfig(variables));
  await withDatabase(dataDir, variables, async ({ client, db }) => {
    const { log, expectQuiet } = createWatchedLog();
    const app = await createApp({
      config,
      clock,
      client,
      db,
      log,
      clientDir: dataDir,
      play: null,
      platformUrl: null,
    });
    const { origin } = await app.start();
    try {
      await work(app, origin);
    } finally {
      await app.stop();
    }
    await expectQuiet(db);
  });
}

async function startProcess(variables: Record<string, string>, printed: string[]): Promise<ServerProcess> {
  const settings = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
  const server = spawn(
    'env',
    ['-u', 'MONGODB_URI', ...settings, process.execPath, '--import', 'tsx', 'server/main.ts'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const origin = await new Promise<string>((resolve, reject) => {
    let greeting = '';
    let found: string | undefined;
    // Read on until its end: a server whose output nobody takes would die of that.
    server.stdout.on('data', (chunk: Buffer) => {
      printed.push(chunk.toString());
      if (found !== undefined) return;
      greeting += chunk.toString();
      found = /(?:ready:|listens on) (http:\S+)/u.exec(greeting)?.[1];
      if (found !== undefined) resolve(found);
    });
    server.once('exit', () => {
      reject(new Error(`the server ended: ${greeting}`));
    });
  });
  return { server, origin };
}

/** Kills a server as a power cut would. */
export async function killed(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill('SIGKILL');
  await once(server, 'exit');
}

/** Asks a server to stop and waits until it has. */
export async function stopped(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill('SIGTERM');
  await once(server, 'exit');
}

/** Posts one webhook as a platform does: whoever does not answer soon has not answered. */
async function post(origin: string, body: Body): Promise<number> {
  const bytes = encodeBody(body);
  try {
    const response = await fetch(`${origin}/webhooks/messenger`, {
      method: 'POST',
      headers: signedHeaders('messenger', bytes, demoSecrets.messenger),
      body: Buffer.from(bytes),
      signal: AbortSignal.timeout(patienceMs),
    });
    return response.status;
  } catch {
    // A broken connection and silence are the same to a platform: no 200.
    return 0;
  }
}

/** A stream of webhooks: `origins` in turn, a blow after so many were acknowledged. */
export type Pouring = {
  readonly round: string;
  readonly origins: readonly string[];
  readonly deliveries: number;
  readonly strikeAfter: number;
  strike(): Promise<void>;
};

/** Posts at full speed; comes back with what was answered 200. An origin that is gone after the blow is left out. */
export async function pour(pouring: Pouring): Promise<{ acknowledged: string[]; struck: boolean }> {
  const acknowledged: string[] = [];
  const refused: number[] = [];
  const strikes: Promise<void>[] = [];
  const gone = new Set<string>();
  let next = 0;
  const send = async (): Promise<void> => {
    while (next < pouring.deliveries && gone.size < pouring.origins.length) {
      const index = next;
      next += 1;
      const alive = pouring.origins.filter((origin) => !gone.has(origin));
      const origin = alive[index % alive.length] ?? '';
      const mid = `m_${pouring.round}_${String(index)}`;
      const psid = `700${String(index % 25).padStart(5, '0')}`;
      const body = messengerText({
        pageId,
        psid,
        mid,
        text: `Mijn vraag met nummer ${String(index)}?`,
        at: systemClock.now(),
      });
      const status = await post(origin, body);
      if (status === 200) acknowledged.push(mid);
      else if (strikes.length > 0) gone.add(origin);
      else refused.push(status);
      if (acknowledged.length >= pouring.strikeAfter && strikes.length === 0) strikes.push(pouring.strike());
    }
  };
  await Promise.all(Array.from({ length: senders }, send));
  await Promise.all(strikes);
  // Before the blow nothing may be refused: what is not taken then is no crash.
  expect(refused).toEqual([]);
  return { acknowledged, struck: strikes.length > 0 };
}

async function expectStoredIn(app: App, acknowledged: readonly string[]): Promise<void> {
  await app.ingest.consumer.settled();
  const address = `messenger:${pageId}`;
  const account = (await app.modules.accounts.byAddresses([address])).get(address);
  if (!account) throw new Error('the account is gone');
  const keys = acknowledged.map((externalId) => ({ accountId: account._id, externalId }));
  const stored = await app.modules.conversations.messages.byExternalIds(account.brandId, keys);
  expect(stored.map(({ externalId }) => externalId).sort()).toEqual([...acknowledged].sort());
  const conversationIds = [...new Set(stored.map(({ conversationId }) => conversationId))];
  const conversations = await app.modules.conversations.store.byIds(account.brandId, conversationIds);
  expect(conversations.length).toBe(conversationIds.length);
  // What is counted in the conversations is what is stored: no group was taken in by half.
  const all = await app.modules.conversations.messages.ofConversations(account.brandId, conversationIds);
  const unread = conversations.reduce((sum, conversation) => sum + conversation.unread, 0);
  expect(unread).toBe(all.length);
}

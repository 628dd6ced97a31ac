import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MongoClient, MongoServerError, type MongoClientOptions } from 'mongodb';
import { systemClock } from '#server/clock.ts';
import type { KeptDatabase } from '#server/db/keep-database.ts';
import { startProcess, stopProcess, storagePathOf } from './database-process.ts';
import { findProgram, replicaSetName, type DatabaseProgram } from './database-program.ts';
import { downloadedProgram } from './memory-server.ts';
import { reviveDatabase, takesWrites } from './revive-database.ts';
import {
  isAlive,
  readRecord,
  removeRecord,
  runsOn,
  withFolderLock,
  writeRecord,
  type DatabaseRecord,
} from './storage-lease.ts';

/** A database that can be connected to. */
export type OpenDatabase = {
  /** Connection string. */
  readonly uri: string;
  /** What the driver must be told besides. */
  readonly options: MongoClientOptions;
  readonly kind: 'external' | 'mongod' | 'embedded';
  /** True when this call started the process; false when it was there already. */
  readonly started: boolean;
  /** How to see to the process; null for a database that somebody else runs. */
  readonly kept: KeptDatabase | null;
  /** Gives the database up; the last user of a data folder stops its process. Idempotent. */
  stop(): Promise<void>;
};

/** Where the database is to come from. */
export type DatabaseWish = {
  /** Connection string of a database that somebody else runs; then nothing is started. */
  readonly uri?: string | null;
  /** Folder of the database that is started when there is no `uri`; created when missing. */
  readonly dataDir: string;
  /** Told what was chosen; gets no secret. */
  readonly log: (line: string) => void;
  /** Overrides the search for an installed program, for tests; null: none is installed. */
  readonly program?: DatabaseProgram | null;
};

/**
 * Opens the database: `uri` if given, else the process that already serves `dataDir`, else a new one (see `findProgram` and `downloadedProgram`).
 * Two servers may open one data folder; they share its process. Throws with a remedy when there is no database to be had.
 */
export async function openDatabase(wish: DatabaseWish): Promise<OpenDatabase> {
  if (wish.uri !== undefined && wish.uri !== null && wish.uri !== '') {
    wish.log('Database: the one MONGODB_URI names.');
    return { uri: wish.uri, options: {}, kind: 'external', started: false, kept: null, stop: () => Promise.resolve() };
  }
  const dataDir = path.resolve(wish.dataDir);
  const installed = wish.program === undefined ? findProgram(dataDir, process.env['PATH'] ?? '') : wish.program;
  const program = installed ?? (await downloadedProgram(dataDir, wish.log));
  return withFolderLock(dataDir, async () => {
    const running = await reusable(program, dataDir, wish.log);
    const record = running ?? (await startRecorded(program, dataDir));
    const uri = uriOf(record);
    if (program.kind === 'mongod') await becomePrimary(uri);
    const users = record.users.filter(isAlive);
    if (running && users.length === 0) await endOrphanedTransactions(uri, program);
    await writeRecord(dataDir, { ...record, users: [...users, process.pid] });
    wish.log(`Database: ${program.kind} (process ${String(record.pid)}) ${running ? 'already runs' : 'started'}.`);
    const stop = once(() => leave(program, dataDir, record.port));
    const kept = keptOf(program, dataDir, record);
    return { uri, options: program.driverOptions, kind: program.kind, started: running === null, kept, stop };
  });
}

/** The living, answering process of the folder; one that lives but does not answer is ended. */
async function reusable(
  program: DatabaseProgram,
  dataDir: string,
  log: (line: string) => void,
): Promise<DatabaseRecord | null> {
  const record = await readRecord(dataDir);
  if (record === null) return null;
  const storagePath = storagePathOf(program, dataDir);
  if (!(await runsOn(record.pid, storagePath))) {
    await removeRecord(dataDir);
    return null;
  }
  if (record.port !== null && record.kind === program.kind && (await answers(uriOf(record), program))) return record;
  log(`Database: process ${String(record.pid)} of an earlier start does not answer and is ended.`);
  await stopProcess(record.pid, storagePath);
  await removeRecord(dataDir);
  return null;
}

async function startRecorded(program: DatabaseProgram, dataDir: string): Promise<DatabaseRecord> {
  const child = await startProcess(program, dataDir);
  const starting: DatabaseRecord = {
    pid: child.pid,
    port: null,
    startedAt: systemClock.now().toISOString(),
    executable: program.executable,
    kind: program.kind,
    users: [],
  };
  // Before it listens: a crash of this server from here on leaves a process that the next start finds.
  await writeRecord(dataDir, starting);
  try {
    return { ...starting, port: await child.listening() };
  } catch (error) {
    await stopProcess(child.pid, storagePathOf(program, dataDir));
    await removeRecord(dataDir);
    throw error;
  }
}

/**
 * A killed server leaves its open transactions behind, and a database keeps their locks for a minute: nothing they touched
 * could be written until then. Only for a database that nobody else uses.
 */
async function endOrphanedTransactions(uri: string, program: DatabaseProgram): Promise<void> {
  const client = new MongoClient(uri, { ...program.driverOptions, serverSelectionTimeoutMS: 5_000 });
  try {
    await client.db('admin').command({ killAllSessions: [] });
  } finally {
    await client.close();
  }
}

async function leave(program: DatabaseProgram, dataDir: string, port: number | null): Promise<void> {
  await withFolderLock(dataDir, async () => {
    const record = await readRecord(dataDir);
    // By its port: the process itself may have been started anew since.
    if (record === null || record.port !== port) return;
    const users = record.users.filter(isAlive);
    const own = users.indexOf(process.pid);
    if (own >= 0) users.splice(own, 1);
    if (users.length > 0) {
      await writeRecord(dataDir, { ...record, users });
      return;
    }
    const storagePath = storagePathOf(program, dataDir);
    if (await runsOn(record.pid, storagePath)) await stopProcess(record.pid, storagePath);
    await removeRecord(dataDir);
  });
}

/** Only the embedded one is seen to: a mongod of the machine has keepers of its own kind. */
function keptOf(program: DatabaseProgram, dataDir: string, { port }: DatabaseRecord): KeptDatabase | null {
  if (program.kind !== 'embedded' || port === null) return null;
  return {
    takesWrites: () => takesWrites(`mongodb://127.0.0.1:${String(port)}/`, program),
    revive: () => reviveDatabase({ program, dataDir, port }),
  };
}

function uriOf(record: Pick<DatabaseRecord, 'port'>): string {
  return `mongodb://127.0.0.1:${String(record.port)}/`;
}

async function answers(uri: string, program: DatabaseProgram): Promise<boolean> {
  const client = new MongoClient(uri, {
    ...program.driverOptions,
    serverSelectionTimeoutMS: 3_000,
    socketTimeoutMS: 5_000,
  });
  try {
    await client.db('admin').command({ ping: 1 });
    return program.kind !== 'embedded' || (await takesWrites(uri, program));
  } catch {
    // Whatever the reason, a database that does not answer a ping is of no use.
    return false;
  } finally {
    await client.close();
  }
}

/** Code of "already initialised" in replSetInitiate. */
const alreadyInitialised = 23;

async function becomePrimary(uri: string): Promise<void> {
  const client = new MongoClient(uri, { directConnection: true, serverSelectionTimeoutMS: 10_000 });
  try {
    const admin = client.db('admin');
    const host = new URL(uri).host;
    try {
      await admin.command({ replSetInitiate: { _id: replicaSetName, members: [{ _id: 0, host }] } });
    } catch (error) {
      if (!(error instanceof MongoServerError) || error.code !== alreadyInitialised) throw error;
      await adoptPort(admin, host);
    }
  } finally {
    await client.close();
  }
  await waitForPrimary(uri);
}

/** A set remembers its member's port, and this start has another one: without a forced change it never elects itself. */
async function adoptPort(admin: ReturnType<MongoClient['db']>, host: string): Promise<void> {
  const { config } = (await admin.command({ replSetGetConfig: 1 })) as { config: { version: number } };
  const members = [{ _id: 0, host }];
  await admin.command({ replSetReconfig: { ...config, version: config.version + 1, members }, force: true });
}

async function waitForPrimary(uri: string): Promise<void> {
  const client = new MongoClient(uri, { directConnection: true, serverSelectionTimeoutMS: 10_000 });
  try {
    for (let turn = 0; turn < 300; turn++) {
      const hello = await client.db('admin').command({ hello: 1 });
      if (hello['isWritablePrimary'] === true) return;
      await sleep(100);
    }
    throw new Error('The mongod on the PATH did not become the primary of its replica set within 30 s.');
  } finally {
    await client.close();
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => (done ??= work());
}

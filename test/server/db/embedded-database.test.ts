import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectDatabase } from '#server/db/connect.ts';
import { stopProcess } from '#server/db/embedded/database-process.ts';
import { embeddedExecutable, embeddedProgram, findProgram } from '#server/db/embedded/database-program.ts';
import { openDatabase, type OpenDatabase } from '#server/db/embedded/open-database.ts';
import { readRecord, runsOn } from '#server/db/embedded/storage-lease.ts';

const executable = embeddedExecutable();
if (executable === null) throw new Error('The embedded database is not installed: run `node scripts/test.mjs`.');
const program = embeddedProgram(executable);

let folder: string;
const opened: OpenDatabase[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'woordhouder-db-'));
});

afterEach(async () => {
  for (const database of opened.splice(0)) await database.stop();
  const record = await readRecord(folder);
  if (record !== null) await stopProcess(record.pid, path.join(folder, 'db'));
  await rm(folder, { recursive: true, force: true });
});

async function open(dataDir = folder): Promise<OpenDatabase> {
  const database = await openDatabase({ dataDir, log: () => undefined, program });
  opened.push(database);
  return database;
}

async function processOf(dataDir = folder): Promise<number> {
  const record = await readRecord(dataDir);
  if (record === null) throw new Error('No database is recorded.');
  return record.pid;
}

async function insert(database: OpenDatabase, values: readonly number[]): Promise<void> {
  const { db, close } = await connectDatabase(database.uri, database.options, 'look');
  await db.collection('numbers').insertMany(values.map((value) => ({ value })));
  await close();
}

async function stored(database: OpenDatabase): Promise<number[]> {
  const { db, close } = await connectDatabase(database.uri, database.options, 'look');
  const documents = await db.collection<{ value: number }>('numbers').find().sort({ value: 1 }).toArray();
  await close();
  return documents.map((document) => document.value);
}

/** A server process that opens the database of `dataDir` and then does nothing. */
async function otherServer(dataDir: string): Promise<ChildProcess> {
  const server = fork(path.join(import.meta.dirname, 'database-user.ts'), [dataDir], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await once(server, 'message');
  return server;
}

describe('the embedded database', () => {
  it('starts, keeps what is written and stops without a trace but its files', async () => {
    const first = await open();
    expect(first).toMatchObject({ kind: 'embedded', started: true });
    const pid = await processOf();
    await insert(first, [1, 2, 3]);
    await first.stop();
    expect(await runsOn(pid, path.join(folder, 'db'))).toBe(false);
    expect(await readRecord(folder)).toBeNull();

    const second = await open();
    expect(await stored(second)).toEqual([1, 2, 3]);
  });

  it('is found again and stopped by the next server after a server crash', async () => {
    const crashed = await otherServer(folder);
    const pid = await processOf();
    crashed.kill('SIGKILL');
    await once(crashed, 'exit');

    const next = await open();
    expect(next.started).toBe(false);
    expect(await processOf()).toBe(pid);
    await insert(next, [7]);
    await next.stop();
    expect(await runsOn(pid, path.join(folder, 'db'))).toBe(false);
  });

  it('keeps every acknowledged write when it is killed', async () => {
    const first = await open();
    const values = Array.from({ length: 200 }, (_, index) => index);
    for (let start = 0; start < values.length; start += 20) await insert(first, values.slice(start, start + 20));
    const pid = await processOf();
    process.kill(pid, 'SIGKILL');
    while (await runsOn(pid, path.join(folder, 'db'))) await new Promise(setImmediate);

    const second = await open();
    expect(second.started).toBe(true);
    expect(await stored(second)).toEqual(values);
  });

  it('serves two servers of one data folder with one process, which the last one stops', async () => {
    const other = await otherServer(folder);
    const own = await open();
    expect(own.started).toBe(false);
    await own.stop();
    expect(await runsOn(await processOf(), path.join(folder, 'db'))).toBe(true);

    const pid = await processOf();
    other.send('stop');
    await once(other, 'exit');
    expect(await runsOn(pid, path.join(folder, 'db'))).toBe(false);
  });

  it('serves two data folders at once, apart from each other', async () => {
    const otherFolder = await mkdtemp(path.join(tmpdir(), 'woordhouder-db-'));
    const [one, two] = await Promise.all([open(), open(otherFolder)]);
    expect(one.uri).not.toBe(two.uri);
    await Promise.all([insert(one, [1]), insert(two, [2])]);
    expect(await stored(one)).toEqual([1]);
    expect(await stored(two)).toEqual([2]);
    await two.stop();
    await rm(otherFolder, { recursive: true });
  });

  it('gives two starts at the same moment the same process', async () => {
    const [one, two] = await Promise.all([open(), open()]);
    expect(one.uri).toBe(two.uri);
    expect([one.started, two.started].sort()).toEqual([false, true]);
  });

  it('starts anew over a record that is broken or names a process that is something else', async () => {
    await writeFile(path.join(folder, 'database.json'), '{ "pid": 12');
    await (await open()).stop();
    const record = { pid: process.pid, port: 9, startedAt: '2026-01-01T00:00:00.000Z', executable: 'x' };
    await writeFile(path.join(folder, 'database.json'), JSON.stringify({ ...record, kind: 'embedded', users: [] }));
    expect((await open()).started).toBe(true);
  });

  it('says what is wrong when its files are held by a process it knows nothing of', async () => {
    await open();
    const text = await readFile(path.join(folder, 'database.json'), 'utf8');
    await rm(path.join(folder, 'database.json'));
    try {
      await expect(open()).rejects.toThrow(/Another process has this data folder open/);
    } finally {
      // Without its record nobody would stop the first one.
      await writeFile(path.join(folder, 'database.json'), text);
    }
  });
});

describe('the choice of a database', () => {
  it('leaves a database that is named by its address alone', async () => {
    const database = await openDatabase({ uri: 'mongodb://127.0.0.1:1/', dataDir: folder, log: () => undefined });
    expect(database).toMatchObject({ kind: 'external', started: false, uri: 'mongodb://127.0.0.1:1/' });
    await database.stop();
    expect(await readRecord(folder)).toBeNull();
  });

  it('takes a mongod on the path, unless the folder already holds files of the embedded database', async () => {
    const programFolder = path.join(folder, 'programs');
    const onPath = path.join(programFolder, process.platform === 'win32' ? 'mongod.exe' : 'mongod');
    await mkdir(programFolder);
    await writeFile(onPath, '', { mode: 0o755 });
    expect(findProgram(path.join(folder, 'fresh'), programFolder)?.executable).toBe(onPath);
    await (await open()).stop();
    expect(findProgram(folder, programFolder)?.kind).toBe('embedded');
  });
});

it('fails within seconds, with the reason, when nobody listens', async () => {
  await expect(connectDatabase('mongodb://127.0.0.1:1/', { serverSelectionTimeoutMS: 300 }, 'nothing')).rejects.toThrow(
    /ECONNREFUSED/,
  );
});

import { execFile } from 'node:child_process';
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { z } from 'zod';

const runFile = promisify(execFile);

const recordShape = z.object({
  pid: z.int().positive(),
  /** Null while the database is still starting. */
  port: z.int().positive().nullable(),
  startedAt: z.iso.datetime(),
  executable: z.string(),
  kind: z.enum(['mongod', 'embedded']),
  /** Pids of the servers that use it; a pid stands once per opening. The last one to leave stops the database. */
  users: z.array(z.int().positive()),
});

/** What `<dataDir>/database.json` says about the running database of a data folder. */
export type DatabaseRecord = z.output<typeof recordShape>;

const recordPath = (dataDir: string): string => path.join(dataDir, 'database.json');

/** Reads the record; null when there is none or it was cut off by a crash while being written. */
export async function readRecord(dataDir: string): Promise<DatabaseRecord | null> {
  const text = await readIfPresent(recordPath(dataDir));
  if (text === null) return null;
  try {
    return recordShape.parse(JSON.parse(text));
  } catch {
    // An unreadable record is treated as none: a database that still runs holds the storage lock and says so itself.
    return null;
  }
}

/** Replaces the record in one step, so that a reader never sees half of it. */
export async function writeRecord(dataDir: string, record: DatabaseRecord): Promise<void> {
  const draft = `${recordPath(dataDir)}.${String(process.pid)}`;
  await writeFile(draft, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, recordPath(dataDir));
}

/** Removes the record. */
export async function removeRecord(dataDir: string): Promise<void> {
  await rm(recordPath(dataDir), { force: true });
}

/** True while a process with this pid exists (a zombie counts). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * True when `pid` runs and its command line names `storagePath`: pids are given out again, and a zombie has no command line.
 * Where command lines cannot be read (Windows) a living pid is taken for ours.
 */
export async function runsOn(pid: number, storagePath: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform === 'win32') return true;
  const line = (await readIfPresent(`/proc/${String(pid)}/cmdline`)) ?? (await commandLine(pid));
  return line.split('\0').join(' ').includes(storagePath);
}

/** How long a start or stop may hold the lock before a waiting one gives up, in milliseconds. */
const lockPatienceMs = 60_000;
const lockPollMs = 50;
/** Lock files of this process: one with our pid that is not ours was left by a crashed process with the same pid (containers). */
const heldHere = new Set<string>();

/**
 * Runs `work` while no other start or stop of the same data folder runs, in this or another process.
 * A lock left by a crashed process is taken over. Throws when another one holds it for longer than a minute.
 */
export async function withFolderLock<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  await mkdir(dataDir, { recursive: true });
  const lockPath = path.join(dataDir, 'database.lock');
  for (let waitedMs = 0; !(await tryLock(lockPath)); waitedMs += lockPollMs) {
    if (waitedMs >= lockPatienceMs) {
      throw new Error(
        `Another start or stop of the database in ${dataDir} has been under way for a minute. ` +
          `If no other Woordhouder runs, delete ${lockPath}.`,
      );
    }
    await sleep(lockPollMs);
  }
  try {
    return await work();
  } finally {
    heldHere.delete(lockPath);
    await rm(lockPath, { force: true });
  }
}

async function tryLock(lockPath: string): Promise<boolean> {
  if (heldHere.has(lockPath)) return false;
  heldHere.add(lockPath);
  const locked = await createLock(lockPath);
  if (!locked) heldHere.delete(lockPath);
  return locked;
}

async function createLock(lockPath: string): Promise<boolean> {
  try {
    const file = await open(lockPath, 'wx', 0o600);
    try {
      await file.writeFile(String(process.pid));
    } catch (error) {
      // On a full disk the lock would stay empty, and nobody could tell whose it was.
      await rm(lockPath, { force: true });
      throw error;
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const holder = Number((await readIfPresent(lockPath)) ?? '');
  // An empty lock is one that is being written at this moment.
  if (holder > 0 && (holder === process.pid || !isAlive(holder))) await rm(lockPath, { force: true });
  return false;
}

async function commandLine(pid: number): Promise<string> {
  try {
    return (await runFile('ps', ['-o', 'command=', '-p', String(pid)])).stdout;
  } catch {
    return '';
  }
}

async function readIfPresent(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ESRCH') return null;
    throw error;
  }
}

import { mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { freeBytesOf } from './disk-guard.ts';
import { MongoNetworkError, MongoServerSelectionError } from 'mongodb';

/** Exit code of a start that failed because of the machine around it: disk, data folder, database, port. */
export const startFaultCode = 3;

/** A start that cannot go on for a reason the operator can take away; the message says what to do and nothing was damaged. */
export class StartFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StartFault';
  }
}

const probeBytes = 1024 * 1024;

/** Writes, flushes and removes a megabyte in the data folder before anything else is touched there. Throws StartFault. */
export async function assertWritable(dataDir: string): Promise<void> {
  try {
    await writeProbe(dataDir);
  } catch (error) {
    throw storageFault(dataDir, error) ?? error;
  }
}

/** The same for a running server: what is in the way, or null. */
export async function storageProblem(dataDir: string): Promise<string | null> {
  try {
    await writeProbe(dataDir);
    return null;
  } catch (error) {
    return storageFault(dataDir, error)?.message ?? String(error);
  }
}

async function writeProbe(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const file = path.join(dataDir, `write-probe.${String(process.pid)}`);
  try {
    const probe = await open(file, 'w', 0o600);
    try {
      await probe.writeFile(Buffer.alloc(probeBytes, 1));
      await probe.sync();
    } finally {
      await probe.close();
    }
  } finally {
    await rm(file, { force: true });
  }
}

/** Throws StartFault when less than `leastFreeMb` is free: a database that meets a full disk itself may lose what it acknowledged. */
export async function assertRoom(dataDir: string, leastFreeMb: number): Promise<void> {
  const freeMb = Math.floor((await freeBytesOf(dataDir)) / 1024 / 1024);
  if (freeMb >= leastFreeMb) return;
  throw new StartFault(
    `The disk of the data folder ${path.resolve(dataDir)} is almost full: ${String(freeMb)} MB are free, ${String(leastFreeMb)} MB are needed (WOORDHOUDER_LEAST_FREE_MB). Nothing was changed. Make room and start again; delete no files in the folder itself.`,
  );
}

const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const closed = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST']);

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

function storageFault(dataDir: string, error: unknown): StartFault | null {
  const code = codeOf(error);
  const folder = path.resolve(dataDir);
  if (full.has(code)) {
    return new StartFault(
      `The disk of the data folder ${folder} is full (${code}). Nothing was changed. Make room (at least some hundred megabytes) and start again; delete no files in the folder itself.`,
    );
  }
  if (closed.has(code)) {
    return new StartFault(
      `The data folder ${folder} cannot be written (${code}). Nothing was changed. Give this user the right to write there, or choose another folder with WOORDHOUDER_DATA_DIR.`,
    );
  }
  return null;
}

/** What a failed start means to the operator, in one message; null for a failure nobody foresaw. */
export function startFaultOf(error: unknown, dataDir: string): StartFault | null {
  if (error instanceof StartFault) return error;
  if (error instanceof MongoServerSelectionError || error instanceof MongoNetworkError) {
    return new StartFault(
      `The database does not answer (${withoutAddress(error.message)}). Nothing was changed. Start it or correct MONGODB_URI, check that this machine may reach it, and start again.`,
    );
  }
  if (codeOf(error) === 'EADDRINUSE') {
    return new StartFault('The port is taken by another program. Stop that one or choose another with PORT.');
  }
  const message = error instanceof Error ? error.message : '';
  if (/No space left on device|ENOSPC|File too large|EFBIG/u.test(message)) {
    return storageFault(dataDir, { code: 'ENOSPC' });
  }
  return storageFault(dataDir, error);
}

/** A connection string may carry a password; host and port are enough to know which database is meant. */
function withoutAddress(message: string): string {
  return message.replace(/mongodb(\+srv)?:\/\/\S+/gu, 'mongodb://…');
}

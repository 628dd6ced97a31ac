import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdir, readFile, rename, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DatabaseProgram } from './database-program.ts';
import { runsOn } from './storage-lease.ts';

/** How long a database may take to listen: reopening a large store after a kill replays its log. */
const startPatienceMs = 90_000;
const stopPatienceMs = 15_000;
const pollMs = 25;
const logLimitBytes = 5_000_000;

/** A started database process. */
export type StartedProcess = {
  readonly pid: number;
  /** Waits until it listens and gives its port; throws, with the end of its log, when it ends or takes too long. */
  listening(): Promise<number>;
};

/**
 * Starts `program` on `<dataDir>/<storageFolder>`. It gets a process group of its own and writes to `<dataDir>/database.log`
 * (begun anew when over 5 MB, the previous one kept as `.1`), so that neither a crash nor a Ctrl-C of this server ends it.
 * Throws when the program cannot be started at all. `port` 0 takes a free one.
 */
export async function startProcess(program: DatabaseProgram, dataDir: string, port = 0): Promise<StartedProcess> {
  const storagePath = storagePathOf(program, dataDir);
  await mkdir(storagePath, { recursive: true });
  const logPath = path.join(dataDir, 'database.log');
  await boundLog(logPath);
  const logStart = await sizeOf(logPath);
  const askedPort = port === 0 && program.needsPort ? await freePort() : port;
  const log = openSync(logPath, 'a', 0o600);
  const child = spawn(program.executable, program.args(storagePath, askedPort), {
    detached: true,
    stdio: ['ignore', log, log],
    // An own working folder: the program looks for a configuration file of its own in the present one.
    cwd: storagePath,
    env: withoutOwnSettings(process.env),
    windowsHide: true,
  });
  closeSync(log);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => {
      resolve(error.message);
    });
    child.once('exit', (code, signal) => {
      resolve(signal === null ? `it ended with code ${String(code)}` : `it was ended by ${signal}`);
    });
  });
  child.unref();
  if (child.pid === undefined) throw new Error(`${program.executable} cannot be started: ${await ended}`);
  return { pid: child.pid, listening: () => waitForPort({ program, logPath, logStart, askedPort, ended }) };
}

/** Folder that holds the files of `program`. */
export function storagePathOf(program: Pick<DatabaseProgram, 'storageFolder'>, dataDir: string): string {
  return path.join(path.resolve(dataDir), program.storageFolder);
}

/** Ends a database: politely, then after 15 s by force. Returns when it is gone. */
export async function stopProcess(pid: number, storagePath: string): Promise<void> {
  signal(pid, 'SIGTERM');
  if (await goneWithin(pid, storagePath, stopPatienceMs)) return;
  signal(pid, 'SIGKILL');
  if (!(await goneWithin(pid, storagePath, stopPatienceMs))) {
    throw new Error(`The database process ${String(pid)} does not end, not even by force.`);
  }
}

/** The program also reads its settings from the environment; only the command line is to count. */
function withoutOwnSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('SECANTUS')));
}

type Waiting = {
  program: DatabaseProgram;
  logPath: string;
  logStart: number;
  askedPort: number;
  ended: Promise<string>;
};

async function waitForPort({ program, logPath, logStart, askedPort, ended }: Waiting): Promise<number> {
  const end: { reason: string | null } = { reason: null };
  void ended.then((reason) => {
    end.reason = reason;
  });
  for (let waitedMs = 0; waitedMs < startPatienceMs; waitedMs += pollMs) {
    // Asked before the log is read: a program that ended has written everything by then.
    const endReason = end.reason;
    const text = (await readFile(logPath)).subarray(logStart).toString('utf8');
    const match = program.ready.exec(text);
    if (match !== null) return match[1] === undefined ? askedPort : Number(match[1]);
    if (endReason !== null) throw new Error(startFailure(program, endReason, logPath, text));
    await sleep(pollMs);
  }
  throw new Error(startFailure(program, `it did not listen within ${String(startPatienceMs / 1000)} s`, logPath, ''));
}

function startFailure(program: DatabaseProgram, reason: string, logPath: string, text: string): string {
  const held = /managed by another process|Resource temporarily unavailable|DBPathInUse/.test(text);
  const advice = held
    ? 'Another process has this data folder open: stop it, or choose another folder with WOORDHOUDER_DATA_DIR.'
    : `Its log is ${logPath}.`;
  const tail = text.trim().split('\n').slice(-5).join('\n');
  return `The database ${program.executable} did not start: ${reason}. ${advice}${tail === '' ? '' : `\n${tail}`}`;
}

async function goneWithin(pid: number, storagePath: string, patienceMs: number): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += pollMs) {
    if (!(await runsOn(pid, storagePath))) return true;
    await sleep(pollMs);
  }
  return false;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function boundLog(logPath: string): Promise<void> {
  if ((await sizeOf(logPath)) > logLimitBytes) await rename(logPath, `${logPath}.1`);
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('No free port on 127.0.0.1.'));
        else resolve(address.port);
      });
    });
  });
}

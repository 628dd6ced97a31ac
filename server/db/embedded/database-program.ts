import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { MongoClientOptions } from 'mongodb';
import { cacheGib } from './cache-size.ts';

/** A database program that this server may start as its child. */
export type DatabaseProgram = {
  readonly kind: 'mongod' | 'embedded';
  /** Path of the program. */
  readonly executable: string;
  /** Folder inside the data folder that holds its files. */
  readonly storageFolder: string;
  /** Command line for files in `storagePath`, listening on loopback `port`. */
  args(storagePath: string, port: number): string[];
  /** True when it must be told a free port; the embedded one finds its own (port 0) and prints it. */
  readonly needsPort: boolean;
  /** What its log says when it listens; group 1 is the port where it says one. */
  readonly ready: RegExp;
  /** What the driver needs to know about it. */
  readonly driverOptions: MongoClientOptions;
};

const checkoutFolder = path.resolve(import.meta.dirname, '../../..');

/** Folder inside the data folder that keeps a downloaded mongod. */
export const downloadFolder = 'mongod-program';

/** Name under which a mongod started here calls its replica set. */
export const replicaSetName = 'woordhouder';

/**
 * Describes SecantusDB's native server. Flags, each measured: without `--sync-on-commit` a kill loses acknowledged writes;
 * the small log file makes reopening after a kill take under a second. Its log for change streams is cut one entry after the other at a
 * third of all its processor time: a cap this high leaves that to the hour after which entries go, and so to after a rush.
 * `retryWrites` off: its registry of retryable writes slows every write down after the first 10,000.
 */
export function embeddedProgram(executable: string): DatabaseProgram {
  return {
    kind: 'embedded',
    executable,
    storageFolder: 'db',
    needsPort: false,
    args: (storagePath, port) => [
      ...['--host', '127.0.0.1', '--port', String(port)],
      ...['--storage-path', storagePath, '--sync-on-commit'],
      ...['--oplog-max-entries', '1000000'],
      ...['--log-file-max', '128MB', '--cache-size', `${String(cacheGib())}G`, '--log-level', 'WARNING'],
    ],
    ready: /secantusd-rs listening on 127\.0\.0\.1:(\d+)/,
    driverOptions: { directConnection: true, retryWrites: false },
  };
}

/** Describes a mongod of the machine, run as a replica set of one because change streams and transactions need one. */
export function mongodProgram(executable: string): DatabaseProgram {
  return {
    kind: 'mongod',
    executable,
    storageFolder: 'mongod-db',
    needsPort: true,
    args: (storagePath, port) => [
      ...['--bind_ip', '127.0.0.1', '--port', String(port)],
      ...['--dbpath', storagePath, '--replSet', replicaSetName, '--wiredTigerCacheSizeGB', String(cacheGib())],
    ],
    ready: /Waiting for connections/,
    driverOptions: { directConnection: true, retryWrites: true },
  };
}

/**
 * Chooses the program for a data folder: the one whose files already lie there (so that a mongod installed later does not
 * hide the data), else a mongod on the search path, else the embedded one, else a mongod downloaded earlier. Null when none
 * is there.
 */
export function findProgram(dataDir: string, searchPath: string): DatabaseProgram | null {
  const mongod = onPath('mongod', searchPath);
  const secantus = embeddedExecutable();
  const downloaded = downloadedMongod(dataDir);
  const programs = [
    ...(mongod === null ? [] : [mongodProgram(mongod)]),
    ...(secantus === null ? [] : [embeddedProgram(secantus)]),
    ...(downloaded === null ? [] : [mongodProgram(downloaded)]),
  ];
  return programs.find((program) => existsSync(path.join(dataDir, program.storageFolder))) ?? programs[0] ?? null;
}

/** Path of the embedded server in the checkout's virtual environment; null when it is not installed. */
export function embeddedExecutable(): string | null {
  const file =
    process.platform === 'win32'
      ? path.join(checkoutFolder, '.venv', 'Scripts', 'secantusd-rs.exe')
      : path.join(checkoutFolder, '.venv', 'bin', 'secantusd-rs');
  return existsSync(file) ? file : null;
}

/** The newest one whose download was finished: its checksum file is written last. */
function downloadedMongod(dataDir: string): string | null {
  const folder = path.join(dataDir, downloadFolder);
  if (!existsSync(folder)) return null;
  const names = new Set(readdirSync(folder));
  const finished = [...names].filter((name) => name.startsWith('mongod-') && names.has(`${name}.md5`)).sort();
  const last = finished.at(-1);
  return last === undefined ? null : path.join(folder, last);
}

function onPath(name: string, searchPath: string): string | null {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  for (const folder of searchPath.split(path.delimiter).filter((part) => part !== '')) {
    const candidate = path.join(folder, file);
    try {
      accessSync(candidate, constants.X_OK);
      return candidate;
    } catch {
      // Not in this folder: the next one is asked.
    }
  }
  return null;
}

import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Db, MongoClient } from 'mongodb';
import type { Clock } from '#server/clock.ts';
import { createTally, linesOf, type View } from './document-lines.ts';
import { BackupError, manifestText, type BackedUpCollection, type BackupManifest } from './manifest.ts';
import { readConsistently } from './read-consistently.ts';

/** What a backup needs. */
export type BackupSource = {
  readonly client: MongoClient;
  readonly db: Db;
  readonly clock: Clock;
  readonly consistency: BackupManifest['consistency'];
};

/** Never backed up: who is signed in, who failed to, and the clockwork that every start makes anew. */
const leftOut = new Set(['sessions', 'signInFailures', 'jobs', 'jobs_logs', 'leases']);

const privateFile = 0o600;
const privateFolder = 0o700;

/**
 * Writes a backup to `target`: a name with an extension becomes one file, any other a folder. It appears under its name only
 * when it is whole. Throws `BackupError` when something is there already.
 */
export async function writeBackup(source: BackupSource, target: string): Promise<BackupManifest> {
  if (existsSync(target)) {
    const isEmptyFolder = (await readdir(target).catch(() => ['a file'])).length === 0;
    if (!isEmptyFolder) throw new BackupError(`${target} exists already: choose another name.`);
  }
  const staging = `${target}.partial`;
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true, mode: privateFolder });
  try {
    const manifest = await writeFolder(source, staging);
    if (path.extname(target) === '') await rename(staging, target);
    else await packInto(target, staging, manifest);
    return manifest;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function writeFolder(source: BackupSource, folder: string): Promise<BackupManifest> {
  const { db, client, clock, consistency } = source;
  const madeAt = clock.now().toISOString();
  const names = await collectionNames(db);
  const collections = await readConsistently(client, consistency, async (view) => {
    const done: BackedUpCollection[] = [];
    for (const name of names) done.push(await writeCollection(db, view, { name, folder }));
    return done;
  });
  const manifest: BackupManifest = { format: 'woordhouder-backup', version: 1, madeAt, consistency, collections };
  const text = manifestText(manifest);
  await writeFile(path.join(folder, 'manifest.json'), text, { mode: privateFile, flush: true });
  return manifest;
}

async function collectionNames(db: Db): Promise<string[]> {
  const found = await db.listCollections({}, { nameOnly: true }).toArray();
  return found
    .filter(({ name, type }) => type !== 'view' && !name.startsWith('system.') && !leftOut.has(name))
    .map(({ name }) => name)
    .sort();
}

async function writeCollection(
  db: Db,
  view: View,
  { name, folder }: { name: string; folder: string },
): Promise<BackedUpCollection> {
  const tally = createTally();
  const counted = async function* (): AsyncGenerator<Buffer> {
    for await (const line of linesOf(db, name, view)) {
      tally.add(line);
      yield line;
    }
  };
  const file = createWriteStream(path.join(folder, `${name}.ndjson`), { mode: privateFile, flush: true });
  await pipeline(counted, file);
  const listed = (await db.collection(name).listIndexes().toArray()) as BackedUpCollection['indexes'];
  const indexes = listed
    .filter((index) => index.name !== '_id_')
    .map(({ v: _version, ns: _namespace, ...index }) => index);
  return { name, documents: tally.documents, bytes: tally.bytes, sha256: tally.sha256(), indexes };
}

/** One file: the manifest's line, then the bytes of every collection in its order. */
async function packInto(target: string, folder: string, manifest: BackupManifest): Promise<void> {
  const draft = `${target}.partial-file`;
  const parts = ['manifest.json', ...manifest.collections.map(({ name }) => `${name}.ndjson`)];
  const joined = async function* (): AsyncGenerator<Buffer> {
    for (const part of parts) yield* createReadStream(path.join(folder, part)) as AsyncIterable<Buffer>;
  };
  try {
    await pipeline(joined, createWriteStream(draft, { mode: privateFile, flush: true }));
    await rename(draft, target);
  } finally {
    await rm(draft, { force: true });
  }
}

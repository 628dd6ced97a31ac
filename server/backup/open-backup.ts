import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { BackupError, parseManifest, type BackedUpCollection, type BackupManifest } from './manifest.ts';

/** A backup whose every byte was checked. */
export type OpenBackup = {
  readonly manifest: BackupManifest;
  /** The NDJSON bytes of a collection. */
  bytesOf(collection: BackedUpCollection): AsyncIterable<Buffer>;
};

const longestManifest = 1024 * 1024;

/** Opens the backup at `target` (folder or file) and checks every checksum. Throws `BackupError` naming what is damaged. */
export async function openBackup(target: string): Promise<OpenBackup> {
  const found = await stat(target).catch(() => null);
  if (found === null) throw new BackupError(`There is no backup at ${target}.`);
  const backup = found.isDirectory() ? await openFolder(target) : await openFile(target, found.size);
  for (const collection of backup.manifest.collections) {
    const hash = createHash('sha256');
    let bytes = 0;
    try {
      for await (const chunk of backup.bytesOf(collection)) {
        hash.update(chunk);
        bytes += chunk.length;
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      throw new BackupError(`${collection.name}.ndjson is missing in ${target}. Nothing was written.`, {
        cause: error,
      });
    }
    if (bytes !== collection.bytes || hash.digest('hex') !== collection.sha256) {
      throw new BackupError(
        `${collection.name}.ndjson in ${target} is damaged: its checksum does not fit. Nothing was written.`,
      );
    }
  }
  return backup;
}

async function openFolder(folder: string): Promise<OpenBackup> {
  const file = path.join(folder, 'manifest.json');
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) throw new BackupError(`${folder} is no backup: it has no manifest.json.`);
  return {
    manifest: parseManifest(text, file),
    bytesOf: ({ name }) => createReadStream(path.join(folder, `${name}.ndjson`)) as AsyncIterable<Buffer>,
  };
}

async function openFile(file: string, size: number): Promise<OpenBackup> {
  const handle = await open(file);
  const first = Buffer.alloc(Math.min(size, longestManifest));
  try {
    await handle.read(first, 0, first.length, 0);
  } finally {
    await handle.close();
  }
  const end = first.indexOf(0x0a);
  if (end < 0) throw new BackupError(`${file} is damaged or no backup. Nothing was written.`);
  const manifest = parseManifest(first.toString('utf8', 0, end), `The manifest in ${file}`);
  const starts = new Map<string, number>();
  let offset = end + 1;
  for (const { name, bytes } of manifest.collections) {
    starts.set(name, offset);
    offset += bytes;
  }
  if (offset !== size) throw new BackupError(`${file} is cut off or has bytes too many. Nothing was written.`);
  return {
    manifest,
    bytesOf: ({ name, bytes }) => {
      const start = starts.get(name) ?? 0;
      // A stream's end is inclusive: nothing cannot be asked for.
      if (bytes === 0) return nothing();
      return createReadStream(file, { start, end: start + bytes - 1 }) as AsyncIterable<Buffer>;
    },
  };
}

// eslint-disable-next-line @typescript-eslint/require-await
async function* nothing(): AsyncGenerator<Buffer> {
  yield* [];
}

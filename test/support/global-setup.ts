import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { MongoClientOptions } from 'mongodb';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '#server/db/embedded/open-database.ts';

declare module 'vitest' {
  /** What the global set-up tells every test file. */
  interface ProvidedContext {
    testDatabaseUri: string;
    testDatabaseOptions: MongoClientOptions;
    testDatabaseFolder: string;
  }
}

/** File in the run's folder that lists the databases kept for a look, one a line. */
export const keptListName = 'kept-databases.txt';

/**
 * Starts one database for the whole run in a folder of its own (or takes WOORDHOUDER_TEST_MONGODB_URI; never MONGODB_URI,
 * which may be a database in use). The folder stays only when a red test file kept its database.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'woordhouder-test-'));
  const database = await openDatabase({
    uri: process.env['WOORDHOUDER_TEST_MONGODB_URI'] ?? null,
    dataDir: folder,
    log: () => undefined,
  });
  project.provide('testDatabaseUri', database.uri);
  project.provide('testDatabaseOptions', database.options);
  project.provide('testDatabaseFolder', folder);
  return async () => {
    await database.stop();
    const keptList = path.join(folder, keptListName);
    if (!existsSync(keptList)) {
      await rm(folder, { recursive: true, force: true });
      return;
    }
    const names = (await readFile(keptList, 'utf8')).trim();
    console.error(`Kept for a look, in ${folder} (start with WOORDHOUDER_DATA_DIR and MONGODB_DB):\n${names}`);
  };
}

import { randomUUID } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import type { Db, MongoClient } from 'mongodb';
import { afterEach, inject } from 'vitest';
import { connectDatabase } from '#server/db/connect.ts';
import { atEndOfFile } from './at-end-of-file.ts';
import { keptListName } from './global-setup.ts';

/** An empty database of one test file. */
export type TestDatabase = {
  readonly client: MongoClient;
  readonly db: Db;
  /** Name of the database, for code that wants to connect by itself. */
  readonly name: string;
  /** Connection string of the run's server. */
  readonly uri: string;
};

let redTest: string | null = null;

// Hooks can only be registered while a file is collected, so the importing file gets them by the import.
afterEach(({ task }) => {
  if (task.result?.state === 'fail') redTest = `${task.file.name} > ${task.name}`;
});

/**
 * Opens an empty database, anywhere in a test file. After the file it is dropped when all tests are green, else kept and
 * named. Needs the global set-up of the vitest project `server`.
 */
export async function openTestDatabase(): Promise<TestDatabase> {
  const uri = inject('testDatabaseUri');
  const name = `test_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
  const connection = await connectDatabase(uri, inject('testDatabaseOptions'), name);
  atEndOfFile(async () => {
    if (redTest === null) await connection.db.dropDatabase();
    else await appendFile(path.join(inject('testDatabaseFolder'), keptListName), `${name}  ${redTest}\n`);
    await connection.close();
  });
  return { client: connection.client, db: connection.db, name, uri };
}

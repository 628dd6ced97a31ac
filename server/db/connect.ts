import { MongoClient, type Db, type MongoClientOptions } from 'mongodb';

/** A connected database; `close` ends all its connections and is idempotent. */
export type DatabaseConnection = {
  readonly client: MongoClient;
  readonly db: Db;
  close(): Promise<void>;
};

/**
 * Connects to database `name` at `uri` and proves it by a ping. `options` win over the defaults: writes are acknowledged by a
 * majority and journalled, and nothing waits for ever. Throws the driver's error when the database cannot be reached in 5 s.
 */
export async function connectDatabase(
  uri: string,
  options: MongoClientOptions,
  name: string,
): Promise<DatabaseConnection> {
  const client = new MongoClient(uri, {
    appName: 'woordhouder',
    serverSelectionTimeoutMS: 5_000,
    connectTimeoutMS: 5_000,
    socketTimeoutMS: 120_000,
    maxPoolSize: 30,
    minPoolSize: 2,
    writeConcern: { w: 'majority', journal: true },
    readConcern: { level: 'majority' },
    ...options,
  });
  try {
    await client.connect();
    await client.db(name).command({ ping: 1 });
  } catch (error) {
    await client.close();
    throw error;
  }
  return { client, db: client.db(name), close: () => client.close() };
}

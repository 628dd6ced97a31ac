import { WriteConcern, type ClientSession, type MongoClient } from 'mongodb';

/** Runs `work` in one transaction; the driver repeats it on transient conflicts, so `work` must be repeatable. */
export type Transactor = <T>(work: (session: ClientSession) => Promise<T>) => Promise<T>;

/** Makes the transaction runner of a client: majority reads and journalled majority writes. */
export function createTransactor(client: MongoClient): Transactor {
  return async (work) =>
    client.withSession(async (session) =>
      session.withTransaction(async () => work(session), {
        readConcern: { level: 'snapshot' },
        writeConcern: new WriteConcern('majority', undefined, true),
      }),
    );
}

import { UUID, WriteConcern, type ClientSession, type MongoClient } from 'mongodb';

/** Runs `work` in one transaction; the driver repeats it on transient conflicts, so `work` must be repeatable. */
export type Transactor = <T>(work: (session: ClientSession) => Promise<T>) => Promise<T>;

/** Names a session on the database server; the driver keeps a few and uses them again and again. */
export type SessionId = NonNullable<ClientSession['id']>;

/** Makes the transaction runner of a client: majority reads and journalled majority writes. `onSession` is told whose they are. */
export function createTransactor(client: MongoClient, onSession?: (id: SessionId) => void): Transactor {
  return async (work) =>
    client.withSession(async (session) => {
      if (session.id) onSession?.(session.id);
      return session.withTransaction(async () => work(session), {
        readConcern: { level: 'snapshot' },
        writeConcern: new WriteConcern('majority', undefined, true),
      });
    });
}

/** Transactions of this process, and how those of processes that died are ended. */
export type Transactions = {
  readonly transact: Transactor;
  /** Ids of the sessions used so far, as hexadecimal text. */
  sessions(): readonly string[];
  /** Ends sessions with whatever they left open: a database would keep what their transactions touched for a minute. */
  end(sessions: readonly string[]): Promise<void>;
};

/** Runs transactions by `client` and remembers their sessions. */
export function openTransactions(client: MongoClient): Transactions {
  const used = new Set<string>();
  return {
    transact: createTransactor(client, ({ id }) => used.add(id.toString('hex'))),
    sessions: () => [...used],
    end: async (sessions) => {
      await client
        .db('admin')
        .command({ killSessions: sessions.map((hex) => ({ id: UUID.createFromHexString(hex) })) });
    },
  };
}

import type { ClientSession, Collection, Db } from 'mongodb';
import type { StatusEvent } from '#server/channels/channel.ts';
import { derivedId } from '#server/db/derived-id.ts';

/** An event that is kept as it came: an unhandled kind, or a delivery report on a message not seen yet. */
export type RawEventDoc = {
  _id: string;
  brandId: string;
  accountId: string;
  kind: string;
  /** Message id on the platform that a kept report is about; null otherwise. */
  messageExternalId: string | null;
  receivedAt: Date;
  /** The report itself; null for other kinds. */
  report: Pick<StatusEvent, 'status' | 'at' | 'error'> | null;
  /** The item as JSON text: platform keys may hold what BSON refuses. Empty for reports. */
  raw: string;
};

/** Stable id of a raw event: the same item delivered twice is kept once. */
export function rawEventIdOf(accountId: string, kind: string, key: string): string {
  return derivedId('raw', accountId, kind, key);
}

/** Reads and writes raw events. */
export type RawEventsStore = {
  ensureIndexes(): Promise<void>;
  /** Adds those that are new and returns them. */
  insertNew(docs: readonly RawEventDoc[], session: ClientSession): Promise<RawEventDoc[]>;
  /** Kept delivery reports on these messages. */
  reportsOn(
    brandId: string,
    accountId: string,
    messageExternalIds: readonly string[],
    session: ClientSession,
  ): Promise<RawEventDoc[]>;
};

/** The only database code of raw events. */
export function createRawEventsStore(db: Db): RawEventsStore {
  const rawEvents: Collection<RawEventDoc> = db.collection('rawEvents');
  return {
    ensureIndexes: async () => {
      await rawEvents.createIndex({ brandId: 1, accountId: 1, messageExternalId: 1 });
    },
    insertNew: async (docs, session) => {
      const unique = new Map(docs.map((doc) => [doc._id, doc]));
      if (unique.size === 0) return [];
      const known = await rawEvents
        .find({ _id: { $in: [...unique.keys()] } }, { session })
        .project<{ _id: string }>({ _id: 1 })
        .toArray();
      for (const { _id } of known) unique.delete(_id);
      if (unique.size > 0) await rawEvents.insertMany([...unique.values()], { session });
      return [...unique.values()];
    },
    reportsOn: async (brandId, accountId, messageExternalIds, session) =>
      rawEvents
        .find({ brandId, accountId, messageExternalId: { $in: [...messageExternalIds] } }, { session })
        .toArray(),
  };
}

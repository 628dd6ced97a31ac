import type { ClientSession, Collection, Db } from 'mongodb';
import type { StatusEvent } from '#server/channels/channel.ts';
import { derivedId } from '#server/db/derived-id.ts';
import { groupBy } from '#shared/group-by.ts';
import type { Amendment } from './amend-message.ts';

/** An event that is kept as it came: an unhandled kind, or what concerns a message not seen yet (a report, an amendment). */
export type RawEventDoc = {
  _id: string;
  brandId: string;
  accountId: string;
  kind: string;
  /** Message id on the platform that a kept report or amendment is about; null otherwise. */
  messageExternalId: string | null;
  receivedAt: Date;
  /** The report itself; null for other kinds. */
  report: Pick<StatusEvent, 'status' | 'at' | 'error'> | null;
  /** The amendment itself; absent for other kinds. */
  amendment?: Amendment;
  /** What a notice about the account says, and when it came once more as the key to find it by; absent for other kinds. */
  notice?: { text: string; at: Date };
  /** The item as JSON text: platform keys may hold what BSON refuses. Empty for reports and amendments. */
  raw: string;
};

/** Stable id of a raw event: the same item delivered twice is kept once. */
export function rawEventIdOf(accountId: string, kind: string, key: string): string {
  return derivedId('raw', accountId, kind, key);
}

/** Of kept events those that are done with once applied; what took a whole thread away stays, for more of it may come. */
export function appliedOf(kept: readonly RawEventDoc[]): string[] {
  return kept.flatMap(({ _id, amendment }) => (amendment && !takesThread(amendment) ? [_id] : []));
}

/** Whether an amendment takes everything below a post away. */
export function takesThread(amendment: Amendment): boolean {
  return amendment.kind === 'delete' && amendment.whole;
}

/** Which notices of an account are wanted. */
export type NoticeQuery = {
  readonly brandId: string;
  readonly accountId: string;
  readonly since: Date;
  readonly limit: number;
};

/** Reads and writes raw events. */
export type RawEventsStore = {
  ensureIndexes(): Promise<void>;
  /** Adds those that are new and returns them. */
  insertNew(docs: readonly RawEventDoc[], session: ClientSession): Promise<RawEventDoc[]>;
  /** What is kept about these messages: delivery reports and amendments. */
  keptOn(
    brandId: string,
    messages: readonly { readonly accountId: string; readonly externalId: string }[],
    session: ClientSession,
  ): Promise<RawEventDoc[]>;
  /** Notices about an account since `since`, newest first. */
  noticesOf(query: NoticeQuery): Promise<RawEventDoc[]>;
  /** Forgets what was applied: nothing that a customer took back may lie about. */
  remove(ids: readonly string[], session: ClientSession): Promise<void>;
};

/** Read in one answer as a rule. */
const readAtOnce = 2_000;

/** The only database code of raw events. */
export function createRawEventsStore(db: Db): RawEventsStore {
  const rawEvents: Collection<RawEventDoc> = db.collection('rawEvents');
  return {
    ensureIndexes: async () => {
      await rawEvents.createIndex({ brandId: 1, messageExternalId: 1 });
      await rawEvents.createIndex({ brandId: 1, accountId: 1, 'notice.at': 1 });
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
    keptOn: async (brandId, messages, session) => {
      if (messages.length === 0) return [];
      const byExternalId = groupBy(messages, ({ externalId }) => externalId);
      const filter = { brandId, messageExternalId: { $in: [...byExternalId.keys()] } };
      const found = await rawEvents.find(filter, { session, batchSize: readAtOnce }).toArray();
      return found.filter(({ accountId, messageExternalId }) =>
        byExternalId.get(messageExternalId ?? '')?.some((message) => message.accountId === accountId),
      );
    },
    noticesOf: async ({ brandId, accountId, since, limit }) =>
      rawEvents
        .find({ brandId, accountId, 'notice.at': { $gte: since } })
        .sort({ 'notice.at': -1 })
        .limit(limit)
        .toArray(),
    remove: async (ids, session) => {
      if (ids.length > 0) await rawEvents.deleteMany({ _id: { $in: [...ids] } }, { session });
    },
  };
}

import type { ClientSession, Collection, Db } from 'mongodb';
import { derivedId } from '#server/db/derived-id.ts';

/** One version of a message that has an id of its own (X gives each edit one). `_id` is derived from account and version id. */
export type MessageVersionDoc = { _id: string; brandId: string; accountId: string; messageExternalId: string };

/** Stable id of a version. */
export function versionIdOf(accountId: string, externalId: string): string {
  return derivedId('version', accountId, externalId);
}

/** Reads and writes versions. */
export type MessageVersionsStore = {
  byIds(ids: readonly string[], session: ClientSession): Promise<MessageVersionDoc[]>;
  insertNew(docs: readonly MessageVersionDoc[], session: ClientSession): Promise<void>;
};

/** The only database code of versions. */
export function createMessageVersionsStore(db: Db): MessageVersionsStore {
  const versions: Collection<MessageVersionDoc> = db.collection('messageVersions');
  const byIds: MessageVersionsStore['byIds'] = async (ids, session) =>
    ids.length === 0 ? [] : versions.find({ _id: { $in: [...ids] } }, { session }).toArray();
  return {
    byIds,
    insertNew: async (docs, session) => {
      const unique = new Map(docs.map((doc) => [doc._id, doc]));
      for (const { _id } of await byIds([...unique.keys()], session)) unique.delete(_id);
      if (unique.size > 0) await versions.insertMany([...unique.values()], { session });
    },
  };
}

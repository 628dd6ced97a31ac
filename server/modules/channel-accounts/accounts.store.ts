import type { ClientSession, Collection, Db } from 'mongodb';
import type { SealedSecret } from '#server/secrets/credential-vault.ts';
import { groupBy } from '#shared/group-by.ts';

/** The automatic reply as set on an account; `versionId` names the text that is sent. */
export type AutoReplySetting = { enabled: boolean; publicEnabled: boolean; versionId: string | null };

/** One Messenger page, X account or WhatsApp number of a brand. */
export type ChannelAccountDoc = {
  _id: string;
  brandId: string;
  channel: string;
  externalId: string;
  /** `channel:externalId`, unique over all brands: a webhook names nothing more. */
  address: string;
  /** `channel:id` of what the account belongs to on the platform (a WhatsApp Business account), under which facts come. */
  groupAddress?: string | null;
  name: string;
  credentials: SealedSecret;
  autoReply: AutoReplySetting;
  /** Why sending stopped; null when it did not. */
  trouble: { code: string; detail: string; since: Date } | null;
  lastEventAt: Date | null;
  createdAt: Date;
};

/** A text version of an automatic reply. */
export type AutoReplyVersionDoc = {
  _id: string;
  brandId: string;
  accountId: string;
  text: string;
  createdAt: Date;
  createdBy: string | null;
};

/** How often an event kind was kept raw; stored in shards, so that groups folded at once do not wait for one another. */
export type EventCountDoc = { _id: string; brandId: string; accountId: string; kind: string; count: number };

/** Reads and writes accounts, auto-reply versions and event counts. */
export type AccountsStore = {
  ensureIndexes(): Promise<void>;
  /** False when the platform account already belongs to a brand. */
  insert(account: ChannelAccountDoc): Promise<boolean>;
  ofBrand(brandId: string): Promise<ChannelAccountDoc[]>;
  byId(brandId: string, id: string): Promise<ChannelAccountDoc | null>;
  byAddresses(addresses: readonly string[], session?: ClientSession): Promise<ChannelAccountDoc[]>;
  byGroupAddresses(addresses: readonly string[], session?: ClientSession): Promise<ChannelAccountDoc[]>;
  everywhere(): Promise<ChannelAccountDoc[]>;
  /** Gives an account a new name and new credentials, and takes its trouble away. */
  reconnect(
    brandId: string,
    id: string,
    part: Pick<ChannelAccountDoc, 'name' | 'credentials' | 'groupAddress'>,
  ): Promise<void>;
  setAutoReply(brandId: string, id: string, setting: AutoReplySetting): Promise<void>;
  setTrouble(id: string, trouble: ChannelAccountDoc['trouble'], session?: ClientSession): Promise<void>;
  touch(id: string, lastEventAt: Date): Promise<void>;
  insertVersion(version: AutoReplyVersionDoc): Promise<void>;
  versionsOf(brandId: string, accountId: string): Promise<AutoReplyVersionDoc[]>;
  versionsById(brandId: string, ids: readonly string[]): Promise<AutoReplyVersionDoc[]>;
  addCounts(
    brandId: string,
    accountId: string,
    counts: { readonly byKind: ReadonlyMap<string, number>; readonly shard: number },
    session: ClientSession,
  ): Promise<void>;
  countsOf(brandId: string, accountId: string): Promise<EventCountDoc[]>;
};

const isDuplicate = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 11000;

/** The only database code of channel accounts. */
export function createAccountsStore(db: Db): AccountsStore {
  const accounts: Collection<ChannelAccountDoc> = db.collection('channelAccounts');
  const versions: Collection<AutoReplyVersionDoc> = db.collection('autoReplyVersions');
  const counts: Collection<EventCountDoc> = db.collection('eventCounts');
  return {
    ensureIndexes: async () => {
      await accounts.createIndex({ address: 1 }, { unique: true }, {});
      await accounts.createIndex({ groupAddress: 1 });
      await accounts.createIndex({ brandId: 1, _id: 1 });
      await versions.createIndex({ brandId: 1, _id: 1 });
      await versions.createIndex({ brandId: 1, accountId: 1 });
      await counts.createIndex({ brandId: 1, accountId: 1 });
    },
    insert: async (account) => {
      try {
        await accounts.insertOne(account);
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    ...anyBrandReads(accounts),
    ofBrand: async (brandId) => accounts.find({ brandId }).toArray(),
    byId: async (brandId, id) => accounts.findOne({ brandId, _id: id }),
    reconnect: async (brandId, id, { name, credentials, groupAddress }) => {
      await accounts.updateOne({ brandId, _id: id }, { $set: { name, credentials, groupAddress, trouble: null } });
    },
    setAutoReply: async (brandId, id, setting) => {
      await accounts.updateOne({ brandId, _id: id }, { $set: { autoReply: setting } });
    },
    setTrouble: async (id, trouble, session) => {
      await accounts.updateOne({ _id: id }, { $set: { trouble } }, { session });
    },
    touch: async (id, lastEventAt) => {
      await accounts.updateOne({ _id: id }, { $max: { lastEventAt } });
    },
    insertVersion: async (version) => {
      await versions.insertOne(version);
    },
    versionsOf: async (brandId, accountId) => {
      const found = await versions.find({ brandId, accountId }).toArray();
      return found.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
    },
    versionsById: async (brandId, ids) => versions.find({ brandId, _id: { $in: [...ids] } }).toArray(),
    ...countsIn(db),
  };
}

/** Counts of kept event kinds. */
function countsIn(db: Db): Pick<AccountsStore, 'addCounts' | 'countsOf'> {
  const counts: Collection<EventCountDoc> = db.collection('eventCounts');
  return {
    addCounts: async (brandId, accountId, added, session) => {
      await counts.bulkWrite(
        [...added.byKind].map(([kind, count]) => ({
          updateOne: {
            filter: { _id: `${accountId}:${kind}:${String(added.shard)}` },
            update: { $setOnInsert: { brandId, accountId, kind }, $inc: { count } },
            upsert: true,
          },
        })),
        { session },
      );
    },
    countsOf: async (brandId, accountId) => {
      const byKind = groupBy(await counts.find({ brandId, accountId }).toArray(), ({ kind }) => kind);
      const sums = [...byKind].map(([kind, shards]) => ({
        ...{ _id: `${accountId}:${kind}`, brandId, accountId, kind },
        count: shards.reduce((sum, { count }) => sum + count, 0),
      }));
      return sums.sort((a, b) => b.count - a.count);
    },
  };
}

/** Reads over all brands: a webhook names no brand, and upkeep serves every one. */
function anyBrandReads(
  accounts: Collection<ChannelAccountDoc>,
): Pick<AccountsStore, 'byAddresses' | 'byGroupAddresses' | 'everywhere'> {
  return {
    byAddresses: async (addresses, session) =>
      accounts.find({ address: { $in: [...addresses] } }, { session }).toArray(),
    byGroupAddresses: async (addresses, session) =>
      accounts.find({ groupAddress: { $in: [...addresses] } }, { session }).toArray(),
    everywhere: async () => accounts.find().toArray(),
  };
}

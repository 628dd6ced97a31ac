import type { Collection, Db } from 'mongodb';

/** How the platform's subscription stood when it was asked last; `unknown`: the account does not say enough to ask. */
export type SubscriptionDoc = {
  state: 'subscribed' | 'partly' | 'lost' | 'unknown';
  missing: string[];
  checkedAt: Date;
};

/** The last thing that went wrong between us and the platform, sends left out. */
export type ChannelFaultDoc = { what: 'subscription' | 'reading'; kind: string; code: string; at: Date };

/** How an account is doing, beyond what stands with the account itself. */
export type ChannelHealthDoc = {
  /** The account's id. */
  _id: string;
  brandId: string;
  /** When the last webhook for the account came; what we read ourselves does not count. */
  lastWebhookAt: Date | null;
  /** Until when silence after it is usual, and for which last webhook that was worked out. */
  usual: { lastWebhookAt: Date; until: Date | null; learnedDays: number } | null;
  /** Since when the silence is unusual; null while it is not. */
  silentSince: Date | null;
  subscription: SubscriptionDoc | null;
  /** Since when the subscription is known to be lost. */
  lostSince: Date | null;
  lastFault: ChannelFaultDoc | null;
};

/** Reading one list of one account afterwards. */
export type MissedReadDoc = {
  /** `accountId:stream`. */
  _id: string;
  brandId: string;
  accountId: string;
  stream: string;
  /** From when on the next read must look; null: nothing is known to be missing. */
  wantedFrom: Date | null;
  reason: MissedReason;
  /** A read under way: from when it looks, when it began, where it goes on. */
  under: { from: Date; startedAt: Date; cursor: string | null; items: number } | null;
  /** Not before this instant: the platform's limits. */
  nextAt: Date;
  /** The last read that came to its end: everything until then has been looked at. */
  last: { from: Date; startedAt: Date; endedAt: Date; items: number; reason: MissedReason } | null;
};

/** Why something is read afterwards. */
export type MissedReason = 'outage' | 'silence' | 'schedule' | 'asked';

type BeatDoc = { _id: string; at: Date };

/** Reads and writes how accounts are doing. */
export type ChannelHealthStore = {
  ensureIndexes(): Promise<void>;
  all(): Promise<ChannelHealthDoc[]>;
  byId(brandId: string, accountId: string): Promise<ChannelHealthDoc | null>;
  /** Sets fields of an account's health, making it when there is none. */
  set(account: AccountKey, fields: Partial<Omit<ChannelHealthDoc, '_id' | 'brandId' | 'lastWebhookAt'>>): Promise<void>;
  /** Notes the latest webhooks; an earlier instant changes nothing. */
  webhooks(latest: readonly (AccountKey & { readonly at: Date })[]): Promise<void>;
  reads(): Promise<MissedReadDoc[]>;
  readsOf(brandId: string, accountId: string): Promise<MissedReadDoc[]>;
  /** Sets fields of a read, making it as `read` says when there is none: what was asked for meanwhile stays. */
  setRead(read: MissedReadDoc, fields: Partial<Omit<MissedReadDoc, '_id'>>): Promise<void>;
  /** When a server was last known to work; null before the first time. */
  lastBeat(): Promise<Date | null>;
  beat(at: Date): Promise<void>;
};

/** An account with its brand. */
export type AccountKey = { readonly _id: string; readonly brandId: string };

/** The health of an account nothing is known of yet. */
export function unknownHealth({ _id, brandId }: AccountKey): ChannelHealthDoc {
  return {
    _id,
    brandId,
    lastWebhookAt: null,
    usual: null,
    silentSince: null,
    subscription: null,
    lostSince: null,
    lastFault: null,
  };
}

const server = 'server';

/** The only database code of channel health. */
export function createChannelHealthStore(db: Db): ChannelHealthStore {
  const health: Collection<ChannelHealthDoc> = db.collection('channelHealth');
  const reads: Collection<MissedReadDoc> = db.collection('missedReads');
  const beats: Collection<BeatDoc> = db.collection('serverBeats');
  return {
    ensureIndexes: async () => {
      await health.createIndex({ brandId: 1, _id: 1 });
      await reads.createIndex({ brandId: 1, accountId: 1 });
    },
    all: async () => (await health.find().toArray()).map((doc) => ({ ...unknownHealth(doc), ...doc })),
    byId: async (brandId, accountId) => {
      const doc = await health.findOne({ brandId, _id: accountId });
      return doc && { ...unknownHealth(doc), ...doc };
    },
    set: async ({ _id, brandId }, fields) => {
      await health.updateOne({ _id }, { $set: fields, $setOnInsert: { brandId } }, { upsert: true });
    },
    webhooks: async (latest) => {
      if (latest.length === 0) return;
      await health.bulkWrite(
        latest.map(({ _id, brandId, at }) => ({
          updateOne: {
            filter: { _id },
            update: { $setOnInsert: { brandId }, $max: { lastWebhookAt: at } },
            upsert: true,
          },
        })),
      );
    },
    reads: async () => reads.find().toArray(),
    readsOf: async (brandId, accountId) => reads.find({ brandId, accountId }).toArray(),
    setRead: async ({ _id, ...read }, fields) => {
      const others = Object.entries(read).filter(([name]) => !(name in fields));
      await reads.updateOne({ _id }, { $set: fields, $setOnInsert: Object.fromEntries(others) }, { upsert: true });
    },
    lastBeat: async () => (await beats.findOne({ _id: server }))?.at ?? null,
    beat: async (at) => {
      await beats.updateOne({ _id: server }, { $set: { at } }, { upsert: true });
    },
  };
}

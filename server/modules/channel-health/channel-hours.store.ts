import type { Collection, Db } from 'mongodb';

/** What an account brought in one clock hour. Counters only: messages are never counted afterwards. */
export type ChannelHourDoc = {
  /** `accountId:hour`. */
  _id: string;
  brandId: string;
  accountId: string;
  /** Beginning of the hour (UTC). */
  hourAt: Date;
  /** Events that webhooks brought. */
  events: number;
  /** Messages with a time of the platform, and how long they were under way to us: sum and longest, in ms. */
  timed: number;
  platformLagMs: number;
  longestPlatformLagMs: number;
  /** From receipt until taken in, over `taken` events: sum and longest, in ms. */
  taken: number;
  ownLagMs: number;
  longestOwnLagMs: number;
};

/** Counts to be added to an hour. */
export type HourCounts = Omit<ChannelHourDoc, '_id'>;

/** Reads and writes the counts of hours. */
export type ChannelHoursStore = {
  ensureIndexes(): Promise<void>;
  add(counts: readonly HourCounts[]): Promise<void>;
  /** Of one account from `from` on, in no order. */
  since(brandId: string, accountId: string, from: Date): Promise<ChannelHourDoc[]>;
  removeBefore(before: Date): Promise<number>;
};

/** The only database code of the counts. */
export function createChannelHoursStore(db: Db): ChannelHoursStore {
  const hours: Collection<ChannelHourDoc> = db.collection('channelHours');
  return {
    ensureIndexes: async () => {
      await hours.createIndex({ brandId: 1, accountId: 1, hourAt: 1 });
      await hours.createIndex({ hourAt: 1 });
    },
    add: async (counts) => {
      if (counts.length === 0) return;
      await hours.bulkWrite(
        counts.map(({ brandId, accountId, hourAt, longestPlatformLagMs, longestOwnLagMs, ...sums }) => ({
          updateOne: {
            filter: { _id: `${accountId}:${hourAt.toISOString()}` },
            update: {
              $setOnInsert: { brandId, accountId, hourAt },
              $inc: sums,
              $max: { longestPlatformLagMs, longestOwnLagMs },
            },
            upsert: true,
          },
        })),
      );
    },
    since: async (brandId, accountId, from) => hours.find({ brandId, accountId, hourAt: { $gte: from } }).toArray(),
    removeBefore: async (before) => (await hours.deleteMany({ hourAt: { $lt: before } })).deletedCount,
  };
}

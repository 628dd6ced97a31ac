import type { Collection, Db } from 'mongodb';
import type { Clock } from '#server/clock.ts';

/** Who holds a piece of work, and until when without another word. */
type LeaseDoc = { _id: string; holder: string | null; until: Date };

/** The right to do a piece of work alone, among all processes on one database. */
export type Lease = {
  /** True while this process holds it; takes it when it is free or its holder fell silent, prolongs it when due. */
  hold(): Promise<boolean>;
  /** Gives it up at once, so that another process need not wait. */
  release(): Promise<void>;
};

/** What leases are made with: the real clock, also where the product's own clock is being moved. */
export type LeaseOptions = {
  readonly db: Db;
  readonly clock: Clock;
  /** Names this process. */
  readonly holder: string;
  readonly ttlMs: number;
};

/** Makes the lease called `name`. */
export function createLease(name: string, options: LeaseOptions): Lease {
  const { clock, holder, ttlMs } = options;
  const leases: Collection<LeaseDoc> = options.db.collection('leases');
  let heldUntil = 0;
  let known = false;

  const ensureKnown = async (): Promise<void> => {
    if (known) return;
    const fresh = { holder: null, until: new Date(0) };
    await leases.updateOne({ _id: name }, { $setOnInsert: fresh }, { upsert: true });
    known = true;
  };
  return {
    hold: async () => {
      const now = clock.now().getTime();
      // Prolonging halfway keeps a quarter of the writes and leaves time for a slow database.
      if (heldUntil - now > ttlMs / 2) return true;
      await ensureKnown();
      const until = new Date(now + ttlMs);
      const free = { $or: [{ $eq: ['$holder', holder] }, { $lt: ['$until', new Date(now)] }] };
      await leases.updateOne({ _id: name }, [
        { $set: { holder: { $cond: [free, holder, '$holder'] }, until: { $cond: [free, until, '$until'] } } },
      ]);
      const doc = await leases.findOne({ _id: name });
      heldUntil = doc?.holder === holder ? doc.until.getTime() : 0;
      return heldUntil > now;
    },
    release: async () => {
      if (heldUntil === 0) return;
      heldUntil = 0;
      await leases.updateOne({ _id: name }, [
        { $set: { until: { $cond: [{ $eq: ['$holder', holder] }, new Date(0), '$until'] } } },
      ]);
    },
  };
}

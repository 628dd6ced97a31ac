import { createHash } from 'node:crypto';
import type { Db } from 'mongodb';

/** Slows down guessing: after some free tries every failure doubles the wait, per account and per address. */
export type SignInThrottle = ReturnType<typeof createSignInThrottle>;

type FailureDoc = {
  /** `account:` or `address:` with a hash: addresses of people are not kept in the clear. */
  readonly _id: string;
  readonly failures: number;
  readonly lastAt: Date;
};

const freeTries = { account: 5, address: 20 } as const;
const firstWaitMs = 1_000;
const longestWaitMs = 15 * 60_000;
const forgetAfterMs = 24 * 60 * 60_000;

/** Who tries to sign in. `address` is the network address. */
export type Attempt = { readonly email: string; readonly address: string };

/** Makes the throttle; its counts are stored, so a restart or a second server process frees nobody. */
export function createSignInThrottle(db: Db) {
  const failures = db.collection<FailureDoc>('signInFailures');
  return {
    ensureIndexes: async (): Promise<void> => {
      await failures.createIndex({ lastAt: 1 });
    },
    /** How long this attempt must wait, in ms; 0 when it may go on. */
    waitMs: async (attempt: Attempt, now: Date): Promise<number> => {
      const docs = await failures.find({ _id: { $in: keysOf(attempt) } }).toArray();
      return Math.max(0, ...docs.map((doc) => waitOf(doc, now)));
    },
    countFailure: async (attempt: Attempt, now: Date): Promise<void> => {
      await failures.bulkWrite(
        keysOf(attempt).map((_id) => ({
          updateOne: { filter: { _id }, update: { $inc: { failures: 1 }, $set: { lastAt: now } }, upsert: true },
        })),
      );
    },
    /** Forgets the account's failures after a success; the address keeps its own, so one good account opens no door. */
    forget: async (attempt: Attempt): Promise<void> => {
      await failures.deleteOne({ _id: accountKey(attempt) });
    },
    removeOld: async (now: Date): Promise<void> => {
      await failures.deleteMany({ lastAt: { $lte: new Date(now.getTime() - forgetAfterMs) } });
    },
  };
}

function waitOf(doc: FailureDoc, now: Date): number {
  const sinceMs = now.getTime() - doc.lastAt.getTime();
  if (sinceMs >= forgetAfterMs) return 0;
  const over = doc.failures - (doc._id.startsWith('account:') ? freeTries.account : freeTries.address);
  if (over < 0) return 0;
  return Math.max(0, Math.min(firstWaitMs * 2 ** over, longestWaitMs) - sinceMs);
}

function keysOf(attempt: Attempt): string[] {
  return [accountKey(attempt), `address:${hashOf(networkOf(attempt.address))}`];
}

function accountKey(attempt: Attempt): string {
  return `account:${hashOf(attempt.email)}`;
}

/** One subscriber holds a whole /64 of IPv6, so that is what counts as one address. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = '', tail = ''] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const gap = address.includes('::') ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0') : [];
  return [...left, ...gap, ...right].slice(0, 4).join(':');
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 32);
}

import { createHash, randomBytes } from 'node:crypto';
import type { Db } from 'mongodb';
import type { SessionViewer } from '#server/graphql/context.ts';
import type { User } from './users.store.ts';

/** A session ends this long after its last use, in ms. */
export const sessionIdleMs = 12 * 60 * 60_000;
/** A session ends this long after signing in, whatever its use, in ms. */
export const sessionLongestMs = 7 * 24 * 60 * 60_000;

// Written at most this often, so that reading the inbox costs no write per request.
const touchEveryMs = 5 * 60_000;

type SessionDoc = {
  /** SHA-256 of the token, hex: a stolen database opens no session. */
  readonly _id: string;
  readonly userId: string;
  readonly brandId: string;
  /** Role at signing in; a change of role ends the user's sessions. */
  readonly role: User['role'];
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  /** When it ends unless it is used again. */
  readonly expiresAt: Date;
};

/** Persistence of sessions. */
export type SessionsStore = ReturnType<typeof createSessionsStore>;

/** Hash under which a token's session is stored; null for anything that cannot be a token. */
export function sessionHashOf(token: string): string | null {
  return /^[A-Za-z0-9_-]{43}$/.test(token) ? createHash('sha256').update(token).digest('hex') : null;
}

/** Makes the store. */
export function createSessionsStore(db: Db) {
  const sessions = db.collection<SessionDoc>('sessions');
  return {
    ensureIndexes: async (): Promise<void> => {
      await sessions.createIndex({ userId: 1 });
      await sessions.createIndex({ expiresAt: 1 });
      await sessions.createIndex({ brandId: 1, lastUsedAt: 1 });
    },
    /** Starts a session; the answer is the token (43 characters, 256 bits), which is stored nowhere. */
    start: async (user: User, now: Date): Promise<{ token: string; viewer: SessionViewer }> => {
      const token = randomBytes(32).toString('base64url');
      const sessionHash = createHash('sha256').update(token).digest('hex');
      const { id: userId, brandId, role } = user;
      const expiresAt = new Date(now.getTime() + sessionIdleMs);
      await sessions.insertOne({ _id: sessionHash, userId, brandId, role, createdAt: now, lastUsedAt: now, expiresAt });
      return { token, viewer: { userId, brandId, role, sessionHash } };
    },
    /** The viewer of a live session, which thereby lives on; null when there is none or it has ended. */
    use: async (sessionHash: string, now: Date): Promise<SessionViewer | null> => {
      const doc = await sessions.findOne({ _id: sessionHash });
      if (doc === null || doc.expiresAt.getTime() <= now.getTime()) return null;
      if (now.getTime() - doc.lastUsedAt.getTime() >= touchEveryMs) {
        const last = doc.createdAt.getTime() + sessionLongestMs;
        const expiresAt = new Date(Math.min(now.getTime() + sessionIdleMs, last));
        await sessions.updateOne({ _id: sessionHash }, { $set: { lastUsedAt: now, expiresAt } });
      }
      return { userId: doc.userId, brandId: doc.brandId, role: doc.role, sessionHash };
    },
    /** True while the session lives; does not count as use. */
    lives: async (sessionHash: string, now: Date): Promise<boolean> => {
      const doc = await sessions.findOne({ _id: sessionHash }, { projection: { expiresAt: 1 } });
      return doc !== null && doc.expiresAt.getTime() > now.getTime();
    },
    /** Users of a brand with a session used since an instant; uses are noted every five minutes. */
    usersSince: async (brandId: string, since: Date): Promise<Set<string>> => {
      const used = sessions.find({ brandId, lastUsedAt: { $gte: since } }, { projection: { userId: 1 } });
      return new Set((await used.toArray()).map(({ userId }) => userId));
    },
    end: async (sessionHash: string): Promise<void> => {
      await sessions.deleteOne({ _id: sessionHash });
    },
    /** Ends all sessions of a user; the answer are their hashes. */
    endOfUser: async (userId: string): Promise<string[]> => {
      const docs = await sessions.find({ userId }, { projection: { _id: 1 } }).toArray();
      await sessions.deleteMany({ userId });
      return docs.map((doc) => doc._id);
    },
    removeExpired: async (now: Date): Promise<void> => {
      await sessions.deleteMany({ expiresAt: { $lte: now } });
    },
  };
}

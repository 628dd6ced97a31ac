import type { Collection } from 'mongodb';
import type { LeaseOptions } from './lease.ts';

/** Who holds a part of some work, or is there to share it, and until when without another word. */
type LeaseDoc = { _id: string; holder: string | null; until: Date; sessions?: readonly string[] };

/** Sessions that a process leaves behind when it dies, and how the others end them. */
export type LeftSessions = { sessions(): readonly string[]; end(sessions: readonly string[]): Promise<void> };

/** The right to do parts of some work, divided evenly among all processes on one database. */
export type SharedLeases = {
  /** Numbers of the parts this process holds now; takes its share, prolongs it, and hands over what became another's share. */
  held(): Promise<readonly number[]>;
  /** Runs `work` on held parts: none of them is handed over before it ends. */
  using<T>(parts: readonly number[], work: () => Promise<T>): Promise<T>;
  /** Gives everything up at once, so that the others need not wait. */
  release(): Promise<void>;
};

type State = {
  held: number[];
  /** Until when `held` is certain, ms. */
  certainUntil: number;
  known: boolean;
  readonly used: Map<number, number>;
  looking: Promise<void> | null;
};

/** While parts of the own share are still another's, they are asked for this often, in ms. */
const askAgainMs = 250;

/**
 * Makes the leases of `parts` parts called `name`. Every process says that it is there; the parts are dealt out by the order of the
 * processes' ids, so that all of them come to the same division without talking to each other. Of a process that fell silent the next
 * one to notice ends the sessions, so that what its transactions touched is free at once.
 */
export function createSharedLeases(
  name: string,
  parts: number,
  options: LeaseOptions & { readonly left?: LeftSessions },
): SharedLeases {
  const { clock, ttlMs } = options;
  const state: State = { held: [], certainUntil: 0, known: false, used: new Map(), looking: null };
  const store = createStore(name, parts, options);

  const look = async (): Promise<void> => {
    const now = clock.now().getTime();
    const alive = await store.signIn(now);
    if (!state.known) await store.ensureKnown();
    state.known = true;
    const share = Array.from({ length: parts }, (_, part) => part).filter(
      (part) => alive[part % alive.length] === options.holder,
    );
    const kept = [...new Set([...share, ...state.used.keys()])];
    await store.release(state.held.filter((part) => !kept.includes(part)));
    state.held = await store.take(kept, now);
    const complete = share.every((part) => state.held.includes(part));
    state.certainUntil = now + (complete ? ttlMs / 2 : Math.min(askAgainMs, ttlMs / 2));
  };
  return {
    held: async () => {
      if (clock.now().getTime() < state.certainUntil) return state.held;
      state.looking ??= look().finally(() => {
        state.looking = null;
      });
      await state.looking;
      return state.held;
    },
    using: async (used, work) => {
      for (const part of used) state.used.set(part, (state.used.get(part) ?? 0) + 1);
      try {
        return await work();
      } finally {
        for (const part of used) {
          const left = (state.used.get(part) ?? 1) - 1;
          if (left === 0) state.used.delete(part);
          else state.used.set(part, left);
        }
      }
    },
    release: async () => {
      if (!state.known) return;
      state.certainUntil = 0;
      await store.release(state.held);
      await store.signOut();
      state.held = [];
    },
  };
}

type Store = {
  /** Says that this process is there; returns the ids of all that are, sorted. */
  signIn(now: number): Promise<string[]>;
  signOut(): Promise<void>;
  ensureKnown(): Promise<void>;
  /** Takes or prolongs what is free or held already; returns what is held then. */
  take(parts: readonly number[], now: number): Promise<number[]>;
  release(parts: readonly number[]): Promise<void>;
};

function createStore(
  name: string,
  parts: number,
  { db, holder, ttlMs, left }: LeaseOptions & { readonly left?: LeftSessions },
): Store {
  const leases: Collection<LeaseDoc> = db.collection('leases');
  const present = `${name}-present:`;
  const own = present + holder;
  const idOf = (part: number): string => `${name}-${String(part)}`;
  const isOwn = { $eq: ['$holder', holder] };
  return {
    signIn: async (now) => {
      const sessions = left?.sessions() ?? [];
      const here = { holder, until: new Date(now + ttlMs), sessions };
      await leases.updateOne({ _id: own }, { $set: here }, { upsert: true });
      const found = await leases.find({ _id: { $gte: present, $lt: `${present}\uffff` } }).toArray();
      const silent = found.filter(({ until }) => until.getTime() <= now);
      const orphaned = silent.flatMap((doc) => doc.sessions ?? []);
      if (orphaned.length > 0) await left?.end(orphaned);
      if (silent.length > 0) await leases.deleteMany({ _id: { $in: silent.map(({ _id }) => _id) } });
      const alive = found.filter(({ until }) => until.getTime() > now).flatMap((doc) => doc.holder ?? []);
      return alive.sort();
    },
    signOut: async () => {
      await leases.deleteOne({ _id: own });
    },
    ensureKnown: async () => {
      const free = { holder: null, until: new Date(0) };
      await leases.bulkWrite(
        Array.from({ length: parts }, (_, part) => ({
          updateOne: { filter: { _id: idOf(part) }, update: { $setOnInsert: free }, upsert: true },
        })),
      );
    },
    take: async (wanted, now) => {
      if (wanted.length === 0) return [];
      const until = new Date(now + ttlMs);
      const free = { $or: [isOwn, { $lt: ['$until', new Date(now)] }] };
      const ids = { _id: { $in: wanted.map(idOf) } };
      await leases.updateMany(ids, [
        { $set: { holder: { $cond: [free, holder, '$holder'] }, until: { $cond: [free, until, '$until'] } } },
      ]);
      const found = await leases.find(ids).toArray();
      const held = new Set(found.filter((doc) => doc.holder === holder).map(({ _id }) => _id));
      return wanted.filter((part) => held.has(idOf(part)));
    },
    release: async (given) => {
      if (given.length === 0) return;
      await leases.updateMany({ _id: { $in: given.map(idOf) } }, [
        { $set: { until: { $cond: [isOwn, new Date(0), '$until'] } } },
      ]);
    },
  };
}

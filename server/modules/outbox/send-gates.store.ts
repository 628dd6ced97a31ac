import type { Collection, Db } from 'mongodb';
import type { SendBudget, Visibility } from '#server/channels/channel.ts';
import type { Clock } from '#server/clock.ts';
import {
  afterCall,
  closedBreaker,
  freshLane,
  passBreaker,
  takeCalls,
  type BreakerRule,
  type BreakerState,
  type Grant,
  type LaneState,
} from './send-gate.ts';

/** One account's gate; in the database, because all server processes share the platform's limit. */
type SendGateDoc = {
  _id: string;
  brandId: string;
  channel: string;
  lanes: Partial<Record<Visibility, LaneState>>;
  breaker: BreakerState;
  /** Goes up with every change: who writes on an older state tries again. */
  revision: number;
};

/** The account whose calls are meant. */
export type GateAccount = { readonly _id: string; readonly brandId: string; readonly channel: string };

/** How an account's breaker stands after a call. */
export type BreakerNews = 'opened' | 'closed' | null;

/** Lets calls through account by account: within the platform's budget, not while it asked for silence or is down. */
export type SendGates = {
  ensureIndexes(): Promise<void>;
  /** How many of `wanted` calls may be made now. */
  take(account: GateAccount, lane: Visibility, wanted: number): Promise<Grant>;
  /** Tells how a call went: `answered` false = no clear answer came. */
  report(account: GateAccount, answered: boolean): Promise<BreakerNews>;
  /** The platform asked for silence in a lane. */
  pause(account: GateAccount, lane: Visibility, until: Date): Promise<void>;
  /** How many accounts of each channel are held by the breaker. */
  openByChannel(): Promise<Map<string, number>>;
};

/** Makes the gates; `budgetOf` tells a channel's limit for a lane. */
export function createSendGates(deps: {
  db: Db;
  clock: Clock;
  budgetOf(channel: string, lane: Visibility): SendBudget | null;
  readonly breaker: BreakerRule;
}): SendGates {
  const gates: Collection<SendGateDoc> = deps.db.collection('sendGates');
  const change = <T>(account: GateAccount, next: NextState<T>): Promise<T> => changeGate(gates, account, next);
  return {
    ensureIndexes: async () => {
      await gates.createIndex({ 'breaker.openUntil': 1 });
    },
    take: (account, lane, wanted) => {
      const now = deps.clock.now();
      const budget = deps.budgetOf(account.channel, lane);
      return change(account, (gate) => {
        const { breaker, most, nextAt } = passBreaker(gate.breaker, now);
        if (most === 0) return { set: null, result: { count: 0, nextAt, held: 'breaker' } };
        const state = gate.lanes[lane] ?? freshLane(budget, now);
        const taken = takeCalls(state, budget, Math.min(wanted, most), now);
        const { grant } = taken;
        // A probe that the budget does not let through is none.
        const set = { lanes: { ...gate.lanes, [lane]: taken.lane }, breaker: grant.count > 0 ? breaker : gate.breaker };
        const isNoted = budget !== null || breaker !== gate.breaker;
        const probing = most === 1 && grant.count === 1 && wanted > 1;
        const result: Grant = probing ? { count: 1, nextAt, held: 'breaker' } : grant;
        return { set: isNoted ? set : null, result };
      });
    },
    report: (account, answered) => {
      const now = deps.clock.now();
      return change(account, (gate): Next<BreakerNews> => {
        const before = gate.breaker;
        const breaker = afterCall(before, answered, deps.breaker, now);
        if (breaker === before || (answered && before.failures === 0)) return { set: null, result: null };
        const opened = breaker.openUntil !== null && before.openUntil === null;
        const closed = breaker.openUntil === null && before.openUntil !== null;
        return { set: { breaker }, result: opened ? 'opened' : closed ? 'closed' : null };
      });
    },
    pause: (account, lane, until) =>
      change(account, (gate) => {
        const state = gate.lanes[lane] ?? freshLane(deps.budgetOf(account.channel, lane), deps.clock.now());
        const longer = state.pausedUntil !== null && state.pausedUntil.getTime() > until.getTime();
        const lanes = {
          ...gate.lanes,
          [lane]: { ...state, tokens: 0, pausedUntil: longer ? state.pausedUntil : until },
        };
        return { set: { lanes }, result: undefined };
      }),
    openByChannel: async () => {
      const open = await gates.find({ 'breaker.openUntil': { $gt: new Date(0) } }).toArray();
      const counts = new Map<string, number>();
      for (const { channel } of open) counts.set(channel, (counts.get(channel) ?? 0) + 1);
      return counts;
    },
  };
}

type Next<T> = { readonly set: Partial<SendGateDoc> | null; readonly result: T };
type NextState<T> = (gate: SendGateDoc) => Next<T>;

const isDuplicate = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 11000;

/** Reads, decides and writes; anew when another process wrote meanwhile. */
async function changeGate<T>(gates: Collection<SendGateDoc>, account: GateAccount, next: NextState<T>): Promise<T> {
  const { _id, brandId, channel } = account;
  for (;;) {
    const found = await gates.findOne({ _id });
    const gate = found ?? { _id, brandId, channel, lanes: {}, breaker: closedBreaker, revision: 0 };
    const { set, result } = next(gate);
    if (set === null) return result;
    if (found === null) {
      if (await inserted(gates, { ...gate, ...set })) return result;
      continue;
    }
    const revision = gate.revision + 1;
    const { matchedCount } = await gates.updateOne({ _id, revision: gate.revision }, { $set: { ...set, revision } });
    if (matchedCount === 1) return result;
  }
}

async function inserted(gates: Collection<SendGateDoc>, gate: SendGateDoc): Promise<boolean> {
  try {
    await gates.insertOne(gate);
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

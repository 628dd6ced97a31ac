import type { SendBudget } from '#server/channels/channel.ts';

/** Calls saved up in one lane of an account (private or public), and until when the platform asked for silence. */
export type LaneState = { readonly tokens: number; readonly at: Date; readonly pausedUntil: Date | null };

/** Whether an account's calls come through: how many failed in a row, and until when none is made. */
export type BreakerState = {
  readonly failures: number;
  readonly openings: number;
  readonly openUntil: Date | null;
  /** True while a single call is under way to try whether the platform is back. */
  readonly probing: boolean;
};

/** After how many failures in a row no call is made, and for how long at first, in ms. */
export type BreakerRule = { readonly failures: number; readonly openMs: number };

/** How many calls may be made now, and for the rest: when to look again and why not now. */
export type Grant = { readonly count: number; readonly nextAt: Date; readonly held: HeldBy | null };

/** What held a message back. */
export type HeldBy = 'budget' | 'pause' | 'breaker';

const longestOpenMs = 5 * 60_000;
/** A probe that is silent longer than any call may last was lost with its process. */
const probeMs = 150_000;
/** While a probe is under way the others look again soon: it usually takes a second. */
const lookAgainMs = 1_000;

export const closedBreaker: BreakerState = { failures: 0, openings: 0, openUntil: null, probing: false };

const later = (now: Date, ms: number): Date => new Date(now.getTime() + ms);

/** A lane nobody used yet: everything saved up. */
export function freshLane(budget: SendBudget | null, now: Date): LaneState {
  return { tokens: budget?.count ?? 0, at: now, pausedUntil: null };
}

/** Takes up to `wanted` calls out of a lane. A clock that was set back saves nothing up and loses nothing. */
export function takeCalls(
  lane: LaneState,
  budget: SendBudget | null,
  wanted: number,
  now: Date,
): { lane: LaneState; grant: Grant } {
  if (lane.pausedUntil !== null && lane.pausedUntil.getTime() > now.getTime()) {
    return { lane, grant: { count: 0, nextAt: lane.pausedUntil, held: 'pause' } };
  }
  if (budget === null)
    return { lane: { ...lane, pausedUntil: null }, grant: { count: wanted, nextAt: now, held: null } };
  const perToken = budget.perMs / budget.count;
  const elapsedMs = Math.max(0, now.getTime() - lane.at.getTime());
  const saved = Math.min(budget.count, lane.tokens + elapsedMs / perToken);
  const count = Math.min(wanted, Math.floor(saved));
  const tokens = saved - count;
  const nextAt = later(now, Math.max(10, Math.ceil((1 - tokens) * perToken)));
  const held = count < wanted ? 'budget' : null;
  return { lane: { tokens, at: now, pausedUntil: null }, grant: { count, nextAt, held } };
}

/** Whether calls may be made by the breaker; open for long enough it lets a single one through, to try. */
export function passBreaker(breaker: BreakerState, now: Date): { breaker: BreakerState; most: number; nextAt: Date } {
  const { openUntil } = breaker;
  if (openUntil === null) return { breaker, most: Number.POSITIVE_INFINITY, nextAt: now };
  if (openUntil.getTime() > now.getTime()) {
    const soon = later(now, lookAgainMs);
    return { breaker, most: 0, nextAt: breaker.probing ? soon : openUntil };
  }
  return {
    breaker: { ...breaker, openUntil: later(now, probeMs), probing: true },
    most: 1,
    nextAt: later(now, lookAgainMs),
  };
}

/** The breaker after a call of which the platform said something clear (true) or nothing that could be used (false). */
export function afterCall(breaker: BreakerState, answered: boolean, rule: BreakerRule, now: Date): BreakerState {
  if (answered) return closedBreaker;
  // Calls that were under way when it opened fail as well, and say nothing new.
  if (breaker.openUntil !== null && !breaker.probing) return breaker;
  const failures = breaker.failures + 1;
  if (failures < rule.failures) return { ...breaker, failures };
  const openMs = Math.min(longestOpenMs, rule.openMs * 2 ** breaker.openings);
  return { failures, openings: breaker.openings + 1, openUntil: later(now, openMs), probing: false };
}

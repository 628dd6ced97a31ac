import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterCall,
  closedBreaker,
  freshLane,
  passBreaker,
  takeCalls,
  type BreakerState,
} from '#server/modules/outbox/send-gate.ts';

const start = new Date('2026-03-02T09:00:00Z');
const after = (ms: number): Date => new Date(start.getTime() + ms);
const rule = { failures: 3, openMs: 1_000 };

describe('a budget', () => {
  it('never lets more through in any window than is saved up plus what the time brings', () => {
    const steps = fc.array(
      fc.record({ pauseMs: fc.integer({ min: 0, max: 5_000 }), wanted: fc.integer({ min: 0, max: 30 }) }),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 100, max: 9_000 }),
        steps,
        (count, perMs, list) => {
          const budget = { count, perMs };
          let lane = freshLane(budget, start);
          let [at, given] = [0, 0];
          for (const { pauseMs, wanted } of list) {
            at += pauseMs;
            const taken = takeCalls(lane, budget, wanted, after(at));
            lane = taken.lane;
            given += taken.grant.count;
            expect(taken.grant.count).toBeLessThanOrEqual(wanted);
            expect(given).toBeLessThanOrEqual(count + (at * count) / perMs + 1e-6);
          }
        },
      ),
    );
  });

  it('says when the next call is there, and it is there then', () => {
    const budget = { count: 15, perMs: 900_000 };
    const { lane, grant } = takeCalls(freshLane(budget, start), budget, 20, start);
    expect(grant).toMatchObject({ count: 15, held: 'budget', nextAt: after(60_000) });
    expect(takeCalls(lane, budget, 5, after(59_999)).grant.count).toBe(0);
    expect(takeCalls(lane, budget, 5, grant.nextAt).grant.count).toBe(1);
  });

  it('is silent as long as the platform asked, and lives with a clock that is set back', () => {
    const paused = { tokens: 5, at: start, pausedUntil: after(30_000) };
    const budget = { count: 5, perMs: 5_000 };
    expect(takeCalls(paused, budget, 1, after(29_999)).grant).toEqual({
      count: 0,
      nextAt: after(30_000),
      held: 'pause',
    });
    expect(takeCalls(paused, budget, 1, after(30_000)).grant.count).toBe(1);
    expect(takeCalls(paused, null, 9, after(30_000)).grant.count).toBe(9);
    const empty = { tokens: 0, at: start, pausedUntil: null };
    const back = takeCalls(empty, budget, 1, after(-60_000));
    expect(back.grant.count).toBe(0);
    expect(takeCalls(back.lane, budget, 1, after(-59_000)).grant.count).toBe(1);
  });
});

describe('a breaker', () => {
  const failing = (times: number, breaker: BreakerState = closedBreaker): BreakerState =>
    Array.from({ length: times }).reduce<BreakerState>((state) => afterCall(state, false, rule, start), breaker);

  it('opens after failures in a row only', () => {
    expect(failing(2).openUntil).toBeNull();
    expect(failing(2, afterCall(failing(2), true, rule, start)).openUntil).toBeNull();
    expect(failing(3).openUntil).toEqual(after(1_000));
  });

  it('is not kept open longer by calls that were under way', () => {
    expect(failing(9)).toEqual(failing(3));
  });

  it('lets one call try, stays open longer when that fails, and closes when it is answered', () => {
    const open = failing(3);
    expect(passBreaker(open, after(999)).most).toBe(0);
    const probe = passBreaker(open, after(1_000));
    expect(probe.most).toBe(1);
    expect(passBreaker(probe.breaker, after(1_001)).most).toBe(0);
    const again = afterCall(probe.breaker, false, rule, after(1_500));
    expect(again.openUntil).toEqual(after(3_500));
    expect(afterCall(probe.breaker, true, rule, after(1_500))).toEqual(closedBreaker);
  });

  it('tries again when the process that tried has died', () => {
    const lost = passBreaker(failing(3), after(1_000)).breaker;
    expect(passBreaker(lost, after(400_000)).most).toBe(1);
  });
});

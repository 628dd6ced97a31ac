import { describe, expect, it } from 'vitest';
import { inNorm, keptRate, promiseBars, rateOf, replyFigures } from '#server/modules/reports/figures.ts';
import type { Figures, Waiting } from '#server/modules/reports/report.ts';
import { addToTally, mergeStored, newTally, storedTally, type Addition } from '#server/modules/reports/tally.ts';

const hour = 3600;

function figuresOf(additions: readonly Addition[], waiting: readonly Partial<Waiting>[] = []): Figures {
  const tally = newTally();
  for (const addition of additions) addToTally(tally, addition, 1);
  return { tally, waiting: waiting as Waiting[], open: [] };
}

const answeredIn = (seconds: number, inTime = true): Addition => ({
  n: inTime ? ['answered', 'inNorm'] : ['answered'],
  v: { reply: seconds, replyOpen: Math.floor(seconds / 2) },
});

describe('a rate', () => {
  it.each([
    // Worked out by hand from Wilson's formula with z = 1.96.
    [0, 10, 0, 0, 0.2775],
    [5, 10, 0.5, 0.2366, 0.7634],
    [10, 10, 1, 0.7225, 1],
    [292, 412, 0.7087, 0.6631, 0.7505],
  ])('of %i in %i is %f, between %f and %f', (...row) => {
    const [hits, n, rate, low, high] = row;
    const found = rateOf(hits, n);
    expect(found.rate).toBeCloseTo(rate, 3);
    expect(found.low).toBeCloseTo(low, 3);
    expect(found.high).toBeCloseTo(high, 3);
  });

  it('of nothing is unknown, not zero', () => {
    expect(rateOf(0, 0)).toEqual({ n: 0, hits: 0, rate: null, low: null, high: null });
  });
});

describe('figures', () => {
  it('count who still waits in the reply times, by the time so far', () => {
    const answered = [answeredIn(60), answeredIn(120), answeredIn(180)];
    const without = replyFigures(figuresOf(answered), 'calendar');
    const withWaiting = replyFigures(figuresOf(answered, [{ calendarMs: 9 * hour * 1000, openMs: 0 }]), 'calendar');
    expect(without.p99Ms).toBeLessThan(200_000);
    expect(withWaiting.n).toBe(4);
    expect(withWaiting.p99Ms).toBeGreaterThan(8 * hour * 1000);
  });

  it('count who waits beyond the norm as outside it, and leave who waits within it undecided', () => {
    const answered = [answeredIn(60), answeredIn(90 * hour, false)];
    const waiting = [{ late: true }, { late: false }, { late: false }];
    expect(inNorm(figuresOf(answered, waiting), 'inNorm')).toMatchObject({ hits: 1, n: 3 });
  });

  it('take kept late and never answered both as not kept, and leave out what was replaced or withdrawn', () => {
    const fates = ['kept', 'kept', 'kept', 'keptLate', 'missed', 'superseded', 'withdrawn'] as const;
    expect(keptRate(figuresOf(fates.map((fate) => ({ n: [fate], v: {} }))))).toMatchObject({ hits: 3, n: 5 });
  });

  it('compare promised and real time in bars that hold everything once', () => {
    const bars = promiseBars(
      figuresOf([
        { n: ['kept'], v: { promised: hour, real: 600 } },
        { n: ['keptLate'], v: { promised: hour, real: 30 * hour } },
        { n: ['missed'], v: { promised: 400 * hour } },
      ]),
    );
    expect(bars.map(({ promised }) => promised).reduce((a, b) => a + b)).toBe(3);
    expect(bars.map(({ real }) => real).reduce((a, b) => a + b)).toBe(2);
    expect(bars.find(({ upToMs }) => upToMs === hour * 1000)).toMatchObject({ promised: 2, real: 0 });
    expect(bars.at(-1)).toEqual({ upToMs: null, promised: 1, real: 0 });
  });
});

describe('a stored tally', () => {
  it('reads back as it was, and takes only the digests asked for', () => {
    const { tally } = figuresOf([answeredIn(75), { n: ['kept', 'vague'], v: { promised: 300, real: 200 } }]);
    const stored = storedTally(tally);
    if (!stored) throw new Error('something was stored');
    const back = newTally();
    mergeStored(back, stored);
    expect(storedTally(back)?.value()).toEqual(stored.value());
    const some = newTally();
    mergeStored(some, stored, new Set(['real']));
    expect([...some.digests.keys()]).toEqual(['real']);
    expect(some.counts).toEqual(tally.counts);
  });

  it('of nothing is nothing', () => {
    const tally = newTally();
    addToTally(tally, answeredIn(75), 1);
    addToTally(tally, answeredIn(75), -1);
    expect(storedTally(tally)).toBeNull();
  });
});

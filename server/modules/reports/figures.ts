import { addValue, countUpTo, mergeDigest, newDigest, quantileOf, type Digest } from './digest.ts';
import type { Figures } from './report.ts';
import { digestOf, type CounterName, type DigestName } from './tally.ts';
import { wilsonInterval } from '#shared/advice/wilson-interval.ts';

/** Middle and tail of some durations in ms; null where there are none. */
export type DurationFigures = {
  readonly n: number;
  readonly medianMs: number | null;
  readonly p75Ms: number | null;
  readonly p90Ms: number | null;
  readonly p99Ms: number | null;
};

/** A share with the range in which the true rate lies in 95 of 100 cases. */
export type RateFigures = {
  readonly n: number;
  readonly hits: number;
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
};

/** Share of `hits` in `n` with its Wilson interval of 95 %; nulls when n is 0. */
export function rateOf(hits: number, n: number): RateFigures {
  if (n === 0) return { n, hits, rate: null, low: null, high: null };
  return { n, hits, rate: hits / n, ...wilsonInterval(hits, n) };
}

/** How often something was counted. */
export function countOf({ tally }: Figures, name: CounterName): number {
  return tally.counts.get(name) ?? 0;
}

/** Percentiles of a digest; `unitMs` is what one unit of it is worth. */
export function durationsOf(digest: Digest, unitMs: number): DurationFigures {
  const at = (share: number): number | null => {
    const value = quantileOf(digest, share);
    return value === null ? null : value * unitMs;
  };
  return { n: digest.n, medianMs: at(0.5), p75Ms: at(0.75), p90Ms: at(0.9), p99Ms: at(0.99) };
}

const second = 1000;

/** Percentiles of a digest that is kept in seconds. */
export function secondsFigures({ tally }: Figures, name: DigestName): DurationFigures {
  return durationsOf(digestOf(tally, name), second);
}

/** Reply times with those who still wait counted by their time so far: leaving them out would make the slow look fast. */
export function replyFigures(figures: Figures, kind: 'calendar' | 'openHours'): DurationFigures {
  const answered = digestOf(figures.tally, kind === 'calendar' ? 'reply' : 'replyOpen');
  if (figures.waiting.length === 0) return durationsOf(answered, second);
  const digest = newDigest();
  mergeDigest(digest, answered);
  for (const each of figures.waiting) {
    addValue(digest, (kind === 'calendar' ? each.calendarMs : each.openMs) / second);
  }
  return durationsOf(digest, second);
}

/** Share answered within the norm's limit. Who waits beyond it is outside; who waits within it is not decided yet. */
export function inNorm(figures: Figures, which: 'inNorm' | 'inUsual'): RateFigures {
  const beyond = figures.waiting.filter((each) =>
    which === 'inNorm' ? each.late : each.calendarMs > each.clock.usualMs,
  );
  return rateOf(countOf(figures, which), countOf(figures, 'answered') + beyond.length);
}

/** Share of due promises that was kept in time; answered too late and never answered both count as not kept. */
export function keptRate(figures: Figures): RateFigures {
  const kept = countOf(figures, 'kept');
  return rateOf(kept, kept + countOf(figures, 'keptLate') + countOf(figures, 'missed'));
}

/** Upper bounds of the bars in which promised and real time are compared, in seconds; the last bar has none. */
const barBounds = [900, 3600, 4 * 3600, 8 * 3600, 24 * 3600, 2 * 86_400, 4 * 86_400, 7 * 86_400] as const;

/** A bar: promises due, and answers given, within `upToMs` of the promise and after the bar before; null = longer than all. */
export type PromiseBar = { readonly upToMs: number | null; readonly promised: number; readonly real: number };

/** What was promised against what happened. */
export function promiseBars({ tally }: Figures): PromiseBar[] {
  const [promised, real] = [digestOf(tally, 'promised'), digestOf(tally, 'real')];
  let before = { promised: 0, real: 0 };
  return [...barBounds, null].map((bound) => {
    const upTo = {
      promised: bound === null ? promised.n : countUpTo(promised, bound),
      real: bound === null ? real.n : countUpTo(real, bound),
    };
    const bar = {
      upToMs: bound === null ? null : bound * second,
      promised: upTo.promised - before.promised,
      real: upTo.real - before.real,
    };
    before = upTo;
    return bar;
  });
}

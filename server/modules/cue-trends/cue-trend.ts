import { rateOf, type CueDay, type RateFigures } from '#server/modules/reports/index.ts';
import { groupBy } from '#shared/group-by.ts';
import { cueCodes, type CueCode } from '#shared/emotion/cue-model.ts';
import { addDays, weekdayOf } from '#shared/time/zoned-time.ts';

/** Which local days, both included, and which channel; null = all. */
export type CueTrendFilter = { readonly from: string; readonly to: string; readonly channel: string | null };

/** The messages of some days together. */
export type CueSum = {
  readonly received: number;
  readonly dissatisfied: RateFigures;
  readonly codes: ReadonlyMap<string, number>;
};

/** A sign in a period beside the period of equal length before it. */
export type CueCause = {
  readonly code: CueCode;
  readonly share: RateFigures;
  readonly previous: RateFigures;
  /** Difference of the shares; null when one of the periods has no messages. */
  readonly change: number | null;
  /** The intervals of the two shares do not overlap, so that chance alone hardly explains it. */
  readonly certain: boolean;
};

/** What customers' messages showed over some days. */
export type CueTrend = CueTrendFilter & {
  readonly previousFrom: string;
  readonly total: CueSum;
  readonly previous: CueSum;
  readonly days: readonly CueDay[];
};

/** The first day of the period of equal length before. */
export function dayBefore({ from, to }: Pick<CueTrendFilter, 'from' | 'to'>): string {
  const length = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
  return addDays(from, -length);
}

/** Adds up days. */
export function sumOf(days: readonly CueDay[]): CueSum {
  const codes = new Map<string, number>();
  let [received, judged, dissatisfied] = [0, 0, 0];
  for (const day of days) {
    received += day.received;
    judged += day.judged;
    dissatisfied += day.dissatisfied;
    for (const [code, count] of day.codes) codes.set(code, (codes.get(code) ?? 0) + count);
  }
  return { received, dissatisfied: rateOf(dissatisfied, judged), codes };
}

/** Works the trend out from the counted days of both periods. */
export function cueTrendOf(filter: CueTrendFilter, counted: readonly CueDay[]): CueTrend {
  const fitting = counted.filter(({ channel }) => filter.channel === null || channel === filter.channel);
  const days = fitting.filter(({ day }) => day >= filter.from && day <= filter.to);
  const earlier = fitting.filter(({ day }) => day < filter.from);
  return { ...filter, previousFrom: dayBefore(filter), total: sumOf(days), previous: sumOf(earlier), days };
}

/** The signs of the period or the one before, the fastest rising first. */
export function causesOf({ total, previous }: Pick<CueTrend, 'total' | 'previous'>): CueCause[] {
  const causes = cueCodes.flatMap((code): CueCause[] => {
    const [now, before] = [total.codes.get(code) ?? 0, previous.codes.get(code) ?? 0];
    if (now + before === 0) return [];
    const [share, earlier] = [rateOf(now, total.received), rateOf(before, previous.received)];
    const change = share.rate === null || earlier.rate === null ? null : share.rate - earlier.rate;
    return [{ code, share, previous: earlier, change, certain: isCertain(share, earlier) }];
  });
  return causes.sort((a, b) => (b.change ?? 0) - (a.change ?? 0) || b.share.hits - a.share.hits);
}

function isCertain(a: RateFigures, b: RateFigures): boolean {
  if (a.low === null || a.high === null || b.low === null || b.high === null) return false;
  return a.low > b.high || b.low > a.high;
}

/** The days of a step: every day or week (from its Monday) of the period, also those without messages. */
export function stepsOf(trend: CueTrend, step: 'day' | 'week'): { key: string; sum: CueSum }[] {
  const keyOf = (day: string): string => (step === 'day' ? day : addDays(day, -weekdayOf(day)));
  const byKey = groupBy(trend.days, ({ day }) => keyOf(day));
  const keys: string[] = [];
  for (let key = keyOf(trend.from); key <= trend.to; key = addDays(key, step === 'day' ? 1 : 7)) keys.push(key);
  return keys.map((key) => ({ key, sum: sumOf(byKey.get(key) ?? []) }));
}

/** The same by channel, the busiest first. */
export function channelsOf(trend: CueTrend): { channel: string; sum: CueSum }[] {
  return [...groupBy(trend.days, ({ channel }) => channel)]
    .map(([channel, days]) => ({ channel, sum: sumOf(days) }))
    .sort((a, b) => b.sum.received - a.sum.received);
}

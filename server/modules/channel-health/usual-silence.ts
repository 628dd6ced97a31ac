import { localDateOf, localTimeOf, weekdayOf } from '#shared/time/zoned-time.ts';

/** How many events an account brought in the clock hour that begins at `hourAt` (UTC). */
export type HourCount = { readonly hourAt: Date; readonly events: number };

/** What is known of an account: its counts, when the last event came, and the brand's time zone. */
export type SilenceBasis = {
  readonly counts: readonly HourCount[];
  readonly lastAt: Date;
  readonly timeZone: string;
};

const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** Weeks that are looked back on. */
export const learnedWeeks = 6;
const leastDays = 14;
const longestDays = 14;
/** Events that would usually have come. With six expected, none at all is a chance of 1 in 400. */
const missedEvents = 6;
/** Below this nobody is called, however busy the account. */
const leastSilenceMs = 20 * minuteMs;

/** The hour of the week in the brand's zone, 0 (Monday 00:00) to 167. */
function slotOf(at: Date, zone: string): number {
  return weekdayOf(localDateOf(at, zone)) * 24 + Number(localTimeOf(at, zone).slice(0, 2));
}

const hourStart = (at: Date): number => Math.floor(at.getTime() / hourMs) * hourMs;

/** How many whole days of counts there are before the last event, at most six weeks. */
export function learnedDaysOf({ counts, lastAt }: Pick<SilenceBasis, 'counts' | 'lastAt'>): number {
  const from = lastAt.getTime() - learnedWeeks * 7 * dayMs;
  const first = Math.min(...counts.map(({ hourAt }) => Math.max(hourAt.getTime(), from)), lastAt.getTime());
  return Math.floor((lastAt.getTime() - first) / dayMs);
}

/** Events per hour of each slot: the mean over the weeks without the busiest, so that one storm is not the rule. */
function usualRates({ counts, lastAt, timeZone }: SilenceBasis, days: number): number[] {
  const seen = new Map(counts.map(({ hourAt, events }) => [hourAt.getTime(), events]));
  const weeks: number[][] = Array.from({ length: 168 }, () => []);
  const end = hourStart(lastAt);
  for (let at = end - days * dayMs; at < end; at += hourMs) {
    weeks[slotOf(new Date(at), timeZone)]?.push(seen.get(at) ?? 0);
  }
  return weeks.map((each) => {
    const kept = [...each].sort((a, b) => a - b).slice(0, Math.max(1, each.length - 1));
    return kept.length === 0 ? 0 : kept.reduce((sum, value) => sum + value, 0) / kept.length;
  });
}

/**
 * Until when silence after the last event is usual: the instant by which six events would have come at the usual rate of
 * those weekdays and hours. Null with less than two weeks of counts, or when that would take longer than two weeks.
 */
export function usualUntil(basis: SilenceBasis): Date | null {
  const days = learnedDaysOf(basis);
  if (days < leastDays) return null;
  const rates = usualRates(basis, days);
  const start = basis.lastAt.getTime();
  let expected = 0;
  for (let at = start; at < start + longestDays * dayMs;) {
    const end = Math.min(hourStart(new Date(at)) + hourMs, start + longestDays * dayMs);
    const rate = rates[slotOf(new Date(at), basis.timeZone)] ?? 0;
    const more = (rate * (end - at)) / hourMs;
    if (expected + more >= missedEvents) {
      const reached = at + ((missedEvents - expected) / rate) * hourMs;
      return new Date(Math.round(Math.max(reached, start + leastSilenceMs)));
    }
    expected += more;
    at = end;
  }
  return null;
}

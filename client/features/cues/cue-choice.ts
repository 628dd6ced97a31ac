import type { CueStep } from '#client/gql/graphql.ts';
import { addDays } from '#shared/time/zoned-time.ts';

/** What the course of signs is asked for; lives in the address, so that a link shows the same. */
export type CueChoice = { readonly days: number; readonly channel: string | null; readonly step: CueStep };

/** The periods offered, in days up to and including today. */
export const cuePeriods = [7, 30, 90] as const;

/** Reads the choice out of an address; what does not fit is the usual: 30 days by day. */
export function readCueChoice(search: URLSearchParams): CueChoice {
  const days = cuePeriods.find((each) => String(each) === search.get('days')) ?? 30;
  const asked = search.get('step');
  const step = asked === 'day' || asked === 'week' ? asked : days > 30 ? 'week' : 'day';
  return { days, channel: search.get('channel'), step };
}

/** The local days of a period that ends today. */
export function periodOf(days: number, today: string): { from: string; to: string } {
  return { from: addDays(today, 1 - days), to: today };
}

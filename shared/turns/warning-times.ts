import { subtractOpenMs, type OpeningHours } from '../time/opening-hours.ts';

/**
 * How long before a deadline to warn: `share` the last `amount` percent of the time given (at most four hours), `calendar` or `openHours`
 * so many minutes before, by the calendar or counting opening time only.
 */
export type WarningLead = { readonly kind: 'share' | 'calendar' | 'openHours'; readonly amount: number };

/** Until a lead chooses otherwise: the last fifth of the time given. */
export const usualLeads: readonly WarningLead[] = [{ kind: 'share', amount: 20 }];

const minute = 60_000;
const longestShareMs = 4 * 60 * minute;

/** The time given: from when, until when (UTC). */
export type GivenTime = { readonly fromAt: Date; readonly dueAt: Date };

function shareAt({ fromAt, dueAt }: GivenTime, percent: number): Date {
  const given = Math.max(0, dueAt.getTime() - fromAt.getTime());
  return new Date(dueAt.getTime() - Math.min(longestShareMs, Math.round((given * percent) / 100)));
}

/** When to warn for a deadline unless other lead times were chosen (UTC). */
export function usualWarningAt(given: GivenTime): Date {
  return shareAt(given, 20);
}

function warningAt(given: GivenTime, { kind, amount }: WarningLead, hours: OpeningHours): Date | null {
  if (kind === 'share') return shareAt(given, amount);
  if (kind === 'openHours') return subtractOpenMs(hours, given.dueAt, amount * minute);
  return new Date(given.dueAt.getTime() - amount * minute);
}

/**
 * When to warn for a deadline, earliest first and each instant once; never empty. A lead time longer than the time given is left out,
 * for a warning at the very start says nothing; if none fits, the last fifth of the time given.
 */
export function warningTimesOf(given: GivenTime, leads: readonly WarningLead[], hours: OpeningHours): readonly Date[] {
  const times = new Set<number>();
  for (const lead of leads) {
    const at = warningAt(given, lead, hours)?.getTime() ?? Number.NEGATIVE_INFINITY;
    if (at > given.fromAt.getTime() && at <= given.dueAt.getTime()) times.add(at);
  }
  if (times.size === 0) return [usualWarningAt(given)];
  return [...times].sort((a, b) => a - b).map((at) => new Date(at));
}

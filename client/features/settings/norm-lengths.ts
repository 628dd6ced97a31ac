import type { NormRow_NormFragment } from '#client/gql/graphql.ts';

/** The units in which a norm can be typed. */
export type NormUnit = 'minutes' | 'hours' | 'days';

const unitMs: Record<NormUnit, number> = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 };

/** The shortest and longest norm the server takes, in milliseconds. */
export const normLimitsMs = { least: 60_000, most: 30 * 86_400_000 };

/** Milliseconds for a number typed in a unit; NaN when it is no number. */
export function normMsOf(amount: string, unit: NormUnit): number {
  return amount.trim() === '' ? Number.NaN : Math.round(Number(amount) * unitMs[unit]);
}

/** The largest unit in which a length is a whole number, with that number. */
export function amountOf(ms: number): { amount: number; unit: NormUnit } {
  const unit: NormUnit = ms % unitMs.days === 0 ? 'days' : ms % unitMs.hours === 0 ? 'hours' : 'minutes';
  return { amount: ms / unitMs[unit], unit };
}

/** What a vague promise means on a channel: its own private norm, else the one for all other channels, else a day. Milliseconds. */
export function vagueMeaningOf(norms: readonly NormRow_NormFragment[], channelName: string): number {
  const ofPrivate = norms.filter((norm) => norm.visibility === 'private');
  const own =
    ofPrivate.find((norm) => norm.channel?.name === channelName) ?? ofPrivate.find((norm) => norm.channel === null);
  return own?.maxMs ?? unitMs.days;
}

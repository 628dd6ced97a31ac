import type { AuthorKind, ReportGrouping, ReportInput, ReportStep, Visibility } from '#client/gql/graphql.ts';
import { addDays } from '#shared/time/zoned-time.ts';

/** What a report is asked for; lives in the address, so that a link shows the same. */
export type ReportChoice = {
  readonly from: string;
  readonly to: string;
  readonly channel: string | null;
  readonly account: string | null;
  readonly visibility: Visibility | null;
  readonly team: string | null;
  /** Whose writing: `agent:ID`, `authorKind:KIND` or `wording:ID`. */
  readonly writer: string | null;
  readonly by: ReportGrouping;
  readonly step: ReportStep;
};

export const groupings = ['channel', 'account', 'team', 'visibility', 'agent', 'authorKind', 'wording'] as const;
/** Kinds of author that answer or promise, in the order offered. */
export const writingKinds = [
  'agent',
  'autoReply',
  'bot',
  'outsideAgent',
  'outsideUnknown',
] as const satisfies AuthorKind[];
export const steps = ['day', 'week', 'month'] as const;
export const presets = [7, 30, 90] as const;

const defaultDays = 30;
/** The longest period the server answers for. */
const mostDays = 400;

/** The last `days` local days up to and including `today`. */
export function lastDays(days: number, today: string): { from: string; to: string } {
  return { from: addDays(today, 1 - days), to: today };
}

function isDay(text: string | null): text is string {
  if (text === null || !/^\d{4}-\d\d-\d\d$/u.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

function oneOf<T extends string>(values: readonly T[], text: string | null): T | null {
  return values.find((value) => value === text) ?? null;
}

const writerGroupings = ['agent', 'authorKind', 'wording'] as const;

/** A writer of an address in its parts; null when it names none. */
function writerOf(text: string | null): { by: (typeof writerGroupings)[number]; key: string } | null {
  const [name = '', ...rest] = (text ?? '').split(':');
  const by = oneOf(writerGroupings, name);
  const key = rest.join(':');
  if (by === null || key === '') return null;
  return by === 'authorKind' && oneOf(writingKinds, key) === null ? null : { by, key };
}

/** By what a report can still be divided: what people and machines wrote is not counted crosswise. */
export function groupingsFor(writer: string | null): readonly ReportGrouping[] {
  const chosen = writerOf(writer);
  return groupings.filter((by) => !chosen || by === chosen.by || oneOf(writerGroupings, by) === null);
}

/** What the server is asked for. */
export function reportInputOf({ from, to, channel, account, visibility, team, writer }: ReportChoice): ReportInput {
  const chosen = writerOf(writer);
  return {
    ...{ from, to, channel, accountId: account, visibility, teamId: team },
    ...(chosen?.by === 'agent' ? { agentId: chosen.key } : {}),
    ...(chosen?.by === 'authorKind' ? { authorKind: oneOf(writingKinds, chosen.key) } : {}),
    ...(chosen?.by === 'wording' ? { wordingId: chosen.key } : {}),
  };
}

/** Reads the choice out of an address. `valid` is false when its period is none: then the last 30 days are meant. */
export function readChoice(search: URLSearchParams, today: string): { choice: ReportChoice; valid: boolean } {
  const [from, to] = [search.get('from'), search.get('to')];
  const given = from !== null || to !== null;
  const fits = isDay(from) && isDay(to) && from <= to && addDays(from, mostDays) > to;
  const writer = writerOf(search.get('writer')) === null ? null : search.get('writer');
  const period = fits ? { from, to } : lastDays(defaultDays, today);
  return {
    valid: fits || !given,
    choice: {
      ...period,
      channel: search.get('channel'),
      account: search.get('account'),
      visibility: oneOf(['private', 'public'] as const, search.get('visibility')),
      team: search.get('team'),
      writer,
      by: oneOf(groupingsFor(writer), search.get('by')) ?? 'channel',
      step: oneOf(steps, search.get('step')) ?? (addDays(period.from, 45) < period.to ? 'week' : 'day'),
    },
  };
}

/** The address with a changed choice; null takes a part out. */
export function changedSearch(
  search: URLSearchParams,
  change: Partial<Readonly<Record<keyof ReportChoice, string | null>>>,
): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(change)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  return next;
}

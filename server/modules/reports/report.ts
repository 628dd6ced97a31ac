import type { Visibility } from '#server/channels/channel.ts';
import type { ResponseClockDoc } from '#server/modules/clocks/index.ts';
import type { ReplyPromiseDoc } from '#server/modules/promises/index.ts';
import { openMsBetween } from '#shared/time/opening-hours.ts';
import { addDays, localDateOf, localTimeOf, weekdayOf } from '#shared/time/zoned-time.ts';
import type { ReportRules } from './facts-of-contact.ts';
import type { ReportDayDoc } from './report-days.ts';
import { mergeStored, mergeTally, newTally, type DigestName, type Tally } from './tally.ts';

/** Which days (local, both included) and which places a report is about. */
export type ReportFilter = {
  readonly from: string;
  readonly to: string;
  readonly accountId: string | null;
  readonly channel: string | null;
  readonly visibility: Visibility | null;
};

/** By what a report can be divided. */
export type ReportGrouping = 'channel' | 'account' | 'visibility' | 'agent' | 'authorKind' | 'wording';
export type ReportStep = 'day' | 'week' | 'month';

/** A turn that still runs, with its time so far in ms. */
export type Waiting = {
  readonly clock: ResponseClockDoc;
  readonly day: string;
  readonly hour: number;
  readonly calendarMs: number;
  readonly openMs: number;
  readonly late: boolean;
};

/** Counted figures with what is still undecided beside them. */
export type Figures = {
  readonly tally: Tally;
  readonly waiting: readonly Waiting[];
  readonly open: readonly OpenPromise[];
};

/** A promise that is still open, and where. */
export type OpenPromise = { readonly promise: ReplyPromiseDoc; readonly visibility: Visibility; readonly day: string };

/** A part of a report; `key` is null for what belongs to nobody yet. */
export type FigureGroup = { readonly key: string | null; readonly figures: Figures };

/** One hour of the week: weekday 0 = Monday, hour 0 to 23, local. */
export type HourOfWeek = { readonly weekday: number; readonly hour: number; readonly figures: Figures };

/** Everything a report is made of; figures are worked out when they are asked for. */
export type Report = {
  readonly filter: ReportFilter;
  readonly at: Date;
  readonly timeZone: string;
  total(): Figures;
  groups(by: ReportGrouping): FigureGroup[];
  trend(step: ReportStep): FigureGroup[];
  hours(): HourOfWeek[];
};

/** What a report is worked out from. */
export type ReportSource = {
  readonly days: readonly ReportDayDoc[];
  readonly running: readonly ResponseClockDoc[];
  readonly open: readonly Omit<OpenPromise, 'day'>[];
  readonly rules: ReportRules;
  readonly now: Date;
};

const hourDigests: ReadonlySet<DigestName> = new Set(['reply']);

/** Works a report out from the roll-ups of its days and from what is undecided at `now`. */
export function reportOf(filter: ReportFilter, source: ReportSource): Report {
  const { timeZone } = source.rules;
  const days = source.days.filter((day) => fits(filter, day));
  const waiting = source.running.flatMap((clock) => waitingIn(filter, clock, source));
  const open = source.open.flatMap((each) => {
    const day = localDateOf(each.promise.madeAt, timeZone);
    const place = { ...each.promise, visibility: each.visibility, day };
    return fits(filter, place) ? [{ ...each, day }] : [];
  });
  const places = once(() => placesOf(days));
  return {
    filter,
    at: source.now,
    timeZone,
    total: once(() => ({ tally: sumOf(places().map(({ tally }) => tally)), waiting, open })),
    groups: (by) => groupsOf(by, { days, places }, { waiting, open }),
    trend: (step) => trendOf(step, days, { waiting, open }),
    hours: () => hoursOf(days, waiting),
  };
}

/** Works something out when it is first asked for. */
function once<T extends object>(work: () => T): () => T {
  let known: T | null = null;
  return () => (known ??= work());
}

type PlaceTally = {
  readonly accountId: string;
  readonly channel: string;
  readonly visibility: string;
  readonly tally: Tally;
};

/** The whole period by account and visibility: decoded once, and whatever is coarser is summed from it. */
function placesOf(days: readonly ReportDayDoc[]): readonly PlaceTally[] {
  const places = new Map<string, PlaceTally>();
  for (const { accountId, channel, visibility, parts } of days) {
    const key = `${accountId}:${visibility}`;
    const place = places.get(key) ?? { accountId, channel, visibility, tally: newTally() };
    places.set(key, place);
    for (const part of parts) if (part.key === 'total') mergeStored(place.tally, part.tally);
  }
  return [...places.values()];
}

function sumOf(tallies: readonly Tally[]): Tally {
  const sum = newTally();
  for (const tally of tallies) mergeTally(sum, tally);
  return sum;
}

type Placed = {
  readonly day: string;
  readonly accountId: string;
  readonly channel: string;
  readonly visibility: string;
};

function fits(filter: ReportFilter, { day, accountId, channel, visibility }: Placed): boolean {
  return (
    day >= filter.from &&
    day <= filter.to &&
    (filter.accountId === null || filter.accountId === accountId) &&
    (filter.channel === null || filter.channel === channel) &&
    (filter.visibility === null || filter.visibility === visibility)
  );
}

function waitingIn(filter: ReportFilter, clock: ResponseClockDoc, { rules, now }: ReportSource): Waiting[] {
  const day = localDateOf(clock.startedAt, rules.timeZone);
  if (!fits(filter, { ...clock, day })) return [];
  return [
    {
      clock,
      day,
      hour: Number(localTimeOf(clock.startedAt, rules.timeZone).slice(0, 2)),
      calendarMs: Math.max(0, now.getTime() - clock.startedAt.getTime()),
      openMs: openMsBetween(rules.hoursOf(clock.accountId, now), clock.startedAt, now),
      late: clock.dueAt.getTime() < now.getTime(),
    },
  ];
}

type Undecided = { readonly waiting: readonly Waiting[]; readonly open: readonly OpenPromise[] };

/** Collects figures by key. */
function createGroups() {
  const groups = new Map<string | null, { tally: Tally; waiting: Waiting[]; open: OpenPromise[] }>();
  return {
    groups,
    of: (key: string | null) => {
      const known = groups.get(key);
      if (known) return known;
      const fresh = { tally: newTally(), waiting: [], open: [] };
      groups.set(key, fresh);
      return fresh;
    },
    sorted: (): FigureGroup[] =>
      [...groups]
        .map(([key, figures]) => ({ key, figures }))
        .sort((a, b) => ((a.key ?? '\uffff') < (b.key ?? '\uffff') ? -1 : 1)),
  };
}

const partPrefix: Partial<Record<ReportGrouping, string>> = {
  agent: 'agent:',
  authorKind: 'author:',
  wording: 'wording:',
};

const placeField: Partial<Record<ReportGrouping, 'accountId' | 'channel' | 'visibility'>> = {
  account: 'accountId',
  channel: 'channel',
  visibility: 'visibility',
};

type Counted = { readonly days: readonly ReportDayDoc[]; readonly places: () => readonly PlaceTally[] };

function groupsOf(by: ReportGrouping, { days, places }: Counted, { waiting, open }: Undecided): FigureGroup[] {
  const { of, sorted } = createGroups();
  const field = placeField[by];
  const prefix = partPrefix[by] ?? '';
  if (field) for (const place of places()) mergeTally(of(place[field]).tally, place.tally);
  else {
    for (const { parts } of days) {
      for (const { key, tally } of parts) {
        if (key.startsWith(prefix)) mergeStored(of(key.slice(prefix.length)).tally, tally);
      }
    }
  }
  // Nobody has answered these yet: they belong to no agent, author or wording.
  if (by !== 'wording') for (const each of waiting) of(field ? each.clock[field] : null).waiting.push(each);
  for (const each of open) {
    const key = openKey(by, each);
    if (key !== undefined) of(key).open.push(each);
  }
  return sorted();
}

function openKey(by: ReportGrouping, { promise, visibility }: OpenPromise): string | null | undefined {
  switch (by) {
    case 'account':
      return promise.accountId;
    case 'channel':
      return promise.channel;
    case 'visibility':
      return visibility;
    case 'authorKind':
      return promise.madeBy;
    case 'agent':
      return null;
    case 'wording': {
      const machine = promise.madeBy === 'autoReply' || promise.madeBy === 'bot';
      return promise.autoReplyVersionId ?? (machine ? promise.madeBy : undefined);
    }
  }
}

/** The first day of a day's step: the day itself, the Monday of its week or the first of its month. */
export function stepStart(day: string, step: ReportStep): string {
  if (step === 'day') return day;
  return step === 'week' ? addDays(day, -weekdayOf(day)) : `${day.slice(0, 7)}-01`;
}

function trendOf(step: ReportStep, days: readonly ReportDayDoc[], { waiting, open }: Undecided): FigureGroup[] {
  const { of, sorted } = createGroups();
  for (const { day, parts } of days) {
    for (const part of parts) if (part.key === 'total') mergeStored(of(stepStart(day, step)).tally, part.tally);
  }
  for (const each of waiting) of(stepStart(each.day, step)).waiting.push(each);
  for (const each of open) of(stepStart(each.day, step)).open.push(each);
  return sorted();
}

function hoursOf(days: readonly ReportDayDoc[], waiting: readonly Waiting[]): HourOfWeek[] {
  const { of, sorted } = createGroups();
  const keyOf = (day: string, hour: string): string => `${String(weekdayOf(day))}${hour}`;
  for (const { day, parts } of days) {
    for (const part of parts) {
      if (part.key.startsWith('hour:')) mergeStored(of(keyOf(day, part.key.slice(5))).tally, part.tally, hourDigests);
    }
  }
  for (const each of waiting) of(keyOf(each.day, String(each.hour).padStart(2, '0'))).waiting.push(each);
  return sorted().map(({ key, figures }) => ({
    weekday: Number(key?.slice(0, 1)),
    hour: Number(key?.slice(1)),
    figures,
  }));
}

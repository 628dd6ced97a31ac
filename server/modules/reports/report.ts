import type { Visibility } from '#server/channels/channel.ts';
import type { ResponseClockDoc } from '#server/modules/clocks/index.ts';
import type { Promiser, ReplyPromiseDoc } from '#server/modules/promises/index.ts';
import { openMsBetween } from '#shared/time/opening-hours.ts';
import { addDays, localDateOf, localTimeOf, weekdayOf } from '#shared/time/zoned-time.ts';
import type { ReportRules } from './facts-of-contact.ts';
import { isInPlace, partOf, partPrefixOf, type ReportFilter } from './report-filter.ts';
import { promiserOfPart, promisersOf, type PromiserFigures } from './promisers.ts';
import type { PartKey, ReportDayDoc } from './report-days.ts';
import { mergeStored, mergeTally, newTally, type DigestName, type Tally } from './tally.ts';

/** By what a report can be divided. */
export type ReportGrouping = 'channel' | 'account' | 'team' | 'visibility' | 'agent' | 'authorKind' | 'wording';
export type ReportStep = 'day' | 'week' | 'month';

/** A turn that still runs, with its time so far in ms. */
export type Waiting = {
  readonly clock: ResponseClockDoc;
  readonly day: string;
  readonly teamId: string | null;
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
export type OpenPromise = {
  readonly promise: ReplyPromiseDoc;
  readonly visibility: Visibility;
  readonly day: string;
  readonly teamId: string | null;
};

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
  /** What became of promises by who or what promised; none of one writer. */
  promisers(): PromiserFigures[];
};

/** What a report is worked out from. */
export type ReportSource = {
  readonly days: readonly ReportDayDoc[];
  readonly running: readonly ResponseClockDoc[];
  readonly open: readonly Omit<OpenPromise, 'day' | 'teamId'>[];
  readonly rules: ReportRules;
  readonly now: Date;
};

const promiserDigests: ReadonlySet<DigestName> = new Set(['late']);
const hourDigests: ReadonlySet<DigestName> = new Set(['reply']);

/** Works a report out from the roll-ups of its days and from what is undecided at `now`. */
export function reportOf(filter: ReportFilter, source: ReportSource): Report {
  const { timeZone } = source.rules;
  const days = source.days.flatMap((day) => {
    const teamId = source.rules.teamOn(day.accountId, day.day);
    return isInPlace(filter, { ...day, teamId }) ? [{ ...day, teamId }] : [];
  });
  const undecided = { waiting: waitingIn(filter, source), open: openIn(filter, source) };
  const part = partOf(filter);
  const places = once(() => placesOf(days, part));
  const total = once(() => ({ tally: sumOf(places().map(({ tally }) => tally)), ...undecided }));
  return {
    filter,
    at: source.now,
    timeZone,
    total,
    groups: (by) => groupsOf(by, { days, places, writer: filter.writer }, undecided),
    trend: (step) => trendOf(step, { days, part }, undecided),
    // Hours are counted of everybody together: roll-ups that crossed them with every writer would be many times as large.
    promisers: () => (filter.writer ? [] : promisersOf(talliesByPromiser(days), total(), source.now)),
    hours: () => (filter.writer ? [] : hoursOf(days, undecided.waiting)),
  };
}

/** Works something out when it is first asked for. */
function once<T extends object>(work: () => T): () => T {
  let known: T | null = null;
  return () => (known ??= work());
}

function talliesByPromiser(days: readonly ReportDayDoc[]): Map<Promiser, Tally> {
  const tallies = new Map<Promiser, Tally>();
  for (const { key, tally: stored } of days.flatMap(({ parts }) => parts)) {
    const promiser = promiserOfPart(key);
    if (promiser === null) continue;
    const tally = tallies.get(promiser) ?? newTally();
    tallies.set(promiser, tally);
    mergeStored(tally, stored, promiserDigests);
  }
  return tallies;
}

type TeamDay = ReportDayDoc & { readonly teamId: string | null };

type PlaceTally = {
  readonly accountId: string;
  readonly channel: string;
  readonly visibility: string;
  readonly teamId: string | null;
  readonly tally: Tally;
};

/** The whole period by account, visibility and team: decoded once, and whatever is coarser is summed from it. */
function placesOf(days: readonly TeamDay[], wanted: PartKey): readonly PlaceTally[] {
  const places = new Map<string, PlaceTally>();
  for (const { accountId, channel, visibility, teamId, parts } of days) {
    const key = `${accountId}:${visibility}:${teamId ?? ''}`;
    const known = places.get(key);
    const place = known ?? { accountId, channel, visibility, teamId, tally: newTally() };
    for (const part of parts) {
      if (part.key !== wanted) continue;
      places.set(key, place);
      mergeStored(place.tally, part.tally);
    }
  }
  return [...places.values()];
}

function sumOf(tallies: readonly Tally[]): Tally {
  const sum = newTally();
  for (const tally of tallies) mergeTally(sum, tally);
  return sum;
}

/** Turns that still run. Nobody has answered them, so they are in no writer's figures. */
function waitingIn(filter: ReportFilter, { running, rules, now }: ReportSource): Waiting[] {
  if (filter.writer) return [];
  return running.flatMap((clock) => {
    const day = localDateOf(clock.startedAt, rules.timeZone);
    const teamId = rules.teamOn(clock.accountId, day);
    if (!isInPlace(filter, { ...clock, day, teamId })) return [];
    return [
      {
        clock,
        day,
        teamId,
        hour: Number(localTimeOf(clock.startedAt, rules.timeZone).slice(0, 2)),
        calendarMs: Math.max(0, now.getTime() - clock.startedAt.getTime()),
        openMs: openMsBetween(rules.hoursOf(clock.accountId, now), clock.startedAt, now),
        late: clock.dueAt.getTime() < now.getTime(),
      },
    ];
  });
}

function openIn(filter: ReportFilter, { open, rules }: ReportSource): OpenPromise[] {
  const { writer } = filter;
  return open.flatMap((each) => {
    const day = localDateOf(each.promise.madeAt, rules.timeZone);
    const found = { ...each, day, teamId: rules.teamOn(each.promise.accountId, day) };
    if (writer && openKey(writer.by, found) !== writer.key) return [];
    return isInPlace(filter, { ...found, ...each.promise }) ? [found] : [];
  });
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

const placeField: Partial<Record<ReportGrouping, 'accountId' | 'channel' | 'visibility' | 'teamId'>> = {
  account: 'accountId',
  channel: 'channel',
  visibility: 'visibility',
  team: 'teamId',
};

type Counted = {
  readonly days: readonly TeamDay[];
  readonly places: () => readonly PlaceTally[];
  readonly writer: ReportFilter['writer'];
};

function groupsOf(by: ReportGrouping, { days, places, writer }: Counted, { waiting, open }: Undecided): FigureGroup[] {
  const { of, sorted } = createGroups();
  const field = placeField[by];
  const prefix = partPrefixOf(by);
  // Roll-ups do not cross agents, kinds of author and wordings: a filter by one of them leaves no division by another.
  if (writer && prefix !== null && writer.by !== by) return [];
  if (field) for (const place of places()) mergeTally(of(place[field]).tally, place.tally);
  if (prefix !== null) {
    const isWanted = (key: string): boolean => (writer ? key === `${prefix}${writer.key}` : key.startsWith(prefix));
    for (const { key, tally } of days.flatMap(({ parts }) => parts).filter((part) => isWanted(part.key))) {
      mergeStored(of(key.slice(prefix.length)).tally, tally);
    }
  }
  // Nobody has answered these yet: they belong to no agent, author or wording.
  for (const each of by === 'wording' ? [] : waiting) of(waitingKey(field, each)).waiting.push(each);
  for (const each of open) {
    const key = openKey(by, each);
    if (key !== undefined) of(key).open.push(each);
  }
  return sorted();
}

function waitingKey(field: (typeof placeField)[ReportGrouping], { clock, teamId }: Waiting): string | null {
  if (!field) return null;
  return field === 'teamId' ? teamId : clock[field];
}

function openKey(by: ReportGrouping, { promise, visibility, teamId }: OpenPromise): string | null | undefined {
  switch (by) {
    case 'account':
      return promise.accountId;
    case 'channel':
      return promise.channel;
    case 'visibility':
      return visibility;
    case 'authorKind':
      return promise.madeBy;
    case 'team':
      return teamId;
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

function trendOf(
  step: ReportStep,
  { days, part: wanted }: { readonly days: readonly ReportDayDoc[]; readonly part: PartKey },
  { waiting, open }: Undecided,
): FigureGroup[] {
  const { of, sorted } = createGroups();
  for (const { day, parts } of days) {
    for (const part of parts) if (part.key === wanted) mergeStored(of(stepStart(day, step)).tally, part.tally);
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

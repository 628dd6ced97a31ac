import type { LocalText } from '../local-text.ts';
import { isOpenAt, isWorkingDay } from '../time/opening-hours.ts';
import type { OpeningHours } from '../time/opening-hours.ts';
import { localDateOf, localTimeOf, weekdayOf } from '../time/zoned-time.ts';
import { minuteStepOf, stepDueAt, stepSentence, stepWording, workingDaysFor } from './promise-steps.ts';
import type { PromiseStep } from './promise-steps.ts';
import { queueBandOf } from './reply-samples.ts';
import type { QueueBand, ReplySample, SampleVisibility } from './reply-samples.ts';
import { timesDiffer } from './times-differ.ts';

/** How narrow the group is that an advice rests on, narrowest first. */
export const adviceLevels = ['queue', 'hour', 'dayKind', 'openState', 'channel', 'all'] as const;
/** One of `adviceLevels`. */
export type AdviceLevel = (typeof adviceLevels)[number];

/** A moment to be advised for; `queue` null: whatever the queue; `visibility` null: private and public together. */
export type AdviceMoment = {
  readonly channel: string;
  readonly visibility: SampleVisibility | null;
  readonly at: Date;
  readonly queue: number | null;
  readonly hours: OpeningHours;
};

/** What is wished: `rate` 0..1 kept, from at least `minimum` cases; `now` tells how long the waiting have waited. */
export type AdviceWish = { readonly rate: number; readonly minimum: number; readonly now: Date };

/** A sample and the hours it is looked at by. */
type Judged = ReplySample & { readonly hours: OpeningHours };

/** Samples sorted into groups of every width; made once, asked often. */
export type AdviceGroups = {
  readonly byKey: ReadonlyMap<string, readonly Judged[]>;
  /** Channels where private and public messages are answered alike: told apart they would only be fewer. */
  readonly alike: ReadonlySet<string>;
};

/** The wording that would have been kept with the wished rate. */
export type Advice = {
  readonly level: AdviceLevel;
  /** The kind of message that the group holds; null = private and public together. */
  readonly visibility: SampleVisibility | null;
  /** Cases in the group. */
  readonly n: number;
  readonly step: PromiseStep;
  readonly wording: LocalText;
  readonly sentence: LocalText;
  /** Until when it can be kept if it is promised at the moment asked for. */
  readonly dueAt: Date;
  /** Share of the group's judged cases, 0..1, that an answer within the step reached. */
  readonly keptShare: number;
};

type Facts = {
  readonly weekday: number;
  readonly hour: number;
  readonly working: boolean;
  readonly open: boolean;
  readonly band: QueueBand | null;
};

function factsOf(at: Date, queue: number | null, hours: OpeningHours): Facts {
  const date = localDateOf(at, hours.timeZone);
  return {
    weekday: weekdayOf(date),
    hour: Number(localTimeOf(at, hours.timeZone).slice(0, 2)),
    working: isWorkingDay(hours, date),
    open: isOpenAt(hours, at),
    band: queue === null ? null : queueBandOf(queue),
  };
}

type Kind = { readonly channel: string; readonly visibility: SampleVisibility | null };

function keyOf(level: AdviceLevel, { channel, visibility }: Kind, facts: Facts): string {
  const { weekday, hour, working, open, band } = facts;
  const parts: Record<AdviceLevel, readonly (string | number | boolean | null)[]> = {
    queue: [channel, weekday, hour, band],
    hour: [channel, weekday, hour],
    dayKind: [channel, working, hour],
    openState: [channel, open],
    channel: [channel],
    all: [],
  };
  return `${level}|${visibility ?? ''}|${parts[level].join('|')}`;
}

/** Sorts samples into the groups that advice looks for. */
export function adviceGroupsOf(
  samples: readonly ReplySample[],
  hoursOf: (sample: ReplySample) => OpeningHours,
): AdviceGroups {
  const groups = new Map<string, Judged[]>();
  for (const sample of samples) {
    const hours = hoursOf(sample);
    const facts = factsOf(sample.startedAt, sample.queueAtStart, hours);
    const judged = { ...sample, hours };
    for (const [level, visibility] of rungsFor(sample.visibility)) {
      const key = keyOf(level, { channel: sample.channel, visibility }, facts);
      const group = groups.get(key);
      if (group) group.push(judged);
      else groups.set(key, [judged]);
    }
  }
  return { byKey: groups, alike: alikeChannels(samples) };
}

/** From the narrowest to the widest: groups of the kind of message, then those of both kinds; all channels together only of both. */
function rungsFor(visibility: SampleVisibility | null): readonly (readonly [AdviceLevel, SampleVisibility | null])[] {
  const own = adviceLevels.filter((level) => visibility !== null && level !== 'all');
  return [...own.map((level) => [level, visibility] as const), ...adviceLevels.map((level) => [level, null] as const)];
}

/** Fewer answers of a kind say nothing about whether it differs. */
const leastToCompare = 30;

/** Channels whose private and public messages were both answered often enough to compare, at times that do not differ. */
function alikeChannels(samples: readonly ReplySample[]): ReadonlySet<string> {
  const times = new Map<string, Record<SampleVisibility, number[]>>();
  for (const sample of samples) {
    if (!sample.answeredAt) continue;
    const ofChannel = times.get(sample.channel) ?? { private: [], public: [] };
    times.set(sample.channel, ofChannel);
    ofChannel[sample.visibility].push(calendarMs(sample, sample.answeredAt));
  }
  const alike = [...times].filter(([, kinds]) => {
    const enough = Math.min(kinds.private.length, kinds.public.length) >= leastToCompare;
    return enough && !timesDiffer(kinds.private, kinds.public);
  });
  return new Set(alike.map(([channel]) => channel));
}

/** The narrowest group with at least `minimum` cases for a moment; null when even all together are fewer. */
export function narrowestGroup(
  groups: AdviceGroups,
  moment: AdviceMoment,
  minimum: number,
): (Pick<Advice, 'level' | 'visibility'> & { readonly samples: readonly Judged[] }) | null {
  const facts = factsOf(moment.at, moment.queue, moment.hours);
  const { channel } = moment;
  for (const [level, visibility] of rungsFor(groups.alike.has(channel) ? null : moment.visibility)) {
    if (level === 'queue' && moment.queue === null) continue;
    const samples = groups.byKey.get(keyOf(level, { channel, visibility }, facts)) ?? [];
    if (samples.length >= minimum) return { level, visibility, samples };
  }
  return null;
}

/** Answered and still waiting cases as ascending lengths, in whatever unit. */
type Lengths = { readonly answered: readonly number[]; readonly waiting: readonly number[] };

/**
 * The shortest length that is an order statistic of rank ceil((n + 1) * rate) of the cases that can be judged at it: answered ones, and waiting
 * ones that have waited longer already (they are beyond it). Null when no length that happened is long enough.
 */
function orderStatistic({ answered, waiting }: Lengths, rate: number): { length: number; share: number } | null {
  let beyond = waiting.length;
  for (const [index, length] of answered.entries()) {
    while (beyond > 0 && (waiting[waiting.length - beyond] ?? Infinity) <= length) beyond -= 1;
    const n = answered.length + beyond;
    if (index + 1 >= Math.ceil((n + 1) * rate)) return { length, share: (index + 1) / n };
  }
  return null;
}

function lengthsOf<Case extends ReplySample>(
  cases: readonly Case[],
  now: Date,
  lengthOf: (each: Case, until: Date) => number | null,
): Lengths {
  const answered: number[] = [];
  const waiting: number[] = [];
  for (const each of cases) {
    const { answeredAt } = each;
    const length = lengthOf(each, answeredAt ?? now) ?? Infinity;
    (answeredAt === null ? waiting : answered).push(length);
  }
  const ascending = (a: number, b: number): number => a - b;
  return { answered: answered.sort(ascending), waiting: waiting.sort(ascending) };
}

function calendarMs({ startedAt }: ReplySample, until: Date): number {
  return Math.max(0, until.getTime() - startedAt.getTime());
}

/** The time in ms within which the wished share (0..1) was answered, whoever still waits longer counted as beyond it; null when none was. */
export function waitWithinRate(samples: readonly ReplySample[], rate: number, now: Date): number | null {
  return orderStatistic(lengthsOf(samples, now, calendarMs), rate)?.length ?? null;
}

/** Share of a group, 0..1, answered within `ms`; who waits that long already is missed, who waits shorter is left out. Null for none. */
export function shareWithin(samples: readonly Judged[], ms: number, now: Date): number | null {
  const { answered, waiting } = lengthsOf(samples, now, calendarMs);
  const n = answered.length + waiting.filter((length) => length > ms).length;
  return n === 0 ? null : answered.filter((length) => length <= ms).length / n;
}

function stepFor(samples: readonly Judged[], { rate, now }: AdviceWish): PromiseStep | null {
  const calendar = orderStatistic(lengthsOf(samples, now, calendarMs), rate);
  const minutes = calendar && minuteStepOf(calendar.length);
  if (minutes) return minutes;
  // Each case is measured in working days of its own moment, because a Friday's working day is longer than a Monday's.
  const days = lengthsOf(samples, now, ({ startedAt, hours }, until) => workingDaysFor(startedAt, until, hours));
  const needed = orderStatistic(days, rate);
  return needed && Number.isFinite(needed.length) ? { unit: 'workingDay', amount: needed.length } : null;
}

function shareOfStep(samples: readonly Judged[], step: PromiseStep, now: Date): number {
  let [kept, n] = [0, 0];
  for (const { startedAt, answeredAt, hours } of samples) {
    const inTime = (answeredAt ?? now) <= stepDueAt(step, startedAt, hours);
    if (inTime && answeredAt === null) continue;
    n += 1;
    if (inTime) kept += 1;
  }
  return n === 0 ? 0 : kept / n;
}

/**
 * The wording to promise at a moment, from what really happened in the narrowest group that is large enough. Null when there are too few cases,
 * or when no wording of at most 15 working days would have been kept with the wished rate.
 */
export function adviseAt(groups: AdviceGroups, moment: AdviceMoment, wish: AdviceWish): Advice | null {
  const group = narrowestGroup(groups, moment, wish.minimum);
  const step = group && stepFor(group.samples, wish);
  if (!group || !step) return null;
  return {
    level: group.level,
    visibility: group.visibility,
    n: group.samples.length,
    step,
    wording: stepWording(step),
    sentence: stepSentence(step),
    dueAt: stepDueAt(step, moment.at, moment.hours),
    keptShare: shareOfStep(group.samples, step, wish.now),
  };
}

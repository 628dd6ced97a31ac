import type { Clock } from '#server/clock.ts';
import type { Visibility } from '#server/channels/channel.ts';
import type { ChannelAccountDoc, ChannelAccounts } from '#server/modules/channel-accounts/index.ts';
import type { Clocks } from '#server/modules/clocks/index.ts';
import type { Norms, NormTable } from '#server/modules/norms/index.ts';
import {
  adviseAt,
  narrowestGroup,
  shareWithin,
  waitWithinRate,
  type Advice,
  type AdviceWish,
} from '#shared/advice/advise-at.ts';
import { contradictionsOf, type Contradiction } from '#shared/advice/contradictions.ts';
import { keptShareOf, type KeptShare } from '#shared/advice/kept-share.ts';
import {
  fillStepSlots,
  hasStepSlot,
  minuteStepOf,
  mostWorkingDays,
  type PromiseStep,
} from '#shared/advice/promise-steps.ts';
import type { ReplySample } from '#shared/advice/reply-samples.ts';
import type { PromiseAdvice } from '#shared/replies/draft-model.ts';
import { isOpenAt, type OpeningHours } from '#shared/time/opening-hours.ts';
import { addDays, instantOf, localDateOf, weekdayOf } from '#shared/time/zoned-time.ts';

import { createSampleBooks, type SampleBook } from './sample-books.ts';

export type { SampleBook } from './sample-books.ts';

/** What is asked of the adviser: a brand's channel, the kind of message, the wished kept rate (0..1) and over how many days. */
export type AdviceRequest = {
  readonly brandId: string;
  readonly channel: string;
  /** Only private or only public messages; null = both. */
  readonly visibility: Visibility | null;
  readonly rate: number;
  readonly days: number;
};

/** One hour of the week, weekday 0 = Monday. */
export type AdviceCell = {
  readonly weekday: number;
  readonly hour: number;
  /** The middle of that hour in the coming week. */
  readonly at: Date;
  readonly open: boolean;
  readonly advice: Advice | null;
};

/** How one kind of message of a channel was answered; `withinMs` = what the wished share took, null when too little is known. */
export type AnsweredKind = { readonly visibility: Visibility; readonly n: number; readonly withinMs: number | null };

/** The advice of a channel for the whole week and for now. */
export type AdviceGrid = {
  readonly samples: number;
  readonly kinds: readonly AnsweredKind[];
  /** True when both kinds are known well enough and are answered alike: then advice takes them together. */
  readonly alike: boolean;
  readonly capped: boolean;
  readonly queue: number;
  readonly now: Advice | null;
  readonly cells: readonly AdviceCell[];
};

/** How a text would have been kept, and what speaks against it now. */
export type Simulation = KeptShare & {
  readonly capped: boolean;
  /** The kind of message looked at; null = private and public together. */
  readonly visibility: Visibility | null;
  readonly contradictions: readonly Contradiction[];
};

/** Honest promises, from the reply times that really happened. */
export type PromiseAdviser = {
  grid(request: AdviceRequest): Promise<AdviceGrid>;
  simulate(request: AdviceRequest & { readonly text: string }): Promise<Simulation>;
  /** The text of an automatic reply with its slots filled by what can be kept now, else by the norm. */
  fillAutoReply(account: ChannelAccountDoc, text: string, now: Date, visibility?: Visibility): Promise<string>;
  /** The brand's reply times of the last days, at most five minutes old. */
  bookOf(brandId: string, days: number): Promise<SampleBook>;
  /** The earliest answer that can honestly be promised in a conversation now; null when too little is known of its channel. */
  honestAnswer(place: ConversationPlace, now: Date): Promise<PromiseAdvice | null>;
  /** What can be promised on a channel at an instant; null when too little is known. */
  adviseNow(book: SampleBook, place: ChannelPlace, now: Date): Advice | null;
};

/** Where a conversation is. */
export type ConversationPlace = {
  readonly brandId: string;
  readonly accountId: string;
  readonly channel: string;
  readonly visibility: Visibility;
};

/** A channel of a brand, the kind of message (null = both) and the hours of its first account. */
export type ChannelPlace = {
  readonly channel: string;
  readonly visibility: Visibility | null;
  readonly hours: OpeningHours;
};

/** The wished kept rate where nobody wished another. */
export const usualRate = 0.9;
/** How far back advice looks where nobody said. */
export const usualDays = 30;
/** Fewer cases are chance. */
const minimumCases = 30;
/** Reading a text 5,000 times takes a quarter of a second; the latest cases are taken. */
const mostSimulated = 5_000;
const hourMs = 3_600_000;

type Dependencies = { clock: Clock; clocks: Clocks; norms: Norms; accounts: ChannelAccounts };

/** Makes the adviser. */
export function createPromiseAdviser(deps: Dependencies): PromiseAdviser {
  const { clock, accounts } = deps;
  const books = createSampleBooks(deps);
  const adviseNow: PromiseAdviser['adviseNow'] = (book, place, now) =>
    adviseAt(book.groups, { ...place, at: now, queue: book.queue }, wishOf(usualRate, now));
  const fillFor = (book: SampleBook, place: ChannelPlace, text: string, now: Date): string =>
    fillStepSlots(text, adviseNow(book, place, now)?.step ?? normStep(normMsOf(book.table, place, now)));
  return {
    bookOf: (brandId, days) => books.of(brandId, days),
    adviseNow,
    honestAnswer: async ({ brandId, accountId, channel, visibility }, now) => {
      const book = await books.atHand(brandId, usualDays);
      const advice = adviseNow(book, { channel, visibility, hours: book.table.hoursOf(accountId, now) }, now);
      // Times of all channels together say nothing for this one.
      return advice && advice.level !== 'all' ? { honestAt: advice.dueAt, keptShare: advice.keptShare } : null;
    },
    grid: async ({ brandId, channel, visibility, rate, days }) => {
      const [book, owned] = await Promise.all([books.of(brandId, days), accounts.ofBrand(brandId)]);
      const now = clock.now();
      const place = placeOf(owned, { channel, visibility }, book.table, now);
      const { hours } = place;
      const wish = wishOf(rate, now);
      return {
        samples: samplesOf(book, { channel, visibility }).length,
        kinds: kindsOf(book, channel, wish),
        alike: book.groups.alike.has(channel),
        capped: book.capped,
        queue: book.queue,
        now: adviseAt(book.groups, { ...place, at: now, queue: book.queue }, wish),
        cells: hoursOfWeek(now, hours.timeZone).map(({ weekday, hour, at }) => ({
          weekday,
          hour,
          at,
          open: isOpenAt(hours, at),
          advice: adviseAt(book.groups, { ...place, at, queue: null }, wish),
        })),
      };
    },
    simulate: async (request) => {
      const { brandId, channel, days } = request;
      const [book, owned] = await Promise.all([books.of(brandId, days), accounts.ofBrand(brandId)]);
      const now = clock.now();
      const ofKind = samplesOf(book, request);
      // A handful of comments says less than all that came in on the channel.
      const visibility = ofKind.length >= minimumCases ? request.visibility : null;
      const all = samplesOf(book, { channel, visibility });
      const text = fillFor(book, placeOf(owned, request, book.table, now), request.text, now);
      const result = keptShareOf(text, all.slice(-mostSimulated), {
        now,
        hoursOf: book.hoursOf,
        vagueMaxMsOf: (sample) => normMsOf(book.table, sample, sample.startedAt),
      });
      const contradictions = contradictionsNow({ ...request, text }, { book, owned, now });
      return { ...result, visibility, capped: book.capped || all.length > mostSimulated, contradictions };
    },
    fillAutoReply: async ({ _id, brandId, channel }, text, now, visibility = 'private') => {
      if (!hasStepSlot(text)) return text;
      const book = await books.of(brandId, usualDays);
      return fillFor(book, { channel, visibility, hours: book.table.hoursOf(_id, now) }, text, now);
    },
  };
}

function wishOf(rate: number, now: Date): AdviceWish {
  return { rate, minimum: minimumCases, now };
}

type MessageKind = Pick<ChannelPlace, 'channel' | 'visibility'>;

function normMsOf(table: NormTable, { channel, visibility }: MessageKind, at: Date): number {
  return table.normAt(channel, visibility ?? 'private', at).maxMs;
}

function samplesOf({ samples }: SampleBook, { channel, visibility }: MessageKind): ReplySample[] {
  return samples.filter(
    (sample) => sample.channel === channel && (visibility === null || sample.visibility === visibility),
  );
}

/** How each kind of message on a channel was answered; kinds that nobody used are left out. */
function kindsOf(book: SampleBook, channel: string, { rate, minimum, now }: AdviceWish): AnsweredKind[] {
  return (['private', 'public'] as const).flatMap((visibility) => {
    const samples = samplesOf(book, { channel, visibility });
    const withinMs = samples.length >= minimum ? waitWithinRate(samples, rate, now) : null;
    return samples.length === 0 ? [] : [{ visibility, n: samples.length, withinMs }];
  });
}

/** The norm as a promise: what the house holds itself to while nothing is known of its real times. */
function normStep(normMs: number): PromiseStep {
  const amount = Math.min(mostWorkingDays, Math.ceil(normMs / (24 * hourMs)));
  return minuteStepOf(normMs) ?? { unit: 'workingDay', amount };
}

function placeOf(
  owned: readonly ChannelAccountDoc[],
  { channel, visibility }: MessageKind,
  table: NormTable,
  at: Date,
): ChannelPlace {
  const account = owned.find((each) => each.channel === channel);
  return { channel, visibility, hours: table.hoursOf(account?._id ?? '', at) };
}

function contradictionsNow(
  { channel, visibility, rate, text }: AdviceRequest & { readonly text: string },
  { book, owned, now }: { book: SampleBook; owned: readonly ChannelAccountDoc[]; now: Date },
): Contradiction[] {
  const { groups, queue, table } = book;
  const place = placeOf(owned, { channel, visibility }, table, now);
  const wish = wishOf(rate, now);
  const moment = { ...place, at: now, queue };
  const group = narrowestGroup(groups, moment, minimumCases);
  const others = [...new Set(owned.map((account) => account.channel))].flatMap((other) => {
    if (other === channel) return [];
    // Whoever is sent elsewhere is asked to write in private.
    const otherKind = { channel: other, visibility: 'private' as const };
    const advice = adviseAt(groups, { ...moment, ...placeOf(owned, otherKind, table, now) }, wish);
    // Times of all channels together say nothing for this one.
    if (!advice || advice.level === 'all') return [];
    return [{ channel: other, step: advice.step, normMs: normMsOf(table, otherKind, now) }];
  });
  const normMs = normMsOf(table, place, now);
  return contradictionsOf(text, {
    now,
    hours: place.hours,
    vagueMaxMs: normMs,
    rate,
    advised: adviseAt(groups, moment, wish)?.step ?? null,
    normMs,
    shareWithin: (ms) => (group ? shareWithin(group.samples, ms, now) : null),
    others,
  });
}

/** The middle of every hour of the coming seven days, in local time. */
function hoursOfWeek(now: Date, timeZone: string): { weekday: number; hour: number; at: Date }[] {
  const today = localDateOf(now, timeZone);
  return Array.from({ length: 7 * 24 }, (_, index) => {
    const date = addDays(today, Math.floor(index / 24));
    const hour = index % 24;
    const at = instantOf(date, `${String(hour).padStart(2, '0')}:30`, timeZone);
    return { weekday: weekdayOf(date), hour, at };
  }).sort((a, b) => a.weekday - b.weekday || a.hour - b.hour);
}

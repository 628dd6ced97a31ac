import type { Clock } from '#server/clock.ts';
import type { ChannelAccountDoc, ChannelAccounts } from '#server/modules/channel-accounts/index.ts';
import type { Clocks } from '#server/modules/clocks/index.ts';
import type { Norms, NormTable } from '#server/modules/norms/index.ts';
import { adviseAt, narrowestGroup, shareWithin, type Advice, type AdviceWish } from '#shared/advice/advise-at.ts';
import { contradictionsOf, type Contradiction } from '#shared/advice/contradictions.ts';
import { keptShareOf, type KeptShare } from '#shared/advice/kept-share.ts';
import {
  fillStepSlots,
  hasStepSlot,
  minuteStepOf,
  mostWorkingDays,
  type PromiseStep,
} from '#shared/advice/promise-steps.ts';
import { isOpenAt, type OpeningHours } from '#shared/time/opening-hours.ts';
import { addDays, instantOf, localDateOf, weekdayOf } from '#shared/time/zoned-time.ts';

import { createSampleBooks, type SampleBook } from './sample-books.ts';

export type { SampleBook } from './sample-books.ts';

/** What is asked of the adviser: a brand's channel, the wished kept rate (0..1) and over how many days. */
export type AdviceRequest = {
  readonly brandId: string;
  readonly channel: string;
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

/** The advice of a channel for the whole week and for now. */
export type AdviceGrid = {
  readonly samples: number;
  readonly capped: boolean;
  readonly queue: number;
  readonly now: Advice | null;
  readonly cells: readonly AdviceCell[];
};

/** How a text would have been kept, and what speaks against it now. */
export type Simulation = KeptShare & { readonly capped: boolean; readonly contradictions: readonly Contradiction[] };

/** Honest promises, from the reply times that really happened. */
export type PromiseAdviser = {
  grid(request: AdviceRequest): Promise<AdviceGrid>;
  simulate(request: AdviceRequest & { readonly text: string }): Promise<Simulation>;
  /** The text of an automatic reply with its slots filled by what can be kept now, else by the norm. */
  fillAutoReply(account: ChannelAccountDoc, text: string, now: Date): Promise<string>;
  /** The brand's reply times of the last days, at most five minutes old. */
  bookOf(brandId: string, days: number): Promise<SampleBook>;
  /** What can be promised on a channel at an instant; null when too little is known. */
  adviseNow(book: SampleBook, place: ChannelPlace, now: Date): Advice | null;
};

/** A channel of a brand and the hours of its first account. */
export type ChannelPlace = { readonly channel: string; readonly hours: OpeningHours };

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
  const adviseNow: PromiseAdviser['adviseNow'] = (book, { channel, hours }, now) =>
    adviseAt(book.groups, { channel, at: now, queue: book.queue, hours }, wishOf(usualRate, now));
  const fillFor = (book: SampleBook, place: ChannelPlace, text: string, now: Date): string =>
    fillStepSlots(text, adviseNow(book, place, now)?.step ?? normStep(normMsOf(book.table, place.channel, now)));
  return {
    bookOf: (brandId, days) => books.of(brandId, days),
    adviseNow,
    grid: async ({ brandId, channel, rate, days }) => {
      const [book, owned] = await Promise.all([books.of(brandId, days), accounts.ofBrand(brandId)]);
      const now = clock.now();
      const { hours } = placeOf(owned, channel, book.table, now);
      const wish = wishOf(rate, now);
      return {
        samples: book.samples.filter((sample) => sample.channel === channel).length,
        capped: book.capped,
        queue: book.queue,
        now: adviseAt(book.groups, { channel, at: now, queue: book.queue, hours }, wish),
        cells: hoursOfWeek(now, hours.timeZone).map(({ weekday, hour, at }) => ({
          weekday,
          hour,
          at,
          open: isOpenAt(hours, at),
          advice: adviseAt(book.groups, { channel, at, queue: null, hours }, wish),
        })),
      };
    },
    simulate: async (request) => {
      const { brandId, channel, days } = request;
      const [book, owned] = await Promise.all([books.of(brandId, days), accounts.ofBrand(brandId)]);
      const now = clock.now();
      const all = book.samples.filter((sample) => sample.channel === channel);
      const text = fillFor(book, placeOf(owned, channel, book.table, now), request.text, now);
      const result = keptShareOf(text, all.slice(-mostSimulated), {
        now,
        hoursOf: book.hoursOf,
        vagueMaxMsOf: (sample) => normMsOf(book.table, channel, sample.startedAt),
      });
      const contradictions = contradictionsNow({ ...request, text }, { book, owned, now });
      return { ...result, capped: book.capped || all.length > mostSimulated, contradictions };
    },
    fillAutoReply: async (account, text, now) => {
      if (!hasStepSlot(text)) return text;
      const book = await books.of(account.brandId, usualDays);
      const hours = book.table.hoursOf(account._id, now);
      return fillFor(book, { channel: account.channel, hours }, text, now);
    },
  };
}

function wishOf(rate: number, now: Date): AdviceWish {
  return { rate, minimum: minimumCases, now };
}

function normMsOf(table: NormTable, channel: string, at: Date): number {
  return table.normAt(channel, 'private', at).maxMs;
}

/** The norm as a promise: what the house holds itself to while nothing is known of its real times. */
function normStep(normMs: number): PromiseStep {
  const amount = Math.min(mostWorkingDays, Math.ceil(normMs / (24 * hourMs)));
  return minuteStepOf(normMs) ?? { unit: 'workingDay', amount };
}

function placeOf(owned: readonly ChannelAccountDoc[], channel: string, table: NormTable, at: Date): ChannelPlace {
  const account = owned.find((each) => each.channel === channel);
  return { channel, hours: table.hoursOf(account?._id ?? '', at) };
}

function contradictionsNow(
  { channel, rate, text }: AdviceRequest & { readonly text: string },
  { book, owned, now }: { book: SampleBook; owned: readonly ChannelAccountDoc[]; now: Date },
): Contradiction[] {
  const { groups, queue, table } = book;
  const { hours } = placeOf(owned, channel, table, now);
  const wish = wishOf(rate, now);
  const moment = { channel, at: now, queue, hours };
  const group = narrowestGroup(groups, moment, minimumCases);
  const others = [...new Set(owned.map((account) => account.channel))].flatMap((other) => {
    if (other === channel) return [];
    const advice = adviseAt(groups, { ...moment, ...placeOf(owned, other, table, now) }, wish);
    // Times of all channels together say nothing for this one.
    if (!advice || advice.level === 'all') return [];
    return [{ channel: other, step: advice.step, normMs: normMsOf(table, other, now) }];
  });
  const normMs = normMsOf(table, channel, now);
  return contradictionsOf(text, {
    now,
    hours,
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

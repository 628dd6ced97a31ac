import type { PromiseContext, PromiseLanguage } from './promise-reading.ts';

/** Units a duration is counted in; workingDay and workingHour follow the opening hours, the rest the calendar. */
export type DurationUnit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'workingDay' | 'workingHour';

/** A part of a day, with its customary end: morning 12:00, afternoon 18:00, evening and night 24:00. */
export type DayPart = 'morning' | 'afternoon' | 'evening';

/** What one time expression says. */
export type TimeValue =
  | { readonly family: 'duration'; readonly unit: DurationUnit; readonly amount: number; readonly bare: boolean }
  | {
      readonly family: 'day';
      /** Local 'yyyy-mm-dd'. */
      readonly date: string;
      readonly part?: DayPart;
      /** The words name the end of the period themselves, so "before" in front changes nothing. */
      readonly final?: boolean;
      /** First day of what the words name (a weekend); "before" counts back from it. */
      readonly startDate?: string;
    }
  | { readonly family: 'part'; readonly part: DayPart; readonly final: boolean }
  | { readonly family: 'clock'; readonly hour: number; readonly minute: number; readonly literal: boolean }
  | { readonly family: 'vague' };

/** A time expression in normalised text, [start, end). */
export type TimeExpression = {
  readonly start: number;
  readonly end: number;
  readonly ruleId: string;
  readonly language: PromiseLanguage | 'both';
  /** How surely these words mean this time, 0..1. */
  readonly certainty: number;
  readonly value: TimeValue;
};

/** The local calendar of the moment a promise was made. */
export type TimeContext = Pick<PromiseContext, 'madeAt' | 'hours'> & {
  /** Local 'yyyy-mm-dd' of madeAt. */
  readonly today: string;
};

/** One rule of the grammar: a global pattern and its reading; null means that the words are no time after all. */
export type TimeRule = {
  readonly id: string;
  readonly language: PromiseLanguage | 'both';
  readonly pattern: RegExp;
  readonly certainty?: number;
  readonly read: (match: RegExpExecArray, context: TimeContext) => TimeValue | null;
};

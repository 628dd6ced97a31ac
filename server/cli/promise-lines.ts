import { readPromises } from '#shared/promises/promise-reader.ts';
import type { PromiseContext } from '#shared/promises/promise-reader.ts';
import { defaultOpeningHours } from '#shared/time/opening-hours.ts';
import type { OpeningHours } from '#shared/time/opening-hours.ts';
import { instantOf, utcOffsetMs } from '#shared/time/zoned-time.ts';

import { InputFault, weekOf } from './weekly-hours.ts';

/** House meaning of a vague promise on this command line: a day at most, the norm of social media. */
const vagueMaxMs = 24 * 3_600_000;
const longestText = 100_000;
const rememberedHours = 1_000;

/** Reads lines of JSON; remembers calendars, because what is worked out on one is kept with it. */
export type PromiseLineReader = {
  /** The line to print, without a line feed, and whether the input was good. */
  readonly read: (line: string) => { readonly output: string; readonly good: boolean };
};

function zoneOf(zone: unknown): string {
  if (zone === undefined || zone === null) return defaultOpeningHours.timeZone;
  if (typeof zone !== 'string' || zone === '') throw new InputFault('zone must be a text like "Europe/Amsterdam"');
  try {
    utcOffsetMs(new Date(0), zone);
    return zone;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InputFault(`zone: there is no time zone ${JSON.stringify(zone)}`);
  }
}

/** A moment with its offset, or without one a local time in the zone. */
function momentOf(at: unknown, zone: string): Date {
  const match =
    typeof at === 'string'
      ? /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d(?:\.\d+)?)?)?(Z|[+-]\d\d:?\d\d)?$/i.exec(at)
      : null;
  if (!match)
    throw new InputFault(
      `at must be an ISO moment like "2026-11-23T09:30:00+01:00", not ${JSON.stringify(at ?? null)}`,
    );
  const [, date = '', time = '00:00', seconds = ':00', offset] = match;
  const read =
    offset === undefined ? localMoment(date, time, zone) : new Date(`${date}T${time}${seconds}${isoOffset(offset)}`);
  if (Number.isNaN(read.getTime())) throw new InputFault(`at: there is no moment ${JSON.stringify(at)}`);
  return read;
}

function isoOffset(offset: string): string {
  return /^[+-]\d{4}$/.test(offset) ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset.toUpperCase();
}

function localMoment(date: string, time: string, zone: string): Date {
  try {
    return instantOf(date, time, zone);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return new Date(Number.NaN);
  }
}

function languageOf(lang: unknown): PromiseContext['language'] {
  if (lang === undefined || lang === null) return undefined;
  const short = typeof lang === 'string' ? lang.slice(0, 2).toLowerCase() : '';
  if (short !== 'nl' && short !== 'en') throw new InputFault(`lang must be "nl" or "en", not ${JSON.stringify(lang)}`);
  return short;
}

type Line = Readonly<Record<'text' | 'at' | 'zone' | 'lang' | 'hours' | 'holidays', unknown>>;

function parsed(line: string): Line {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new InputFault('the line is no JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new InputFault('the line is no JSON object');
  return value as Line;
}

function textOf(text: unknown): string {
  if (typeof text !== 'string') throw new InputFault('text is missing or no text');
  if (text.length > longestText) throw new InputFault(`text is longer than ${String(longestText)} characters`);
  return text;
}

/** Makes a reader of lines `{"text","at","zone"?,"lang"?,"hours"?,"holidays"?}`; see docs/promises.md. */
export function createPromiseLineReader(): PromiseLineReader {
  const calendars = new Map<string, OpeningHours>();
  const calendarOf = ({ hours, holidays }: Line, zone: string): OpeningHours => {
    // Most lines name no hours of their own: their zone tells the calendar. No zone's name begins with a bracket.
    const key = hours === undefined && holidays === undefined ? zone : JSON.stringify([hours, holidays, zone]);
    const known = calendars.get(key);
    if (known) return known;
    const versions =
      hours === undefined || hours === null
        ? defaultOpeningHours.versions
        : [{ validFrom: '2000-01-01', week: weekOf(hours) }];
    if (holidays !== undefined && typeof holidays !== 'boolean') throw new InputFault('holidays must be true or false');
    // Dutch holidays say nothing about another country.
    const dutchHolidays = holidays ?? zone === defaultOpeningHours.timeZone;
    const made = { timeZone: zone, versions, closures: [], dutchHolidays };
    if (calendars.size >= rememberedHours) calendars.clear();
    calendars.set(key, made);
    return made;
  };
  const promisesOf = (line: string): string => {
    const input = parsed(line);
    const text = textOf(input.text);
    const zone = zoneOf(input.zone);
    const context = {
      madeAt: momentOf(input.at, zone),
      hours: calendarOf(input, zone),
      vagueMaxMs,
      language: languageOf(input.lang),
    };
    const promises = readPromises(text, context).map(({ kind, act, wording, start, end, dueAt, confidence }) => ({
      kind,
      act,
      words: wording,
      start,
      end,
      dueAt,
      confidence,
    }));
    return JSON.stringify({ promises });
  };
  return {
    read: (line) => {
      try {
        return { output: promisesOf(line), good: true };
      } catch (error) {
        if (!(error instanceof InputFault)) throw error;
        return { output: JSON.stringify({ error: error.message }), good: false };
      }
    },
  };
}

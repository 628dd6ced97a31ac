import { dutchHolidayOn, usualHolidays } from './dutch-holidays.ts';
import type { DutchHoliday, DutchHolidayCode } from './dutch-holidays.ts';
import { addDays, instantOf, localDateOf, minutesOf, weekdayOf } from './zoned-time.ts';

/** Open from one local 'HH:MM' until another (not included); `to` may be '24:00'. An interval that ends before it starts is never open. */
export type OpenInterval = { readonly from: string; readonly to: string };

/** A week of opening times that rules from a local day ('yyyy-mm-dd') on; `week` has 7 entries, 0 = Monday. */
export type OpeningHoursVersion = { readonly validFrom: string; readonly week: readonly (readonly OpenInterval[])[] };

/** A local day ('yyyy-mm-dd') closed for a reason of its own. */
export type Closure = { readonly date: string; readonly reason: string };

/** A local day ('yyyy-mm-dd') with hours of its own, whatever its weekday or holiday; a closure of the same day wins. */
export type SpecialOpening = {
  readonly date: string;
  readonly intervals: readonly OpenInterval[];
  readonly reason: string;
};

/** The holidays a business closes on from a local day ('yyyy-mm-dd') on. */
export type HolidayChoice = { readonly validFrom: string; readonly codes: readonly DutchHolidayCode[] };

/**
 * Opening hours versioned by date. The version with the latest `validFrom` on or before a day rules it; the first version also rules the days
 * before it. Treat the object as frozen: what is computed from it is remembered.
 */
export type OpeningHours = {
  readonly timeZone: string;
  readonly versions: readonly OpeningHoursVersion[];
  readonly closures: readonly Closure[];
  /** One-off hours; none when absent. */
  readonly openings?: readonly SpecialOpening[];
  /** Whether it closes on holidays at all: the usual ones, or those of `holidayChoices`. */
  readonly dutchHolidays: boolean;
  /** Which holidays count, versioned like the week; the usual ones before the first choice. */
  readonly holidayChoices?: readonly HolidayChoice[];
};

type OpenSpan = { readonly startMs: number; readonly endMs: number };

const officeDay: readonly OpenInterval[] = [{ from: '09:00', to: '17:00' }];

/** Europe/Amsterdam, Monday to Friday 09:00-17:00, closed on Dutch holidays. */
export const defaultOpeningHours: OpeningHours = {
  timeZone: 'Europe/Amsterdam',
  versions: [{ validFrom: '2000-01-01', week: [officeDay, officeDay, officeDay, officeDay, officeDay, [], []] }],
  closures: [],
  dutchHolidays: true,
};

/** Longer than any closed stretch a business survives; beyond it a calendar is taken to be never open again. */
const closedDaysLimit = 800;
const spansByHours = new WeakMap<OpeningHours, Map<string, readonly OpenSpan[]>>();
const spanCacheLimit = 5_000;

function rulingOn<T extends { readonly validFrom: string }>(versions: readonly T[], localDate: string): T | undefined {
  let ruling: T | undefined;
  for (const version of versions) {
    if (version.validFrom <= localDate && (!ruling || version.validFrom >= ruling.validFrom)) ruling = version;
  }
  return ruling;
}

function versionOn(hours: OpeningHours, localDate: string): OpeningHoursVersion | undefined {
  const [first] = [...hours.versions].sort((a, b) => a.validFrom.localeCompare(b.validFrom));
  return rulingOn(hours.versions, localDate) ?? first;
}

/** The holiday that closes the business on a local day, or null. */
export function closingHolidayOn(hours: OpeningHours, localDate: string): DutchHoliday | null {
  if (!hours.dutchHolidays) return null;
  return dutchHolidayOn(localDate, rulingOn(hours.holidayChoices ?? [], localDate)?.codes ?? usualHolidays);
}

/** The open intervals of a local day as they were set, with what makes it special: a closure before own hours before a holiday before the week. */
export function dayPlanOf(
  hours: OpeningHours,
  localDate: string,
): {
  readonly kind: 'week' | 'closure' | 'opening' | 'holiday';
  readonly intervals: readonly OpenInterval[];
  readonly reason: string | { readonly nl: string; readonly en: string } | null;
} {
  const closure = hours.closures.find(({ date }) => date === localDate);
  if (closure) return { kind: 'closure', intervals: [], reason: closure.reason };
  const opening = hours.openings?.find(({ date }) => date === localDate);
  if (opening) return { kind: 'opening', intervals: opening.intervals, reason: opening.reason };
  const holiday = closingHolidayOn(hours, localDate);
  if (holiday) return { kind: 'holiday', intervals: [], reason: { nl: holiday.nl, en: holiday.en } };
  return { kind: 'week', intervals: versionOn(hours, localDate)?.week[weekdayOf(localDate)] ?? [], reason: null };
}

function computeSpans(hours: OpeningHours, localDate: string): readonly OpenSpan[] {
  const { intervals } = dayPlanOf(hours, localDate);
  const sorted = [...intervals].sort((a, b) => minutesOf(a.from) - minutesOf(b.from));
  const spans: { startMs: number; endMs: number }[] = [];
  for (const interval of sorted) {
    const startMs = instantOf(localDate, interval.from, hours.timeZone).getTime();
    const endMs = instantOf(localDate, interval.to, hours.timeZone).getTime();
    const last = spans.at(-1);
    if (last && startMs <= last.endMs) last.endMs = Math.max(last.endMs, endMs);
    else if (endMs > startMs) spans.push({ startMs, endMs });
  }
  return spans;
}

function spansOn(hours: OpeningHours, localDate: string): readonly OpenSpan[] {
  const byDate = spansByHours.get(hours) ?? new Map<string, readonly OpenSpan[]>();
  spansByHours.set(hours, byDate);
  const known = byDate.get(localDate);
  if (known) return known;
  const spans = computeSpans(hours, localDate);
  if (byDate.size >= spanCacheLimit) byDate.clear();
  byDate.set(localDate, spans);
  return spans;
}

/** Whether the business is open at an instant; the closing instant itself is closed. */
export function isOpenAt(hours: OpeningHours, at: Date): boolean {
  const ms = at.getTime();
  return spansOn(hours, localDateOf(at, hours.timeZone)).some((span) => span.startMs <= ms && ms < span.endMs);
}

/** Whether a local day has any opening time. */
export function isWorkingDay(hours: OpeningHours, localDate: string): boolean {
  return spansOn(hours, localDate).length > 0;
}

/** Open milliseconds from one instant to another; 0 when `to` is not after `from`. */
export function openMsBetween(hours: OpeningHours, from: Date, to: Date): number {
  const fromMs = from.getTime();
  const toMs = to.getTime();
  if (!(toMs > fromMs)) return 0;
  const lastDate = localDateOf(to, hours.timeZone);
  let total = 0;
  for (let date = localDateOf(from, hours.timeZone); date <= lastDate; date = addDays(date, 1)) {
    for (const span of spansOn(hours, date)) {
      total += Math.max(0, Math.min(span.endMs, toMs) - Math.max(span.startMs, fromMs));
    }
  }
  return total;
}

/**
 * The first open instant at or after `at`, or null when the calendar stays closed for more than two years.
 */
export function findNextOpeningAt(hours: OpeningHours, at: Date): Date | null {
  const ms = at.getTime();
  let date = localDateOf(at, hours.timeZone);
  for (let day = 0; day <= closedDaysLimit; day += 1, date = addDays(date, 1)) {
    for (const span of spansOn(hours, date)) {
      if (ms < span.endMs) return new Date(Math.max(ms, span.startMs));
    }
  }
  return null;
}

function neverOpen(at: Date): RangeError {
  return new RangeError(`no opening hours after ${at.toISOString()}`);
}

/** The first open instant at or after `at`: `at` itself when open. Throws RangeError when the calendar stays closed for more than two years. */
export function nextOpeningAt(hours: OpeningHours, at: Date): Date {
  const opening = findNextOpeningAt(hours, at);
  if (!opening) throw neverOpen(at);
  return opening;
}

/**
 * The earliest instant by which `ms` of opening time have passed since `from`; it may be a closing instant. With ms <= 0 the next opening.
 * Throws RangeError when the calendar stays closed for more than two years.
 */
export function addOpenMs(hours: OpeningHours, from: Date, ms: number): Date {
  if (!(ms > 0)) return nextOpeningAt(hours, from);
  const fromMs = from.getTime();
  let left = ms;
  let closedDays = 0;
  for (let date = localDateOf(from, hours.timeZone); closedDays <= closedDaysLimit; date = addDays(date, 1)) {
    closedDays += 1;
    for (const span of spansOn(hours, date)) {
      const startMs = Math.max(span.startMs, fromMs);
      const available = span.endMs - startMs;
      if (available <= 0) continue;
      if (available >= left) return new Date(startMs + left);
      left -= available;
      closedDays = 0;
    }
  }
  throw neverOpen(from);
}

/**
 * The latest instant from which `ms` of opening time pass until `until`; `until` itself with ms <= 0. Null when the calendar was closed for
 * more than two years before.
 */
export function subtractOpenMs(hours: OpeningHours, until: Date, ms: number): Date | null {
  if (!(ms > 0)) return until;
  let left = ms;
  let closedDays = 0;
  for (let date = localDateOf(until, hours.timeZone); closedDays <= closedDaysLimit; date = addDays(date, -1)) {
    closedDays += 1;
    for (const span of [...spansOn(hours, date)].reverse()) {
      const endMs = Math.min(span.endMs, until.getTime());
      const available = endMs - span.startMs;
      if (available <= 0) continue;
      if (available >= left) return new Date(endMs - left);
      left -= available;
      closedDays = 0;
    }
  }
  return null;
}

/** The last closing instant of a local day, or null when that day is closed. */
export function closingAtOn(hours: OpeningHours, localDate: string): Date | null {
  const last = spansOn(hours, localDate).at(-1);
  return last ? new Date(last.endMs) : null;
}

/** Without a calendar Monday to Friday. */
function works(hours: OpeningHours | null, localDate: string): boolean {
  return hours ? isWorkingDay(hours, localDate) : weekdayOf(localDate) < 5;
}

/**
 * The working day (a local day with opening time) `steps` working days after a local day; with 0 steps the day itself or else the first
 * working day after it. A calendar that stays closed for more than two years counts Monday to Friday. Throws RangeError unless `steps` is a
 * whole number >= 0.
 */
export function nextWorkingDay(hours: OpeningHours, localDate: string, steps: number): string {
  if (!Number.isInteger(steps) || steps < 0) throw new RangeError(`not a number of working days: ${String(steps)}`);
  const opens = findNextOpeningAt(hours, instantOf(localDate, '00:00', hours.timeZone)) !== null;
  const calendar = opens ? hours : null;
  let date = localDate;
  let left = steps;
  let closedDays = 0;
  if (left === 0 && works(calendar, date)) return date;
  for (left = Math.max(1, left); left > 0 && closedDays <= closedDaysLimit;) {
    date = addDays(date, 1);
    closedDays += 1;
    if (!works(calendar, date)) continue;
    left -= 1;
    closedDays = 0;
  }
  return date;
}

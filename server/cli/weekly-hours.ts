import { minutesOf } from '#shared/time/zoned-time.ts';
import type { OpenInterval, OpeningHours } from '#shared/time/opening-hours.ts';

/** What is wrong with a line of input, told to whoever wrote it. */
export class InputFault extends Error {}

const dayNames: readonly (readonly string[])[] = [
  ['mon', 'monday', 'ma', 'maandag'],
  ['tue', 'tues', 'tuesday', 'di', 'dinsdag'],
  ['wed', 'wednesday', 'wo', 'woensdag'],
  ['thu', 'thur', 'thurs', 'thursday', 'do', 'donderdag'],
  ['fri', 'friday', 'vr', 'vrijdag'],
  ['sat', 'saturday', 'za', 'zaterdag'],
  ['sun', 'sunday', 'zo', 'zondag'],
];

/** 0 = Monday. Numbers are ISO: 1 = Monday … 7 = Sunday; 0 is Sunday too. */
function dayIndex(day: unknown): number {
  if (typeof day === 'number' && Number.isInteger(day) && day >= 0 && day <= 7) return (day + 6) % 7;
  if (typeof day === 'string') {
    if (/^[0-7]$/.test(day)) return dayIndex(Number(day));
    const index = dayNames.findIndex((names) => names.includes(day.toLowerCase()));
    if (index >= 0) return index;
  }
  throw new InputFault(`hours: ${JSON.stringify(day)} is no day; use mon..sun, monday..sunday or 1..7 (1 = Monday)`);
}

function timeOf(value: unknown): string {
  const match = typeof value === 'string' ? /^(\d{1,2})(?:[:.](\d\d))?$/.exec(value.trim()) : null;
  const text = match ? `${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? '00'}` : '';
  try {
    minutesOf(text);
    return text;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InputFault(`hours: ${JSON.stringify(value)} is no time; write HH:MM, from 00:00 to 24:00`);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function intervalOf(value: unknown): OpenInterval {
  if (typeof value === 'string') {
    const [from, to, ...rest] = value.split(/ ?[-–] ?/);
    if (rest.length === 0 && to !== undefined) return { from: timeOf(from), to: timeOf(to) };
  }
  if (Array.isArray(value) && value.length === 2) return { from: timeOf(value[0]), to: timeOf(value[1]) };
  if (isRecord(value)) {
    return { from: timeOf(value.from ?? value.open ?? value.start), to: timeOf(value.to ?? value.close ?? value.end) };
  }
  throw new InputFault(`hours: ${JSON.stringify(value)} is no interval; write "09:00-17:00" or {"from","to"}`);
}

/** One interval may stand without a list around it. */
function intervalsOf(value: unknown): OpenInterval[] {
  if (value === null || value === false || value === 'closed') return [];
  const single = !Array.isArray(value) || (value.length === 2 && value.every((part) => isTime(part)));
  return (single ? [value] : value).map(intervalOf);
}

function isTime(value: unknown): boolean {
  return typeof value === 'string' && /^\d{1,2}(?:[:.]\d\d)?$/.test(value);
}

function addTo(week: OpenInterval[][], day: unknown, intervals: readonly OpenInterval[]): void {
  week[dayIndex(day)]?.push(...intervals);
}

function addEntry(week: OpenInterval[][], entry: unknown): void {
  if (Array.isArray(entry) && entry.length === 3) {
    addTo(week, entry[0], [intervalOf([entry[1], entry[2]])]);
  } else if (Array.isArray(entry) && entry.length === 2) {
    addTo(week, entry[0], intervalsOf(entry[1]));
  } else if (isRecord(entry)) {
    const day = entry.day ?? entry.weekday;
    const days: unknown[] = Array.isArray(entry.days) ? entry.days : [day];
    const intervals = entry.intervals === undefined ? [intervalOf(entry)] : intervalsOf(entry.intervals);
    for (const one of days) addTo(week, one, intervals);
  } else {
    throw new InputFault(`hours: ${JSON.stringify(entry)} is no entry; write {"day","from","to"} or [day,"from","to"]`);
  }
}

/** Seven lists in a row are the days from Monday on. */
function isWeekOfLists(value: readonly unknown[]): boolean {
  return (
    value.length === 7 &&
    value.every(
      (day) =>
        Array.isArray(day) &&
        day.every(
          (part) =>
            !/^[0-7]$/.test(String(part)) && (isRecord(part) || Array.isArray(part) || /[-–]/.test(String(part))),
        ),
    )
  );
}

function checked(week: readonly OpenInterval[][]): readonly OpenInterval[][] {
  week.forEach((intervals, index) => {
    const day = dayNames[index]?.[1] ?? '';
    const sorted = intervals
      .map(({ from, to }) => [minutesOf(from), minutesOf(to)] as const)
      .sort((a, b) => a[0] - b[0]);
    sorted.forEach(([from, to], place) => {
      if (to <= from) throw new InputFault(`hours: an interval on ${day} is empty or ends before it starts`);
      if (from < (sorted[place - 1]?.[1] ?? 0)) throw new InputFault(`hours: intervals on ${day} overlap`);
    });
  });
  if (week.every((intervals) => intervals.length === 0))
    throw new InputFault('hours: there is no open interval at all');
  return week;
}

/**
 * A week of opening times from any of the written forms (docs/promises.md): an object by day name, a list of entries with a day, or seven lists
 * from Monday on. Throws InputFault that says what is wrong.
 */
export function weekOf(hours: unknown): OpeningHours['versions'][number]['week'] {
  const week: OpenInterval[][] = [[], [], [], [], [], [], []];
  if (Array.isArray(hours) && isWeekOfLists(hours)) {
    hours.forEach((day, index) => week[index]?.push(...intervalsOf(day)));
  } else if (Array.isArray(hours)) {
    for (const entry of hours) addEntry(week, entry);
  } else if (isRecord(hours)) {
    for (const [day, intervals] of Object.entries(hours)) addTo(week, day, intervalsOf(intervals));
  } else {
    throw new InputFault('hours must be an object by day or a list of intervals');
  }
  return checked(week);
}

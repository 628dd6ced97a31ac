import { isWorkingDay } from '../time/opening-hours.ts';
import { addDays, weekdayOf } from '../time/zoned-time.ts';
import type { DayPart, TimeContext, TimeRule, TimeValue } from './time-expression.ts';

const weekdays: Readonly<Record<string, number>> = {
  maandag: 0,
  dinsdag: 1,
  woensdag: 2,
  donderdag: 3,
  vrijdag: 4,
  zaterdag: 5,
  zondag: 6,
  monday: 0,
  tuesday: 1,
  wednesday: 2,
  thursday: 3,
  friday: 4,
  saturday: 5,
  sunday: 6,
};
/** Sources of patterns for a weekday in normalised text. */
export const weekdayNl = '(?:maan|dins|woens|donder|vrij|zater|zon)dag';
/** The same in English. */
export const weekdayEn = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';

/** The part of the day that a word names. */
export function partOf(word: string | undefined): DayPart | undefined {
  if (!word) return undefined;
  if (/och?tend|morgen|vroeg|morning|voormiddag|first| a\.?m/.test(word)) return 'morning';
  return /middag|afternoon| p\.?m/.test(word) ? 'afternoon' : 'evening';
}

/** A named day. */
export function day(date: string, extra: { part?: DayPart; final?: boolean; startDate?: string } = {}): TimeValue {
  return { family: 'day', date, ...extra };
}

/** The Monday of a day's week. */
export const mondayOf = (date: string): string => addDays(date, -weekdayOf(date));

/** The last open day of a week that has not passed; a closed rest of the week ends on its Sunday. */
export function weekEnd(context: TimeContext, weeksAhead: number): TimeValue {
  const monday = addDays(mondayOf(context.today), weeksAhead * 7);
  for (let offset = 6; offset >= 0; offset -= 1) {
    const date = addDays(monday, offset);
    if (date < context.today) break;
    if (isWorkingDay(context.hours, date)) return day(date, { final: true });
  }
  return day(addDays(monday, 6), { final: true });
}

/** A weekday (0 = Monday) of a week to come. */
export function inWeek(context: TimeContext, weeksAhead: number, weekday: number): TimeValue {
  return day(addDays(addDays(mondayOf(context.today), weeksAhead * 7), weekday), { final: true });
}

/** The last open day of this month. */
export function monthEnd(context: TimeContext): TimeValue {
  const [year = 0, month = 1] = context.today.split('-').map(Number);
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  for (let back = 0; back < 7; back += 1) {
    const date = addDays(last, -back);
    if (date >= context.today && isWorkingDay(context.hours, date)) return day(date, { final: true });
  }
  return day(last, { final: true });
}

/** The coming day of a named weekday, or that of next week. */
export function comingWeekday(match: RegExpExecArray, context: TimeContext): TimeValue | null {
  const weekday = weekdays[match.groups?.weekday ?? ''];
  if (weekday === undefined) return null;
  const { part: named, later, which: before = '', after = '' } = match.groups ?? {};
  const part = partOf(named ?? later);
  const which = `${before} ${after}`;
  if (/volgende|next/.test(which)) {
    return day(addDays(mondayOf(context.today), 7 + weekday), { part });
  }
  // "Deze vrijdag" on a Friday is today; a bare weekday never is, because people then say "today".
  const ahead = (weekday - weekdayOf(context.today) + 7) % 7;
  return day(addDays(context.today, ahead === 0 && !/deze|this/.test(which) ? 7 : ahead), { part });
}

const weekCounts: Readonly<Record<string, number>> = { een: 1, a: 1, one: 1, twee: 2, two: 2, drie: 3 };

/** "Woensdag over een week", "a week from today". */
export function weekdayWeeksOn(match: RegExpExecArray, context: TimeContext): TimeValue | null {
  const { weekday: name = '', weeks = '' } = match.groups ?? {};
  const later = 7 * (weekCounts[weeks] ?? Number(weeks));
  const weekday = weekdays[name];
  if (weekday === undefined) return day(addDays(context.today, later));
  // On a Monday "maandag over een week" is the next one.
  const ahead = (weekday - weekdayOf(context.today) + 7) % 7;
  return day(addDays(context.today, ahead + later));
}

/** The coming weekend, due on its Sunday. */
export function weekend(context: TimeContext): TimeValue {
  const monday = mondayOf(context.today);
  return day(addDays(monday, 6), { startDate: addDays(monday, 5) });
}

/** A rule that reads a day. */
export function fixed(
  id: string,
  language: 'nl' | 'en',
  pattern: RegExp,
  read: (context: TimeContext, match: RegExpExecArray) => TimeValue | null,
): TimeRule {
  return { id, language, pattern, read: (match, context) => read(context, match) };
}

/** A rule that reads a part of the day. */
export function part(id: string, language: 'nl' | 'en', pattern: RegExp): TimeRule {
  return {
    id,
    language,
    pattern,
    read: (match) => {
      const named = partOf(match.groups?.part);
      return named ? { family: 'part', part: named, final: id === 'day.endOfPart' } : null;
    },
  };
}

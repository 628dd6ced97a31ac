import { isWorkingDay, nextWorkingDay } from '../time/opening-hours.ts';
import { addDays, weekdayOf } from '../time/zoned-time.ts';
import type { TimeContext, TimeRule, TimeValue } from './time-expression.ts';

const months: readonly string[] = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthNl =
  '(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)';
const monthEn =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)';
const weekdayLead =
  '(?:(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:ma|di|wo|do|vr|za|zo)\\.?),? (?:de |the )?)?';

function monthNumber(word: string): number {
  const short = word
    .slice(0, 3)
    .replace('mrt', 'mar')
    .replace('maa', 'mar')
    .replace('mei', 'may')
    .replace('okt', 'oct');
  return months.indexOf(short) + 1;
}

function isoDate(year: number, month: number, dayOfMonth: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth ? date.toISOString().slice(0, 10) : null;
}

/** A date that has passed is next year's when it lies months back, as in "4 januari" written in December; otherwise it is no promise. */
function dateValue(context: TimeContext, parts: { day: number; month: number; year?: string }): TimeValue | null {
  const thisYear = Number(context.today.slice(0, 4));
  const given = parts.year ? Number(parts.year) : thisYear;
  const year = given < 100 ? 2000 + given : given;
  const date = isoDate(year, parts.month, parts.day);
  if (!date) return null;
  if (date >= context.today) return { family: 'day', date };
  if (parts.year || date > addDays(context.today, -180)) return null;
  const next = isoDate(year + 1, parts.month, parts.day);
  return next ? { family: 'day', date: next } : null;
}

function named(language: 'nl' | 'en', source: string): TimeRule {
  return {
    id: 'date.named',
    language,
    pattern: new RegExp(source, 'g'),
    read: (match, context) =>
      dateValue(context, {
        day: Number(match.groups?.day),
        month: monthNumber(match.groups?.month ?? ''),
        year: match.groups?.year,
      }),
  };
}

const notQuantity = '(?! ?(?:uur|u\\b|werkdag|dagen|minuten|weken|%|euro|jaar|-|/|\\d))';

/** Rules for calendar dates: "24 november", "dinsdag 24 nov.", "28-11-2026", "December 3rd", "2026-12-03", "de 24e". */
export const dateRules: readonly TimeRule[] = [
  named(
    'nl',
    `\\b${weekdayLead}(?<day>\\d{1,2})(?:e|de|ste)? (?<month>${monthNl})(?![a-z])\\.?(?: (?<year>20\\d\\d))?`,
  ),
  named(
    'en',
    `\\b${weekdayLead}(?<day>\\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<month>${monthEn})(?![a-z])\\.?(?:,? (?<year>20\\d\\d))?`,
  ),
  named(
    'en',
    `\\b${weekdayLead}(?<month>${monthEn})\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:]|\\.\\d|(?:st|nd|rd|th))(?:,? (?<year>20\\d\\d))?`,
  ),
  {
    id: 'date.numeric',
    language: 'both',
    pattern: new RegExp(
      `\\b${weekdayLead}(?<day>\\d{1,2})[-/.](?<month>\\d{1,2})[-/.](?<year>20\\d\\d|\\d\\d)\\b`,
      'g',
    ),
    read: (match, context) =>
      dateValue(context, {
        day: Number(match.groups?.day),
        month: Number(match.groups?.month),
        year: match.groups?.year,
      }),
  },
  {
    id: 'date.ofMonth',
    language: 'both',
    pattern: new RegExp(
      `\\b(?:(?:aan |at |by )?(?:het |the )?)?(?<side>einde?|begin|medio|halverwege|midden|mid|end|early|late|start|beginning|middle)(?:-| of | van | )(?<month>${monthNl}|${monthEn})(?![a-z])`,
      'g',
    ),
    read: (match, context) => monthPart(context, match.groups?.side ?? '', monthNumber(match.groups?.month ?? '')),
  },
  {
    id: 'date.christmas',
    language: 'both',
    pattern: /\b(?<after>na |after )?(?:de )?(?:kerst|kerstmis|kerstdagen|kerstvakantie|christmas|xmas)\b/g,
    read: (match, context) => christmas(context, match.groups?.after !== undefined),
  },
  {
    id: 'date.week',
    language: 'both',
    pattern: /\b(?:in|voor|op|uiterlijk) (?:kalender)?week (?<week>\d{1,2})\b/g,
    read: (match, context) => isoWeek(context, Number(match.groups?.week)),
  },
  {
    id: 'date.iso',
    language: 'both',
    pattern: /\b(?<year>20\d\d)-(?<month>\d\d)-(?<day>\d\d)\b/g,
    read: (match, context) =>
      dateValue(context, {
        day: Number(match.groups?.day),
        month: Number(match.groups?.month),
        year: match.groups?.year,
      }),
  },
  {
    id: 'date.dayMonth',
    language: 'both',
    pattern: new RegExp(
      `(?<=\\b(?:op|uiterlijk|voor|by|before|on|(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:ma|di|wo|do|vr|za|zo)\\.?)) )(?<day>\\d{1,2})[-/](?<month>\\d{1,2})\\b${notQuantity}`,
      'g',
    ),
    read: (match, context) =>
      dateValue(context, { day: Number(match.groups?.day), month: Number(match.groups?.month) }),
  },
  {
    id: 'date.ordinal',
    language: 'nl',
    pattern: /(?<=\b(?:op|uiterlijk|voor) )de (?<day>\d{1,2})(?:e|ste|de)\b/g,
    read: (match, context) => ordinalDay(context, Number(match.groups?.day)),
  },
  {
    id: 'date.ordinal',
    language: 'en',
    pattern: /(?<=\b(?:on|by|before) )the (?<day>\d{1,2})(?:st|nd|rd|th)\b/g,
    read: (match, context) => ordinalDay(context, Number(match.groups?.day)),
  },
];

function lastWorkingDay(context: TimeContext, date: string): string {
  for (let back = 0; back < 7; back += 1) {
    const earlier = addDays(date, -back);
    if (isWorkingDay(context.hours, earlier)) return earlier;
  }
  return date;
}

/** Early in a month ends on the 10th, its middle on the 15th, its end on its last working day. */
function monthPart(context: TimeContext, side: string, month: number): TimeValue | null {
  const year = Number(context.today.slice(0, 4)) + (month < Number(context.today.slice(5, 7)) ? 1 : 0);
  const early = /^(?:begin|beginning|early|start)$/.test(side);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const date = isoDate(year, month, early ? 10 : /^(?:medio|halverwege|midden|mid|middle)$/.test(side) ? 15 : last);
  if (date === null) return null;
  return { family: 'day', date: /^(?:eind|end|late)/.test(side) ? lastWorkingDay(context, date) : date, final: true };
}

/** Before Christmas is before the 25th; after it, the first working day from the 27th. */
function christmas(context: TimeContext, after: boolean): TimeValue | null {
  const date = isoDate(Number(context.today.slice(0, 4)), 12, after ? 27 : 25);
  if (date === null || date < context.today) return null;
  return after ? { family: 'day', date: nextWorkingDay(context.hours, date, 0), final: true } : { family: 'day', date };
}

/** The last working day of an ISO week, of next year when the week has passed. */
function isoWeek(context: TimeContext, week: number): TimeValue | null {
  if (week < 1 || week > 53) return null;
  const thisYear = Number(context.today.slice(0, 4));
  for (const year of [thisYear, thisYear + 1]) {
    const fourth = isoDate(year, 1, 4) ?? context.today;
    const sunday = addDays(fourth, 6 - weekdayOf(fourth) + (week - 1) * 7);
    if (sunday >= context.today) return { family: 'day', date: lastWorkingDay(context, sunday), final: true };
  }
  return null;
}

function ordinalDay(context: TimeContext, dayOfMonth: number): TimeValue | null {
  if (dayOfMonth < 1 || dayOfMonth > 31) return null;
  let date = context.today;
  for (let ahead = 0; ahead < 62; ahead += 1, date = addDays(date, 1)) {
    if (Number(date.slice(8)) === dayOfMonth) return { family: 'day', date };
  }
  return null;
}

import { isWorkingDay, nextWorkingDay } from '../time/opening-hours.ts';
import { addDays, weekdayOf } from '../time/zoned-time.ts';
import type { TimeContext, TimeRule, TimeValue } from './time-expression.ts';

const monthNames = [
  'januari january',
  'februari february',
  'maart march',
  'april',
  'mei',
  'juni june',
  'juli july',
  'augustus august',
  'september',
  'oktober october',
  'november',
  'december',
].map((names) => names.split(' '));
const monthName = monthNames.flat().join('|');
const shortDays: readonly string[] = ['ma mon', 'di tue', 'wo wed', 'do thu', 'vr fri', 'za sat', 'zo sun'];

/** The last working day up to a date; the date itself when the week before it is closed. */
function lastOpen(context: TimeContext, date: string): TimeValue {
  for (let back = 0; back < 7; back += 1) {
    const earlier = addDays(date, -back);
    if (earlier >= context.today && isWorkingDay(context.hours, earlier))
      return { family: 'day', date: earlier, final: true };
  }
  return { family: 'day', date, final: true };
}

function dayOfMonth(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

function thisYear(context: TimeContext): number {
  return Number(context.today.slice(0, 4));
}

/** Early in a month ends on the 10th, its middle on the 15th, all else on its last working day. */
function inMonth(context: TimeContext, year: number, month: number, side = ''): TimeValue {
  if (/begin|early|start/.test(side)) return { family: 'day', date: dayOfMonth(year, month, 10), final: true };
  if (/half|medio|mid/.test(side)) return { family: 'day', date: dayOfMonth(year, month, 15), final: true };
  return lastOpen(context, dayOfMonth(year, month + 1, 0));
}

function nextMonth(match: RegExpExecArray, context: TimeContext): TimeValue {
  return inMonth(context, thisYear(context), Number(context.today.slice(5, 7)) + 1, match.groups?.side);
}

/** "In december", "half januari": of next year when the month has passed. */
function namedMonth(match: RegExpExecArray, context: TimeContext): TimeValue {
  const month = monthNames.findIndex((names) => names.includes(match.groups?.month ?? '')) + 1;
  const year = thisYear(context) + (month < Number(context.today.slice(5, 7)) ? 1 : 0);
  return inMonth(context, year, month, match.groups?.side);
}

const ordinals = ['eerste', 'tweede', 'derde', 'vierde'];

/** "De tweede week van december" ends with the 14th at the latest; the last week with the month. */
function weekOfMonth(match: RegExpExecArray, context: TimeContext): TimeValue {
  const week = ordinals.indexOf(match.groups?.week ?? '') + 1;
  if (week === 0) return namedMonth(match, context);
  const month = monthNames.findIndex((names) => names.includes(match.groups?.month ?? '')) + 1;
  const year = thisYear(context) + (month < Number(context.today.slice(5, 7)) ? 1 : 0);
  return lastOpen(context, dayOfMonth(year, month, week * 7));
}

function yearEnd(context: TimeContext): TimeValue {
  return lastOpen(context, dayOfMonth(thisYear(context), 12, 31));
}

/** Before Saint Nicholas' Eve. */
function saintNicholas(context: TimeContext): TimeValue | null {
  const date = dayOfMonth(thisYear(context), 12, 5);
  return date < context.today ? null : { family: 'day', date };
}

/** "Op vr", "by Tues": a weekday cut short, which only counts behind a word that leads to a day. */
function shortDay(match: RegExpExecArray, context: TimeContext): TimeValue | null {
  const name = (match.groups?.day ?? '').slice(0, 3);
  const weekday = shortDays.findIndex((names) => names.split(' ').includes(name));
  if (weekday < 0) return null;
  const ahead = (weekday - weekdayOf(context.today) + 7) % 7;
  const nextWeek = /volgende week|next/.test(match.groups?.lead ?? '');
  if (nextWeek) return { family: 'day', date: addDays(context.today, 7 - weekdayOf(context.today) + weekday) };
  return { family: 'day', date: addDays(context.today, ahead === 0 ? 7 : ahead) };
}

/** "Monday week": the Monday after the coming one. */
function weekdayWeek(match: RegExpExecArray, context: TimeContext): TimeValue | null {
  const weekday = shortDays.findIndex((names) => names.endsWith((match.groups?.day ?? '').slice(0, 3)));
  const ahead = (weekday - weekdayOf(context.today) + 7) % 7;
  return weekday < 0 ? null : { family: 'day', date: addDays(context.today, ahead + 7) };
}

function rule(
  id: string,
  language: TimeRule['language'],
  pattern: RegExp,
  read: (match: RegExpExecArray, context: TimeContext) => TimeValue | null,
): TimeRule {
  return { id, language, pattern, read };
}

/** Rules for months, the end of a year and weekdays cut short. */
export const periodRules: readonly TimeRule[] = [
  rule(
    'period.nextMonth',
    'nl',
    /\b(?:(?:in )?(?:het |de )?(?<side>einde?|begin|medio|half|halverwege|midden|in de loop|loop) (?:van )?)?(?:de )?volgende maand\b/g,
    nextMonth,
  ),
  rule(
    'period.nextMonth',
    'en',
    /\b(?:(?:the )?(?<side>end of|beginning of|start of|middle of|early|mid|late) )?next month\b/g,
    nextMonth,
  ),
  rule(
    'period.month',
    'both',
    new RegExp(
      `(?<!\\bpas )\\b(?:in|(?:in de )?loop van|during|ergens in) (?:de maand )?(?<month>${monthName})(?! \\d)\\b`,
      'g',
    ),
    namedMonth,
  ),
  rule(
    'period.weekOfMonth',
    'nl',
    new RegExp(`\\b(?:in )?de (?<week>eerste|tweede|derde|vierde|laatste) week van (?<month>${monthName})\\b`, 'g'),
    weekOfMonth,
  ),
  rule('period.month', 'nl', new RegExp(`\\b(?<side>half) (?<month>${monthName})\\b`, 'g'), namedMonth),
  rule(
    'period.yearEnd',
    'nl',
    /\b(?:(?:aan )?(?:het )?einde? (?:van )?(?:dit|het) jaar|nog dit jaar|dit jaar nog|(?:de )?jaarwisseling|oud en nieuw)\b/g,
    (_match, context) => yearEnd(context),
  ),
  rule(
    'period.yearEnd',
    'en',
    /\b(?:the end of (?:the|this) year|the year is out|(?:the )?(?:year[ -]end|new year))\b/g,
    (_match, context) => yearEnd(context),
  ),
  rule('period.saintNicholas', 'nl', /\b(?:sinterklaas|pakjesavond)\b/g, (_match, context) => saintNicholas(context)),
  rule(
    'period.shortDay',
    'nl',
    /(?<=\b(?<lead>op|voor|uiterlijk|komende|aanstaande|volgende week|deze) )(?<day>ma|di|wo|do|vr|za)\b(?! ?(?:\d|[-/]|t\/m|tot))\.?/g,
    shortDay,
  ),
  rule(
    'period.shortDay',
    'en',
    /(?<=\b(?<lead>by|on|before|next|this|until) )(?<day>mon|tues?|weds?|thurs?|thu|fri|sat|sun)\b(?! \d)\.?/g,
    shortDay,
  ),
  rule('period.weekdayWeek', 'en', /\b(?<day>(?:mon|tues|wednes|thurs|fri|satur|sun)day) week\b/g, weekdayWeek),
  rule('period.workingDay', 'nl', /\b(?:de )?werkdag (?:erna|daarna)\b/g, (_match, context) => ({
    family: 'day',
    date: nextWorkingDay(context.hours, context.today, 1),
    final: true,
  })),
];

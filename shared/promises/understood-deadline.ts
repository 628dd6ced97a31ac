import { localDateOf, localTimeOf, weekdayOf } from '../time/zoned-time.ts';
import type { DurationUnit, TimeContext } from './time-expression.ts';
import type { TimePhrase } from './time-phrase.ts';

const weekdaysNl = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'];
const weekdaysEn = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const monthsNl = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const monthsEn = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const unitsNl: Readonly<Record<DurationUnit, readonly [string, string]>> = {
  minute: ['minuut', 'minuten'],
  hour: ['uur', 'uur'],
  day: ['dag', 'dagen'],
  week: ['week', 'weken'],
  month: ['maand', 'maanden'],
  workingDay: ['werkdag', 'werkdagen'],
  workingHour: ['werkuur', 'werkuren'],
};
const unitsEn: Readonly<Record<DurationUnit, readonly [string, string]>> = {
  minute: ['minute', 'minutes'],
  hour: ['hour', 'hours'],
  day: ['day', 'days'],
  week: ['week', 'weeks'],
  month: ['month', 'months'],
  workingDay: ['working day', 'working days'],
  workingHour: ['working hour', 'working hours'],
};

/** A local moment as people write it: nl "di 24 nov 17:00", en "Tue 24 Nov 17:00"; the year only when it is not the year of madeAt. */
function momentOf(at: Date, context: TimeContext): { nl: string; en: string } {
  const { timeZone } = context.hours;
  const date = localDateOf(at, timeZone);
  const weekday = weekdayOf(date);
  const month = Number(date.slice(5, 7)) - 1;
  const dayOfMonth = String(Number(date.slice(8)));
  const year = date.slice(0, 4) === context.today.slice(0, 4) ? '' : ` ${date.slice(0, 4)}`;
  const time = localTimeOf(at, timeZone);
  return {
    nl: `${weekdaysNl[weekday] ?? ''} ${dayOfMonth} ${monthsNl[month] ?? ''}${year} ${time}`,
    en: `${weekdaysEn[weekday] ?? ''} ${dayOfMonth} ${monthsEn[month] ?? ''}${year} ${time}`,
  };
}

/** The reading of an explicit deadline in words. */
export function understoodDeadline(
  phrase: TimePhrase,
  dueAt: Date,
  context: TimeContext,
): { readonly nl: string; readonly en: string } {
  const moment = momentOf(dueAt, context);
  if (!phrase.duration) return { nl: `uiterlijk ${moment.nl}`, en: `by ${moment.en} at the latest` };
  const { unit, amount } = phrase.duration;
  const index = amount === 1 ? 0 : 1;
  const nl = `${String(amount).replace('.', ',')} ${unitsNl[unit][index]}`;
  const en = `${String(amount)} ${unitsEn[unit][index]}`;
  return { nl: `binnen ${nl}, uiterlijk ${moment.nl}`, en: `within ${en}, by ${moment.en} at the latest` };
}

/** The reading of a promise without a deadline in words: the house meaning of vague promises. */
export function understoodVague(dueAt: Date, context: TimeContext): { readonly nl: string; readonly en: string } {
  const moment = momentOf(dueAt, context);
  return {
    nl: `geen termijn genoemd; volgens de huisnorm uiterlijk ${moment.nl}`,
    en: `no deadline given; by the house norm ${moment.en} at the latest`,
  };
}

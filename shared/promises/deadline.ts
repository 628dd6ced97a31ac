import { addOpenMs, closingAtOn, findNextOpeningAt, nextWorkingDay } from '../time/opening-hours.ts';
import { addDays, instantOf, localTimeOf } from '../time/zoned-time.ts';
import type { DayPart, TimeContext } from './time-expression.ts';
import type { TimePhrase } from './time-phrase.ts';

/** When a time phrase is due, and how much trust the reading lost on the way (factor 0..1). */
export type Deadline = { readonly dueAt: Date; readonly trust: number };

const hourMs = 3_600_000;
const minuteMs = 60_000;
const longestOfficeHoursMs = 8 * hourMs;

function endOfDay(context: TimeContext, date: string): Date {
  return instantOf(date, '23:59', context.hours.timeZone);
}

/** Closing time of a day; a closed day, or one whose closing has passed, ends at 23:59. */
function dayDeadline(context: TimeContext, date: string): Deadline {
  const closing = closingAtOn(context.hours, date);
  if (closing && closing > context.madeAt) return { dueAt: closing, trust: 1 };
  return { dueAt: endOfDay(context, date), trust: 0.8 };
}

function partDeadline(context: TimeContext, date: string, part: DayPart): Deadline | null {
  const { timeZone } = context.hours;
  const closing = closingAtOn(context.hours, date);
  const noon = instantOf(date, '12:00', timeZone);
  const six = instantOf(date, '18:00', timeZone);
  let dueAt = noon;
  if (part === 'afternoon')
    dueAt = closing && closing > noon && closing < six && closing > context.madeAt ? closing : six;
  if (part === 'evening') dueAt = closing && closing > six ? closing : endOfDay(context, date);
  return dueAt > context.madeAt ? { dueAt, trust: 0.95 } : null;
}

/** "Before Friday" ends with the last closing time before that day begins. */
function beforeDay(context: TimeContext, startDate: string): Deadline {
  const lastDate = addDays(startDate, -1);
  if (lastDate < context.today) return dayDeadline(context, context.today);
  for (let date = lastDate; date >= context.today; date = addDays(date, -1)) {
    const closing = closingAtOn(context.hours, date);
    if (closing && closing > context.madeAt) return { dueAt: closing, trust: 0.9 };
  }
  return { dueAt: endOfDay(context, lastDate), trust: 0.8 };
}

function monthsLater(date: string, months: number): string {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, lastDay))).toISOString().slice(0, 10);
}

/** The same wall-clock time on another day; the seconds within the minute are kept. */
function sameTimeOn(context: TimeContext, date: string): Date {
  const { timeZone } = context.hours;
  const withinMinute = context.madeAt.getTime() % minuteMs;
  return new Date(instantOf(date, localTimeOf(context.madeAt, timeZone), timeZone).getTime() + withinMinute);
}

function openTimeLater(context: TimeContext, ms: number): Deadline {
  if (!findNextOpeningAt(context.hours, context.madeAt)) {
    return { dueAt: new Date(context.madeAt.getTime() + ms), trust: 0.5 };
  }
  return { dueAt: addOpenMs(context.hours, context.madeAt, ms), trust: 0.9 };
}

function durationDeadline(context: TimeContext, phrase: TimePhrase, inOfficeHours: boolean): Deadline | null {
  const { unit, amount } = phrase.duration ?? { unit: 'hour', amount: 0 };
  const { today } = context;
  switch (unit) {
    case 'workingDay':
      return dayDeadline(context, nextWorkingDay(context.hours, today, Math.ceil(amount)));
    case 'workingHour':
      return openTimeLater(context, amount * hourMs);
    case 'day':
      return { dueAt: sameTimeOn(context, addDays(today, amount)), trust: 1 };
    case 'week':
      return { dueAt: sameTimeOn(context, addDays(today, amount * 7)), trust: 1 };
    case 'month':
      return { dueAt: sameTimeOn(context, monthsLater(today, amount)), trust: 1 };
    case 'hour':
    case 'minute': {
      const ms = amount * (unit === 'hour' ? hourMs : minuteMs);
      if (inOfficeHours && ms <= longestOfficeHoursMs) return openTimeLater(context, ms);
      return { dueAt: new Date(context.madeAt.getTime() + ms), trust: 1 };
    }
  }
}

function clockText(hour: number, minute: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function clockAt(context: TimeContext, date: string, hour: number, minute: number): Date {
  return instantOf(date, clockText(hour, minute), context.hours.timeZone);
}

type ClockChoice = { readonly at: Date; readonly trust: number };

/** The one of two hours that lies in opening hours on a day, else the waking one; hours that have passed do not count. */
function likelyHour(
  context: TimeContext,
  date: string,
  choice: { readonly hours: readonly number[]; readonly minute: number },
): ClockChoice {
  const choices = choice.hours.map((hour) => ({ hour, at: clockAt(context, date, hour, choice.minute) }));
  const opening = findNextOpeningAt(context.hours, instantOf(date, '00:00', context.hours.timeZone));
  const closing = closingAtOn(context.hours, date);
  const future = choices.filter(({ at }) => at > context.madeAt);
  const inHours = future.find(({ at }) => opening && closing && at >= opening && at <= closing);
  if (inHours) return { at: inHours.at, trust: 1 };
  const waking = [...future, ...choices].find(({ hour }) => hour >= 7);
  return { at: waking?.at ?? clockAt(context, date, 12, choice.minute), trust: 0.85 };
}

/** The instant that a time on the clock means on a day; a part of the day settles "half vier" before the opening hours do. */
function clockOn(context: TimeContext, date: string, phrase: TimePhrase): ClockChoice | null {
  if (!phrase.clock) return null;
  const { hour, minute, literal } = phrase.clock;
  if (literal) return { at: clockAt(context, date, hour, minute), trust: 1 };
  const later = hour === 12 ? (minute === 0 ? 24 : 12) : hour + 12;
  const part = partOf(phrase);
  if (part) return { at: clockAt(context, date, part === 'morning' || hour === 12 ? hour : later, minute), trust: 1 };
  return likelyHour(context, date, { hours: [hour, later], minute });
}

function clockDeadline(context: TimeContext, phrase: TimePhrase): Deadline | null {
  const onDay = clockOn(context, phrase.day?.date ?? context.today, phrase);
  if (!onDay) return null;
  if (onDay.at > context.madeAt) return { dueAt: onDay.at, trust: onDay.trust };
  if (phrase.day) {
    // A fixed auto-reply sent after its own hour: the promise still names today, so today's end is the last reading that can be kept.
    const dayEnd = endOfDay(context, phrase.day.date);
    return dayEnd > context.madeAt ? { dueAt: dayEnd, trust: 0.5 } : null;
  }
  const next = clockOn(context, nextWorkingDay(context.hours, context.today, 1), phrase);
  return next && { dueAt: next.at, trust: 0.75 };
}

function partOf(phrase: TimePhrase): DayPart | undefined {
  return phrase.part?.part ?? phrase.day?.part;
}

function beforePart(context: TimeContext, date: string, part: DayPart): Deadline {
  if (part === 'morning') return beforeDay(context, date);
  return { dueAt: instantOf(date, part === 'afternoon' ? '12:00' : '18:00', context.hours.timeZone), trust: 0.9 };
}

function dateDeadline(context: TimeContext, phrase: TimePhrase): Deadline | null {
  const part = partOf(phrase);
  const { date, final, startDate } = phrase.day ?? { date: context.today };
  const shifts = phrase.before && !final && !phrase.part?.final;
  if (part) return shifts ? beforePart(context, date, part) : partDeadline(context, date, part);
  return shifts ? beforeDay(context, startDate ?? date) : dayDeadline(context, date);
}

/** The deadline of an explicit time phrase; null when it lies in the past or is no time at all. */
export function deadlineOf(phrase: TimePhrase, context: TimeContext, inOfficeHours: boolean): Deadline | null {
  const deadline = phrase.duration
    ? durationDeadline(context, phrase, inOfficeHours)
    : phrase.clock
      ? clockDeadline(context, phrase)
      : phrase.day || phrase.part
        ? dateDeadline(context, phrase)
        : null;
  return deadline && deadline.dueAt > context.madeAt ? deadline : null;
}

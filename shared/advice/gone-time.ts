import type { PromiseReading } from '../promises/promise-reading.ts';
import { instantOf, localDateOf, localTimeOf } from '../time/zoned-time.ts';

/** Words of a text, as UTF-16 offsets, that name a deadline which is already over. */
export type GoneTime = { readonly start: number; readonly end: number };

const monthNames = [
  ['januari', 'january'],
  ['februari', 'february'],
  ['maart', 'march'],
  ['april'],
  ['mei', 'may'],
  ['juni', 'june'],
  ['juli', 'july'],
  ['augustus', 'august'],
  ['september'],
  ['oktober', 'october'],
  ['november'],
  ['december'],
] as const;
const month = monthNames.flat().join('|');

/** A date counts only where it is set as a limit: "your message of 2 March" is no deadline. */
const limit = String.raw`\b(?:uiterlijk|voor|vóór|tegen|by|before|no later than|at the latest)\s+(?:op\s+|on\s+)?(?:\p{L}+dag\s+|\p{L}+day,?\s+)?(?:the\s+)?`;
const datePatterns = [
  new RegExp(
    String.raw`${limit}(?<day>\d{1,2})(?:e|st|nd|rd|th)?\s+(?:of\s+)?(?<month>${month})(?:\s+(?<year>20\d\d))?`,
    'giu',
  ),
  new RegExp(
    String.raw`${limit}(?<month>${month})\s+(?<day>\d{1,2})(?:st|nd|rd|th)?\b(?:,?\s+(?<year>20\d\d))?`,
    'giu',
  ),
  new RegExp(String.raw`${limit}(?<day>\d{1,2})[-/](?<number>\d{1,2})[-/](?<year>20\d\d)`, 'giu'),
] as const;
/** Minutes or am/pm make a clock time of a number; "4:00" may well be meant as four in the afternoon. */
const clockPattern = /\b(?<hour>[01]?\d|2[0-3])(?:[:.](?<minute>[0-5]\d))?(?:\s*(?<half>[ap])\.?m\b\.?)?/giu;
const earliestPlainHour = 7;
/** A date without a year further back than this is the next year's. */
const mostDaysBack = 60;
const dayMs = 86_400_000;

function dateOf(year: number, monthNumber: number, day: number): string {
  return `${String(year)}-${String(monthNumber).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Whether a written date has passed; without a year the occurrence nearest to today is meant. */
function isGoneDate(groups: Readonly<Record<string, string | undefined>>, today: string): boolean {
  const name = groups['month']?.toLowerCase() ?? '';
  const monthNumber = Number(
    groups['number'] ?? 1 + monthNames.findIndex((names) => names.some((each) => each === name)),
  );
  const day = Number(groups['day']);
  if (groups['year'] !== undefined) return dateOf(Number(groups['year']), monthNumber, day) < today;
  const thisYear = Number(today.slice(0, 4));
  const backDays = [thisYear - 1, thisYear]
    .map((year) => (Date.parse(today) - Date.UTC(year, monthNumber - 1, day)) / dayMs)
    .filter((days) => days > 0);
  return backDays.some((days) => days <= mostDaysBack);
}

function goneDate(text: string, { start, end }: GoneTime, today: string): GoneTime | null {
  for (const pattern of datePatterns) {
    for (const match of text.slice(start, end).matchAll(pattern)) {
      const at = start + match.index;
      if (isGoneDate(match.groups ?? {}, today)) return { start: at, end: at + match[0].length };
    }
  }
  return null;
}

/** Minutes after midnight of a written clock time; null where the words leave open whether it was meant for the afternoon. */
function namedMinutes({ hour, minute, half }: Readonly<Record<string, string | undefined>>): number | null {
  if (minute === undefined && half === undefined) return null;
  const [hours, minutes] = [Number(hour), Number(minute ?? 0)];
  if (half === undefined) return hours < earliestPlainHour ? null : hours * 60 + minutes;
  return ((hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0)) * 60 + minutes;
}

/** A clock time of today that was over when it was written: the reader gives it a later meaning, which nobody said. */
function goneClock({ wording, start, end, dueAt }: PromiseReading, now: Date, timeZone: string): GoneTime | null {
  const today = localDateOf(now, timeZone);
  // The end of today is midnight.
  if (localDateOf(new Date(dueAt.getTime() - 1), timeZone) !== today) return null;
  const due = localTimeOf(dueAt, timeZone);
  // Of "between 14:00 and 16:00" the end counts.
  const minutes = [...wording.matchAll(clockPattern)].flatMap(({ groups = {} }) => namedMinutes(groups) ?? []).at(-1);
  if (minutes === undefined) return null;
  const named = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return named !== due && instantOf(today, named, timeZone) <= now ? { start, end } : null;
}

/** The sentence around some words. */
function sentenceAround(text: string, { start, end }: GoneTime): GoneTime {
  const before = text.slice(0, start);
  const begun = Math.max(...['. ', '! ', '? ', '\n'].map((mark) => before.lastIndexOf(mark)));
  const rest = /[!?\n]|\.(?=\s|$)/u.exec(text.slice(end));
  return { start: begun < 0 ? 0 : begun + 1, end: rest ? end + rest.index : text.length };
}

/**
 * The first deadline among a text's promises (as read at `now`) that was over before the text was written, such as "before 9:00" in the
 * afternoon or "by 2 March" on the fourth; null when there is none. Such words promise nothing that can be kept, whatever they are read as.
 */
export function goneTimeIn(
  text: string,
  promises: readonly PromiseReading[],
  now: Date,
  timeZone: string,
): GoneTime | null {
  const today = localDateOf(now, timeZone);
  for (const promise of promises) {
    // The reader passes over a date that is gone: what is left is a promise without a time, or of the next such weekday.
    const date = goneDate(text, sentenceAround(text, promise), today);
    if (date && (promise.kind === 'vague' || date.start === promise.start)) return date;
    const clock = promise.kind === 'explicit' ? goneClock(promise, now, timeZone) : null;
    if (clock) return clock;
  }
  return null;
}

import type { LocalText } from '../local-text.ts';
import type { OpenInterval } from './opening-hours.ts';
import { minutesOf } from './zoned-time.ts';

/** Names of the weekdays, Monday first. */
export const weekdayNames: readonly LocalText[] = [
  { nl: 'maandag', en: 'Monday' },
  { nl: 'dinsdag', en: 'Tuesday' },
  { nl: 'woensdag', en: 'Wednesday' },
  { nl: 'donderdag', en: 'Thursday' },
  { nl: 'vrijdag', en: 'Friday' },
  { nl: 'zaterdag', en: 'Saturday' },
  { nl: 'zondag', en: 'Sunday' },
];

/** The most intervals of one day: more is a mistake, not a timetable. */
const mostIntervals = 12;

function isTime(text: string): boolean {
  try {
    minutesOf(text);
    return true;
  } catch {
    return false;
  }
}

/** What is wrong with the intervals of one day, with its name before it; null when nothing is. */
export function dayFault(intervals: readonly OpenInterval[], name: LocalText): LocalText | null {
  const fault = (nl: string, en: string): LocalText => ({ nl: `${name.nl}: ${nl}`, en: `${name.en}: ${en}` });
  if (intervals.length > mostIntervals) {
    return fault(
      `hooguit ${String(mostIntervals)} blokken op een dag.`,
      `at most ${String(mostIntervals)} intervals a day.`,
    );
  }
  for (const { from, to } of intervals) {
    if (!isTime(from) || !isTime(to)) {
      return fault(`“${from} – ${to}” is geen tijd; schrijf uu:mm.`, `“${from} – ${to}” is no time; write hh:mm.`);
    }
    if (minutesOf(from) === minutesOf(to)) {
      return fault(`het blok ${from} – ${to} is leeg.`, `the interval ${from} – ${to} is empty.`);
    }
    if (minutesOf(from) > minutesOf(to)) {
      return fault(
        `het blok ${from} – ${to} eindigt voor het begint. Open na middernacht? Maak er twee blokken van, tot 24:00 en vanaf 00:00.`,
        `the interval ${from} – ${to} ends before it begins. Open past midnight? Make two intervals, until 24:00 and from 00:00.`,
      );
    }
  }
  const sorted = [...intervals].sort((a, b) => minutesOf(a.from) - minutesOf(b.from));
  for (const [place, next] of sorted.entries()) {
    const before = sorted[place - 1];
    if (before && minutesOf(next.from) < minutesOf(before.to)) {
      return fault(
        `de blokken ${before.from} – ${before.to} en ${next.from} – ${next.to} overlappen.`,
        `the intervals ${before.from} – ${before.to} and ${next.from} – ${next.to} overlap.`,
      );
    }
  }
  return null;
}

/** What is wrong with a week (7 days, Monday first); null when nothing is. */
export function weekFault(week: readonly (readonly OpenInterval[])[]): LocalText | null {
  if (week.length !== 7) return { nl: 'Een week heeft zeven dagen.', en: 'A week has seven days.' };
  for (const [weekday, intervals] of week.entries()) {
    const name = weekdayNames[weekday];
    const fault = name ? dayFault(intervals, name) : null;
    if (fault) return fault;
  }
  return null;
}

/** Whether a text is a calendar day 'yyyy-mm-dd' that exists, from 2000 to 2100. */
export function isLocalDate(text: string): boolean {
  if (!/^2\d{3}-\d\d-\d\d$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text) && text <= '2100-12-31';
}

/** What is wrong with the days of a closure or of one-off hours; null when nothing is. */
export function dayRangeFault(from: string, to: string): LocalText | null {
  if (!isLocalDate(from) || !isLocalDate(to)) {
    return { nl: 'Deze datum bestaat niet.', en: 'This date does not exist.' };
  }
  if (to < from) {
    return {
      nl: `De laatste dag (${to}) ligt voor de eerste (${from}).`,
      en: `The last day (${to}) lies before the first (${from}).`,
    };
  }
  const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000 + 1;
  if (days > 366) {
    return { nl: 'Kies hooguit een jaar achter elkaar.', en: 'Choose at most a year in a row.' };
  }
  return null;
}

/** Whether an IANA time zone exists here. */
export function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

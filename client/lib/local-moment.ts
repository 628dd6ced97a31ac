import { instantOf, localDateOf, localTimeOf } from '#shared/time/zoned-time.ts';

/** An instant as a datetime-local field shows it in a zone, to the minute: "2026-07-21T14:05". */
export function momentInput(at: Date, timeZone: string): string {
  return `${localDateOf(at, timeZone)}T${localTimeOf(at, timeZone)}`;
}

/** The instant that was typed in a datetime-local field in a zone; null when it is incomplete. */
export function typedMoment(text: string, timeZone: string): Date | null {
  const [date = '', time = ''] = text.split('T');
  const isWhole = /^\d{4}-\d\d-\d\d$/u.test(date) && /^\d\d:\d\d/u.test(time);
  return isWhole ? instantOf(date, time.slice(0, 5), timeZone) : null;
}

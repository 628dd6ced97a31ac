import { addDays, instantOf, localDateOf } from '#shared/time/zoned-time.ts';
import { demoBrand } from './demo-accounts.ts';

/** Zone in which the stories tell their times. */
export const storyZone = demoBrand.timeZone;

/** Gives instants of local days counted from the day of `now` (-1 = yesterday), at 'HH:MM' and some seconds. */
export type DayTime = (day: number, time: string, seconds?: number) => Date;

/** Makes the reckoner of local days as seen from `now`. */
export function dayTimeFrom(now: Date): DayTime {
  const today = localDateOf(now, storyZone);
  return (day, time, seconds = 0) =>
    new Date(instantOf(addDays(today, day), time, storyZone).getTime() + seconds * 1_000);
}

/** The instant some minutes before (negative: after) `at`, on a whole second, which is what the platforms send. */
export function minutesBefore(at: Date, minutes: number): Date {
  return new Date(Math.floor(at.getTime() / 1_000) * 1_000 - Math.round(minutes * 60) * 1_000);
}

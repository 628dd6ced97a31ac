import { addDays, instantOf, localDateOf, localTimeOf, minutesOf } from '#shared/time/zoned-time.ts';
import type { QuietHours } from './notification-settings.ts';

/** The first instant from `at` on that lies outside the quiet hours of `zone` (IANA); `at` itself when it does. */
export function afterQuietHours(quiet: QuietHours | null, zone: string, at: Date): Date {
  if (quiet === null) return at;
  const now = minutesOf(localTimeOf(at, zone));
  const [from, to] = [minutesOf(quiet.from), minutesOf(quiet.to)];
  const today = localDateOf(at, zone);
  if (from < to) return now >= from && now < to ? instantOf(today, quiet.to, zone) : at;
  // Over midnight: the evening ends tomorrow, the early morning today.
  if (now >= from) return instantOf(addDays(today, 1), quiet.to, zone);
  return now < to ? instantOf(today, quiet.to, zone) : at;
}

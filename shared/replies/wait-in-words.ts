import type { Language } from '../emotion/cue-model.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** A waiting time in round words ("3 dagen", "3 weeks"), rounded down so that it never overstates; null below half an hour. */
export function waitInWords(waitedMs: number, language: Language): string | null {
  const dutch = language === 'nl';
  const words = (count: number, one: string, many: string): string => `${String(count)} ${count === 1 ? one : many}`;
  if (!Number.isFinite(waitedMs) || waitedMs < 30 * minuteMs) return null;
  if (waitedMs < hourMs) return words(Math.floor(waitedMs / minuteMs), dutch ? 'minuut' : 'minute', dutch ? 'minuten' : 'minutes');
  if (waitedMs < 2 * dayMs) return words(Math.floor(waitedMs / hourMs), dutch ? 'uur' : 'hour', dutch ? 'uur' : 'hours');
  if (waitedMs < 21 * dayMs) return words(Math.floor(waitedMs / dayMs), dutch ? 'dag' : 'day', dutch ? 'dagen' : 'days');
  return words(Math.floor(waitedMs / (7 * dayMs)), dutch ? 'week' : 'week', dutch ? 'weken' : 'weeks');
}

import type { Language } from '../emotion/cue-model.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

type Unit = { belowMs: number; unitMs: number; one: Record<Language, string>; many: Record<Language, string> };

/** The unit changes where the number would get hard to picture. */
const units: readonly Unit[] = [
  { belowMs: hourMs, unitMs: minuteMs, one: { nl: 'minuut', en: 'minute' }, many: { nl: 'minuten', en: 'minutes' } },
  { belowMs: 2 * dayMs, unitMs: hourMs, one: { nl: 'uur', en: 'hour' }, many: { nl: 'uur', en: 'hours' } },
  { belowMs: 21 * dayMs, unitMs: dayMs, one: { nl: 'dag', en: 'day' }, many: { nl: 'dagen', en: 'days' } },
  { belowMs: Infinity, unitMs: 7 * dayMs, one: { nl: 'week', en: 'week' }, many: { nl: 'weken', en: 'weeks' } },
];

/** A waiting time in round words ("3 dagen", "3 weeks"), rounded down so that it never overstates; null below half an hour. */
export function waitInWords(waitedMs: number, language: Language): string | null {
  if (!Number.isFinite(waitedMs) || waitedMs < 30 * minuteMs) return null;
  const unit = units.find(({ belowMs }) => waitedMs < belowMs);
  if (unit === undefined) return null;
  const count = Math.floor(waitedMs / unit.unitMs);
  return `${String(count)} ${(count === 1 ? unit.one : unit.many)[language]}`;
}

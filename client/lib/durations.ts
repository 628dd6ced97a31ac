import type { Language } from './i18n/language.ts';

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const hourSign = { nl: 'u', en: 'h' } as const;

/** A length of time in at most two units: "42 min", "3 u 05 min", "21 d 4 u". Negative lengths count as their size. Milliseconds in. */
export function formatDuration(ms: number, language: Language): string {
  const size = Math.abs(ms);
  const hours = Math.floor(size / hourMs);
  if (size < minuteMs) return `${String(Math.floor(size / secondMs))} s`;
  if (size < hourMs) return `${String(Math.floor(size / minuteMs))} min`;
  if (size < dayMs) {
    const minutes = Math.floor((size % hourMs) / minuteMs);
    return minutes === 0
      ? `${String(hours)} ${hourSign[language]}`
      : `${String(hours)} ${hourSign[language]} ${String(minutes).padStart(2, '0')} min`;
  }
  const days = Math.floor(size / dayMs);
  const restHours = Math.floor((size % dayMs) / hourMs);
  return days >= 3 || restHours === 0
    ? `${String(days)} d`
    : `${String(days)} d ${String(restHours)} ${hourSign[language]}`;
}

/** The same length in one unit, for narrow places: "42 min", "3 u", "21 d". */
export function formatShortDuration(ms: number, language: Language): string {
  const size = Math.abs(ms);
  if (size < minuteMs) return `${String(Math.floor(size / secondMs))} s`;
  if (size < hourMs) return `${String(Math.floor(size / minuteMs))} min`;
  if (size < dayMs) return `${String(Math.floor(size / hourMs))} ${hourSign[language]}`;
  return `${String(Math.floor(size / dayMs))} d`;
}

/** A running clock with seconds: "0:42:10" below a day, "3 d 04:12:10" above. */
export function formatRunningClock(ms: number): string {
  const size = Math.max(0, ms);
  const days = Math.floor(size / dayMs);
  const hours = Math.floor((size % dayMs) / hourMs);
  const two = (value: number): string => String(value).padStart(2, '0');
  const minutes = two(Math.floor((size % hourMs) / minuteMs));
  const seconds = two(Math.floor((size % minuteMs) / secondMs));
  return days === 0
    ? `${String(hours)}:${minutes}:${seconds}`
    : `${String(days)} d ${two(hours)}:${minutes}:${seconds}`;
}

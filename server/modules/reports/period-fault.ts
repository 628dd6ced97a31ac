import type { LocalText } from '#shared/local-text.ts';
import { addDays } from '#shared/time/zoned-time.ts';

const mostDays = 400;

const faults = {
  from: { nl: 'De eerste dag klopt niet.', en: 'The first day is not a date.' },
  to: { nl: 'De laatste dag klopt niet.', en: 'The last day is not a date.' },
  order: { nl: 'De laatste dag ligt vóór de eerste.', en: 'The last day lies before the first.' },
  length: { nl: 'Kies een periode van hooguit 400 dagen.', en: 'Choose a period of at most 400 days.' },
} as const;

/** What is wrong with a period of local days, both included; null when nothing is. */
export function periodFault(from: string, to: string): { field: 'from' | 'to'; message: LocalText } | null {
  if (!isDay(from)) return { field: 'from', message: faults.from };
  if (!isDay(to)) return { field: 'to', message: faults.to };
  if (to < from) return { field: 'to', message: faults.order };
  return addDays(from, mostDays) <= to ? { field: 'from', message: faults.length } : null;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  // A 31 February would quietly become a day of March.
  return !Number.isNaN(at) && addDays(text, 0) === text;
}

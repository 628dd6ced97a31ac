import type { ReportStep } from '#client/gql/graphql.ts';
import { formatDuration } from '#client/lib/durations.ts';
import { dayText } from '#client/lib/dates.ts';
import { locales, type Language } from '#client/lib/i18n/language.ts';
import type { CsvCell } from '#client/lib/csv.ts';
import type { Durations, Rate } from './report-types.ts';

const dash = '–';

/** A length of time, or a dash when there is none. */
export function durationText(ms: number | null, language: Language): string {
  return ms === null ? dash : formatDuration(ms, language);
}

/** A share as a percentage: whole, and with one decimal near the ends where rounding would say all or none. */
export function shareText(rate: number | null, language: Language): string {
  if (rate === null) return dash;
  const nearEnd = (rate > 0.99 && rate < 1) || (rate > 0 && rate < 0.01);
  const digits = nearEnd ? 1 : 0;
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: digits }).format(rate);
}

const minuteMs = 60_000;

/** Minutes with one decimal for a CSV cell. */
export function minutesCell(ms: number | null): CsvCell {
  return ms === null ? null : Math.round(ms / (minuteMs / 10)) / 10;
}

/** A share as a percentage with one decimal for a CSV cell. */
export function percentOf(share: number | null): CsvCell {
  return share === null ? null : Math.round(share * 1000) / 10;
}

/** The rate as a percentage with one decimal for a CSV cell. */
export function percentCell({ rate }: Pick<Rate, 'rate'>): CsvCell {
  return percentOf(rate);
}

/** The cells of durations: count, median, P75, P90 and P99 in minutes. */
export function durationCells(durations: Durations): CsvCell[] {
  const { n, medianMs, p75Ms, p90Ms, p99Ms } = durations;
  return [n, ...[medianMs, p75Ms, p90Ms, p99Ms].map(minutesCell)];
}

/** The first day of a step ('yyyy-mm-dd') as people write it: "26 okt", or "okt 2026" for a month. */
export function stepText(day: string, step: ReportStep, language: Language): string {
  if (step !== 'month') return dayText(day, language);
  const format = new Intl.DateTimeFormat(locales[language], { month: 'short', year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}

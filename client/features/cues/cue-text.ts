import type { CueStep } from '#client/gql/graphql.ts';
import { locales, type Language } from '#client/lib/i18n/language.ts';

/** A share as a percentage with one decimal below ten; a dash where there is none. */
export function percentText(rate: number | null, language: Language): string {
  if (rate === null) return '–';
  const digits = Math.abs(rate) < 0.1 ? 1 : 0;
  return new Intl.NumberFormat(locales[language], { style: 'percent', maximumFractionDigits: digits }).format(rate);
}

/** A difference of shares in percentage points with its sign, "+3,2". */
export function pointsText(change: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(
    change * 100,
  );
}

/** Where a step of the course begins, as a heading of a table says it. */
export function stepHead(step: CueStep, words: { readonly day: string; readonly week: string }): string {
  return words[step];
}

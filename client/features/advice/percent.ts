import type { Language } from '#client/lib/i18n/language.ts';

/** A share 0..1 as "71 %". */
export function percent(share: number, language: Language): string {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: share > 0.99 && share < 1 ? 1 : 0 });
  return `${number.format(share * 100)} %`;
}

import { useMemo } from 'react';
import { localDateOf } from '#shared/time/zoned-time.ts';
import { locales, type Language } from './i18n/language.ts';
import { useLanguage } from './i18n/LanguageProvider.tsx';
import { useViewer } from './viewer.ts';

/** Writes instants in the brand's time zone and the language of the screen. */
export type DateFormats = {
  /** "14:05". */
  readonly time: (at: string | Date) => string;
  /** "donderdag 21 juli 2016". */
  readonly day: (at: string | Date) => string;
  /** "21 jul 14:05", with the year when it is not the year of `now`. */
  readonly moment: (at: string | Date, now: Date) => string;
  /** Local calendar day, "2016-07-21", to compare days. */
  readonly dayKey: (at: string | Date) => string;
};

/** Makes the formats for one language and time zone. */
export function createDateFormats(language: Language, timeZone: string): DateFormats {
  const locale = locales[language];
  const time = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' });
  const day = new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  const short = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'short' });
  const shortYear = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'short', year: 'numeric' });
  const dayKey = (at: string | Date): string => localDateOf(new Date(at), timeZone);
  return {
    time: (at) => time.format(new Date(at)),
    day: (at) => day.format(new Date(at)),
    dayKey,
    moment: (at, now) => {
      const date = new Date(at);
      if (dayKey(date) === dayKey(now)) return time.format(date);
      const sameYear = dayKey(date).slice(0, 4) === dayKey(now).slice(0, 4);
      return `${(sameYear ? short : shortYear).format(date)}, ${time.format(date)}`;
    },
  };
}

/** A local day ('yyyy-mm-dd') as people write it, "2 mrt". */
export function dayText(day: string, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** Date formats for the signed-in viewer's brand and language. */
export function useDates(): DateFormats {
  const { language } = useLanguage();
  const { timeZone } = useViewer();
  return useMemo(() => createDateFormats(language, timeZone), [language, timeZone]);
}

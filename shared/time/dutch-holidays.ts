import { addDays, weekdayOf } from './zoned-time.ts';

/** The days a brand may choose to close on. `liberationDayLustrum` is Liberation Day every fifth year (2025, 2030, …), `liberationDay` every year. */
export const dutchHolidayCodes = [
  'newYear',
  'goodFriday',
  'easterSunday',
  'easterMonday',
  'royalDay',
  'liberationDayLustrum',
  'liberationDay',
  'ascensionDay',
  'whitSunday',
  'whitMonday',
  'christmasDay',
  'boxingDay',
] as const;

/** One of `dutchHolidayCodes`. */
export type DutchHolidayCode = (typeof dutchHolidayCodes)[number];

/** What a brand closes on unless it chooses otherwise: Good Friday is no general day off, and Liberation Day counts in lustrum years only. */
export const usualHolidays: readonly DutchHolidayCode[] = dutchHolidayCodes.filter(
  (code) => code !== 'goodFriday' && code !== 'liberationDay',
);

/** A day on which Dutch businesses are usually closed; `date` is 'yyyy-mm-dd'. */
export type DutchHoliday = {
  readonly code: DutchHolidayCode;
  readonly date: string;
  readonly nl: string;
  readonly en: string;
};

/** The names of the days to choose from. */
export const dutchHolidayNames: Readonly<Record<DutchHolidayCode, { readonly nl: string; readonly en: string }>> = {
  newYear: { nl: 'Nieuwjaarsdag', en: "New Year's Day" },
  goodFriday: { nl: 'Goede Vrijdag', en: 'Good Friday' },
  easterSunday: { nl: 'Eerste paasdag', en: 'Easter Sunday' },
  easterMonday: { nl: 'Tweede paasdag', en: 'Easter Monday' },
  royalDay: { nl: 'Koningsdag', en: "King's Day" },
  liberationDayLustrum: { nl: 'Bevrijdingsdag, eens in de vijf jaar', en: 'Liberation Day, every fifth year' },
  liberationDay: { nl: 'Bevrijdingsdag, elk jaar', en: 'Liberation Day, every year' },
  ascensionDay: { nl: 'Hemelvaartsdag', en: 'Ascension Day' },
  whitSunday: { nl: 'Eerste pinksterdag', en: 'Whit Sunday' },
  whitMonday: { nl: 'Tweede pinksterdag', en: 'Whit Monday' },
  christmasDay: { nl: 'Eerste kerstdag', en: 'Christmas Day' },
  boxingDay: { nl: 'Tweede kerstdag', en: 'Boxing Day' },
};

/** Easter Sunday of a year in the Gregorian calendar (Gauss's rule in the anonymous form of 1876), 'yyyy-mm-dd'. */
export function easterSundayOf(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const sum = epact + weekday - 7 * late + 114;
  const month = String(Math.floor(sum / 31)).padStart(2, '0');
  const day = String((sum % 31) + 1).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${month}-${day}`;
}

/** King's Day: 27 April, or the 26th when that is a Sunday; until 2013 Queen's Day on 30 April (29 April before a Sunday). */
function royalDayOf(year: number): string {
  const regular = `${String(year).padStart(4, '0')}-04-${year >= 2014 ? '27' : '30'}`;
  return weekdayOf(regular) === 6 ? addDays(regular, -1) : regular;
}

const holidaysByYear = new Map<number, readonly DutchHoliday[]>();

/** Every day of a year that can be chosen, in date order; Liberation Day is there every year, as `liberationDayLustrum` in lustrum years. */
function choosableHolidaysOf(year: number): readonly DutchHoliday[] {
  const known = holidaysByYear.get(year);
  if (known) return known;
  const easter = easterSundayOf(year);
  const inYear = (monthAndDay: string): string => `${String(year).padStart(4, '0')}-${monthAndDay}`;
  const day = (code: DutchHolidayCode, date: string): DutchHoliday => ({ code, date, ...dutchHolidayNames[code] });
  const royal = year >= 2014 ? dutchHolidayNames.royalDay : { nl: 'Koninginnedag', en: "Queen's Day" };
  const liberation = { date: inYear('05-05'), nl: 'Bevrijdingsdag', en: 'Liberation Day' };
  const days: DutchHoliday[] = [
    day('newYear', inYear('01-01')),
    day('goodFriday', addDays(easter, -2)),
    day('easterSunday', easter),
    day('easterMonday', addDays(easter, 1)),
    { code: 'royalDay', date: royalDayOf(year), ...royal },
    { code: year % 5 === 0 ? 'liberationDayLustrum' : 'liberationDay', ...liberation },
    day('ascensionDay', addDays(easter, 39)),
    day('whitSunday', addDays(easter, 49)),
    day('whitMonday', addDays(easter, 50)),
    day('christmasDay', inYear('12-25')),
    day('boxingDay', inYear('12-26')),
  ];
  days.sort((a, b) => a.date.localeCompare(b.date));
  holidaysByYear.set(year, days);
  return days;
}

/** The holidays of a year among those chosen, in date order. Liberation Day chosen for every year includes the lustrum years. */
export function dutchHolidaysOf(
  year: number,
  chosen: readonly DutchHolidayCode[] = usualHolidays,
): readonly DutchHoliday[] {
  return choosableHolidaysOf(year).filter(
    ({ code }) => chosen.includes(code) || (code === 'liberationDayLustrum' && chosen.includes('liberationDay')),
  );
}

/** The holiday on a local date among those chosen, or null. */
export function dutchHolidayOn(
  localDate: string,
  chosen: readonly DutchHolidayCode[] = usualHolidays,
): DutchHoliday | null {
  const ofYear = dutchHolidaysOf(Number(localDate.slice(0, 4)), chosen);
  return ofYear.find((holiday) => holiday.date === localDate) ?? null;
}

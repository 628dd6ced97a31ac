import { addDays, weekdayOf } from './zoned-time.ts';

/** A day on which Dutch businesses are usually closed; `date` is 'yyyy-mm-dd'. */
export type DutchHoliday = { readonly date: string; readonly nl: string; readonly en: string };

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

/**
 * The closing days of a year, in date order. Good Friday is left out (no general day off); Liberation Day counts in lustrum years only
 * (2025, 2030, …), as is usual in collective agreements.
 */
export function dutchHolidaysOf(year: number): readonly DutchHoliday[] {
  const known = holidaysByYear.get(year);
  if (known) return known;
  const easter = easterSundayOf(year);
  const inYear = (monthAndDay: string): string => `${String(year).padStart(4, '0')}-${monthAndDay}`;
  const days: DutchHoliday[] = [
    { date: inYear('01-01'), nl: 'Nieuwjaarsdag', en: "New Year's Day" },
    { date: easter, nl: 'Eerste paasdag', en: 'Easter Sunday' },
    { date: addDays(easter, 1), nl: 'Tweede paasdag', en: 'Easter Monday' },
    {
      date: royalDayOf(year),
      nl: year >= 2014 ? 'Koningsdag' : 'Koninginnedag',
      en: year >= 2014 ? "King's Day" : "Queen's Day",
    },
    ...(year % 5 === 0 ? [{ date: inYear('05-05'), nl: 'Bevrijdingsdag', en: 'Liberation Day' }] : []),
    { date: addDays(easter, 39), nl: 'Hemelvaartsdag', en: 'Ascension Day' },
    { date: addDays(easter, 49), nl: 'Eerste pinksterdag', en: 'Whit Sunday' },
    { date: addDays(easter, 50), nl: 'Tweede pinksterdag', en: 'Whit Monday' },
    { date: inYear('12-25'), nl: 'Eerste kerstdag', en: 'Christmas Day' },
    { date: inYear('12-26'), nl: 'Tweede kerstdag', en: 'Boxing Day' },
  ];
  days.sort((a, b) => a.date.localeCompare(b.date));
  holidaysByYear.set(year, days);
  return days;
}

/** The holiday on a local date, or null. */
export function dutchHolidayOn(localDate: string): DutchHoliday | null {
  return dutchHolidaysOf(Number(localDate.slice(0, 4))).find((holiday) => holiday.date === localDate) ?? null;
}

import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { dutchHolidayCodes, dutchHolidayOn, dutchHolidaysOf, usualHolidays } from '#shared/time/dutch-holidays.ts';

const years = Array.from({ length: 12 }, (_, index) => 2024 + index);

/** The library's days of a year: `kept` of its kinds, 'school' being days that only some take off. */
function ofLibrary(year: number, kept: (day: { type: string; name: string }) => boolean): string[] {
  const days = new Holidays('NL').getHolidays(year, 'nl').filter(kept);
  return days.map(({ date }) => date.slice(0, 10)).sort();
}

describe('Dutch holidays beside the date-holidays library', () => {
  it.each(years)('are its public days of %i, with Liberation Day in lustrum years', (year) => {
    const isLustrum = year % 5 === 0;
    const days = ofLibrary(year, ({ type, name }) => type === 'public' || (isLustrum && name === 'Bevrijdingsdag'));
    expect(dutchHolidaysOf(year).map(({ date }) => date)).toEqual(days);
  });

  it.each(years)('are its other days of %i too once a brand chooses all', (year) => {
    const days = ofLibrary(year, ({ type }) => type === 'public' || type === 'school');
    expect(dutchHolidaysOf(year, dutchHolidayCodes).map(({ date }) => date)).toEqual(days);
  });
});

describe('choosing holidays', () => {
  it('closes on what is chosen and on nothing else', () => {
    expect(dutchHolidayOn('2026-12-25', ['christmasDay'])?.code).toBe('christmasDay');
    expect(dutchHolidayOn('2026-12-26', ['christmasDay'])).toBeNull();
    expect(dutchHolidayOn('2026-04-03', usualHolidays)).toBeNull();
    expect(dutchHolidaysOf(2026, dutchHolidayCodes)).toHaveLength(11);
  });

  it('tells Liberation Day of every year from that of lustrum years', () => {
    const on = (date: string, code: 'liberationDay' | 'liberationDayLustrum') => dutchHolidayOn(date, [code]) !== null;
    expect([on('2025-05-05', 'liberationDayLustrum'), on('2026-05-05', 'liberationDayLustrum')]).toEqual([true, false]);
    expect([on('2025-05-05', 'liberationDay'), on('2026-05-05', 'liberationDay')]).toEqual([true, true]);
  });
});

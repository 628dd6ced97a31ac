import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { dutchHolidaysOf, easterSundayOf } from '#shared/time/dutch-holidays.ts';
import { addDays, instantOf, localDateOf, localTimeOf, minutesOf, weekdayOf } from '#shared/time/zoned-time.ts';

const zone = 'Europe/Amsterdam';

describe('local time', () => {
  it.each([
    ['2026-03-29', '01:59', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29', '02:30', '2026-03-29T01:00:00.000Z'],
    ['2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
    ['2026-10-25', '24:00', '2026-10-25T23:00:00.000Z'],
    ['2016-08-13', '09:00', '2016-08-13T07:00:00.000Z'],
    ['2026-11-23', '17:00', '2026-11-23T16:00:00.000Z'],
  ])('%s %s is %s', (date, time, instant) => {
    expect(instantOf(date, time, zone).toISOString()).toBe(instant);
  });

  it('comes back from an instant, except in a skipped or repeated hour', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 180, max: 1439 }),
        fc.constantFrom(zone, 'America/New_York', 'Asia/Kolkata', 'UTC'),
        (day, minutes, anyZone) => {
          const date = addDays('1980-01-01', day);
          const time = new Date(minutes * 60_000).toISOString().slice(11, 16);
          const instant = instantOf(date, time, anyZone);
          expect([localDateOf(instant, anyZone), localTimeOf(instant, anyZone)]).toEqual([date, time]);
        },
      ),
    );
  });

  it('knows weekdays and refuses malformed input', () => {
    expect([weekdayOf('2026-11-23'), weekdayOf('2016-08-13')]).toEqual([0, 5]);
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    for (const bad of ['24:01', '7:00', '12:60', '']) expect(() => minutesOf(bad)).toThrow(RangeError);
    expect(() => addDays('2026-13-01', 1)).toThrow(RangeError);
    expect(() => addDays('23-11-2026', 1)).toThrow(RangeError);
  });
});

describe('Dutch holidays', () => {
  it.each([
    [2016, '2016-03-27'],
    [2024, '2024-03-31'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
  ])('Easter of %i is %s', (year, date) => {
    expect(easterSundayOf(year)).toBe(date);
  });

  it('lists the closing days of 2026 in order', () => {
    expect(dutchHolidaysOf(2026).map((holiday) => holiday.date)).toEqual([
      '2026-01-01',
      '2026-04-05',
      '2026-04-06',
      '2026-04-27',
      '2026-05-14',
      '2026-05-24',
      '2026-05-25',
      '2026-12-25',
      '2026-12-26',
    ]);
  });

  it('moves King’s Day off a Sunday and keeps Liberation Day for lustrum years', () => {
    const dates = (year: number): readonly string[] => dutchHolidaysOf(year).map((holiday) => holiday.date);
    expect(dates(2025)).toContain('2025-04-26');
    expect(dates(2025)).not.toContain('2025-04-27');
    expect(dates(2025)).toContain('2025-05-05');
    expect(dates(2026)).not.toContain('2026-05-05');
    expect(dates(2013)).toContain('2013-04-30');
  });
});

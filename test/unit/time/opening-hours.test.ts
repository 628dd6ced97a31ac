import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { dutchHolidayCodes } from '#shared/time/dutch-holidays.ts';
import {
  addOpenMs,
  closingAtOn,
  defaultOpeningHours,
  findNextOpeningAt,
  isOpenAt,
  nextOpeningAt,
  nextWorkingDay,
  openMsBetween,
  subtractOpenMs,
} from '#shared/time/opening-hours.ts';
import type { OpeningHours, OpenInterval } from '#shared/time/opening-hours.ts';
import { addDays, instantOf, weekdayOf } from '#shared/time/zoned-time.ts';

const zone = 'Europe/Amsterdam';
const hourMs = 3_600_000;
const at = (date: string, time: string): Date => instantOf(date, time, zone);

const always: readonly OpenInterval[] = [{ from: '00:00', to: '24:00' }];
const roundTheClock: OpeningHours = {
  timeZone: zone,
  versions: [{ validFrom: '2000-01-01', week: [always, always, always, always, always, always, always] }],
  closures: [],
  dutchHolidays: false,
};

describe('opening hours', () => {
  it('is open from the opening to just before the closing instant', () => {
    expect(isOpenAt(defaultOpeningHours, at('2026-11-23', '08:59'))).toBe(false);
    expect(isOpenAt(defaultOpeningHours, at('2026-11-23', '09:00'))).toBe(true);
    expect(isOpenAt(defaultOpeningHours, at('2026-11-23', '17:00'))).toBe(false);
    expect(isOpenAt(defaultOpeningHours, at('2026-11-21', '12:00'))).toBe(false);
    expect(isOpenAt(defaultOpeningHours, at('2026-12-25', '12:00'))).toBe(false);
  });

  it('carries open time over a weekend and over holidays', () => {
    expect(addOpenMs(defaultOpeningHours, at('2026-11-20', '16:00'), 2 * hourMs)).toEqual(at('2026-11-23', '10:00'));
    expect(addOpenMs(defaultOpeningHours, at('2026-04-02', '16:00'), 10 * hourMs)).toEqual(at('2026-04-07', '10:00'));
    expect(addOpenMs(defaultOpeningHours, at('2026-11-23', '09:00'), 8 * hourMs)).toEqual(at('2026-11-23', '17:00'));
    expect(addOpenMs(defaultOpeningHours, at('2026-11-21', '09:00'), 0)).toEqual(at('2026-11-23', '09:00'));
  });

  it('counts the real length of days on which the clocks change', () => {
    expect(openMsBetween(roundTheClock, at('2026-03-29', '00:00'), at('2026-03-30', '00:00'))).toBe(23 * hourMs);
    expect(openMsBetween(roundTheClock, at('2026-10-25', '00:00'), at('2026-10-26', '00:00'))).toBe(25 * hourMs);
  });

  it('follows the version of the day, the first one also before its own start', () => {
    const hours: OpeningHours = {
      ...defaultOpeningHours,
      versions: [
        { validFrom: '2026-06-01', week: [[{ from: '10:00', to: '12:00' }], [], [], [], [], [], []] },
        ...defaultOpeningHours.versions.map((version) => ({ ...version, validFrom: '2026-01-01' })),
      ],
    };
    expect(closingAtOn(hours, '2025-11-24')).toEqual(at('2025-11-24', '17:00'));
    expect(closingAtOn(hours, '2026-05-26')).toEqual(at('2026-05-26', '17:00'));
    expect(closingAtOn(hours, '2026-06-08')).toEqual(at('2026-06-08', '12:00'));
    expect(closingAtOn(hours, '2026-06-09')).toBeNull();
  });

  it('counts overlapping intervals once', () => {
    const day = [
      { from: '13:00', to: '17:00' },
      { from: '09:00', to: '14:00' },
    ];
    const hours: OpeningHours = {
      ...defaultOpeningHours,
      versions: [{ validFrom: '2000-01-01', week: [day, [], [], [], [], [], []] }],
    };
    expect(openMsBetween(hours, at('2026-11-23', '00:00'), at('2026-11-24', '00:00'))).toBe(8 * hourMs);
  });

  it('steps over closed days', () => {
    expect(nextWorkingDay(defaultOpeningHours, '2026-11-20', 2)).toBe('2026-11-24');
    expect(nextWorkingDay(defaultOpeningHours, '2026-11-21', 0)).toBe('2026-11-23');
    expect(nextWorkingDay(defaultOpeningHours, '2026-12-24', 1)).toBe('2026-12-28');
    expect(() => nextWorkingDay(defaultOpeningHours, '2026-11-21', -1)).toThrow(RangeError);
  });

  it('tells that a calendar never opens, and then counts working days from Monday to Friday', () => {
    const never: OpeningHours = { ...defaultOpeningHours, versions: [] };
    expect(() => nextOpeningAt(never, at('2026-11-23', '09:00'))).toThrow(RangeError);
    expect(() => addOpenMs(never, at('2026-11-23', '09:00'), hourMs)).toThrow(RangeError);
    expect(nextWorkingDay(never, '2026-11-20', 1)).toBe('2026-11-23');
  });
});

const time = (minutes: number): string =>
  minutes === 1440 ? '24:00' : new Date(minutes * 60_000).toISOString().slice(11, 16);
const anyInterval = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 96 }))
  .map(([from, length]): OpenInterval => ({ from: time(from * 15), to: time(Math.min(1440, (from + length) * 15)) }));
const anyWeek = fc.array(fc.array(anyInterval, { maxLength: 3 }), { minLength: 7, maxLength: 7 });
const anyDate = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2023-06-01', days));
const anyHours: fc.Arbitrary<OpeningHours> = fc.record({
  timeZone: fc.constantFrom(zone, 'America/New_York'),
  versions: fc.tuple(anyWeek, anyWeek, anyDate).map(([first, second, validFrom]) => [
    // An hour on Monday and Thursday keeps every generated calendar alive.
    {
      validFrom: '2000-01-01',
      week: first.map((day, index) => (index % 3 === 0 ? [...day, { from: '09:00', to: '10:00' }] : day)),
    },
    { validFrom, week: second.map((day, index) => (index % 3 === 0 ? [...day, { from: '11:00', to: '12:00' }] : day)) },
  ]),
  closures: fc.array(
    anyDate.map((date) => ({ date, reason: 'inventory' })),
    { maxLength: 5 },
  ),
  openings: fc.array(
    fc.record({ date: anyDate, intervals: fc.array(anyInterval, { maxLength: 2 }), reason: fc.constant('fair') }),
    { maxLength: 3 },
  ),
  dutchHolidays: fc.boolean(),
  holidayChoices: fc.array(fc.record({ validFrom: anyDate, codes: fc.subarray([...dutchHolidayCodes]) }), {
    maxLength: 2,
  }),
});
const weekOf = (day: readonly OpenInterval[]): OpeningHours => ({
  ...defaultOpeningHours,
  versions: [{ validFrom: '2000-01-01', week: [day, day, day, day, day, day, day] }],
});
const anyInstant = fc.integer({ min: Date.UTC(2023, 5, 1), max: Date.UTC(2027, 0, 1) }).map((ms) => new Date(ms));
const anyMs = fc.integer({ min: 1, max: 80 * hourMs });

describe('opening hours, for all calendars', () => {
  it('a deadline is exactly its open time away', () => {
    fc.assert(
      fc.property(anyHours, anyInstant, anyMs, (hours, from, ms) => {
        expect(openMsBetween(hours, from, addOpenMs(hours, from, ms))).toBe(ms);
      }),
    );
  });

  it('a deadline is never in closed time: the moment just before it is open', () => {
    fc.assert(
      fc.property(anyHours, anyInstant, anyMs, (hours, from, ms) => {
        expect(isOpenAt(hours, new Date(addOpenMs(hours, from, ms).getTime() - 1))).toBe(true);
      }),
    );
  });

  it('going back by open time is the way there in reverse, from the latest instant that does', () => {
    fc.assert(
      fc.property(anyHours, anyInstant, anyMs, (hours, until, ms) => {
        const from = subtractOpenMs(hours, until, ms);
        if (from === null) return;
        expect(openMsBetween(hours, from, until)).toBe(ms);
        expect(openMsBetween(hours, new Date(from.getTime() + 1), until)).toBe(Math.max(0, ms - 1));
      }),
    );
  });

  it('open time splits additively', () => {
    fc.assert(
      fc.property(anyHours, fc.tuple(anyInstant, anyInstant, anyInstant), (hours, instants) => {
        const [a, b, c] = [...instants].sort((x, y) => x.getTime() - y.getTime()) as [Date, Date, Date];
        expect(openMsBetween(hours, a, b) + openMsBetween(hours, b, c)).toBe(openMsBetween(hours, a, c));
      }),
      { numRuns: 40 },
    );
  });

  it('one more closure never brings a deadline forward', () => {
    fc.assert(
      fc.property(anyHours, anyInstant, anyMs, fc.integer({ min: 0, max: 30 }), (hours, from, ms, ahead) => {
        const date = addDays(from.toISOString().slice(0, 10), ahead);
        const closed: OpeningHours = { ...hours, closures: [...hours.closures, { date, reason: 'outing' }] };
        expect(addOpenMs(closed, from, ms).getTime()).toBeGreaterThanOrEqual(addOpenMs(hours, from, ms).getTime());
      }),
    );
  });

  it('taking a whole interval out of a week never brings a deadline forward', () => {
    fc.assert(
      fc.property(anyHours, anyInstant, anyMs, fc.nat(6), (hours, from, ms, weekday) => {
        // The hour that keeps the calendar alive stands last on its day and stays.
        const [first] = hours.versions;
        const shorter = first?.week.map((day, index) => (index === weekday ? day.slice(1) : day));
        if (!first || !shorter || shorter.every((day) => day.length === 0)) return;
        const versions = [{ ...first, week: shorter }, ...hours.versions.slice(1)];
        const closed: OpeningHours = { ...hours, versions };
        if (findNextOpeningAt(closed, from) === null) return;
        expect(addOpenMs(closed, from, ms).getTime()).toBeGreaterThanOrEqual(addOpenMs(hours, from, ms).getTime());
      }),
    );
  });

  it('an interval cut in two counts as before', () => {
    const whole = weekOf([{ from: '09:00', to: '17:00' }]);
    const cut = weekOf([
      { from: '09:00', to: '12:30' },
      { from: '12:30', to: '17:00' },
    ]);
    fc.assert(
      fc.property(anyInstant, anyMs, (from, ms) => {
        expect(addOpenMs(cut, from, ms)).toEqual(addOpenMs(whole, from, ms));
      }),
    );
  });

  it('a break is closed time, on the days when the clocks change too', () => {
    const hours: OpeningHours = {
      ...weekOf([
        { from: '00:00', to: '12:00' },
        { from: '13:00', to: '24:00' },
      ]),
      dutchHolidays: false,
    };
    const openOn = (date: string): number =>
      openMsBetween(hours, instantOf(date, '00:00', zone), instantOf(addDays(date, 1), '00:00', zone));
    expect(openOn('2026-03-28')).toBe(23 * hourMs);
    expect(openOn('2026-03-29')).toBe(22 * hourMs);
    expect(openOn('2026-10-25')).toBe(24 * hourMs);
    expect(isOpenAt(hours, at('2026-03-29', '12:30'))).toBe(false);
  });

  it('the next opening is open, and the same instant when already open', () => {
    fc.assert(
      fc.property(anyHours, anyInstant, (hours, instant) => {
        const opening = nextOpeningAt(hours, instant);
        expect(isOpenAt(hours, opening)).toBe(true);
        expect(openMsBetween(hours, instant, opening)).toBe(0);
        if (isOpenAt(hours, instant)) expect(opening).toEqual(instant);
      }),
    );
  });

  it('a working day has a closing time', () => {
    fc.assert(
      fc.property(anyHours, anyDate, fc.integer({ min: 0, max: 12 }), (hours, date, steps) => {
        const day = nextWorkingDay(hours, date, steps);
        expect(closingAtOn(hours, day)).not.toBeNull();
        expect(weekdayOf(day)).toBeGreaterThanOrEqual(0);
        expect(day >= date).toBe(true);
      }),
    );
  });
});

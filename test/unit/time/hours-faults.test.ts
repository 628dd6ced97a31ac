import { describe, expect, it } from 'vitest';
import { dayRangeFault, isLocalDate, isTimeZone, weekFault } from '#shared/time/hours-faults.ts';
import type { OpenInterval } from '#shared/time/opening-hours.ts';

const monday = (...day: OpenInterval[]): OpenInterval[][] => [day, [], [], [], [], [], []];
const faults: readonly (readonly [string, OpenInterval[][], string])[] = [
  ['overlap', monday({ from: '09:00', to: '12:00' }, { from: '11:30', to: '17:00' }), 'overlappen'],
  ['emptiness', monday({ from: '09:00', to: '09:00' }), 'leeg'],
  ['an end before its begin', monday({ from: '17:00', to: '09:00' }), 'eindigt voor het begint'],
  ['words for a time', monday({ from: 'negen', to: '17:00' }), 'geen tijd'],
  ['a time that does not exist', monday({ from: '09:00', to: '25:00' }), 'geen tijd'],
  ['a missing day', monday().slice(1), 'zeven dagen'],
];

describe('faults in opening hours', () => {
  it.each(faults)('tells of %s in both languages', (_name, week, words) => {
    expect(weekFault(week)?.nl).toContain(words);
    expect(weekFault(week)?.en).not.toBe(weekFault(week)?.nl);
  });

  it('names the day and takes several intervals that touch', () => {
    expect(weekFault(monday({ from: '12:00', to: '12:00' }))?.nl).toMatch(/^maandag: /u);
    expect(weekFault(monday({ from: '13:00', to: '24:00' }, { from: '09:00', to: '13:00' }))).toBeNull();
  });

  it('refuses days that end before they begin, do not exist or are too many', () => {
    expect(dayRangeFault('2026-12-24', '2026-12-23')?.nl).toContain('ligt voor de eerste');
    expect(dayRangeFault('2026-02-30', '2026-03-01')?.nl).toContain('bestaat niet');
    expect(dayRangeFault('2026-01-01', '2027-12-31')?.nl).toContain('jaar');
    expect(dayRangeFault('2026-12-24', '2026-12-24')).toBeNull();
    expect([isLocalDate('2028-02-29'), isLocalDate('2027-02-29'), isLocalDate('27-2-2027')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('knows which zones exist', () => {
    expect(['Europe/Amsterdam', 'Europe/Utrecht', ''].map(isTimeZone)).toEqual([true, false, false]);
  });
});

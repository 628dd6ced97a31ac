import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deadlineAlerts, overtakenWarnings } from '#server/modules/alerts/index.ts';
import { defaultOpeningHours } from '#shared/time/opening-hours.ts';
import { instantOf } from '#shared/time/zoned-time.ts';
import { usualWarningAt, warningTimesOf, type WarningLead } from '#shared/turns/warning-times.ts';

const minute = 60_000;
const hour = 60 * minute;
const at = (date: string, time: string): Date => instantOf(date, time, 'Europe/Amsterdam');
const timesOf = (fromAt: Date, dueAt: Date, ...leads: WarningLead[]) =>
  warningTimesOf({ fromAt, dueAt }, leads, defaultOpeningHours);
const calendar = (amount: number): WarningLead => ({ kind: 'calendar', amount });
const openHours = (amount: number): WarningLead => ({ kind: 'openHours', amount });

describe('the moments of warning', () => {
  const monday = at('2026-03-02', '10:00');

  it('are one for each lead time, earliest first, whatever the order of choosing', () => {
    const due = at('2026-03-02', '16:00');
    expect(timesOf(monday, due, calendar(15), calendar(60))).toEqual([
      at('2026-03-02', '15:00'),
      at('2026-03-02', '15:45'),
    ]);
  });

  it('count opening time where that was chosen: over the night and the weekend', () => {
    // Friday afternoon until Monday 9:30: an hour of opening time before lies on Friday at 16:30.
    const due = at('2026-03-09', '09:30');
    expect(timesOf(monday, due, openHours(60), calendar(60))).toEqual([
      at('2026-03-06', '16:30'),
      at('2026-03-09', '08:30'),
    ]);
  });

  it('leave out a lead time longer than the time given, and fall back on the last fifth', () => {
    const due = new Date(monday.getTime() + hour);
    expect(timesOf(monday, due, calendar(120), calendar(15))).toEqual([new Date(due.getTime() - 15 * minute)]);
    expect(timesOf(monday, due, calendar(60))).toEqual([new Date(due.getTime() - 12 * minute)]);
    expect(timesOf(monday, due, openHours(60), calendar(60))).toEqual([usualWarningAt({ fromAt: monday, dueAt: due })]);
  });

  it('merge where two lead times meet, so that nobody is told twice at once', () => {
    const due = at('2026-03-02', '16:00');
    expect(timesOf(monday, due, calendar(60), openHours(60))).toHaveLength(1);
  });

  it('a share is at most four hours before', () => {
    const due = new Date(monday.getTime() + 100 * hour);
    expect(timesOf(monday, due, { kind: 'share', amount: 50 })).toEqual([new Date(due.getTime() - 4 * hour)]);
  });

  it('are never empty and always lie within the time given', () => {
    const lead = fc.record({
      kind: fc.constantFrom('share' as const, 'calendar' as const, 'openHours' as const),
      amount: fc.integer({ min: 1, max: 10_000 }),
    });
    fc.assert(
      fc.property(fc.array(lead, { maxLength: 4 }), fc.integer({ min: 1, max: 14 * 24 * 60 }), (leads, minutes) => {
        const due = new Date(monday.getTime() + minutes * minute);
        const times = warningTimesOf({ fromAt: monday, dueAt: due }, leads, defaultOpeningHours);
        expect(times.length).toBeGreaterThan(0);
        for (const time of times) {
          expect(time.getTime()).toBeGreaterThanOrEqual(monday.getTime());
          expect(time.getTime()).toBeLessThanOrEqual(due.getTime());
        }
      }),
    );
  });
});

describe('warnings of one deadline', () => {
  const fromAt = at('2026-03-02', '10:00');
  const dueAt = at('2026-03-02', '16:00');
  const warnings = [at('2026-03-02', '15:00'), at('2026-03-02', '15:45')];
  const deadline = {
    subject: 'promise',
    subjectKey: 'm:0',
    fromAt,
    dueAt,
    warnAt: at('2026-03-02', '15:00'),
    warnings,
  } as const;
  const basis = { brandId: 'b', conversationId: 'c', accountId: 'a', wordingOf: () => 'vandaag' };
  const raisedAt = (time: string) => deadlineAlerts([deadline], basis, at('2026-03-02', time));
  const overtakenAt = (time: string) => overtakenWarnings([deadline], 'b', at('2026-03-02', time));

  it('are an alert each; the later settles the earlier, the miss settles both', () => {
    const [early, late, missed] = [raisedAt('15:10'), raisedAt('15:50'), raisedAt('16:01')];
    const ids = [early, late, missed].map((alerts) => alerts.map(({ _id }) => _id));
    expect(
      [early, late, missed].map((alerts) => alerts.map(({ kind, at: stamp }) => [kind, stamp] as unknown)),
    ).toEqual([[['promiseDueSoon', warnings[0]]], [['promiseDueSoon', warnings[1]]], [['promiseMissed', dueAt]]]);
    expect(new Set(ids.flat()).size).toBe(3);
    expect(raisedAt('15:30').map(({ _id }) => _id)).toEqual(ids[0]);
    expect(overtakenAt('15:10')).toEqual([]);
    expect(overtakenAt('15:50')).toEqual(ids[0]);
    expect(overtakenAt('16:01')).toEqual([ids[0]?.[0], ids[1]?.[0]]);
  });
});

import { describe, expect, it } from 'vitest';
import { createHoursBook } from '#server/modules/opening-hours/hours-book.ts';
import type { HoursRecordDoc, HoursScope, HoursStatement } from '#server/modules/opening-hours/hours.store.ts';
import { defaultOpeningHours, isOpenAt, openMsBetween } from '#shared/time/opening-hours.ts';
import { instantOf } from '#shared/time/zoned-time.ts';

const zone = 'Europe/Amsterdam';
const at = (date: string, time: string): Date => instantOf(date, time, zone);
const day = [{ from: '10:00', to: '14:00' }];
const short = [day, day, day, day, day, [], []];

let serial = 0;
function said(
  scope: HoursScope,
  statement: HoursStatement,
  recordedAt: Date,
  removedAt: Date | null = null,
): HoursRecordDoc {
  serial += 1;
  return { ...statement, _id: `r${String(serial)}`, brandId: 'b', scope, recordedAt, recordedBy: 'u', removedAt };
}

const later = at('2026-06-01', '12:00');

describe('the hours of an account', () => {
  it('are those of the field until somebody sets others', () => {
    const book = createHoursBook([], zone);
    expect(book.of('a', later)).toBe(defaultOpeningHours);
    expect(createHoursBook([], 'America/New_York').of('a', later).timeZone).toBe('America/New_York');
  });

  it('change from their first day on, and only as far as they were known', () => {
    const edited = at('2026-03-10', '09:00');
    const book = createHoursBook([said('brand', { kind: 'week', validFrom: '2026-03-16', week: short }, edited)], zone);
    const before = book.of('a', at('2026-03-10', '08:59'));
    const after = book.of('a', later);
    expect(isOpenAt(after, at('2026-03-13', '09:30'))).toBe(true);
    expect(isOpenAt(after, at('2026-03-16', '09:30'))).toBe(false);
    // What was counted before the edit is counted again the same, whatever was set since.
    expect(isOpenAt(before, at('2026-03-16', '09:30'))).toBe(true);
  });

  it('leave last year as it was when a past day is edited', () => {
    const edited = at('2026-03-10', '09:00');
    const book = createHoursBook([said('brand', { kind: 'week', validFrom: '2025-01-01', week: short }, edited)], zone);
    const [from, to] = [at('2025-05-12', '08:00'), at('2025-05-13', '08:00')];
    expect(openMsBetween(book.of('a', to), from, to)).toBe(8 * 3_600_000);
    expect(openMsBetween(book.of('a', later), from, to)).toBe(4 * 3_600_000);
  });

  it('follow the account before its team before the brand', () => {
    const set = at('2026-01-02', '09:00');
    const evening = [[], [], [], [], [], [], [{ from: '18:00', to: '22:00' }]];
    const records = [
      said('brand', { kind: 'week', validFrom: '2026-01-05', week: short }, set),
      said('team:t', { kind: 'week', validFrom: '2026-01-05', week: evening }, set),
      said('account:a', { kind: 'team', teamId: 't' }, set),
      said('account:b', { kind: 'team', teamId: 't' }, set),
      said('account:b', { kind: 'week', validFrom: '2026-01-12', week: short }, set),
      said('account:b', { kind: 'week', validFrom: '2026-02-02', week: null }, at('2026-01-20', '09:00')),
    ];
    const book = createHoursBook(records, zone);
    const open = (account: string, date: string, time: string) => isOpenAt(book.of(account, later), at(date, time));
    expect([open('a', '2026-01-11', '19:00'), open('c', '2026-01-11', '19:00')]).toEqual([true, false]);
    expect([open('b', '2026-01-13', '11:00'), open('a', '2026-01-13', '11:00')]).toEqual([true, false]);
    expect([open('b', '2026-02-03', '11:00'), open('b', '2026-02-08', '19:00')]).toEqual([false, true]);
    expect(book.teamOf('a', at('2026-01-01', '09:00'))).toBeNull();
  });

  it('give one object for all accounts without hours of their own', () => {
    const book = createHoursBook(
      [said('brand', { kind: 'week', validFrom: '2026-01-05', week: short }, at('2026-01-02', '09:00'))],
      zone,
    );
    expect(book.of('a', later)).toBe(book.of('b', later));
    expect(book.of('a', later)).toBe(book.of('a', at('2026-02-01', '12:00')));
  });

  it('close and open single days, the nearest scope having the last word, until that is withdrawn', () => {
    const set = at('2026-01-02', '09:00');
    const closing = {
      kind: 'days',
      from: '2026-05-18',
      to: '2026-05-19',
      intervals: null,
      reason: 'verhuizing',
    } as const;
    const open = { kind: 'days', from: '2026-12-25', to: '2026-12-25', intervals: day, reason: 'kerstmarkt' } as const;
    const records = [
      said('brand', closing, set, at('2026-05-01', '12:00')),
      said('account:a', { ...closing, intervals: day }, set),
      said('brand', open, set),
    ];
    const book = createHoursBook(records, zone);
    const known = at('2026-04-01', '12:00');
    const isOpen = (account: string, date: string, asKnown = known) =>
      isOpenAt(book.of(account, asKnown), at(date, '11:00'));
    expect([isOpen('b', '2026-05-18'), isOpen('b', '2026-05-19'), isOpen('b', '2026-05-20')]).toEqual([
      false,
      false,
      true,
    ]);
    expect([isOpen('a', '2026-05-18'), isOpen('b', '2026-12-25')]).toEqual([true, true]);
    expect(isOpen('b', '2026-05-18', later)).toBe(true);
  });

  it('close on the holidays chosen, from the day the choice holds', () => {
    const records = [
      said('brand', { kind: 'holidays', validFrom: '2027-01-01', codes: ['goodFriday'] }, at('2026-01-02', '09:00')),
    ];
    const hours = createHoursBook(records, zone).of('a', later);
    expect(isOpenAt(hours, at('2026-12-25', '11:00'))).toBe(false);
    expect(isOpenAt(hours, at('2027-03-26', '11:00'))).toBe(false);
    expect(isOpenAt(hours, at('2027-03-29', '11:00'))).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import {
  isPublicAddress,
  requirePublicUrl,
  ForbiddenAddressError,
} from '#server/modules/notifications/guarded-address.ts';
import {
  defaultNotificationSettings,
  settingsFault,
  type NotificationSettings,
} from '#server/modules/notifications/notification-settings.ts';
import { afterQuietHours } from '#server/modules/notifications/quiet-hours.ts';
import { nextTryAt } from '#server/modules/notifications/retry-schedule.ts';

const zone = 'Europe/Amsterdam';

describe('quiet hours', () => {
  const night = { from: '20:00', to: '08:00' };
  it.each([
    ['2026-11-23T12:00:00Z', '2026-11-23T12:00:00.000Z'],
    ['2026-11-23T19:00:00Z', '2026-11-24T07:00:00.000Z'],
    ['2026-11-24T06:59:00Z', '2026-11-24T07:00:00.000Z'],
    ['2026-11-24T07:00:00Z', '2026-11-24T07:00:00.000Z'],
    // The night in which summer time begins is an hour shorter.
    ['2026-03-28T20:00:00Z', '2026-03-29T06:00:00.000Z'],
  ])('over midnight hold %s until %s', (at, until) => {
    expect(afterQuietHours(night, zone, new Date(at)).toISOString()).toBe(until);
  });

  it('within a day hold until their end', () => {
    const lunch = { from: '12:00', to: '13:00' };
    expect(afterQuietHours(lunch, zone, new Date('2026-11-23T11:30:00Z'))).toEqual(new Date('2026-11-23T12:00:00Z'));
    expect(afterQuietHours(lunch, zone, new Date('2026-11-23T12:00:00Z'))).toEqual(new Date('2026-11-23T12:00:00Z'));
  });
});

describe('settings', () => {
  const users = new Set(['marit']);
  const of = (change: Partial<NotificationSettings>) =>
    settingsFault({ ...defaultNotificationSettings, ...change }, users);
  const step = { afterMinutes: 0, to: 'leads', userIds: [], byEmail: true } as const;

  it('fit as they come', () => {
    expect(of({})).toBeNull();
    expect(of({ chain: [] })).toBeNull();
    expect(of({ digest: { at: '08:30', weekdays: [0], userIds: ['marit'] } })).toBeNull();
  });

  it.each([
    ['chain', { chain: [step, step] }],
    ['chain', { chain: [{ ...step, afterMinutes: -1 }] }],
    ['chain', { chain: [{ ...step, afterMinutes: 1.5 }] }],
    ['chain', { chain: Array.from({ length: 7 }, (_, index) => ({ ...step, afterMinutes: index })) }],
    ['people', { chain: [{ ...step, to: 'people' as const }] }],
    ['people', { chain: [{ ...step, to: 'people' as const, userIds: ['somebody else'] }] }],
    ['quietHours', { quietHours: { from: '24:00', to: '08:00' } }],
    ['quietHours', { quietHours: { from: '08:00', to: '08:00' } }],
    ['digest', { digest: { at: '8:30', weekdays: [0], userIds: ['marit'] } }],
    ['digest', { digest: { at: '08:30', weekdays: [], userIds: ['marit'] } }],
    ['digest', { digest: { at: '08:30', weekdays: [7], userIds: ['marit'] } }],
    ['people', { digest: { at: '08:30', weekdays: [0], userIds: ['gone'] } }],
    ['reassignAfterMinutes', { reassignAfterMinutes: 0 }],
  ] satisfies [string, Partial<NotificationSettings>][])('with a wrong %s are refused', (fault, change) => {
    expect(of(change)).toBe(fault);
  });
});

describe('tries', () => {
  it('lie further and further apart, for at least a day', () => {
    const start = new Date('2026-11-23T09:00:00Z');
    let at: Date | null = start;
    let attempts = 0;
    let last = start;
    const pauses: number[] = [];
    while (at) {
      attempts += 1;
      last = at;
      at = nextTryAt(attempts, at);
      if (at) pauses.push(at.getTime() - last.getTime());
    }
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    expect(last.getTime() - start.getTime()).toBeGreaterThan(24 * 3_600_000);
    expect(attempts).toBeLessThan(15);
  });
});

describe('addresses of outbound webhooks', () => {
  it.each(['8.8.8.8', '2606:4700::1111', '100.63.255.255', '172.32.0.1'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    'fe80::1',
    'fd00::1',
    '2002:7f00:1::',
    '64:ff9b::7f00:1',
    'example.nl',
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each([
    'http://example.nl/hook',
    'https://user:secret@example.nl/',
    'https://localhost/',
    'https://printer.local/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://[::ffff:127.0.0.1]/',
    'ftp://example.nl/',
    'not an address',
  ])('%s is refused', (url) => {
    expect(() => requirePublicUrl(url)).toThrow(ForbiddenAddressError);
  });

  it('a public https address may stay', () => {
    expect(requirePublicUrl('https://hooks.example.nl/woordhouder?a=1').hostname).toBe('hooks.example.nl');
  });
});

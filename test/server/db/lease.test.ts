import { describe, expect, it } from 'vitest';
import { createMovableClock } from '#server/clock.ts';
import { createLease } from '#server/db/lease.ts';
import { openTestDatabase } from '#test/support/database.ts';

const start = new Date('2026-03-02T09:00:00Z');
const ttlMs = 10_000;

describe('a lease', () => {
  it('is held by one of many that ask at once', async () => {
    const { db } = await openTestDatabase();
    const clock = createMovableClock(start);
    const leases = Array.from({ length: 8 }, (_, index) =>
      createLease('work', { db, clock, holder: `p${String(index)}`, ttlMs }),
    );
    const held = await Promise.all(leases.map((lease) => lease.hold()));
    expect(held.filter(Boolean)).toHaveLength(1);
    expect(await Promise.all(leases.map((lease) => lease.hold()))).toEqual(held);
  });

  it('passes on when its holder falls silent, and the old holder notices', async () => {
    const { db } = await openTestDatabase();
    const clock = createMovableClock(start);
    const [first, second] = ['a', 'b'].map((holder) => createLease('work', { db, clock, holder, ttlMs }));
    expect(await first?.hold()).toBe(true);
    expect(await second?.hold()).toBe(false);
    clock.advance(ttlMs + 1);
    expect(await second?.hold()).toBe(true);
    expect(await first?.hold()).toBe(false);
  });

  it('passes on at once when it is given up, and only its holder can give it up', async () => {
    const { db } = await openTestDatabase();
    const clock = createMovableClock(start);
    const [first, second, third] = ['a', 'b', 'c'].map((holder) => createLease('work', { db, clock, holder, ttlMs }));
    expect(await first?.hold()).toBe(true);
    await second?.release();
    expect(await third?.hold()).toBe(false);
    await first?.release();
    expect(await third?.hold()).toBe(true);
  });
});

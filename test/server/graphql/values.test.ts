import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { decodeCursor, encodeCursor, pageSize } from '#server/graphql/pagination.ts';
import { dateTimeScalar, millisecondsScalar } from '#server/graphql/scalars.ts';

const shape = z.tuple([z.number(), z.string()]);

describe('cursors', () => {
  it('come back as they were made', () => {
    fc.assert(
      fc.property(fc.integer(), fc.string(), (at, id) => {
        expect(decodeCursor('alerts', encodeCursor('alerts', [at, id]), shape)).toEqual([at, id]);
      }),
    );
  });

  it('are refused when a character was changed', () => {
    const cursor = encodeCursor('alerts', [1_700_000_000_000, 'abc']);
    fc.assert(
      fc.property(
        fc.nat(cursor.length - 1),
        fc.constantFrom('A', 'B', 'a', 'z', '0', '9', '_', '-'),
        (place, letter) => {
          fc.pre(cursor[place] !== letter);
          const changed = cursor.slice(0, place) + letter + cursor.slice(place + 1);
          // The last letter may carry bits that base64url drops.
          fc.pre(Buffer.from(changed, 'base64url').compare(Buffer.from(cursor, 'base64url')) !== 0);
          expect(() => decodeCursor('alerts', changed, shape)).toThrow('does not exist');
        },
      ),
    );
  });

  it.each([
    ['of another list', encodeCursor('conversations', [1, 'a'])],
    ['of another shape', encodeCursor('alerts', [{ $gt: 0 }, 'a'])],
    ['empty', ''],
    ['not base64url', '%%%'],
    ['too long', 'A'.repeat(5_000)],
    ['without JSON', Buffer.from('12345678not json').toString('base64url')],
  ])('are refused when %s', (_name, cursor) => {
    expect(() => decodeCursor('alerts', cursor, shape)).toThrow('does not exist');
  });
});

describe('pageSize', () => {
  it('is capped at 100 and has a default', () => {
    expect([pageSize(1), pageSize(100), pageSize(101), pageSize(null, 20), pageSize(undefined)]).toEqual([
      1, 100, 100, 20, 30,
    ]);
  });

  it.each([0, -1])('refuses %i', (asked) => {
    expect(() => pageSize(asked)).toThrow('does not fit');
  });
});

describe('DateTime', () => {
  it('goes out in UTC with milliseconds and comes in as a Date', () => {
    const at = new Date('2016-08-12T21:04:05.060Z');
    expect(dateTimeScalar.serialize(at)).toBe('2016-08-12T21:04:05.060Z');
    expect(dateTimeScalar.parseValue('2016-08-12T21:04:05.060Z')).toEqual(at);
    expect(dateTimeScalar.parseValue('2016-08-12T21:04:05Z')).toEqual(new Date('2016-08-12T21:04:05.000Z'));
  });

  it.each([
    '2016-08-12',
    '2016-08-12T21:04:05',
    '2016-08-12T21:04:05+02:00',
    '2016-02-31T00:00:00Z',
    '1 or 1=1',
    5,
    null,
    {},
  ])('refuses %j', (value) => {
    expect(() => dateTimeScalar.parseValue(value)).toThrow('UTC');
  });

  it('never sends a broken instant', () => {
    expect(() => dateTimeScalar.serialize(new Date(Number.NaN))).toThrow(TypeError);
    expect(() => dateTimeScalar.serialize('2016-08-12')).toThrow(TypeError);
  });
});

describe('Milliseconds', () => {
  it('are whole numbers, also beyond 32 bits', () => {
    expect(millisecondsScalar.serialize(3_000_000_000)).toBe(3_000_000_000);
    expect(millisecondsScalar.parseValue(-5)).toBe(-5);
  });

  it.each([1.5, 2 ** 53, '5', null, Number.NaN])('refuse %j', (value) => {
    expect(() => millisecondsScalar.parseValue(value)).toThrow('whole number');
  });
});

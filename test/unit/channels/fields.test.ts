import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { field, id, isoTime, legacyPostTime, lookUp, unixTime } from '#server/channels/body/fields.ts';

const instant = fc.integer({ min: Date.UTC(2005, 0, 1) / 1000, max: Date.UTC(2099, 0, 1) / 1000 });

describe('times', () => {
  it('seconds and milliseconds, number and text, give the same instant', () => {
    fc.assert(
      fc.property(instant, (seconds) => {
        const forms = [seconds, String(seconds), seconds * 1000, String(seconds * 1000)];
        for (const form of forms) expect(unixTime(form)?.getTime()).toBe(seconds * 1000);
      }),
    );
  });

  it.each([null, '', 'soon', -1, 0, NaN, Infinity, '1e12', {}, [], 1e300, '99999999999999999999'])(
    '%s is no time',
    (value) => {
      expect(unixTime(value)).toBeNull();
    },
  );

  it('reads the old and the new form of X', () => {
    expect(legacyPostTime('Mon May 19 14:01:46 +0000 2025')?.toISOString()).toBe('2025-05-19T14:01:46.000Z');
    expect(legacyPostTime('Mon Foo 19 14:01:46 +0000 2025')).toBeNull();
    expect(isoTime('2025-05-19T16:01:46+0200')?.toISOString()).toBe('2025-05-19T14:01:46.000Z');
    expect(isoTime('2025-05-19T14:01:46.250Z')?.toISOString()).toBe('2025-05-19T14:01:46.250Z');
    expect(isoTime('2025-05-19')).toBeNull();
    expect(isoTime('2025-19-99T14:01:46Z')).toBeNull();
  });
});

describe('fields', () => {
  it('never reach what every object inherits', () => {
    expect(field({}, 'constructor')).toBeUndefined();
    expect(field(JSON.parse('{"__proto__":1}'), '__proto__')).toBe(1);
    expect(lookUp({ a: 1 }, 'toString')).toBeUndefined();
  });

  it('an id is a short text or an exact whole number', () => {
    expect([id('12'), id(12), id(0)]).toEqual(['12', '12', '0']);
    expect([id(''), id(1.5), id(2 ** 53), id(-1), id(null), id('x'.repeat(513))]).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

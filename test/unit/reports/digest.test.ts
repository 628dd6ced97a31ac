import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addValue,
  bucketOf,
  countUpTo,
  digestError,
  encodeDigest,
  mergeDigest,
  mergeEncoded,
  newDigest,
  quantileOf,
  valueOf,
  type Digest,
} from '#server/modules/reports/digest.ts';
import { NumberReader } from '#server/modules/reports/varint.ts';

const value = fc.oneof(fc.nat({ max: 300 }), fc.nat({ max: 2_000_000 }), fc.nat({ max: 2 ** 31 - 1 }));

function digestFrom(values: readonly number[]): Digest {
  const digest = newDigest();
  for (const each of values) addValue(digest, each);
  return digest;
}

function decoded(bytes: readonly number[]): Digest {
  const digest = newDigest();
  mergeEncoded(digest, new NumberReader(Uint8Array.from(bytes)), bytes.length);
  return digest;
}

/** The value of rank ceil(share × n), as docs/metrics.md defines a percentile. */
function exactQuantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1] ?? Number.NaN;
}

describe('a digest', () => {
  it('keeps every value within the stated error', () => {
    fc.assert(
      fc.property(value, (each) => {
        expect(Math.abs(valueOf(bucketOf(each)) - each)).toBeLessThanOrEqual(each * digestError);
      }),
    );
  });

  it('has buckets that rise with the values', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(bucketOf(Math.min(a, b))).toBeLessThanOrEqual(bucketOf(Math.max(a, b)));
      }),
    );
  });

  it('gives percentiles within the stated error of the exact ones', () => {
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 200 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, share) => {
          const exact = exactQuantile(values, share);
          const found = quantileOf(digestFrom(values), share) ?? Number.NaN;
          expect(Math.abs(found - exact)).toBeLessThanOrEqual(exact * digestError);
        },
      ),
    );
  });

  it('merged from parts in any order, and read back, is the same as made at once', () => {
    fc.assert(
      fc.property(fc.array(value), fc.array(value), (some, others) => {
        const whole = encodeDigest(digestFrom([...some, ...others]));
        const merged = digestFrom(others);
        mergeDigest(merged, digestFrom(some));
        expect(encodeDigest(merged)).toEqual(whole);
        expect(encodeDigest(decoded(whole))).toEqual(whole);
        expect(decoded(whole).n).toBe(some.length + others.length);
      }),
    );
  });

  it('forgets what is taken away, and refuses to fall below zero', () => {
    fc.assert(
      fc.property(fc.array(value), fc.array(value), (some, others) => {
        const digest = digestFrom([...some, ...others]);
        for (const each of others) addValue(digest, each, -1);
        expect(encodeDigest(digest)).toEqual(encodeDigest(digestFrom(some)));
      }),
    );
    const digest = newDigest();
    addValue(digest, 5, -1);
    expect(() => encodeDigest(digest)).toThrow(RangeError);
  });

  it('says nothing when it holds nothing, and counts up to a limit', () => {
    expect(quantileOf(newDigest(), 0.5)).toBeNull();
    const digest = digestFrom([1, 60, 60, 900, 5_000]);
    expect(countUpTo(digest, 60)).toBe(3);
    expect(countUpTo(digest, 4_000)).toBe(4);
  });
});

import { pushNumber, type NumberReader } from './varint.ts';

/**
 * A mergeable count of whole numbers by buckets of fixed bounds. Up to 127 every number has its own bucket; above, each power of two
 * has 64 buckets of equal width, so that a bucket's middle lies within 1/128 (0.8 %) of every number in it. Only whole-number
 * arithmetic: the same values give the same buckets on every machine, in any order, and what was added can be taken away again.
 */
export type Digest = { counts: Int32Array; n: number };

const exact = 128;
const parts = 64;
const exactPower = 7;
const highest = 2 ** 31 - 1;

/** The share by which a reading may differ from the true value. */
export const digestError = 1 / 128;

/** An empty digest. */
export function newDigest(): Digest {
  return { counts: new Int32Array(0), n: 0 };
}

/** The bucket of a number; what is below 0 or above 2^31-1 is taken as that. Fractions are rounded. */
export function bucketOf(value: number): number {
  const whole = Math.min(highest, Math.max(0, Math.round(value)));
  if (whole < exact) return whole;
  const power = 31 - Math.clz32(whole);
  return exact + (power - exactPower) * parts + ((whole >> (power - 6)) & (parts - 1));
}

/** The number that stands for a bucket: its middle, rounded down. */
export function valueOf(bucket: number): number {
  if (bucket < exact) return bucket;
  const power = Math.floor((bucket - exact) / parts) + exactPower;
  const width = 2 ** (power - 6);
  const low = 2 ** power + ((bucket - exact) % parts) * width;
  return low + Math.floor((width - 1) / 2);
}

/** Counts a number `times` times; a negative count takes it away again. */
export function addValue(digest: Digest, value: number, times = 1): void {
  addBucket(digest, bucketOf(value), times);
}

/** Makes room for a bucket: most digests hold short times, and thousands are open at once. */
function growTo(digest: Digest, bucket: number): Int32Array {
  const grown = new Int32Array((Math.floor(bucket / parts) + 1) * parts);
  grown.set(digest.counts);
  digest.counts = grown;
  return grown;
}

function addBucket(digest: Digest, bucket: number, times: number): void {
  if (bucket >= digest.counts.length) growTo(digest, bucket);
  digest.counts[bucket] = (digest.counts[bucket] ?? 0) + times;
  digest.n += times;
}

/** Counts everything that `other` holds. */
export function mergeDigest(digest: Digest, other: Digest): void {
  for (let bucket = 0; bucket < other.counts.length; bucket++) {
    const times = other.counts[bucket] ?? 0;
    if (times !== 0) addBucket(digest, bucket, times);
  }
}

/**
 * The smallest value that at least `share` (0 to 1) of the numbers do not exceed (nearest rank), within `digestError`;
 * null when nothing was counted.
 */
export function quantileOf(digest: Digest, share: number): number | null {
  if (digest.n === 0) return null;
  const rank = Math.max(1, Math.ceil(share * digest.n));
  let passed = 0;
  for (let bucket = 0; bucket < digest.counts.length; bucket++) {
    passed += digest.counts[bucket] ?? 0;
    if (passed >= rank) return valueOf(bucket);
  }
  return null;
}

/** How many numbers do not exceed `limit`; those in the limit's own bucket count as not exceeding it. */
export function countUpTo(digest: Digest, limit: number): number {
  const last = Math.min(bucketOf(limit), digest.counts.length - 1);
  let count = 0;
  for (let bucket = 0; bucket <= last; bucket++) count += digest.counts[bucket] ?? 0;
  return count;
}

/** The stored form: for each filled bucket its distance from the one before and its count, as variable-length numbers. */
export function encodeDigest(digest: Digest): number[] {
  const bytes: number[] = [];
  let before = 0;
  for (let bucket = 0; bucket < digest.counts.length; bucket++) {
    const times = digest.counts[bucket] ?? 0;
    if (times === 0) continue;
    if (times < 0) throw new RangeError(`bucket ${String(bucket)} was taken away more often than added`);
    pushNumber(bytes, bucket - before);
    pushNumber(bytes, times);
    before = bucket;
  }
  return bytes;
}

/** Counts what an encoded digest holds that ends at `end`, without making one in between: reports merge thousands. */
export function mergeEncoded(digest: Digest, reader: NumberReader, end: number): void {
  let { counts } = digest;
  let bucket = 0;
  let added = 0;
  while (reader.position < end) {
    bucket += reader.next();
    const times = reader.next();
    if (bucket >= counts.length) counts = growTo(digest, bucket);
    counts[bucket] = (counts[bucket] ?? 0) + times;
    added += times;
  }
  digest.n += added;
}

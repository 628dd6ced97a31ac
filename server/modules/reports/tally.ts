import { Binary } from 'mongodb';
import { addValue, encodeDigest, mergeDigest, mergeEncoded, newDigest, type Digest } from './digest.ts';
import { NumberReader, pushNumber } from './varint.ts';

/** What is counted; docs/metrics.md says what each means. Stored by place: append only. */
export const counterNames = [
  'answered',
  'inUsual',
  'inNorm',
  'excused',
  'notNeeded',
  'machineMeanwhile',
  'ownClock',
  'kept',
  'keptLate',
  'missed',
  'superseded',
  'withdrawn',
  'vague',
  'onTopOfMissed',
  'matters',
  'fixedFirstTime',
  'resolved',
  'received',
  'sentByPeople',
  'sentByMachines',
  'judged',
  'dissatisfied',
  'claimKept',
  'claimKeptLate',
  'chased',
  'otherContact',
] as const;

/** What is kept as a digest: durations in seconds, delays of platforms in ms, moments and turns as numbers. Stored by place: append only. */
export const digestNames = [
  'reply',
  'replyOpen',
  'first',
  'firstOpen',
  'resolution',
  'resolutionOpen',
  'platformDelay',
  'peopleDelay',
  'sendDelay',
  'late',
  'promised',
  'real',
  'moments',
  'turns',
  'claimLate',
] as const;

export type CounterName = (typeof counterNames)[number];
export type DigestName = (typeof digestNames)[number];

/** Counts and digests of one group of things. */
export type Tally = { readonly counts: Map<CounterName, number>; readonly digests: Map<DigestName, Digest> };

/**
 * A tally as stored: place and count of each counter that is not zero, a zero, then place, length and bytes of each digest that is not
 * empty; places count from 1. One field instead of thirty makes reading a roll-up several times as fast, and equal tallies are equal bytes.
 */
export type StoredTally = Binary;

/** What one thing adds to every group it belongs to. */
export type Addition = {
  readonly n: readonly CounterName[];
  readonly v: Readonly<Partial<Record<DigestName, number>>>;
};

/** An empty tally. */
export function newTally(): Tally {
  return { counts: new Map(), digests: new Map() };
}

/** The digest of a tally, made when it is not there yet. */
export function digestOf(tally: Tally, name: DigestName): Digest {
  const known = tally.digests.get(name);
  if (known) return known;
  const digest = newDigest();
  tally.digests.set(name, digest);
  return digest;
}

/** Adds one thing (`times` 1) or takes it away (-1). */
export function addToTally(tally: Tally, addition: Addition, times: 1 | -1): void {
  for (const name of addition.n) tally.counts.set(name, (tally.counts.get(name) ?? 0) + times);
  for (const name of digestNames) {
    const value = addition.v[name];
    if (value !== undefined) addValue(digestOf(tally, name), value, times);
  }
}

/** Adds another tally. */
export function mergeTally(tally: Tally, other: Tally): void {
  for (const [name, count] of other.counts) tally.counts.set(name, (tally.counts.get(name) ?? 0) + count);
  for (const [name, digest] of other.digests) mergeDigest(digestOf(tally, name), digest);
}

/** Adds a stored tally; of its digests only the named ones where `only` is given. */
export function mergeStored(tally: Tally, stored: StoredTally, only?: ReadonlySet<DigestName>): void {
  const reader = new NumberReader(stored.value());
  for (let place = reader.next(); place > 0; place = reader.next()) {
    const count = reader.next();
    const name = counterNames[place - 1];
    if (name !== undefined) tally.counts.set(name, (tally.counts.get(name) ?? 0) + count);
  }
  while (!reader.done) {
    const name = digestNames[reader.next() - 1];
    const length = reader.next();
    const end = reader.position + length;
    if (name !== undefined && (!only || only.has(name))) mergeEncoded(digestOf(tally, name), reader, end);
    else reader.position = end;
  }
}

/** The stored form; null when everything in it is zero. Throws RangeError when something is below zero. */
export function storedTally(tally: Tally): StoredTally | null {
  const bytes: number[] = [];
  for (const [index, name] of counterNames.entries()) {
    const count = tally.counts.get(name) ?? 0;
    if (count < 0) throw new RangeError(`${name} was taken away more often than added`);
    if (count === 0) continue;
    pushNumber(bytes, index + 1);
    pushNumber(bytes, count);
  }
  pushNumber(bytes, 0);
  for (const [index, name] of digestNames.entries()) {
    const digest = tally.digests.get(name);
    const encoded = digest ? encodeDigest(digest) : [];
    if (encoded.length === 0) continue;
    pushNumber(bytes, index + 1);
    pushNumber(bytes, encoded.length);
    for (const byte of encoded) bytes.push(byte);
  }
  return bytes.length === 1 ? null : new Binary(Uint8Array.from(bytes));
}

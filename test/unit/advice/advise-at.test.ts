import { describe, expect, it } from 'vitest';
import { adviceGroupsOf, adviseAt } from '#shared/advice/advise-at.ts';
import { queueBandOf, replySamplesOf } from '#shared/advice/reply-samples.ts';
import type { ReplySample, WaitingTurn } from '#shared/advice/reply-samples.ts';
import { timesDiffer } from '#shared/advice/times-differ.ts';
import { stepDueAt } from '#shared/advice/promise-steps.ts';
import { defaultOpeningHours as hours } from '#shared/time/opening-hours.ts';

const [minute, day] = [60_000, 86_400_000];
const monday = new Date('2026-03-02T09:00:00Z');
const later = (at: Date, ms: number): Date => new Date(at.getTime() + ms);
const ids = { conversationId: 'c', accountId: 'a', channel: 'messenger', visibility: 'private' as const };
const sample = (startedAt: Date, minutes: number | null, rest: Partial<ReplySample> = {}): ReplySample => ({
  ...ids,
  startedAt,
  answeredAt: minutes === null ? null : later(startedAt, minutes * minute),
  queueAtStart: 0,
  ...rest,
});
const advise = (samples: readonly ReplySample[], moment: object = {}, wish: object = {}) =>
  adviseAt(
    adviceGroupsOf(samples, () => hours),
    { channel: 'messenger', visibility: null, at: monday, queue: 0, hours, ...moment },
    { rate: 0.9, minimum: 30, now: later(monday, 30 * day), ...wish },
  );
const hundred = Array.from({ length: 99 }, (_, at) => sample(monday, at + 1));

describe('the queue that a customer joins', () => {
  it('counts those who wait at that moment, also where nobody had to answer, and not those just helped', () => {
    const turn = (from: number, to: number | null, needsAnswer = true): WaitingTurn => ({
      ...ids,
      startedAt: later(monday, from * minute),
      stoppedAt: to === null ? null : later(monday, to * minute),
      needsAnswer,
    });
    const samples = replySamplesOf([turn(5, 9), turn(0, 5), turn(2, 7, false), turn(3, null), turn(9, 20)]);
    expect(samples.map(({ queueAtStart }) => queueAtStart)).toEqual([0, 2, 2, 1]);
  });

  it('has names', () => {
    expect([0, 3, 10, 30].map(queueBandOf)).toEqual(['calm', 'usual', 'busy', 'long']);
  });
});

describe('the advised time', () => {
  it('is the order statistic of rank (n + 1) times the rate, rounded up', () => {
    expect(advise(hundred)).toMatchObject({ n: 99, step: { unit: 'minute', amount: 90 }, level: 'queue' });
    expect(advise(hundred, {}, { rate: 0.5 })?.step.amount).toBe(50);
  });

  it('counts who waits longer already as beyond it, and leaves out who has not waited so long', () => {
    const waiting = (minutes: number) =>
      Array.from({ length: 20 }, () => sample(later(monday, 7 * day - minutes * minute), null));
    const now = later(monday, 7 * day);
    const anyMoment = { channel: 'none' };
    expect(advise([...hundred, ...waiting(10)], anyMoment, { now })?.step.amount).toBe(90);
    expect(advise([...hundred, ...waiting(7_200)], anyMoment, { now })).toBeNull();
    expect(advise([...hundred, ...waiting(7_200)], anyMoment, { now, rate: 0.8 })?.step.amount).toBe(100);
  });

  it('is counted in working days beyond 24 hours', () => {
    const friday = new Date('2026-03-06T15:00:00Z');
    const samples = Array.from({ length: 40 }, () => sample(friday, 70 * 60));
    const advice = advise(samples, { at: friday });
    expect(advice).toMatchObject({ step: { unit: 'workingDay', amount: 1 }, keptShare: 1 });
    expect(advice?.dueAt.toISOString()).toBe('2026-03-09T16:00:00.000Z');
  });

  it('is not given from too few cases, nor when nothing would be kept', () => {
    expect(advise(hundred.slice(0, 29))).toBeNull();
    expect(advise(Array.from({ length: 40 }, () => sample(monday, null)))).toBeNull();
  });

  it.each([
    ['queue', { queue: 1 }],
    ['hour', { queue: 50 }],
    ['dayKind', { at: later(monday, day) }],
    ['openState', { at: later(monday, 5 * 60 * minute) }],
    ['channel', { at: later(monday, 12 * 60 * minute) }],
    ['all', { channel: 'x' }],
  ])('comes from the narrowest group that is large enough: %s', (level, moment) => {
    expect(advise(hundred, moment)?.level).toBe(level);
  });
});

describe('private and public messages', () => {
  const kind = (visibility: 'private' | 'public', count: number, minutes: (at: number) => number) =>
    Array.from({ length: count }, (_, at) => sample(monday, minutes(at), { visibility }));
  const fast = kind('private', 60, (at) => at + 1);

  it('are told apart where their times differ, and stand together where nobody asks for a kind', () => {
    const both = [...fast, ...kind('public', 60, (at) => 200 + at)];
    expect(advise(both, { visibility: 'private' })).toMatchObject({
      visibility: 'private',
      n: 60,
      step: { amount: 60 },
    });
    expect(advise(both, { visibility: 'public' })).toMatchObject({
      visibility: 'public',
      n: 60,
      step: { amount: 270 },
    });
    expect(advise(both)).toMatchObject({ visibility: null, n: 120 });
  });

  it('stand together where they are answered alike: more cases, narrower groups', () => {
    const alike = [...fast, ...kind('public', 60, (at) => at + 1)];
    expect(advise(alike, { visibility: 'public' })).toMatchObject({ visibility: null, n: 120, level: 'queue' });
  });

  it('of which too few are known take the whole channel, and the other kind does not', () => {
    const few = [...fast, ...kind('public', 5, (at) => 2_000 + at)];
    expect(advise(few, { visibility: 'public' })).toMatchObject({ visibility: null, n: 65, level: 'queue' });
    expect(advise(few, { visibility: 'private' })).toMatchObject({ visibility: 'private', n: 60 });
  });

  it('first widen the group, and only then take the other kind', () => {
    const spread = Array.from({ length: 40 }, () => sample(monday, 300, { visibility: 'public' }));
    const friday = { at: later(monday, 4 * day), visibility: 'public' };
    expect(advise([...fast, ...spread], friday)).toMatchObject({ visibility: 'public', level: 'dayKind' });
  });
});

describe('whether times differ', () => {
  const random = seeded(7);
  const draw = (count: number, scale: number) => Array.from({ length: count }, () => -Math.log(1 - random()) * scale);

  it('is seldom said of the same distribution, and nearly always of one twice as long', () => {
    const rounds = Array.from({ length: 200 }, () => [draw(80, 1), draw(120, 1), draw(120, 2)] as const);
    expect(rounds.filter(([a, b]) => timesDiffer(a, b)).length).toBeLessThan(25);
    expect(rounds.filter(([a, , c]) => timesDiffer(a, c)).length).toBeGreaterThan(170);
    expect(timesDiffer([], [1, 2])).toBe(false);
  });
});

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Customers of `days` days: busier at noon, slower in the weekend, at night and behind a queue. */
function traffic(seed: number, days: number): WaitingTurn[] {
  const random = seeded(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const turns: WaitingTurn[] = [];
  let waiting: number[] = [];
  const start = new Date('2026-02-02T00:00:00Z');
  for (let at = start.getTime(); at < start.getTime() + days * day;) {
    const hour = new Date(at).getUTCHours();
    const weekend = [0, 6].includes(new Date(at).getUTCDay());
    const perHour = (hour < 7 ? 1 : 7 + 5 * Math.sin(((hour - 7) / 16) * Math.PI)) * (weekend ? 0.6 : 1);
    at += (-Math.log(1 - random()) / perHour) * 60 * minute;
    const now = at;
    waiting = waiting.filter((until) => until > now);
    const median = (hour < 7 ? 200 : 25) * (weekend ? 1.8 : 1) * (1 + 0.03 * waiting.length);
    const stop = at + median * Math.exp(0.6 * normal()) * minute;
    waiting.push(stop);
    turns.push({ ...ids, startedAt: new Date(at), stoppedAt: new Date(stop), needsAnswer: true });
  }
  return turns;
}

describe('backtest', () => {
  it.each([1, 2, 3])(
    'advice from 30 days keeps nine of ten within five percent on the next 10 (traffic %i)',
    (seed) => {
      const samples = replySamplesOf(traffic(seed, 40));
      const now = new Date('2026-03-04T00:00:00Z');
      const known = samples
        .filter(({ startedAt }) => startedAt < now)
        .map((each) => (each.answeredAt && each.answeredAt > now ? { ...each, answeredAt: null } : each));
      const later = samples.filter(({ startedAt }) => startedAt >= now);
      const groups = adviceGroupsOf(known, () => hours);
      const kept = later.filter(({ channel, startedAt, answeredAt, queueAtStart }) => {
        const moment = { channel, visibility: null, at: startedAt, queue: queueAtStart, hours };
        const advice = adviseAt(groups, moment, { rate: 0.9, minimum: 30, now });
        return advice !== null && answeredAt !== null && answeredAt <= stepDueAt(advice.step, startedAt, hours);
      }).length;
      expect(later.length).toBeGreaterThan(500);
      expect(kept / later.length).toBeGreaterThan(0.85);
      expect(kept / later.length).toBeLessThan(0.95);
    },
  );
});

import { describe, expect, it } from 'vitest';
import { contradictionsOf } from '#shared/advice/contradictions.ts';
import type { PresentSituation } from '#shared/advice/contradictions.ts';
import { keptShareOf } from '#shared/advice/kept-share.ts';
import { wilsonInterval } from '#shared/advice/wilson-interval.ts';
import { defaultOpeningHours as hours } from '#shared/time/opening-hours.ts';

const [minute, hour] = [60_000, 3_600_000];
const monday = new Date('2026-03-02T09:00:00Z');
const later = (ms: number): Date => new Date(monday.getTime() + ms);
const situation = (rest: Partial<PresentSituation> = {}): PresentSituation => ({
  now: monday,
  hours,
  vagueMaxMs: 24 * hour,
  rate: 0.9,
  advised: { unit: 'minute', amount: 120 },
  normMs: 24 * hour,
  shareWithin: () => 1,
  others: [],
  ...rest,
});
const codes = (text: string, rest: Partial<PresentSituation> = {}) =>
  contradictionsOf(text, situation(rest)).map(({ code }) => code);

describe('a simulated text', () => {
  const of = (text: string, answers: readonly (number | null)[]) =>
    keptShareOf(
      text,
      answers.map((minutes, at) => ({
        conversationId: String(at),
        accountId: 'a',
        channel: 'messenger',
        visibility: 'private' as const,
        startedAt: later(at * minute),
        answeredAt: minutes === null ? null : later((at + minutes) * minute),
        queueAtStart: 0,
      })),
      { now: later(2 * hour), hoursOf: () => hours, vagueMaxMsOf: () => hour },
    );

  it('is held against every answer that came, and against those who still wait past it', () => {
    const result = of('Je krijgt binnen een uur antwoord.', [59, 60, 61, null]);
    expect(result).toMatchObject({ n: 4, kept: 2, share: 0.5, notYetDue: 0 });
    expect(result.misses.map(({ sample, lateByMs }) => [sample.conversationId, lateByMs])).toEqual([
      ['3', 57 * minute],
      ['2', minute],
    ]);
  });

  it('leaves out who still waits in time', () => {
    expect(of('Je krijgt vandaag antwoord.', [10, null])).toMatchObject({ n: 1, kept: 1, notYetDue: 1 });
  });

  it('says when it promises nothing, and gives a vague one its house meaning', () => {
    expect(of('Wat een mooie foto!', [10, 10])).toMatchObject({ n: 0, share: null, withoutPromise: 2 });
    expect(of('We reageren zo snel mogelijk.', [30, 90])).toMatchObject({ n: 2, kept: 1 });
  });

  it('lists the latest fifty misses and counts all', () => {
    const result = of(
      'Je krijgt binnen 5 minuten antwoord.',
      Array.from({ length: 60 }, () => 6),
    );
    expect(result.n).toBe(60);
    expect(result.misses).toHaveLength(50);
    expect(result.misses[0]?.sample.conversationId).toBe('59');
  });

  it('comes with Wilson’s interval', () => {
    const { low, high } = wilsonInterval(71, 100);
    expect(low).toBeCloseTo(0.6146, 3);
    expect(high).toBeCloseTo(0.7899, 3);
    expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
  });
});

describe('a text against the present', () => {
  it('is fine when it can be kept', () => {
    expect(codes('Je krijgt binnen 2 uur antwoord.')).toEqual([]);
    expect(codes('Wat een mooie foto!')).toEqual([]);
    expect(codes('Je krijgt vandaag antwoord.')).toEqual([]);
  });

  it.each([
    ['vague words', 'We reageren zo snel mogelijk.', {}, ['vague']],
    ['a deadline in the evening', 'Je krijgt binnen 9 uur antwoord.', {}, ['dueWhenClosed']],
    ['today, after closing', 'Je krijgt vandaag antwoord.', { now: later(9 * hour) }, ['todayWhileClosed']],
    ['a time that is rarely kept', 'Je krijgt binnen 1 uur antwoord.', { shareWithin: () => 0.4 }, ['rarelyKept']],
    [
      'an hour on a holiday',
      'Je krijgt binnen 24 uur antwoord.',
      { now: new Date('2026-04-05T10:00:00Z') },
      ['dueOnClosure'],
    ],
    [
      'a day that is closed once',
      'Je krijgt binnen 24 uur antwoord.',
      { hours: { ...hours, closures: [{ date: '2026-03-03', reason: 'teamdag' }] } },
      ['dueOnClosure'],
    ],
  ])('contradicts: %s', (_name, text, rest, expected) => {
    expect(codes(text, rest)).toEqual(expected);
  });

  it('advises the wording, another channel, or a callback when none is within its norm', () => {
    const text = 'We reageren zo snel mogelijk.';
    const remedy = (rest: Partial<PresentSituation>) => contradictionsOf(text, situation(rest))[0]?.remedy;
    expect(remedy({})).toEqual({ kind: 'adjust', wording: { nl: 'binnen 2 uur', en: 'within 2 hours' } });
    const step = { unit: 'minute', amount: 30 } as const;
    const others = [{ channel: 'whatsapp', step, normMs: hour }];
    expect(remedy({ normMs: hour, others })).toMatchObject({ kind: 'otherChannel', channel: 'whatsapp' });
    expect(remedy({ normMs: hour })).toEqual({ kind: 'callback' });
    // At night no channel is quicker and nobody can call.
    expect(remedy({ normMs: hour, others, now: later(12 * hour) })).toMatchObject({ kind: 'adjust' });
    expect(remedy({ advised: null })).toBeNull();
  });
});

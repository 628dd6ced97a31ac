import { render, screen } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { formatDuration, formatRunningClock, formatShortDuration } from '#client/lib/durations.ts';
import { LanguageProvider } from '#client/lib/i18n/LanguageProvider.tsx';
import { nl } from '#client/lib/i18n/nl.ts';
import { setServerPresent } from '#client/lib/present.ts';
import { PromiseBadge, standingOf } from '#client/ui/PromiseBadge.tsx';
import type { PromiseForBadge } from '#client/ui/PromiseBadge.tsx';

const now = new Date('2016-08-12T10:00:00.000Z');
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

function promiseDue(inMs: number, change: Partial<PromiseForBadge> = {}): PromiseForBadge {
  const dueAt = new Date(now.getTime() + inMs).toISOString();
  return { state: 'open', dueAt, settledAt: null, lateByMs: null, wording: { text: 'z.s.m.' }, ...change };
}

function standing(promise: PromiseForBadge) {
  return standingOf(promise, now, nl, 'nl');
}

beforeEach(() => {
  localStorage.clear();
});

describe('the standing of a promise', () => {
  test('an open one counts down, and warns in its last hour', () => {
    expect(standing(promiseDue(3 * 60 * minuteMs))).toEqual({ tone: 'open', status: 'nog 3 u' });
    expect(standing(promiseDue(42 * minuteMs))).toEqual({ tone: 'soon', status: 'nog 42 min' });
  });

  test('an open one past its deadline is late before the server says so', () => {
    expect(standing(promiseDue(-5 * minuteMs))).toEqual({ tone: 'missed', status: '5 min te laat' });
  });

  test('a missed one that nobody answered yet gets later by the day', () => {
    const missed = promiseDue(-21 * dayMs, { state: 'missed', lateByMs: 1 });
    expect(standing(missed)).toEqual({ tone: 'missed', status: '21 d te laat' });
  });

  test('a missed one that was answered late keeps its lateness', () => {
    const settled = promiseDue(-21 * dayMs, { state: 'missed', settledAt: now.toISOString(), lateByMs: 2 * dayMs });
    expect(standing(settled)).toEqual({ tone: 'missed', status: '2 d te laat' });
  });

  test.each([
    ['kept', 'kept', 'nagekomen'],
    ['superseded', 'gone', 'vervangen'],
    ['withdrawn', 'gone', 'ingetrokken'],
  ] as const)('a %s one says so', (state, tone, status) => {
    expect(standing(promiseDue(-minuteMs, { state, settledAt: now.toISOString() }))).toEqual({ tone, status });
  });
});

describe('the badge', () => {
  test('shows the words the customer saw and the time by the server clock, in the chosen language', () => {
    localStorage.setItem('woordhouder.language', 'en');
    setServerPresent(now.toISOString());
    render(
      <LanguageProvider>
        <PromiseBadge promise={promiseDue(42 * minuteMs + 30_000)} />
      </LanguageProvider>,
    );
    const badge = screen.getByTestId('promise-badge');
    expect(badge.textContent).toContain('z.s.m.');
    expect(badge.textContent).toContain('42 min left');
    expect(badge.querySelector('svg')).not.toBeNull();
  });
});

describe('lengths of time', () => {
  test.each([
    [59_000, '59 s', '59 s'],
    [42 * minuteMs, '42 min', '42 min'],
    [65 * minuteMs, '1 u 05 min', '1 u'],
    [120 * minuteMs, '2 u', '2 u'],
    [dayMs + 4 * 60 * minuteMs, '1 d 4 u', '1 d'],
    [21 * dayMs + 4 * 60 * minuteMs, '21 d', '21 d'],
  ])('%i ms is "%s", short "%s"', (ms, long, short) => {
    expect(formatDuration(ms, 'nl')).toBe(long);
    expect(formatShortDuration(-ms, 'nl')).toBe(short);
  });

  test('a running clock shows seconds', () => {
    expect(formatRunningClock(42 * minuteMs + 5_000)).toBe('0:42:05');
    expect(formatRunningClock(3 * dayMs + 61_000)).toBe('3 d 00:01:01');
  });
});

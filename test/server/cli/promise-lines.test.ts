import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

import { describe, expect, it } from 'vitest';

import { createPromiseLineReader } from '#server/cli/promise-lines.ts';
import { readPromiseLines } from '#server/cli/read-promise-lines.ts';

const at = '2026-11-23T09:30:00+01:00';

type Answer = { readonly promises?: readonly Record<string, unknown>[]; readonly error?: string };

function answer(line: unknown): Answer {
  const { output } = createPromiseLineReader().read(typeof line === 'string' ? line : JSON.stringify(line));
  return JSON.parse(output) as Answer;
}

function dueOf(hours: unknown): unknown {
  return answer({ text: 'Je krijgt morgen antwoord.', at, hours }).promises?.[0]?.dueAt;
}

describe('promises on the command line', () => {
  it('answers with kind, act, words, place, deadline and confidence', () => {
    expect(answer({ text: 'Hoi! We bellen u morgen vóór vijven.', at })).toEqual({
      promises: [
        {
          kind: 'explicit',
          act: 'call',
          words: 'morgen vóór vijven',
          start: 17,
          end: 35,
          dueAt: '2026-11-24T16:00:00.000Z',
          confidence: 0.95,
        },
      ],
    });
    expect(answer({ text: 'Tot morgen!', at })).toEqual({ promises: [] });
  });

  it('takes a moment without an offset for local time in the zone', () => {
    const line = { text: 'We reply within an hour.', at: '2026-11-23T09:30:00', zone: 'America/New_York', lang: 'en' };
    expect(answer(line).promises?.[0]?.dueAt).toBe('2026-11-23T15:30:00.000Z');
  });

  it.each([
    ['by name', { tue: ['09:00-12:00', '13:00-20:00'] }],
    ['by long name, from and to', { tuesday: [{ from: '9:00', to: '20:00' }] }],
    ['by Dutch name, one interval', { dinsdag: '09.00-20.00' }],
    ['entries', [{ day: 2, from: '09:00', to: '20:00' }]],
    ['entries with days', [{ days: ['mon', 'tue'], open: '09:00', close: '20:00' }]],
    ['triples', [[2, '09:00', '20:00']]],
    ['seven lists', [[], [['09:00', '20:00']], [], [], [], [], []]],
  ])('reads hours written as %s', (_form, hours) => {
    expect(dueOf(hours)).toBe('2026-11-24T19:00:00.000Z');
  });

  it.each([
    ['no JSON', 'no JSON at all', /no JSON/],
    ['no object', '[1]', /no JSON object/],
    ['no text', { at }, /text is missing/],
    ['no moment', { text: 'x' }, /at must be an ISO moment/],
    ['an impossible moment', { text: 'x', at: '2026-13-40T09:00:00Z' }, /no moment/],
    ['an unknown zone', { text: 'x', at, zone: 'Europe/Nergens' }, /no time zone "Europe\/Nergens"/],
    ['an unknown language', { text: 'x', at, lang: 'fr' }, /lang must be/],
    ['overlapping hours', { text: 'x', at, hours: { mon: ['09:00-12:00', '11:00-13:00'] } }, /monday overlap/],
    ['an empty interval', { text: 'x', at, hours: { mon: ['09:00-09:00'] } }, /monday is empty/],
    ['never open', { text: 'x', at, hours: {} }, /no open interval/],
    ['an unknown day', { text: 'x', at, hours: { someday: ['09:00-12:00'] } }, /is no day/],
  ])('says what is wrong with %s', (_fault, line, message) => {
    expect(answer(line).error).toMatch(message);
  });

  it('answers in order, across chunk borders, and ends with 3 when a line was bad', async () => {
    const lines = Array.from({ length: 300 }, (_, index) =>
      index === 7 ? '{' : JSON.stringify({ text: `Vraag ${String(index)}: één werkdag`, at }),
    );
    const bytes = Buffer.from(`${lines.join('\r\n')}\n\n`);
    const pieces = Array.from({ length: Math.ceil(bytes.length / 61) }, (_, index) =>
      bytes.subarray(index * 61, index * 61 + 61),
    );
    const output = new PassThrough();
    const written = text(output);
    const code = await readPromiseLines(Readable.from(pieces), output);
    output.end();
    const answers = (await written).trimEnd().split('\n');
    expect(code).toBe(3);
    expect(answers).toHaveLength(300);
    expect(answers.flatMap((line, index) => (line.startsWith('{"error"') ? index : []))).toEqual([7]);
    expect(await readPromiseLines(Readable.from([Buffer.from(lines[0] ?? '')]), new PassThrough().resume())).toBe(0);
  });
});

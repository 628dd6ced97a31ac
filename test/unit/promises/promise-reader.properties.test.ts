import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readPromises } from '#shared/promises/promise-reader.ts';
import type { PromiseContext } from '#shared/promises/promise-reader.ts';
import { defaultOpeningHours } from '#shared/time/opening-hours.ts';

import { clockCases, dayCases, durationCases, noneCases, vagueCases } from './promise-sentences.data.ts';

const texts = [...durationCases, ...dayCases, ...clockCases, ...vagueCases, ...noneCases].map(({ text }) => text);
const fragments = texts.flatMap((text) => text.split(' '));

const anyContext: fc.Arbitrary<PromiseContext> = fc
  .integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2030, 0, 1) })
  .map((ms) => ({ madeAt: new Date(ms), hours: defaultOpeningHours, vagueMaxMs: 86_400_000 }));

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(fc.constantFrom(...fragments, '\n', '\u00a0', '👍🏽', '>', '"', 'İ', 'ﬁ', '\ud800'), { maxLength: 60 })
    .map((words) => words.join(' ')),
  fc.array(fc.constantFrom(...texts), { maxLength: 6 }).map((sentences) => sentences.join('\n')),
);

describe('promise reader, for all texts', () => {
  it('never throws, gives exact ordered offsets and deadlines after the promise', () => {
    fc.assert(
      fc.property(anyText, anyContext, (text, context) => {
        const readings = readPromises(text, context);
        readings.forEach((reading, index) => {
          expect(reading.wording.length).toBeGreaterThan(0);
          expect(text.slice(reading.start, reading.end)).toBe(reading.wording);
          expect(reading.start).toBeGreaterThanOrEqual(readings[index - 1]?.start ?? 0);
          expect(reading.dueAt.getTime()).toBeGreaterThan(context.madeAt.getTime());
          expect(reading.confidence).toBeGreaterThanOrEqual(0);
          expect(reading.confidence).toBeLessThanOrEqual(1);
        });
      }),
      { numRuns: 400 },
    );
  });

  it('works for a calendar that is never open', () => {
    const hours = { ...defaultOpeningHours, versions: [] };
    for (const text of texts) {
      const context = { madeAt: new Date('2026-11-23T08:30:00Z'), hours, vagueMaxMs: 3_600_000 };
      expect(() => readPromises(text, context)).not.toThrow();
    }
  });

  it('takes time in proportion to the length of a text without sentence ends', () => {
    const context = { madeAt: new Date('2026-11-23T08:30:00Z'), hours: defaultOpeningHours, vagueMaxMs: 3_600_000 };
    const quickestMs = (times: number): number => {
      const text = 'we nemen morgen en '.repeat(times);
      const tries = Array.from({ length: 5 }, () => {
        // CPU time, so that other work on the machine does not count.
        const before = process.cpuUsage();
        readPromises(text, context);
        const { user, system } = process.cpuUsage(before);
        return (user + system) / 1000;
      });
      return Math.min(...tries);
    };
    quickestMs(100);
    // Ten times the text: a reader that looks back over all of it would need a hundred times the time.
    expect(quickestMs(2_000) / quickestMs(200)).toBeLessThan(50);
  });
});

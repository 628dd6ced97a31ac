import { describe, expect, it } from 'vitest';

import { readPromises } from '#shared/promises/promise-reader.ts';
import type { PromiseReading } from '#shared/promises/promise-reader.ts';
import { defaultOpeningHours } from '#shared/time/opening-hours.ts';
import { instantOf, localDateOf, localTimeOf } from '#shared/time/zoned-time.ts';

import {
  clockCases,
  dayCases,
  defaultMade,
  durationCases,
  noneCases,
  severalCases,
  vagueCases,
  wholeReplyCases,
} from './promise-sentences.data.ts';
import type { SentenceCase } from './promise-sentences.data.ts';

const zone = 'Europe/Amsterdam';
const hourMs = 3_600_000;

function instant(local: string): Date {
  return instantOf(local.slice(0, 10), local.slice(11), zone);
}

function read(text: string, made = defaultMade): PromiseReading[] {
  return readPromises(text, { madeAt: instant(made), hours: defaultOpeningHours, vagueMaxMs: 24 * hourMs });
}

function outcome(reading: PromiseReading): string {
  if (reading.kind === 'vague') return 'vague';
  return `${localDateOf(reading.dueAt, zone)} ${localTimeOf(reading.dueAt, zone)}`;
}

function expected({ due }: SentenceCase): readonly (string | null)[] {
  if (due === null) return [];
  return typeof due === 'string' ? [due] : due;
}

const families: Readonly<Record<string, readonly SentenceCase[]>> = {
  durations: durationCases,
  'days and dates': dayCases,
  'times on the clock': clockCases,
  'vague promises': vagueCases,
  'no promise': noneCases,
  'several clauses': severalCases,
  'whole replies': wholeReplyCases,
};

for (const [family, cases] of Object.entries(families)) {
  describe(family, () => {
    it.each(cases.map((sentence) => [sentence.made ?? '', sentence.text, sentence] as const))(
      '%s %s',
      (_made, text, sentence) => {
        const readings = read(text, sentence.made);
        expect(readings.map(outcome)).toEqual(expected(sentence));
        for (const reading of readings) {
          expect(text.slice(reading.start, reading.end)).toBe(reading.wording);
          expect(reading.confidence).toBeGreaterThan(0);
          expect(reading.confidence).toBeLessThanOrEqual(1);
        }
        if (sentence.wording !== undefined) expect(readings[0]?.wording).toBe(sentence.wording);
      },
    );
  });
}

import { describe, expect, it } from 'vitest';
import {
  fillStepSlots,
  hasStepSlot,
  minuteStepOf,
  promiseSteps,
  stepDueAt,
  stepSentence,
  stepWording,
  workingDaysFor,
} from '#shared/advice/promise-steps.ts';
import { readPromises } from '#shared/promises/promise-reader.ts';
import { defaultOpeningHours as hours } from '#shared/time/opening-hours.ts';

const minute = 60_000;
/** Monday morning, Wednesday night, Friday afternoon before a Monday holiday, Sunday noon. */
const moments = ['2026-03-02T09:17:23Z', '2026-03-04T22:40:00Z', '2026-04-03T13:59:00Z', '2026-03-08T11:00:00Z'];

describe('the words of every step', () => {
  it.each(['nl', 'en'] as const)('are read back as exactly its deadline (%s)', (language) => {
    for (const step of promiseSteps) {
      for (const madeAt of moments.map((at) => new Date(at))) {
        const text = `Bedankt! ${stepSentence(step)[language]}`;
        const read = readPromises(text, { madeAt, hours, vagueMaxMs: 1 });
        expect
          .soft(
            read.map(({ kind, act, dueAt }) => ({ kind, act, dueAt })),
            `${text} ${madeAt.toISOString()}`,
          )
          .toEqual([{ kind: 'explicit', act: 'reply', dueAt: stepDueAt(step, madeAt, hours) }]);
      }
    }
  });

  it('stand in slots', () => {
    expect(hasStepSlot('Je krijgt {termijn} antwoord.')).toBe(true);
    expect(hasStepSlot('Je krijgt vandaag antwoord.')).toBe(false);
    const step = { unit: 'minute', amount: 150 } as const;
    expect(fillStepSlots('Antwoord {Termijn}; reply {deadline}.', step)).toBe(
      'Antwoord binnen 2,5 uur; reply within 2.5 hours.',
    );
  });
});

describe('rounding', () => {
  it.each([
    [1, 'binnen 5 minuten'],
    [26, 'binnen 30 minuten'],
    [31, 'binnen 40 minuten'],
    [59, 'binnen 1 uur'],
    [121, 'binnen 2,5 uur'],
    [481, 'binnen 9 uur'],
    [1440, 'binnen 24 uur'],
  ])('goes up to a time that people say: %i minutes', (minutes, words) => {
    const step = minuteStepOf(minutes * minute);
    expect(step && stepWording(step).nl).toBe(words);
  });

  it('leaves calendar time beyond a day to working days', () => {
    expect(minuteStepOf(1441 * minute)).toBeNull();
    const friday = new Date('2026-03-06T15:00:00Z');
    expect(workingDaysFor(friday, new Date('2026-03-09T15:59:00Z'), hours)).toBe(1);
    expect(workingDaysFor(friday, new Date('2026-03-09T16:01:00Z'), hours)).toBe(2);
    expect(workingDaysFor(friday, new Date('2026-06-09T16:01:00Z'), hours)).toBeNull();
  });
});

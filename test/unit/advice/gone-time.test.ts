import { describe, expect, it } from 'vitest';
import { contradictionsOf } from '#shared/advice/contradictions.ts';
import { goneTimeIn } from '#shared/advice/gone-time.ts';
import { readPromises } from '#shared/promises/promise-reader.ts';
import { defaultOpeningHours as hours } from '#shared/time/opening-hours.ts';

/** A Wednesday, 15:00 in Amsterdam. */
const now = new Date('2026-03-04T14:00:00Z');
const day = 86_400_000;

function goneWords(text: string, at = now): string | null {
  const gone = goneTimeIn(text, readPromises(text, { madeAt: at, hours, vagueMaxMs: day }), at, hours.timeZone);
  return gone && text.slice(gone.start, gone.end);
}

describe('a promised time that was over when it was written', () => {
  it.each([
    ['Je krijgt vandaag voor 9:00 antwoord.', 'vandaag voor 9:00'],
    ['Je krijgt voor 10:00 antwoord.', 'voor 10:00'],
    ['You will hear from us by 9 am today.', 'by 9 am today'],
    ['Je krijgt uiterlijk 4 maart om 10:00 antwoord.', 'uiterlijk 4 maart om 10:00'],
    ['Je krijgt uiterlijk 2 maart antwoord.', 'uiterlijk 2 maart'],
    ['Je krijgt uiterlijk maandag 2 maart antwoord.', 'uiterlijk maandag 2 maart'],
    ['Je hoort voor 1 februari 2020 van ons.', 'voor 1 februari 2020'],
    ['We bellen je uiterlijk 3-3-2026 terug.', 'uiterlijk 3-3-2026'],
    ['You will hear from us by March 2, 2026.', 'by March 2, 2026'],
  ])('is pointed at: %s', (text, words) => {
    expect(goneWords(text)).toBe(words);
  });

  it.each([
    'Je krijgt vandaag voor 17:00 antwoord.',
    'Je krijgt tussen 14:00 en 16:00 antwoord.',
    // Four in the afternoon, to most people.
    'Je krijgt vandaag voor 4:00 antwoord.',
    'You will hear from us by 4 pm.',
    'Je krijgt morgen voor 9:00 antwoord.',
    'Je krijgt binnen 10 minuten antwoord.',
    'Je krijgt uiterlijk 2 april antwoord.',
    'Op je bericht van 2 maart krijg je zo snel mogelijk antwoord.',
    'We antwoorden vandaag, we zijn open van 9:00 tot 17:00.',
    'We hadden je voor 2 maart moeten antwoorden. Je hoort morgen van ons.',
  ])('is not seen in: %s', (text) => {
    expect(goneWords(text)).toBeNull();
  });

  it('may be of last year, but a date long gone without a year is still to come', () => {
    const newYear = new Date('2026-01-03T10:00:00Z');
    expect(goneWords('Je krijgt uiterlijk 28 december antwoord.', newYear)).toBe('uiterlijk 28 december');
    expect(goneWords('Je krijgt uiterlijk 28 juni antwoord.', newYear)).toBeNull();
  });

  it('is what speaks against an automatic reply, in both languages and with other words to use', () => {
    const situation = { now, hours, vagueMaxMs: day, rate: 0.9, normMs: day, shareWithin: () => 0, others: [] };
    const advised = { unit: 'minute', amount: 120 } as const;
    expect(contradictionsOf('Je krijgt vandaag voor 12:00 antwoord.', { ...situation, advised })).toEqual([
      {
        code: 'timeGone',
        words: {
          nl: '“vandaag voor 12:00” is op dit moment al voorbij.',
          en: '“vandaag voor 12:00” has already passed at this moment.',
        },
        remedy: { kind: 'adjust', wording: { nl: 'binnen 2 uur', en: 'within 2 hours' } },
      },
    ]);
  });
});

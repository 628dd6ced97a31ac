import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { additionsOf, brandWordFault, phraseKey, type BrandWord } from '#shared/emotion/brand-words.ts';
import { analyse, baseBook, compileBook, extend } from '#shared/emotion/cues.ts';

const words: readonly BrandWord[] = [
  { language: 'nl', code: 'failure', phrase: 'Kwispelkaart' },
  { language: 'nl', code: 'frustration', phrase: 'weer dat kwispelen' },
  { language: 'en', code: 'joy', phrase: 'wobblefest' },
];
const book = compileBook(extend(baseBook, additionsOf(words)));

function brandCuesOf(text: string): [string, string[]][] {
  return analyse(text, {}, book)
    .cues.filter(({ ruleId }) => ruleId.startsWith('brand.'))
    .map(({ code, spans }) => [code, spans.map((span) => span.text)]);
}

describe('words of a brand', () => {
  it.each([
    ['Mijn KWISPELKAART ligt hier.', [['failure', ['KWISPELKAART']]]],
    ['Twee kwispelkaarten en een kwispelkaartje.', [['failure', ['kwispelkaarten', 'kwispelkaartje']]]],
    ['Ik zie wéér dat kwispelen op straat.', [['frustration', ['wéér dat kwispelen']]]],
    ['Dat kwispelen zie ik.', []],
    ['Ik heb geen kwispelkaart.', []],
    ['Ik heb niet die kwispelkaart.', []],
    ['We went to the Wobblefest with the whole family.', [['joy', ['Wobblefest']]]],
  ])('are found as they stand, with plurals, and not where they are denied: %s', (text, expected) => {
    expect(brandCuesOf(text)).toEqual(expected);
  });

  it('say that they are the brand’s own', () => {
    const [cue] = analyse('Een kwispelkaart.', {}, book).cues;
    expect(cue?.why.nl).toContain('jullie eigen woorden');
  });

  it('are the same to the detector whatever case, accents and lengthened letters', () => {
    expect(phraseKey('  Kwíspelkaart')).toBe(phraseKey('kwispelkaart'));
    expect(phraseKey('kaart.*')).toBe('');
  });

  it('can be anything that passes the check: it compiles, and what it marks lies in the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme', maxLength: 70 }), fc.stringMatching(/^[a-zé' -]{1,40}$/u)),
        (phrase) => {
          if (brandWordFault({ language: 'nl', code: 'money', phrase }) !== null) return;
          const own = compileBook(
            extend(baseBook, additionsOf([{ language: 'nl', code: 'money', phrase: phrase.trim() }])),
          );
          const text = `Kijk eens: ${phrase} hier`;
          const cue = analyse(text, { language: 'nl' }, own).cues.find(({ code }) => code === 'money');
          for (const { start, end, text: said } of cue?.spans ?? []) expect(text.slice(start, end)).toBe(said);
        },
      ),
      { numRuns: 12 },
    );
  });
});

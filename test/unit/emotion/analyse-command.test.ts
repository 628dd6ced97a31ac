import { PassThrough, Readable } from 'node:stream';
import { text as readAll } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseLine, analyseLines } from '#server/cli/analyse-command.ts';
import { reportOf } from '#shared/emotion/cue-report.ts';
import type { CueReport } from '#shared/emotion/cue-report.ts';
import { analyse, baseBook, compileBook, extend } from '#shared/emotion/cues.ts';

const answerTo = (line: unknown): CueReport => JSON.parse(analyseLine(JSON.stringify(line))) as CueReport;
const codesOf = (text: string): string[] => answerTo({ text }).cues.map(({ code }) => code);

async function answersTo(chunks: readonly (string | Buffer)[]): Promise<string[]> {
  const output = new PassThrough();
  const written = readAll(output);
  await analyseLines(Readable.from(chunks.map((chunk) => Buffer.from(chunk))), output);
  output.end();
  return (await written).split('\n').slice(0, -1);
}

describe('analyse on the command line', () => {
  it('prints language, polarity, judgement, signs with spans and the wish', () => {
    const text = 'Ik heb al drie keer gemaild en nog steeds geen antwoord! Graag mijn geld terug.';
    const report = answerTo({ text, channel: 'x' });

    expect(report).toMatchObject({ lang: 'nl', dissatisfaction: { yes: true }, wish: 'mijn geld terug' });
    expect(report.polarity).toBeLessThan(0);
    expect(report.cues.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['dissatisfaction', 'waiting', 'repeat_contact', 'wish']),
    );
    for (const { spans, ruleId, why } of report.cues) {
      expect([ruleId, why]).not.toContain('');
      for (const span of spans) expect(text.slice(span.start, span.end)).toBe(span.text);
    }
  });

  it.each([
    ['Ik wil niet meer leven.', 'safety'],
    ['Ik zie in mijn account de facturen van een andere klant.', 'data_leak'],
    ['Verwijder alle gegevens die jullie van mij hebben.', 'privacy_request'],
    ['Mijn BSN is 123456782.', 'sensitive_data'],
    ['Jullie chatbot snapt er niets van, ik krijg geen mens te pakken.', 'bot_loop'],
    ['Graag een reactie.', 'wish'],
  ])('finds in "%s" the sign %s', (text, code) => {
    expect(codesOf(text)).toContain(code);
  });

  it.each([
    'Hoe dien ik een klacht in?',
    'Wat is de wachttijd bij de balie?',
    'Ik werk als advocaat en wil graag een rekening openen, hoe gaat dat?',
    'Is diefstal gedekt in mijn verzekering?',
    'Where can I find the complaints form?',
    'How long does delivery take?',
  ])('leaves "%s" alone', (text) => {
    expect(codesOf(text).filter((code) => code !== 'wish')).toEqual([]);
  });

  it('answers in order, one line each, over any chunks, and names what is wrong with a line', async () => {
    const lines = [
      '{"text":"Kapot"}',
      '',
      'no json',
      '[1]',
      '{"text":1}',
      '{"text":"Top","lang":"de"}',
      '{"text":"Dank é"}',
    ];
    const whole = Buffer.from(lines.join('\n'));
    const bytes = Array.from(whole, (_, at) => whole.subarray(at, at + 1));

    for (const chunks of [[whole], bytes]) {
      const answers = (await answersTo(chunks)).map((line) => JSON.parse(line) as CueReport & { error?: string });
      expect(answers.map((answer) => 'error' in answer)).toEqual([false, true, true, true, true, false]);
      expect(answers[0]?.dissatisfaction.yes).toBe(true);
    }
  });

  it('keeps every span inside the text, for any text', () => {
    const pieces = fc.constantFrom(
      'nog steeds ',
      'geen\u200b antwoord',
      '\ud83d',
      '<p>',
      ':(',
      '😡',
      'NIET ',
      'z.s.m. ',
      '\u202e',
      '?!',
      'é',
      '\n\n',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 200 }),
          fc.array(pieces).map((all) => all.join('')),
        ),
        (text) => {
          for (const { spans } of reportOf(analyse(text)).cues) {
            for (const { start, end, text: words } of spans) {
              expect(start).toBeGreaterThanOrEqual(0);
              expect(end).toBeLessThanOrEqual(text.length);
              expect(text.slice(start, end)).toBe(words);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each(['niet ', 'a', '<', '😡', 'Al drie keer gemaild, nog steeds geen antwoord. '])(
    'reads 100,000 characters of "%s"',
    (piece) => {
      const { polarity, cues } = analyse(piece.repeat(Math.ceil(100_000 / piece.length)));

      expect(Math.abs(polarity)).toBeLessThanOrEqual(1);
      expect(cues.every(({ score }) => score < 1)).toBe(true);
    },
  );

  it('reads with the words and rules that a brand adds, or without one of ours', () => {
    const words = { nl: [{ cue: 'failure' as const, value: -0.5, weight: 0.8, words: 'kwispelstoring' }] };
    const book = compileBook(extend(baseBook, { words, without: ['nl.safety.violence'] }));

    expect(analyse('Een kwispelstoring hier.', {}, book).cues.map(({ ruleId }) => ruleId)).toContain('nl.word.failure');
    expect(analyse('Ik sla de boel kort en klein.', {}, book).cues.map(({ code }) => code)).not.toContain('safety');
  });
});

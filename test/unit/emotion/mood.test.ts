import { describe, expect, it } from 'vitest';
import { analyse } from '#shared/emotion/cues.ts';
import { moodOf, tensionOf } from '#shared/emotion/mood.ts';

const start = Date.UTC(2026, 10, 23, 9);
const calmFacts = { waitedMs: 0, contactMoments: 1, missedPromise: false };
const messagesOf = (texts: readonly string[]) =>
  texts.map((text, index) => ({
    id: `m${String(index)}`,
    sentAt: new Date(start + index * 3_600_000),
    cues: analyse(text).cues,
  }));

const polite = 'Goedemorgen, kunnen jullie mijn factuur opnieuw sturen?';
const upset = 'Belachelijk, nog steeds geen antwoord. Ik ben het zat!';
const thankful = 'Hartelijk bedankt, het is helemaal opgelost.';

describe('moodOf', () => {
  it.each([
    [[polite, upset], 'rising'],
    [[upset, thankful], 'calming'],
    [[polite, polite], 'steady'],
    [[polite], 'steady'],
    [[], 'steady'],
  ] as const)('reads the course of %j as %s', (texts, trend) => {
    expect(moodOf(messagesOf(texts), calmFacts).trend).toBe(trend);
  });

  it('lets a missed promise outrank polite words and says so', () => {
    const { trend, reason } = moodOf(messagesOf([polite, polite]), { ...calmFacts, missedPromise: true });

    expect(trend).toBe('rising');
    expect(reason.nl).toContain('belofte');
  });

  it('gives one point a message, between 0 and 1', () => {
    const { points } = moodOf(messagesOf([polite, upset, thankful]), {
      waitedMs: 1e9,
      contactMoments: 9,
      missedPromise: true,
    });

    expect(points.map(({ messageId }) => messageId)).toEqual(['m0', 'm1', 'm2']);
    expect(points.every(({ tension }) => tension >= 0 && tension <= 1)).toBe(true);
  });

  it('finds thanks less tense than silence and anger more', () => {
    expect(tensionOf([{ code: 'gratitude', score: 0.9 }])).toBeLessThan(tensionOf([]));
    expect(tensionOf([{ code: 'anger', score: 0.9 }])).toBeGreaterThan(tensionOf([]));
    expect(tensionOf([{ code: 'no such code', score: 1 }])).toBe(tensionOf([]));
  });
});

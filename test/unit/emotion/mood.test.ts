import { describe, expect, it } from 'vitest';
import { analyse } from '#shared/emotion/cues.ts';
import { contactMoodOf, moodOf, tensionOf } from '#shared/emotion/mood.ts';

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

describe('contactMoodOf', () => {
  const later = (texts: readonly string[], hours: number) =>
    messagesOf(texts).map((message) => ({
      ...message,
      sentAt: new Date(message.sentAt.getTime() + hours * 3_600_000),
    }));
  const calm = { id: 'c1', messages: messagesOf([polite, polite]) };
  const angry = { id: 'c2', messages: later([upset, upset], 100) };

  it('goes by the order of the conversations in time, not by that of the list', () => {
    const mood = contactMoodOf([angry, calm], calmFacts);
    expect(mood).toMatchObject({ trend: 'rising', conversations: 2 });
    expect(mood.points.map(({ conversationId }) => conversationId)).toEqual(['c1', 'c2']);
    expect(mood.reason.nl).toContain('gesprek');
    const thanked = { id: 'c3', messages: later([thankful], 200) };
    expect(contactMoodOf([calm, angry, thanked], calmFacts).trend).toBe('calming');
  });

  it('reads a single conversation by its messages, and leaves out those where the customer said nothing', () => {
    const alone = contactMoodOf(
      [
        { id: 'c1', messages: messagesOf([polite, upset]) },
        { id: 'c9', messages: [] },
      ],
      calmFacts,
    );
    expect(alone).toMatchObject({ trend: 'rising', conversations: 1 });
    expect(alone.points).toHaveLength(2);
    expect(contactMoodOf([], calmFacts)).toMatchObject({ trend: 'steady', conversations: 0, points: [] });
  });

  it('lets our own clocks outrank the words', () => {
    const mood = contactMoodOf([calm, { id: 'c4', messages: later([polite], 50) }], {
      ...calmFacts,
      missedPromise: true,
    });
    expect(mood.trend).toBe('rising');
    expect(mood.reason.nl).toContain('belofte');
  });
});

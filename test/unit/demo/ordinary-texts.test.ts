import { describe, expect, it } from 'vitest';
import { dutchTexts } from '#server/demo/ordinary-texts-nl.data.ts';
import { englishTexts } from '#server/demo/ordinary-texts-en.data.ts';
import { createSeededRandom } from '#server/demo/seeded-random.ts';
import { readPromises } from '#shared/promises/promise-reader.ts';
import { defaultOpeningHours } from '#shared/time/opening-hours.ts';
import { expectsReply, outgoingFacts } from '#shared/turns/message-facts.ts';

const madeAt = new Date('2026-09-09T09:41:00Z');
const promisesIn = (text: string): string[] =>
  readPromises(text, { madeAt, hours: defaultOpeningHours, vagueMaxMs: 86_400_000 }).map(({ wording }) => wording);

describe.each([
  ['Dutch', dutchTexts, 60, 40],
  ['English', englishTexts, 15, 14],
] as const)('%s everyday texts', (_name, texts, fewestOpenings, fewestAnswers) => {
  const openings = texts.exchanges.flatMap((exchange) => exchange.openings);
  const answers = texts.exchanges.flatMap((exchange) => [...exchange.answers, ...(exchange.more?.slice(1) ?? [])]);

  it('are many and all different', () => {
    expect(new Set(openings).size).toBe(openings.length);
    expect(new Set(answers).size).toBe(answers.length);
    expect(openings.length).toBeGreaterThanOrEqual(fewestOpenings);
    expect(answers.length).toBeGreaterThanOrEqual(fewestAnswers);
  });

  it('promise nothing in an answer, and exactly one thing in a promising one', () => {
    expect(answers.filter((text) => promisesIn(text).length > 0)).toEqual([]);
    for (const { promised } of texts.exchanges)
      if (promised !== undefined) expect(promisesIn(promised)).toHaveLength(1);
  });

  it('answer with substance', () => {
    expect(answers.filter((text) => !outgoingFacts(text, [], false).substantive)).toEqual([]);
  });

  it('give thanks that need no answer, and questions and chasers that do', () => {
    expect(texts.thanks.filter((text) => expectsReply(text, false))).toEqual([]);
    expect([...openings, ...texts.chasers].filter((text) => !expectsReply(text, false))).toEqual([]);
  });

  it('have every mood', () => {
    const moods = new Set(texts.exchanges.map(({ mood }) => mood));
    for (const mood of ['question', 'happy', 'worried', 'disappointed', 'angry'] as const)
      expect(moods.has(mood)).toBe(true);
  });
});

describe('seeded random', () => {
  it('repeats itself for the same seed only', () => {
    const draw = (seed: number): number[] => {
      const random = createSeededRandom(seed);
      return Array.from({ length: 20 }, () => random.next());
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
    expect(draw(7).every((value) => value >= 0 && value < 1)).toBe(true);
  });

  it('keeps to its bounds and its weights', () => {
    const random = createSeededRandom(42);
    const draws = Array.from({ length: 2_000 }, () => random.between(2, 6));
    expect([Math.min(...draws), Math.max(...draws)]).toEqual([2, 6]);
    const heavy = Array.from({ length: 2_000 }, () => random.weighted([0, 3, 1])).filter((index) => index === 1).length;
    expect(heavy / 2_000).toBeCloseTo(0.75, 1);
    expect(() => random.pick([])).toThrow(RangeError);
    expect(() => random.weighted([0, 0])).toThrow(RangeError);
  });
});

import { describe, expect, it } from 'vitest';

import { timeRules } from '#shared/promises/time-rules.ts';
import { rulesFor } from '#shared/promises/time-wakes.ts';
import { tokensOf } from '#shared/promises/words.ts';
import { normaliseText } from '#shared/promises/normalised-text.ts';
import { readPromiseCorpus } from '#test/evaluate/promise-corpus.ts';

import { clockCases, dayCases, durationCases, noneCases, vagueCases } from './promise-sentences.data.ts';

const corpus = readPromiseCorpus();
const texts = [...durationCases, ...dayCases, ...clockCases, ...vagueCases, ...noneCases]
  .concat([...corpus.tuned, ...corpus.keptAside].map(({ text }) => ({ text, due: null })))
  .map(({ text }) => normaliseText(text).text);

describe('anchors of time rules', () => {
  it('leave out no rule that would match', () => {
    const wrongly = texts.flatMap((text) => {
      const tried = new Set(rulesFor(text, tokensOf(text)));
      return timeRules.flatMap((rule) =>
        !tried.has(rule) && text.search(rule.pattern) >= 0 ? `${rule.id}/${rule.language}: ${text}` : [],
      );
    });
    expect(wrongly).toEqual([]);
  });

  it('spare most rules on a text without any time', () => {
    expect(rulesFor('dank je wel', tokensOf('dank je wel')).length).toBeLessThan(timeRules.length / 3);
  });
});

import { describe, expect, it } from 'vitest';

import { isToldByOthers, reportedFrom } from '#shared/promises/clauses.ts';
import {
  countsOfficeHours,
  hedgeFactor,
  isConditional,
  isHabitual,
  isNoCommitment,
  isRequestFirst,
} from '#shared/promises/exclusions.ts';
import { normaliseText } from '#shared/promises/normalised-text.ts';
import { membershipsIn, tokensOf } from '#shared/promises/words.ts';
import type { Memberships } from '#shared/promises/word-sets.ts';
import { readPromiseCorpus } from '#test/evaluate/promise-corpus.ts';

import { noneCases, severalCases, vagueCases } from './promise-sentences.data.ts';

const corpus = readPromiseCorpus();
const texts = [...corpus.tuned, ...corpus.keptAside, ...noneCases, ...severalCases, ...vagueCases].map(
  ({ text }) => normaliseText(text).text,
);
/** As if a word of every list stood there, so that every pattern is tried. */
const everyList: Memberships = Array.from({ length: 32 }, () => -1);

const exclusions: Readonly<Record<string, (text: string, lists: Memberships) => unknown>> = {
  isNoCommitment,
  isConditional,
  isRequestFirst,
  isHabitual,
  countsOfficeHours,
  hedgeFactor,
  isToldByOthers,
  reportedFrom,
};

describe('words that stand for a pattern', () => {
  it.each(Object.entries(exclusions))('spare no text that %s would find', (_name, excludes) => {
    const wrongly = texts.filter((text) => {
      const lists = membershipsIn(tokensOf(text), { start: 0, end: text.length });
      return excludes(text, lists) !== excludes(text, everyList);
    });
    expect(wrongly).toEqual([]);
  });
});

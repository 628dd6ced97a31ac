import type { Language } from './cue-model.ts';
import {
  dutchAnswerOnly,
  dutchImperatives,
  dutchWishOpenings,
  englishAnswerOnly,
  englishImperatives,
  englishWishOpenings,
} from './wish.data.ts';
import { compilePatterns, compilePlainPatterns } from './word-patterns.ts';
import type { PatternSet, Vocabulary } from './word-patterns.ts';

/** How wishes open in one language; `openings` carry how surely they do. */
export type WishPatterns = {
  openings: PatternSet<number>;
  answerOnly: PatternSet<true>;
  imperatives: ReadonlySet<string>;
};

/** Compiles the wish patterns of one language. */
export function compileWishes(language: Language, vocabulary: Vocabulary): WishPatterns {
  const dutch = language === 'nl';
  return {
    openings: compilePatterns(dutch ? dutchWishOpenings : englishWishOpenings, {}, vocabulary),
    answerOnly: compilePlainPatterns(dutch ? dutchAnswerOnly : englishAnswerOnly, {}, vocabulary),
    imperatives: new Set((dutch ? dutchImperatives : englishImperatives).split(' ')),
  };
}

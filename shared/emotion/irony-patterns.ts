import { countWords, ironyPhrases, loneIronyPhrases, praiseWords } from './irony.data.ts';
import { compilePlainPatterns } from './word-patterns.ts';
import type { PatternSet, Vocabulary } from './word-patterns.ts';

/** Turns of phrase that are ironic alone, and those that are so beside a problem. */
export type IronyPatterns = { lone: PatternSet<true>; beside: PatternSet<true> };

/** Compiles the ironic turns of phrase of both languages, which people mix. */
export function compileIrony(vocabulary: Vocabulary): IronyPatterns {
  const classes = { praise: praiseWords, n: countWords };
  return {
    lone: compilePlainPatterns(loneIronyPhrases, classes, vocabulary),
    beside: compilePlainPatterns(ironyPhrases, classes, vocabulary),
  };
}

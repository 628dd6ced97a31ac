import type { CueCode } from './cue-model.ts';
import type { WordKind } from './inflection.ts';

/**
 * A lexicon row: lemmas of one feeling, split by spaces. `value` is the polarity -1..1 of the words, `weight` how strongly a single
 * word shows the cue (0..1); a row without a cue only colours the polarity.
 */
export type LexiconRow = { cue: CueCode | null; value: number; weight: number } & Partial<Record<WordKind, string>>;

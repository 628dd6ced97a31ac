import type { Db } from 'mongodb';
import type { Clock } from '#server/clock.ts';
import { createBrandBook } from '#server/db/brand-book.ts';
import type { Transactor } from '#server/db/transaction.ts';
import { additionsOf, type AskedWord, type BrandWord } from '#shared/emotion/brand-words.ts';
import { shippedBook, type CompiledBook } from '#shared/emotion/cue-book.ts';
import { baseBook, compileBook, extend } from '#shared/emotion/cues.ts';
import { addWord, checkedWord, removeWord, type WordChanger, type WordOutcome } from './change-words.ts';
import { createCueWordsStore, type CueWordChangeDoc, type CueWordDoc } from './cue-words.store.ts';
import { effectOfWords, type CueWordEffect, type EffectBasis } from './effect-of-words.ts';

export type { CueWordChangeDoc, CueWordDoc } from './cue-words.store.ts';
export type { WordOutcome } from './change-words.ts';
export type { CueWordEffect, JudgedText } from './effect-of-words.ts';

/** A brand's words as they stand, and how they came to be; changes newest first. */
export type CueWordList = {
  readonly version: number;
  readonly words: readonly CueWordDoc[];
  readonly changes: readonly CueWordChangeDoc[];
};

/** A change that is only thought of: a word more, or one less. */
export type ThoughtChange = { readonly add: AskedWord } | { readonly removeId: string };

/** Words and phrases that brands add to the reading of signs. */
export type CueWords = {
  ensureIndexes(): Promise<void>;
  /** The words and rules by which the brand's customers are read; the shipped ones where it added nothing. */
  bookOf(brandId: string): Promise<CompiledBook>;
  list(brandId: string): Promise<CueWordList>;
  add(by: WordChanger, asked: AskedWord): Promise<WordOutcome>;
  remove(by: WordChanger, id: string): Promise<WordOutcome>;
  /** What a change would do, before it is made; see effect-of-words.ts. */
  effect(
    brandId: string,
    change: ThoughtChange,
    basis: EffectBasis,
  ): Promise<CueWordEffect | Exclude<WordOutcome, { kind: 'done' }>>;
};

const shownChanges = 100;

function compiled(words: readonly BrandWord[]): CompiledBook {
  return words.length === 0 ? shippedBook() : compileBook(extend(baseBook, additionsOf(words)));
}

/** Makes the module. */
export function createCueWords({ db, clock, transact }: { db: Db; clock: Clock; transact: Transactor }): CueWords {
  const store = createCueWordsStore(db);
  const book = createBrandBook(db, 'cueWords', async (brandId) => compiled(await store.ofBrand(brandId)));
  const change = { store, clock, transact, book };
  return {
    ensureIndexes: () => store.ensureIndexes(),
    bookOf: (brandId) => book.of(brandId),
    list: async (brandId) => {
      const [words, changes] = await Promise.all([store.ofBrand(brandId), store.changes(brandId, shownChanges)]);
      return { version: changes[0]?.version ?? 0, words, changes };
    },
    add: (by, asked) => addWord(change, by, asked),
    remove: (by, id) => removeWord(change, by, id),
    effect: async (brandId, thought, basis) => {
      const [known, before] = await Promise.all([store.ofBrand(brandId), book.of(brandId)]);
      if ('removeId' in thought) {
        const left = known.filter(({ _id }) => _id !== thought.removeId);
        if (left.length === known.length) return { kind: 'notFound' };
        return effectOfWords(before, compiled(left), basis);
      }
      const word = checkedWord(brandId, thought.add, known);
      if ('kind' in word) return word;
      return effectOfWords(before, compiled([...known, word]), basis);
    },
  };
}

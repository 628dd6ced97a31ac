import { englishBroadClasses, englishBroadRules } from './broad-rules-en.data.ts';
import { dutchBroadClasses, dutchBroadRules } from './broad-rules-nl.data.ts';
import { englishConstructionClasses, englishConstructionRules } from './construction-rules-en.data.ts';
import { dutchConstructionClasses, dutchConstructionRules } from './construction-rules-nl.data.ts';
import type { Language } from './cue-model.ts';
import { englishFamilyClasses, englishFamilyRules } from './family-rules-en.data.ts';
import { dutchFamilyClasses, dutchFamilyRules } from './family-rules-nl.data.ts';
import { englishFeelingRules } from './feeling-rules-en.data.ts';
import { dutchFeelingRules } from './feeling-rules-nl.data.ts';
import { compileIrony } from './irony-patterns.ts';
import type { IronyPatterns } from './irony-patterns.ts';
import * as englishWords from './lexicon-en.data.ts';
import * as dutchWords from './lexicon-nl.data.ts';
import type { LexiconRow } from './lexicon-model.ts';
import { compileWords } from './lexicon.ts';
import type { CompoundParts, FeltWords, ModifierWords } from './lexicon.ts';
import { compileRules } from './rule-hits.ts';
import type { RuleBook } from './rule-hits.ts';
import { englishServiceClasses, englishServiceRules } from './service-rules-en.data.ts';
import { dutchServiceClasses, dutchServiceRules } from './service-rules-nl.data.ts';
import type { SituationRule } from './situation-rule.ts';
import { englishClasses, englishRules } from './situation-rules-en.data.ts';
import { dutchClasses, dutchRules } from './situation-rules-nl.data.ts';
import { calmPhrases, partingPhrases, purposePhrases, solvedPhrases } from './solved-phrases.data.ts';
import { dutchSpellings, englishSpellings } from './spellings.ts';
import { scopePatterns } from './told-scope.data.ts';
import type { ScopeKind } from './told-scope.data.ts';
import { englishIntentClasses, englishIntentRules } from './intent-rules-en.data.ts';
import { dutchIntentClasses, dutchIntentRules } from './intent-rules-nl.data.ts';
import { englishThreatClasses, englishThreatRules } from './threat-rules-en.data.ts';
import { dutchThreatClasses, dutchThreatRules } from './threat-rules-nl.data.ts';
import { compileWishes } from './wish-patterns.ts';
import type { WishPatterns } from './wish-patterns.ts';
import { Vocabulary, compilePatterns, compilePlainPatterns } from './word-patterns.ts';
import type { PatternSet, WordClasses } from './word-patterns.ts';

/** Words and rules of one language. */
export type Speech = {
  lexicon: readonly LexiconRow[];
  rules: readonly SituationRule[];
  classes: WordClasses;
  modifiers: ModifierWords;
  compounds: CompoundParts;
};

/** Words and rules of both languages, as data. */
export type CueBook = Readonly<Record<Language, Speech>>;

/** What a brand adds: its own words (felt words with their cue) and its own rules; `without` names rules that it switches off. */
export type CueAdditions = {
  words?: Partial<Record<Language, readonly LexiconRow[]>>;
  rules?: Partial<Record<Language, readonly SituationRule[]>>;
  without?: readonly string[];
};

/** One language, ready to read sentences; all pattern sets share one vocabulary. */
export type CompiledSpeech = {
  vocabulary: Vocabulary;
  words: FeltWords;
  rules: RuleBook;
  irony: IronyPatterns;
  wishes: WishPatterns;
  solved: PatternSet<true>;
  calm: PatternSet<true>;
  purposes: PatternSet<true>;
  partings: PatternSet<true>;
  scopes: PatternSet<ScopeKind>;
};

/** Both languages, ready to read sentences. */
export type CompiledBook = Readonly<Record<Language, CompiledSpeech>>;

/** The words and rules that ship with the product. */
export const baseBook: CueBook = {
  nl: {
    lexicon: dutchWords.dutchLexicon,
    rules: [
      ...dutchServiceRules,
      ...dutchFeelingRules,
      ...dutchRules,
      ...dutchBroadRules,
      ...dutchConstructionRules,
      ...dutchFamilyRules,
      ...dutchThreatRules,
      ...dutchIntentRules,
    ],
    classes: {
      ...dutchClasses,
      ...dutchServiceClasses,
      ...dutchBroadClasses,
      ...dutchConstructionClasses,
      ...dutchFamilyClasses,
      ...dutchThreatClasses,
      ...dutchIntentClasses,
    },
    modifiers: {
      negators: dutchWords.dutchNegators,
      intensifiers: dutchWords.dutchIntensifiers,
      dampers: dutchWords.dutchDampers,
      inverters: dutchWords.dutchInverters,
    },
    compounds: dutchWords.dutchCompoundParts,
  },
  en: {
    lexicon: englishWords.englishLexicon,
    rules: [
      ...englishServiceRules,
      ...englishFeelingRules,
      ...englishRules,
      ...englishBroadRules,
      ...englishConstructionRules,
      ...englishFamilyRules,
      ...englishThreatRules,
      ...englishIntentRules,
    ],
    classes: {
      ...englishClasses,
      ...englishServiceClasses,
      ...englishBroadClasses,
      ...englishConstructionClasses,
      ...englishFamilyClasses,
      ...englishThreatClasses,
      ...englishIntentClasses,
    },
    modifiers: {
      negators: englishWords.englishNegators,
      intensifiers: englishWords.englishIntensifiers,
      dampers: englishWords.englishDampers,
      inverters: englishWords.englishInverters,
    },
    compounds: { first: [], last: [] },
  },
};

/** A book with a brand's words and rules added; its words win over the shipped ones. */
export function extend(base: CueBook, additions: CueAdditions): CueBook {
  const off = new Set(additions.without ?? []);
  const extended = (language: Language): Speech => ({
    ...base[language],
    lexicon: [...(additions.words?.[language] ?? []), ...base[language].lexicon],
    rules: [...(additions.rules?.[language] ?? []), ...base[language].rules].filter(({ id }) => !off.has(id)),
  });
  return { nl: extended('nl'), en: extended('en') };
}

function compileSpeech(speech: Speech, language: Language): CompiledSpeech {
  const vocabulary = new Vocabulary(language === 'nl' ? dutchSpellings : englishSpellings);
  return {
    vocabulary,
    words: compileWords(speech.lexicon, speech.modifiers, speech.compounds, language),
    rules: compileRules(speech.rules, speech.classes, vocabulary),
    irony: compileIrony(vocabulary),
    wishes: compileWishes(language, vocabulary),
    solved: compilePlainPatterns(solvedPhrases, {}, vocabulary),
    calm: compilePlainPatterns(calmPhrases, {}, vocabulary),
    purposes: compilePlainPatterns(purposePhrases, {}, vocabulary),
    partings: compilePlainPatterns(partingPhrases, {}, vocabulary),
    scopes: compilePatterns(
      scopePatterns.map(([kind, pattern]) => [pattern, kind] as const),
      {},
      vocabulary,
    ),
  };
}

/** Compiles a book once, for many texts. Throws RangeError when a rule cannot be read. */
export function compileBook(book: CueBook): CompiledBook {
  return { nl: compileSpeech(book.nl, 'nl'), en: compileSpeech(book.en, 'en') };
}

let shipped: CompiledBook | null = null;

/** The shipped book, compiled at its first use. */
export function shippedBook(): CompiledBook {
  shipped ??= compileBook(baseBook);
  return shipped;
}

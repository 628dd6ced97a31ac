import type { Language } from './cue-model.ts';
import type { SituationRule } from './situation-rule.ts';
import { englishClasses, englishRules } from './situation-rules-en.data.ts';
import { dutchClasses, dutchRules } from './situation-rules-nl.data.ts';
import type { Sentence } from './tokens.ts';
import { compilePatterns } from './word-patterns.ts';
import type { PatternSet, WordClasses } from './word-patterns.ts';

/** A situation rule that fired on tokens `from` up to `to` (exclusive) of a sentence. */
export type RuleHit = { rule: SituationRule; from: number; to: number };

type RuleBook = { all: PatternSet<SituationRule>; unless: Map<string, PatternSet<true>> };

function compileBook(rules: readonly SituationRule[], classes: WordClasses): RuleBook {
  const rows = rules.flatMap((rule) => rule.patterns.map((pattern) => [pattern, rule] as const));
  const unless = new Map<string, PatternSet<true>>();
  for (const rule of rules) {
    if (rule.unless === undefined) continue;
    const exceptions = rule.unless.map((pattern) => [pattern, true] as const);
    unless.set(rule.id, compilePatterns(exceptions, classes));
  }
  return { all: compilePatterns(rows, classes), unless };
}

const books: Record<Language, RuleBook> = {
  nl: compileBook(dutchRules, dutchClasses),
  en: compileBook(englishRules, englishClasses),
};

/** Finds the situation rules that hold in one sentence. */
export function findRuleHits(sentence: Sentence, language: Language): RuleHit[] {
  const book = books[language];
  const blocked = new Map<string, boolean>();
  const isBlocked = (rule: SituationRule): boolean => {
    if (rule.statementOnly === true && sentence.question && sentence.exclamations === 0) return true;
    const known = blocked.get(rule.id);
    if (known !== undefined) return known;
    const found = (book.unless.get(rule.id)?.find(sentence.tokens).length ?? 0) > 0;
    blocked.set(rule.id, found);
    return found;
  };
  return book.all
    .find(sentence.tokens)
    .filter(({ value }) => !isBlocked(value))
    .map(({ value, from, to }) => ({ rule: value, from, to }));
}

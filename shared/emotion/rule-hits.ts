import type { SituationRule } from './situation-rule.ts';
import type { Sentence, Token } from './tokens.ts';
import { compilePatterns, compilePlainPatterns } from './word-patterns.ts';
import type { PatternSet, Vocabulary, WordClasses, WordRow } from './word-patterns.ts';

/** A situation rule that fired on tokens `from` up to `to` (exclusive) of a sentence. */
export type RuleHit = { rule: SituationRule; from: number; to: number };

/** Rules of one language, ready to be searched for in sentences. */
export type RuleBook = { all: PatternSet<SituationRule>; unless: ReadonlyMap<SituationRule, PatternSet<true>> };

/** Compiles the rules of one language. Throws RangeError on a pattern that cannot be read. */
export function compileRules(rules: readonly SituationRule[], classes: WordClasses, vocabulary: Vocabulary): RuleBook {
  const rows = rules.flatMap((rule) => rule.patterns.map((pattern) => [pattern, rule] as const));
  const unless = new Map<SituationRule, PatternSet<true>>();
  for (const rule of rules) {
    if (rule.unless === undefined) continue;
    unless.set(rule, compilePlainPatterns(rule.unless, classes, vocabulary));
  }
  return { all: compilePatterns(rows, classes, vocabulary), unless };
}

// Words with which a question blames instead of asking.
const blaming = new Set(
  'waarom hoezo steeds telkens eindelijk toch niemand nooit hou houden why still ever never nobody seriously'.split(
    ' ',
  ),
);
const supposing = new Set('als indien mocht stel wanneer tenzij if when should suppose'.split(' '));

// "Is hij weer te laat?" blames, "is hij weer open?" does not.
function blamesAgain(tokens: readonly Token[], at: number): boolean {
  const [form, next] = [tokens[at]?.form, tokens[at + 1]?.form ?? ''];
  return (
    (form === 'weer' || form === 'alweer' || form === 'again') &&
    ['niet', 'geen', 'te', 'een', 'mis', 'fout'].includes(next)
  );
}

function blames(tokens: readonly Token[]): boolean {
  const wonders = tokens[0]?.form === 'how' && ['come', 'on'].includes(tokens[1]?.form ?? '');
  return wonders || tokens.some(({ form }, at) => blaming.has(form) || blamesAgain(tokens, at));
}

/** The clause from which on a sentence merely asks; infinite when it does not ask, or blames while it asks. */
function askedFrom({ question, exclamations, tokens }: Sentence): number {
  if (!question || exclamations > 0 || blames(tokens)) return Number.POSITIVE_INFINITY;
  if (supposing.has(tokens[0]?.form ?? '')) return 0;
  // "Mijn code werkt niet, kunnen jullie een nieuwe sturen?": only the last clause asks.
  return tokens.at(-1)?.clause ?? 0;
}

/** Finds the situation rules that hold in one sentence. */
export function findRuleHits(sentence: Sentence, row: WordRow, book: RuleBook): RuleHit[] {
  const { tokens } = sentence;
  const found = book.all.findIn(row);
  if (found.length === 0) return [];
  const asked = askedFrom(sentence);
  const blocked = new Map<SituationRule, boolean>();
  const isBlocked = (rule: SituationRule): boolean => {
    const known = blocked.get(rule);
    if (known !== undefined) return known;
    const excepted = (book.unless.get(rule)?.findIn(row).length ?? 0) > 0;
    blocked.set(rule, excepted);
    return excepted;
  };
  const hits: RuleHit[] = [];
  for (const { value, from, to } of found) {
    if (value.statementOnly === true && (tokens[to - 1]?.clause ?? 0) >= asked) continue;
    if (!isBlocked(value)) hits.push({ rule: value, from, to });
  }
  return hits;
}

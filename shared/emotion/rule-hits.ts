import type { EvidenceCode } from './cue-model.ts';
import { opensQuestion } from './question-openings.ts';
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

/** True when a question blames ("waarom duurt dat toch steeds") instead of asking. */
export function blames(tokens: readonly Token[]): boolean {
  const wonders = tokens[0]?.form === 'how' && ['come', 'on'].includes(tokens[1]?.form ?? '');
  return wonders || tokens.some(({ form }, at) => blaming.has(form) || blamesAgain(tokens, at));
}

// Words of somebody whom it has befallen already: such a question is no supposition.
const befallen = new Set('al nog steeds weer nu alweer already now again yet since sinds'.split(' '));
// Without any of these nothing is told of what became of the asker.
const ownTrouble = new Set(
  (
    "mogelijk possible iemand anyone anybody niet geen nooit niks niets niemand not no never nothing nobody can't don't doesn't didn't won't isn't hasn't haven't mijn onze ons my our us me mij m'n mn " +
    'heb hebben had kreeg kregen werd was waren ben have had got was were been this deze dit'
  ).split(' '),
);
const conditions = new Set('als indien wanneer if'.split(' '));
// Troubles that a question may suppose; threats, danger and grief are told even so.
const supposable = new Set<EvidenceCode>([
  'failure',
  'money',
  'waiting',
  'worry',
  'dissatisfaction',
  'disappointment',
  'frustration',
  'repeat_contact',
]);

/** True when the words tell that it has befallen already: "does it still pay?" asks, "it still hasn't come" tells. */
export function hasBefallen(tokens: readonly Token[]): boolean {
  return tokens.some(({ form }, at) => {
    const next = tokens[at + 1]?.form ?? '';
    if (form === 'still') return next.endsWith("n't") || ownTrouble.has(next) || next === 'waiting';
    return befallen.has(form);
  });
}

// In a question about anybody's case these are named like any other thing: "which bus goes to the hospital?"
const nameable = new Set<EvidenceCode>([
  'anger',
  'data_leak',
  'gratitude',
  'promise_broken',
  'safety',
  'sensitive_data',
  'threat_leave',
  'threat_legal',
  'threat_public',
  'unanswered',
  'urgency',
]);
const present = new Set(
  "er there ik i mij me mijn my m'n wij we ons onze our us ruik ruikt smell i'm i've dit this hier here nu now".split(
    ' ',
  ),
);
const isOfAnybody = (tokens: readonly Token[]): boolean => !tokens.some(({ form }) => present.has(form));

/** "If my boiler breaks down, does the plan pay?", "krijg je geld terug als de trein vertraagd is?": nothing has happened. */
function supposes(sentence: Sentence): boolean {
  const { question, exclamations, tokens } = sentence;
  if (!question || exclamations > 0 || hasBefallen(tokens) || blames(tokens)) return false;
  if (supposing.has(tokens[0]?.form ?? '')) return true;
  return (
    opensQuestion(sentence) &&
    (tokens.some(({ form }) => conditions.has(form)) || !tokens.some(({ form }) => ownTrouble.has(form)))
  );
}

/** The clause from which on a sentence merely asks; infinite when it does not ask, or blames while it asks. */
function askedFrom({ question, exclamations, tokens }: Sentence): number {
  if (!question || exclamations > 0 || blames(tokens)) return Number.POSITIVE_INFINITY;
  if (supposing.has(tokens[0]?.form ?? '')) return 0;
  // "Mijn code werkt niet, kunnen jullie een nieuwe sturen?": only the last clause asks.
  return tokens.at(-1)?.clause ?? 0;
}

// Asked once for each rule of a sentence: a text of one word a thousand times has as many hits as exceptions to search for.
class Exceptions {
  readonly #row: WordRow;
  readonly #unless: RuleBook['unless'];
  readonly #known = new Map<SituationRule, boolean>();

  constructor(row: WordRow, { unless }: RuleBook) {
    this.#row = row;
    this.#unless = unless;
  }

  holdFor(rule: SituationRule): boolean {
    const except = this.#unless.get(rule);
    if (except === undefined) return false;
    let held = this.#known.get(rule);
    if (held === undefined) {
      held = except.standsIn(this.#row);
      this.#known.set(rule, held);
    }
    return held;
  }
}

/** True for the words that a brand added: they count wherever they stand. */
export const isOfBrand = (ruleId: string): boolean => ruleId.startsWith('brand.');

/** The rules whose cues a sentence only names: those it supposes, and in a question of anybody's case more of them. */
function namedOnly(sentence: Sentence): (rule: SituationRule) => boolean {
  if (!supposes(sentence)) return () => false;
  const ofAnybody = isOfAnybody(sentence.tokens);
  return ({ id, cue }) => (supposable.has(cue) || (ofAnybody && nameable.has(cue))) && !isOfBrand(id);
}

/** Finds the situation rules that hold in one sentence. */
export function findRuleHits(sentence: Sentence, row: WordRow, book: RuleBook): RuleHit[] {
  const { tokens } = sentence;
  const found = book.all.findIn(row);
  if (found.length === 0) return [];
  const asked = askedFrom(sentence);
  const isNamedOnly = namedOnly(sentence);
  const exceptions = new Exceptions(row, book);
  const hits: RuleHit[] = [];
  for (const { value, from, to } of found) {
    if (value.statementOnly === true && (tokens[to - 1]?.clause ?? 0) >= asked) continue;
    if (isNamedOnly(value) || exceptions.holdFor(value)) continue;
    hits.push({ rule: value, from, to });
  }
  return hits;
}

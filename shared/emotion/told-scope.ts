import type { EvidenceCode } from './cue-model.ts';
import type { ReadSentence } from './evidence.ts';
import { opensQuestion } from './question-openings.ts';
import { blames, hasBefallen, isOfBrand } from './rule-hits.ts';
import type { RuleHit } from './rule-hits.ts';
import type { ScopeKind } from './told-scope.data.ts';
import type { Token } from './tokens.ts';
import type { PatternHit } from './word-patterns.ts';

type Scope = PatternHit<ScopeKind>;

const threats = new Set<EvidenceCode>(['threat_leave', 'threat_public', 'threat_legal']);
// Told or shown by the writer in person, whatever stands around it.
const always = new Set<EvidenceCode>([
  'gratitude',
  'joy',
  'sadness',
  'safety',
  'anger',
  'sarcasm',
  'privacy_request',
  'sensitive_data',
]);
const own = new Set("ik mij me mijn m'n mn ons onze wij we i my our us mine i'm i've we're we've i'd".split(' '));
const requests = new Set('kan kunnen kunt kun wil willen wilt zou zouden could can would will'.split(' '));
const asked = new Set('jullie u je iemand you someone somebody'.split(' '));
// "Of ik ga weg", "anders stap ik over": a threat that hangs on something is one, however it is asked.
const hinges = new Set('anders dan otherwise else tenzij unless hiervan hierover hiermee this'.split(' '));
const either = new Set(['of', 'or']);
const negators = new Set("niet geen nooit won't not never wouldn't don't didn't shan't".split(' '));
// Signs of what is at stake, that need no trouble.
const calm = new Set<EvidenceCode>([
  'gratitude',
  'joy',
  'sadness',
  'worry',
  'privacy_request',
  'sensitive_data',
  'urgency',
]);
const pleased = new Set<EvidenceCode>(['gratitude', 'joy']);
const soft = 0.3;
const clear = 0.45;
const pleasing = 0.6;
const headWithin = 3;
const longestSupposition = 30;
const namedWithin = 2;

/** A question for information: it neither blames nor asks for something to be done. */
function asksInformation({ sentence }: ReadSentence): boolean {
  const { tokens, question, exclamations } = sentence;
  if ((!question && !opensQuestion(sentence)) || exclamations > 0 || blames(tokens)) return false;
  return !(requests.has(tokens[0]?.form ?? '') && asked.has(tokens[1]?.form ?? ''));
}

const hasOwn = (tokens: readonly Token[], from: number): boolean =>
  tokens.some(({ form }, at) => at >= from && own.has(form));

// A supposition ends at its comma, at "dan" or where the main clause puts its verb before a pronoun.
function supposedUntil(tokens: readonly Token[], from: number): number {
  const clause = tokens[from]?.clause;
  const last = Math.min(tokens.length, from + longestSupposition);
  for (let at = from + 1; at < last; at += 1) {
    const { form = '', clause: now } = tokens[at] ?? {};
    if (now !== clause || form === 'dan' || form === 'then') return at;
    if (at >= from + 3 && (own.has(form) || asked.has(form))) return at - 1;
  }
  return last;
}

/** Tokens whose hits do not count; `denies` takes away only what overlaps it. */
type Stretch = { from: number; to: number; denies: boolean };

/** By kind the stretch that a scope takes out; `asks`: the message ends in a question for information. */
const stretches: Readonly<
  Record<ScopeKind, (tokens: readonly Token[], scope: Scope, asks: boolean) => Stretch | null>
> = {
  sayer: (tokens, scope) => (scope.from <= headWithin ? restOf(tokens, scope) : null),
  heard: (tokens, scope, asks) => (asks && scope.from <= headWithin ? restOf(tokens, scope) : null),
  other: (tokens, scope, asks) => (asks && scope.from <= 1 ? restOf(tokens, scope) : null),
  denied: (tokens, { from, to }) =>
    tokens[from]?.clause === tokens[to - 1]?.clause ? { from, to, denies: true } : null,
  answer: (_, { from, to }) => (from === 0 ? { from, to, denies: true } : null),
  supposed: (tokens, { from }, asks) => (asks ? { from, to: supposedUntil(tokens, from), denies: false } : null),
  named: (tokens, { from, to }, asks) =>
    asks ? { from, to: Math.min(tokens.length, to + namedWithin), denies: false } : null,
  kindly: () => null,
  theirs: () => null,
};

// The rest of the sentence, unless it comes to speak of the writer.
function restOf(tokens: readonly Token[], { from, to }: Scope): Stretch | null {
  return hasOwn(tokens, to) ? null : { from, to: tokens.length, denies: false };
}

// A mark per token keeps this linear: a text of one word a thousand times has as many scopes as hits.
const [untold, denied] = [1, 2];

function marksOf(list: readonly Stretch[], size: number): Uint8Array {
  const marks = new Uint8Array(size);
  let reach = 0;
  for (const { from, to, denies } of [...list].sort((one, other) => one.from - other.from)) {
    const mark = denies ? denied : untold;
    for (let at = denies ? from : Math.max(from, reach); at < to; at += 1) marks[at] = (marks[at] ?? 0) | mark;
    if (!denies) reach = Math.max(reach, to);
  }
  return marks;
}

const isMarked = (marks: Uint8Array, mark: number, from: number, to = from + 1): boolean =>
  marks.subarray(from, to).some((one) => (one & mark) !== 0);

// What is denied takes only what it names along, and the small words ("niet", "geen") that hint at discontent.
function isTold({ rule, from, to }: RuleHit, marks: Uint8Array, denies: boolean): boolean {
  if (always.has(rule.cue) || isOfBrand(rule.id)) return true;
  if (isMarked(marks, untold, from)) return false;
  return !denies || threats.has(rule.cue) || (rule.weight >= soft && !isMarked(marks, denied, from, to));
}

// Changed in place: a copy of another shape would slow down whatever reads these afterwards.
function leaveOutUntold(read: ReadSentence, asks: boolean): void {
  const { tokens } = read.sentence;
  const taken: Stretch[] = [];
  let supposes: boolean | null = null;
  for (const scope of read.speech.scopes.findIn(read.row)) {
    if (scope.value === 'supposed') supposes ??= asks && !hasBefallen(tokens);
    const stretch = stretches[scope.value](tokens, scope, scope.value === 'supposed' ? supposes === true : asks);
    if (stretch !== null) taken.push(stretch);
  }
  if (taken.length === 0) return;
  const denies = taken.some((stretch) => stretch.denies);
  read.aside = denies || taken.some(({ from, to }) => from <= headWithin && to === tokens.length);
  if (read.hits.length === 0 && read.felt.length === 0) return;
  const marks = marksOf(taken, tokens.length);
  read.hits = read.hits.filter((hit) => isTold(hit, marks, denies));
  read.felt = read.felt.filter(({ at, value }) => value > 0 || marks[at] === 0);
}

const isThreat = ({ rule }: RuleHit): boolean => threats.has(rule.cue) && !isOfBrand(rule.id);

// "I won't go public with this."
function isRefused({ rule, from }: RuleHit, tokens: readonly Token[]): boolean {
  if (rule.cue === 'threat_leave') return false;
  const clause = tokens[from]?.clause;
  return [from - 1, from - 2].some((at) => tokens[at]?.clause === clause && negators.has(tokens[at]?.form ?? ''));
}

function showsTrouble({ sentence, hits, felt }: ReadSentence): boolean {
  if (sentence.exclamations > 0) return true;
  if (felt.some(({ value, negated }) => value < 0 && !negated)) return true;
  return hits.some(({ rule }) => !threats.has(rule.cue) && !calm.has(rule.cue) && rule.weight >= clear);
}

function hangs(tokens: readonly Token[]): boolean {
  return tokens.some(({ form }, at) => hinges.has(form) || (either.has(form) && own.has(tokens[at + 1]?.form ?? '')));
}

function hasPraise({ sentence: { tokens }, hits, felt }: ReadSentence): boolean {
  if (felt.some(({ value, negated }) => value >= pleasing && !negated)) return true;
  const praise = hits.filter(({ rule }) => pleased.has(rule.cue) && rule.weight >= clear);
  if (praise.length === 0) return false;
  const threatened = marksOf(
    hits.filter(isThreat).map(({ from, to }) => ({ from, to, denies: false })),
    tokens.length,
  );
  return praise.some(({ from, to }) => !isMarked(threatened, untold, from, to));
}

/** A rival, a lawyer or a newspaper in a message that shows no trouble, and asks or requests something calmly. */
function isCalmTalk(reads: readonly ReadSentence[], asks: boolean): boolean {
  if (reads.some((read) => showsTrouble(read) || hangs(read.sentence.tokens))) return false;
  if (asks || reads.some(hasPraise)) return true;
  return reads.some(({ row, speech }) => speech.scopes.findIn(row).some(({ value }) => value === 'kindly'));
}

// "Jullie advocaat schreef mij": a threat's words in such a clause threaten the writer or nobody.
function theirsIn({ sentence: { tokens }, row, speech }: ReadSentence): { marks: Uint8Array; clauses: Set<number> } {
  const clauses = new Set<number>();
  const theirs: Stretch[] = [];
  for (const { value, from, to } of hangs(tokens) ? [] : speech.scopes.findIn(row)) {
    if (value !== 'theirs') continue;
    clauses.add(tokens[from]?.clause ?? 0);
    theirs.push({ from, to, denies: false });
  }
  return { marks: marksOf(theirs, tokens.length), clauses };
}

function leaveOutIdleThreats(reads: readonly ReadSentence[], asks: boolean): void {
  if (!reads.some(({ hits }) => hits.some(isThreat))) return;
  const idle = isCalmTalk(reads, asks);
  for (const read of reads) {
    const { tokens } = read.sentence;
    const { marks, clauses } = theirsIn(read);
    const isIdle = (hit: RuleHit): boolean =>
      (idle && hit.rule.outright !== true) ||
      isRefused(hit, tokens) ||
      clauses.has(tokens[hit.from]?.clause ?? 0) ||
      isMarked(marks, untold, hit.from, hit.to);
    read.hits = read.hits.filter((hit) => !isThreat(hit) || !isIdle(hit));
  }
}

/**
 * Leaves out of sentences just read what a message names without telling it of its writer: what was heard of others, is only supposed,
 * denied or asked after. One scope for all rules and words, so that no rule has to think of it.
 */
export function leaveOutNotTold(reads: readonly ReadSentence[]): void {
  const last = reads.at(-1);
  const asks = last !== undefined && asksInformation(last);
  for (const read of reads) leaveOutUntold(read, asks);
  leaveOutIdleThreats(reads, asks);
}

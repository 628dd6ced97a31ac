import type { Bilingual, CueCode, EvidenceCode, Language, TextSpan } from './cue-model.ts';
import { cueLabels } from './cue-model.ts';
import type { CompiledSpeech } from './cue-book.ts';
import { findFeltWords } from './lexicon.ts';
import type { FeltWord } from './lexicon.ts';
import { findRuleHits } from './rule-hits.ts';
import type { RuleHit } from './rule-hits.ts';
import type { Sentence } from './tokens.ts';
import type { WordRow } from './word-patterns.ts';

/** One reason to show a cue: weight 0..1 and offsets in the original text (null when the inbox itself knows it). */
export type Evidence = {
  code: EvidenceCode;
  weight: number;
  span: { start: number; end: number } | null;
  ruleId: string;
  why: Bilingual;
  /** Counts only in a message that shows trouble in other words. */
  besideTrouble?: true;
  /** Counts only in a message that does not show this cue. */
  yieldsTo?: EvidenceCode;
};

/** A sentence in the language it was read in, with its felt words and fired rules. */
export type ReadSentence = {
  sentence: Sentence;
  language: Language;
  speech: CompiledSpeech;
  row: WordRow;
  felt: FeltWord[];
  hits: RuleHit[];
  /** Tells nothing of the writer: hearsay, or an answer to a question. */
  aside: boolean;
};

const thanksBeforehand = new Set(['alvast', 'voorbaat', 'advance']);

/** Reads words and rules of one sentence. */
export function readSentence(sentence: Sentence, language: Language, speech: CompiledSpeech): ReadSentence {
  const felt = findFeltWords(sentence.tokens, speech.words);
  const row = speech.vocabulary.readRow(sentence.tokens);
  return { sentence, language, speech, row, felt, hits: findRuleHits(sentence, row, speech.rules), aside: false };
}

function wordWhy(code: CueCode, word: string): Bilingual {
  return {
    nl: `het woord "${word}" wijst op: ${cueLabels[code].nl}`,
    en: `the word "${word}" suggests: ${cueLabels[code].en}`,
  };
}

// They stand in calm questions too ("does the policy cover a cracked screen?").
const silentOnBlame = new Set<EvidenceCode>(['urgency', 'sensitive_data', 'dissatisfaction']);

// A question that only names a trouble ("is de storing verholpen?") says little about the asker.
function questionFactor({ sentence, hits }: ReadSentence): number {
  const blames = hits.some(({ rule }) => !silentOnBlame.has(rule.cue) && rule.weight >= 0.5);
  return sentence.question && sentence.exclamations === 0 && !blames ? 0.55 : 1;
}

function wordEvidence(read: ReadSentence): Evidence[] {
  const { sentence, language, felt } = read;
  const factor = questionFactor(read);
  const beforehand = sentence.tokens.some(({ form }) => thanksBeforehand.has(form));
  const found: Evidence[] = [];
  for (const word of felt) {
    const { token, negated, value } = word;
    const span = { start: token.start, end: token.end };
    if (negated && value >= 0.7 && word.cue === 'joy') {
      const why = { nl: `ontkend: niet "${token.form}"`, en: `negated: not "${token.form}"` };
      found.push({ code: 'disappointment', weight: 0.6 * factor, span, ruleId: `${language}.word.negated`, why });
    }
    const idle = word.cue === null || (negated && word.cue !== 'failure') || (beforehand && word.cue === 'gratitude');
    if (idle || word.cue === null) continue;
    const weight = value < 0 ? word.weight * factor : word.weight;
    found.push({
      code: word.cue,
      weight,
      span,
      ruleId: `${language}.word.${word.cue}`,
      why: wordWhy(word.cue, token.form),
    });
  }
  return found;
}

function ruleEvidence({ sentence, hits }: ReadSentence): Evidence[] {
  const found: Evidence[] = [];
  for (const { rule, from, to } of hits) {
    const start = sentence.tokens[from]?.start;
    const end = sentence.tokens[to - 1]?.end;
    if (start === undefined || end === undefined) continue;
    const { cue: code, weight, id: ruleId, why } = rule;
    const one: Evidence = { code, weight, span: { start, end }, ruleId, why };
    if (rule.besideTrouble === true) one.besideTrouble = true;
    if (rule.yieldsTo !== undefined) one.yieldsTo = rule.yieldsTo;
    found.push(one);
  }
  return found;
}

/** All evidence of one sentence: fired situation rules first, then felt words. */
export function gatherEvidence(read: ReadSentence): Evidence[] {
  const found = ruleEvidence(read);
  if (read.felt.length > 0) found.push(...wordEvidence(read));
  return found;
}

// No message needs more; each is compared with the others, which would take seconds for a text of one word a thousand times.
const mostSpans = 300;

/**
 * The stretches of text that the evidence points at, in order. Overlapping ones of one rule are joined; of several rules only the
 * strongest counts, for joined they would mark half a sentence where a few words say it.
 */
export function strongestSpans(text: string, evidence: readonly Evidence[]): TextSpan[] {
  const [only] = evidence;
  if (only !== undefined && evidence.length === 1) {
    const { span } = only;
    return span === null ? [] : [{ start: span.start, end: span.end, text: text.slice(span.start, span.end) }];
  }
  const kept: { ruleId: string; start: number; end: number }[] = [];
  const strongest = [...evidence].sort((a, b) => b.weight - a.weight).slice(0, mostSpans);
  for (const { span, ruleId } of strongest) {
    if (span === null) continue;
    const met = kept.filter(({ start, end }) => span.start < end && start < span.end);
    const [first] = met;
    if (!first) kept.push({ ruleId, ...span });
    else if (met.length === 1 && first.ruleId === ruleId) {
      first.start = Math.min(first.start, span.start);
      first.end = Math.max(first.end, span.end);
    }
  }
  return kept.sort((a, b) => a.start - b.start).map(({ start, end }) => ({ start, end, text: text.slice(start, end) }));
}

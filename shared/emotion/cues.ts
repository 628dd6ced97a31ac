import type { Analysis, AnalysisContext, Cue, CueCode, Language, TextSpan } from './cue-model.ts';
import { cueCodes } from './cue-model.ts';
import { gatherEvidence, readSentence } from './evidence.ts';
import type { Evidence, ReadSentence } from './evidence.ts';
import { findIrony } from './irony.ts';
import { knownEvidence } from './known-evidence.ts';
import { dutchLead, guessLanguage } from './language-guess.ts';
import { readSentences } from './tokens.ts';
import type { Sentence } from './tokens.ts';
import { findWish } from './wish.ts';

export { cueCodes, cueLabels } from './cue-model.ts';
export type { Analysis, AnalysisContext, Cue, CueCode, Wish } from './cue-model.ts';

// Below this a cue is a guess and would only distract the agent; chosen on the development messages.
const shownFrom = 0.45;

const dissatisfactionWeights: Record<CueCode, number> = {
  anger: 3,
  disappointment: 2.8,
  frustration: 2.8,
  sadness: 1.6,
  worry: 2,
  waiting: 2.6,
  repeat_contact: 2.2,
  promise_broken: 2.8,
  unimportant: 3,
  pillar_to_post: 3,
  failure: 2.6,
  urgency: 1.8,
  threat_leave: 3,
  threat_public: 3,
  threat_legal: 3,
  sarcasm: 2.5,
  gratitude: -1.4,
  joy: -2,
};
const dissatisfactionBias = -1.15;

// A sentence is read in the other language only when it clearly is: two more of its words than of the message's own.
function sentenceLanguage(sentence: Sentence, own: Language): Language {
  const lead = dutchLead(sentence);
  if (lead >= 2) return 'nl';
  return lead <= -2 ? 'en' : own;
}

function mergeSpans(text: string, evidence: readonly Evidence[]): TextSpan[] {
  const merged: { start: number; end: number }[] = [];
  const spans = evidence
    .flatMap(({ span }) => (span === null ? [] : [span]))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  for (const span of spans) {
    const last = merged.at(-1);
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged.map(({ start, end }) => ({ start, end, text: text.slice(start, end) }));
}

// Noisy-or over rules: two independent signs make a cue surer, the same rule twice does not.
function toCue(text: string, code: CueCode, evidence: readonly Evidence[], loudness: number): Cue | null {
  const perRule = new Map<string, number>();
  for (const { ruleId, weight } of evidence) perRule.set(ruleId, Math.max(perRule.get(ruleId) ?? 0, weight));
  const miss = [...perRule.values()].reduce((product, weight) => product * (1 - weight), 1);
  const strongest = evidence.reduce<Evidence | null>(
    (best, one) => (best === null || one.weight > best.weight ? one : best),
    null,
  );
  if (strongest === null) return null;
  const factor = code === 'anger' || code === 'frustration' ? 1 + 0.2 * loudness : 1;
  const score = Math.min(0.99, (1 - miss) * factor);
  if (score < shownFrom) return null;
  return { code, score, spans: mergeSpans(text, evidence), ruleId: strongest.ruleId, why: strongest.why };
}

/** Shouting, strings of marks: 0..1. Only strengthens what words say, it is never a cue by itself. */
function loudnessOf(reads: readonly ReadSentence[]): number {
  let marks = 0;
  let loud = 0;
  let long = 0;
  for (const { sentence } of reads) {
    marks = Math.max(marks, sentence.exclamations);
    for (const token of sentence.tokens) {
      if (token.loud) loud += 1;
      if (token.end - token.start >= 4) long += 1;
    }
  }
  return Math.min(1, marks / 4 + (long === 0 ? 0 : loud / long));
}

function polarityOf(reads: readonly ReadSentence[], cues: readonly Cue[]): number {
  let sum = 0;
  for (const { felt } of reads) {
    for (const { value, negated } of felt) sum += !negated ? value : value > 0 ? -0.6 * value : 0;
  }
  for (const { code, score, ruleId } of cues) {
    if (!ruleId.includes('.word.')) sum -= Math.sign(dissatisfactionWeights[code]) * 0.5 * score;
  }
  return Math.tanh(sum);
}

function dissatisfactionOf(cues: readonly Cue[], reads: readonly ReadSentence[]): Analysis['dissatisfaction'] {
  let sum = dissatisfactionBias;
  for (const { code, score } of cues) sum += dissatisfactionWeights[code] * score;
  for (const read of reads) {
    const factor = read.sentence.question && read.hits.length === 0 ? 0.4 : 1;
    for (const { cue, value, negated } of read.felt) {
      if (cue === null && value < 0 && !negated) sum += 2.2 * -value * factor;
      else if (negated && value > 0) sum += 1.2 * value * factor;
    }
  }
  const score = 1 / (1 + Math.exp(-2 * sum));
  return { yes: score >= 0.5, score };
}

/**
 * Reads the emotional and situational cues and the wish from one customer text. Pure; never throws on any string. Spans are UTF-16
 * offsets in `text` as given. What the inbox knows (waiting time, contact moments, a missed promise) adds cues without spans.
 */
export function analyse(text: string, context: AnalysisContext = {}): Analysis {
  const sentences = readSentences(text);
  const language = context.language ?? guessLanguage(sentences, context.channelLanguage ?? 'nl');
  const reads = sentences.map((sentence) => readSentence(sentence, sentenceLanguage(sentence, language)));
  const said = reads.flatMap(gatherEvidence);
  const irony = findIrony(text, reads, said);
  const evidence = [...said, ...irony, ...knownEvidence(context)];
  const loudness = loudnessOf(reads);
  const cues: Cue[] = [];
  for (const code of cueCodes) {
    // Praise that is probably meant ironically is no sign of joy or thanks.
    if (irony.length > 0 && (code === 'joy' || code === 'gratitude')) continue;
    const cue = toCue(
      text,
      code,
      evidence.filter((one) => one.code === code),
      loudness,
    );
    if (cue !== null) cues.push(cue);
  }
  const strongest = Math.max(0, ...cues.map(({ score }) => score));
  return {
    language,
    polarity: polarityOf(reads, cues),
    intensity: Math.min(1, 0.7 * strongest + 0.3 * loudness),
    cues,
    dissatisfaction: dissatisfactionOf(cues, reads),
    wish: findWish(text, reads),
  };
}

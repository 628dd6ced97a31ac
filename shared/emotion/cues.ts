import { shippedBook } from './cue-book.ts';
import type { CompiledBook } from './cue-book.ts';
import type { Analysis, AnalysisContext, Cue, CueCode, EvidenceCode, Language } from './cue-model.ts';
import { cueCodes } from './cue-model.ts';
import { dissatisfactionOf } from './dissatisfaction.ts';
import { gatherEvidence, strongestSpans, readSentence } from './evidence.ts';
import type { Evidence, ReadSentence } from './evidence.ts';
import { findIrony } from './irony.ts';
import { knownEvidence } from './known-evidence.ts';
import { guessLanguage } from './language-guess.ts';
import { isSettled, weighInContext } from './message-context.ts';
import { leaveOutNotTold } from './told-scope.ts';
import { readSentences } from './tokens.ts';
import type { Sentence } from './tokens.ts';
import { findWish } from './wish.ts';

export { baseBook, compileBook, extend } from './cue-book.ts';
export { cueCodes, cueLabels } from './cue-model.ts';
export type { Analysis, AnalysisContext, Cue, CueCode, Wish } from './cue-model.ts';

// Below this a cue is a guess and would only distract the agent; chosen on the development messages.
const shownFrom = 0.45;

// A sentence is read in the other language only when it clearly is: two more of its words than of the message's own.
function sentenceLanguage(sentence: Sentence, own: Language): Language {
  if (sentence.lead >= 2) return 'nl';
  return sentence.lead <= -2 ? 'en' : own;
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
  return { code, score, spans: strongestSpans(text, evidence), ruleId: strongest.ruleId, why: strongest.why };
}

/** Shouting, strings of marks: 0..1. Only strengthens what words say, it is never a cue by itself. */
function loudnessOf(reads: readonly ReadSentence[]): number {
  let marks = 0;
  let loud = 0;
  let long = 0;
  for (const { sentence } of reads) {
    marks = Math.max(marks, sentence.exclamations);
    for (const token of sentence.tokens) {
      if (token.word.loud) loud += 1;
      if (token.end - token.start >= 4) long += 1;
    }
  }
  return Math.min(1, marks / 4 + (long === 0 ? 0 : loud / long));
}

const pleasant = new Set<CueCode>(['gratitude', 'joy']);
// They say what is at stake, not how the writer feels.
const colourless = new Set<CueCode>(['urgency', 'privacy_request', 'sensitive_data']);

function polarityOf(reads: readonly ReadSentence[], cues: readonly Cue[]): number {
  let sum = 0;
  for (const { felt } of reads) {
    for (const { value, negated } of felt) sum += !negated ? value : value > 0 ? -0.6 * value : 0;
  }
  for (const { code, score, ruleId } of cues) {
    if (!ruleId.includes('.word.')) sum += (pleasant.has(code) ? 0.5 : colourless.has(code) ? 0 : -0.5) * score;
  }
  return Math.tanh(sum);
}

/** Evidence by code, so that no cue has to search all of it. */
function byCode(evidence: readonly Evidence[]): Map<EvidenceCode, Evidence[]> {
  const grouped = new Map<EvidenceCode, Evidence[]>();
  for (const one of evidence) {
    const known = grouped.get(one.code);
    if (known === undefined) grouped.set(one.code, [one]);
    else known.push(one);
  }
  return grouped;
}

type ReadCues = {
  language: Language;
  sentences: readonly Sentence[];
  reads: readonly ReadSentence[];
  told: readonly Evidence[];
  evidence: ReadonlyMap<EvidenceCode, readonly Evidence[]>;
  loudness: number;
  cues: Cue[];
};

function readCues(text: string, context: AnalysisContext, book: CompiledBook): ReadCues {
  const sentences = readSentences(text);
  const language = context.language ?? guessLanguage(sentences, context.channelLanguage ?? 'nl');
  const reads = sentences.map((sentence) => {
    const own = sentenceLanguage(sentence, language);
    return readSentence(sentence, own, book[own]);
  });
  leaveOutNotTold(reads);
  const told = reads.flatMap(gatherEvidence);
  const said = weighInContext(told, reads);
  const irony = findIrony(text, reads, said);
  const evidence = byCode([...said, ...irony, ...knownEvidence(context)]);
  const loudness = loudnessOf(reads);
  const cues: Cue[] = [];
  for (const code of cueCodes) {
    const own = evidence.get(code);
    // Praise that is probably meant ironically is no sign of joy or thanks.
    if (own === undefined || (irony.length > 0 && (code === 'joy' || code === 'gratitude'))) continue;
    const cue = toCue(text, code, own, loudness);
    if (cue !== null) cues.push(cue);
  }
  return { language, sentences, reads, told, evidence, loudness, cues };
}

/** What a reply is held against: the parts of an {@link Analysis} that its check needs, and the sentences they were read from. */
export type CustomerReading = Pick<Analysis, 'language' | 'cues' | 'wish'> & {
  readonly sentences: readonly Sentence[];
};

/** Reads only what the check of a reply needs from a customer text; the same as {@link analyse} finds, in less time. */
export function readCustomer(text: string): CustomerReading {
  const { language, sentences, reads, cues } = readCues(text, {}, shippedBook());
  return { language, sentences, cues, wish: findWish(text, reads).wish };
}

/**
 * Reads the emotional and situational cues and the wish from one customer text. Pure; never throws on any string. Spans are UTF-16
 * offsets in `text` as given. What the inbox knows (waiting time, contact moments, a missed promise) adds cues without spans.
 * `book` holds the words and rules; a brand's own come from `extend` and `compileBook`.
 */
export function analyse(text: string, context: AnalysisContext = {}, book: CompiledBook = shippedBook()): Analysis {
  const { language, reads, told, evidence, loudness, cues } = readCues(text, context, book);
  let strongest = 0;
  for (const { score } of cues) strongest = Math.max(strongest, score);
  const { wish, answerAsked } = findWish(text, reads);
  return {
    language,
    polarity: polarityOf(reads, cues),
    intensity: Math.min(1, 0.7 * strongest + 0.3 * loudness),
    cues,
    dissatisfaction: dissatisfactionOf(text, cues, reads, {
      reproaches: evidence.get('dissatisfaction') ?? [],
      asks: wish !== null,
      settled: isSettled(told, reads),
    }),
    wish,
    answerAsked,
  };
}

import type { Analysis, Cue, CueCode } from './cue-model.ts';
import { strongestSpans } from './evidence.ts';
import type { Evidence, ReadSentence } from './evidence.ts';
import { opensQuestion } from './question-openings.ts';

/** How much a cue at full score adds to the sum; calibrated on the tuned half of the annotated messages. */
export const dissatisfactionWeights: Readonly<Record<CueCode, number>> = {
  anger: 3,
  disappointment: 2.7,
  frustration: 2.7,
  sadness: 0,
  worry: 0.6,
  waiting: 2.4,
  repeat_contact: 2.2,
  promise_broken: 2.5,
  unimportant: 3,
  unanswered: 3,
  pillar_to_post: 3,
  bot_loop: 3,
  failure: 2.4,
  money: 2.2,
  urgency: 0.5,
  safety: 1.3,
  data_leak: 2.5,
  privacy_request: 0,
  sensitive_data: 0,
  threat_leave: 3,
  threat_public: 3,
  threat_legal: 2.6,
  sarcasm: 3,
  gratitude: -0.9,
  joy: -1.2,
};
const bias = -1.15;
const reproachWeight = 2.6;

function wordSum(reads: readonly ReadSentence[]): number {
  let sum = 0;
  for (const read of reads) {
    const factor = read.sentence.question && read.hits.length === 0 ? 0.4 : 1;
    for (const { cue, value, negated } of read.felt) {
      if (cue === null && value < 0 && !negated) sum += 2.2 * -value * factor;
      else if (negated && value > 0) sum += 1.2 * value * factor;
    }
  }
  return sum;
}

const shortestReport = 5;
const calm = new Set<CueCode>(['gratitude', 'joy', 'sadness', 'privacy_request', 'sensitive_data']);
const statementWeight = 1.2;
// A statement without any small word that things are otherwise than they should be: "mijn huisnummer is 12".
const plainWeight = 0.6;
const besideWishWeight = 0.45;
const curious = new Set('benieuwd afvraag vraag vraagje checken zoek wondering curious wonder looking'.split(' '));

// Who writes to a company without asking, thanking or mourning mostly reports that something is wrong: ISO 10002 counts a solution
// that is expected without being asked for. Beside a wish a statement is often only its background.
function statementSum(cues: readonly Cue[], reads: readonly ReadSentence[], asks: boolean): number {
  if (cues.some(({ code }) => calm.has(code)) || reads.some(soundsCalm)) return 0;
  const told = reads.filter((read) => !isAsking(read) && !read.aside);
  const words = told.reduce((sum, { sentence }) => sum + sentence.tokens.length, 0);
  if (words < shortestReport) return 0;
  if (asks || told.length < reads.length) return besideWishWeight;
  return told.some(isShaded) ? statementWeight : plainWeight;
}

// Small words of somebody who tells that things are otherwise than they should be.
const shades = new Set(
  (
    'niet geen niks niets niemand nergens nooit zonder nie nix nog al weer alweer wederom steeds telkens maar toch sinds inmiddels ondanks ' +
    'slechts pas weg leeg halve iets er ineens opeens plots plotseling zomaar elke iedere keer weken dagen maanden uren uur terug andere ' +
    'anders verkeerde plaats behalve krijg kreeg kregen wordt ligt zit hangt moest zou had hadden dacht volgens blijkt bleek zogenaamd hoor jullie ge ' +
    'terwijl hoewel te blijft no not never nobody nothing none nowhere without still yet already only but instead since been every wrong ' +
    'back too weeks months hours times another someone somebody supposed however though although apparently meant were had somehow suddenly ' +
    'empty gone neither except your they he she because even keep keeps kept out missing was'
  ).split(' '),
);

function isShaded({ sentence: { tokens } }: ReadSentence): boolean {
  return tokens.some(({ form }) => shades.has(form) || form.endsWith("n't"));
}

function isAsking({ sentence }: ReadSentence): boolean {
  return sentence.question || opensQuestion(sentence);
}

function soundsCalm(read: ReadSentence): boolean {
  const { sentence, row, speech, felt } = read;
  if (sentence.tokens.some(({ form }) => curious.has(form))) return true;
  if (isAsking(read)) return false;
  return speech.calm.standsIn(row) || felt.some(({ value, negated }) => value > 0 && !negated);
}

const clearReproach = 0.5;
const wordsWhy = { nl: 'de woorden samen wijzen op onvrede', en: 'the words together suggest dissatisfaction' };
const quietWhy = { nl: 'geen tekens van onvrede', en: 'no signs of dissatisfaction' };

type Reason = Pick<Analysis['dissatisfaction'], 'spans' | 'ruleId' | 'why'>;

// What weighed most: the heaviest cue, else a clear reproach, else the soft signs together.
function reasonOf(text: string, cues: readonly Cue[], reproaches: readonly Evidence[], yes: boolean): Reason {
  const [heaviest] = [...cues].sort(
    (a, b) => dissatisfactionWeights[b.code] * b.score - dissatisfactionWeights[a.code] * a.score,
  );
  const clear = reproaches.filter(({ weight }) => weight >= clearReproach);
  const cue = heaviest !== undefined && dissatisfactionWeights[heaviest.code] > 0 ? heaviest : undefined;
  const { ruleId, why } = cue ?? clear[0] ?? reproaches[0] ?? { ruleId: 'both.words', why: yes ? wordsWhy : quietWhy };
  const marked = strongestSpans(text, cue === undefined && clear.length === 0 ? reproaches : clear);
  return { spans: cue === undefined || marked.length > 0 ? marked : cue.spans, ruleId, why };
}

/** Weighs cues, reproaches and words into one judgement: a logistic sum, shown with what weighed most. */
export function dissatisfactionOf(
  text: string,
  cues: readonly Cue[],
  reads: readonly ReadSentence[],
  { reproaches, asks, settled }: { reproaches: readonly Evidence[]; asks: boolean; settled: boolean },
): Analysis['dissatisfaction'] {
  let sum = bias + wordSum(reads) + statementSum(cues, reads, asks);
  for (const { code, score } of cues) sum += dissatisfactionWeights[code] * score;
  const perRule = new Map<string, number>();
  for (const { ruleId, weight, span } of reproaches) perRule.set(`${ruleId} ${String(span?.start)}`, weight);
  let miss = 1;
  for (const weight of perRule.values()) miss *= 1 - weight;
  sum += reproachWeight * (1 - miss);
  if (settled) sum -= 4;
  const score = 1 / (1 + Math.exp(-2 * sum));
  const yes = score >= 0.5;
  return { yes, score, ...reasonOf(text, cues, reproaches, yes) };
}

import type { EvidenceCode } from './cue-model.ts';
import type { Evidence, ReadSentence } from './evidence.ts';

const clear = 0.45;
const soft = 0.3;

// They say what is at stake or asked, and stay true in a calm message.
const alwaysTrue = new Set<EvidenceCode>([
  'gratitude',
  'joy',
  'sadness',
  'worry',
  'safety',
  'data_leak',
  'privacy_request',
  'sensitive_data',
]);

const stillOpen = new Set(
  'maar helaas alleen echter but however unfortunately still nog wederom weer again jammer shame except'.split(' '),
);

/** "Eerst was ik boos, maar jullie hebben het netjes opgelost, dank": thanks and a solution settle what was told before. */
export function isSettled(
  evidence: readonly Pick<Evidence, 'code' | 'weight'>[],
  reads: readonly ReadSentence[],
): boolean {
  if (!evidence.some(({ code, weight }) => (code === 'gratitude' || code === 'joy') && weight >= clear)) return false;
  return reads.some(({ sentence: { tokens }, row, speech }, index) => {
    const last = speech.solved.findIn(row).at(-1);
    if (last === undefined) return false;
    const rest = [...tokens.slice(last.to), ...reads.slice(index + 1).flatMap(({ sentence }) => sentence.tokens)];
    return !rest.some(({ form }) => stillOpen.has(form));
  });
}

/** A pupil, a journalist or a job seeker names troubles that are not their own. */
function isForAnotherPurpose(reads: readonly ReadSentence[]): boolean {
  return reads.some(({ row, speech }) => speech.purposes.standsIn(row));
}

function isTrouble({ code, weight, besideTrouble }: Evidence): boolean {
  return besideTrouble !== true && weight >= clear && code !== 'urgency' && !alwaysTrue.has(code);
}

// A cue that another one already tells: danger is urgent by itself, a leak is no fault of the product, repeating oneself to a machine is
// no second contact, and a story of loss or trouble holds no joy although it names something dear. Single words tell too little for that.
const toldBy: Readonly<Partial<Record<EvidenceCode, ReadonlySet<EvidenceCode>>>> = {
  urgency: new Set(['safety']),
  sensitive_data: new Set(['safety', 'data_leak']),
  failure: new Set(['data_leak', 'bot_loop', 'sadness']),
  repeat_contact: new Set(['bot_loop']),
  waiting: new Set(['unanswered']),
  frustration: new Set(['sadness']),
  threat_leave: new Set(['sadness']),
  joy: new Set(['sadness', 'threat_leave', 'threat_public', 'threat_legal', 'anger', 'money']),
};

function withoutToldTwice(evidence: readonly Evidence[]): readonly Evidence[] {
  const shown = new Set<EvidenceCode>();
  for (const { code, weight, ruleId } of evidence) if (weight >= clear && !ruleId.includes('.word.')) shown.add(code);
  if (shown.size < 2) return evidence;
  return evidence.filter(({ code, yieldsTo }) => {
    if (yieldsTo !== undefined && shown.has(yieldsTo)) return false;
    const tellers = toldBy[code];
    if (tellers === undefined) return true;
    for (const teller of tellers) if (shown.has(teller)) return false;
    return true;
  });
}

// "Ik ga samenwonen en zeg per 1 juli op": a reason of life without any trouble told makes leaving no threat.
function partsInPeace(evidence: readonly Evidence[], reads: readonly ReadSentence[]): boolean {
  if (!evidence.some(({ code }) => code === 'threat_leave')) return false;
  if (evidence.some((one) => one.code !== 'threat_leave' && isTrouble(one))) return false;
  return reads.some(({ row, speech }) => speech.partings.standsIn(row));
}

// "De omroep hoort hier vanavond ook van": who names press, law or a rival, asks nothing and is not pleased, hardly does so for nothing.
function standsAlone(evidence: readonly Evidence[], reads: readonly ReadSentence[]): boolean {
  if (evidence.some(({ code, weight }) => alwaysTrue.has(code) && weight >= soft)) return false;
  return !reads.some(({ sentence, row, speech }) => sentence.question || speech.calm.standsIn(row));
}

/** The evidence that holds in the message as a whole, which one sentence cannot tell. */
export function weighInContext(evidence: readonly Evidence[], reads: readonly ReadSentence[]): readonly Evidence[] {
  if (evidence.length === 0) return evidence;
  if (isForAnotherPurpose(reads) || isSettled(evidence, reads)) {
    return evidence.filter(({ code }) => alwaysTrue.has(code));
  }
  if (partsInPeace(evidence, reads)) return evidence.filter(({ code }) => code !== 'threat_leave');
  if (
    !evidence.some(({ besideTrouble }) => besideTrouble === true) ||
    evidence.some(isTrouble) ||
    standsAlone(evidence, reads)
  ) {
    return withoutToldTwice(evidence);
  }
  return withoutToldTwice(evidence.filter(({ besideTrouble }) => besideTrouble !== true));
}

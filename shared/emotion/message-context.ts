import type { EvidenceCode } from './cue-model.ts';
import type { Evidence, ReadSentence } from './evidence.ts';

const clear = 0.45;

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
  return reads.some(({ row, speech }) => speech.purposes.findIn(row).length > 0);
}

function isTrouble({ code, weight, besideTrouble }: Evidence): boolean {
  return besideTrouble !== true && weight >= clear && code !== 'urgency' && !alwaysTrue.has(code);
}

/** The evidence that holds in the message as a whole, which one sentence cannot tell. */
export function weighInContext(evidence: readonly Evidence[], reads: readonly ReadSentence[]): readonly Evidence[] {
  if (evidence.length === 0) return evidence;
  if (isForAnotherPurpose(reads) || isSettled(evidence, reads)) {
    return evidence.filter(({ code }) => alwaysTrue.has(code));
  }
  if (!evidence.some(({ besideTrouble }) => besideTrouble === true) || evidence.some(isTrouble)) return evidence;
  return evidence.filter(({ besideTrouble }) => besideTrouble !== true);
}

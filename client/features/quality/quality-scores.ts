import { qualityParts, type QualityPart } from '#shared/quality/quality-parts.ts';

/** What was chosen so far: a score, null for "not applicable", absent while nothing was. */
export type ChosenScores = Readonly<Partial<Record<QualityPart, number | null>>>;

/** What a key means while scoring: a choice for a part, a move, or saving. */
export type ReviewKey =
  | { readonly kind: 'score'; readonly score: number | null }
  | { readonly kind: 'move'; readonly by: 1 | -1 }
  | { readonly kind: 'save' };

/** The parts of a key press that decide. */
type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** Reads a key. `writing`: the focus is in a field for text, where keys write; only saving works there. */
export function readReviewKey({ key, ctrlKey, metaKey, altKey }: Press, writing: boolean): ReviewKey | null {
  if (key === 'Enter' && (ctrlKey || metaKey)) return { kind: 'save' };
  if (writing || ctrlKey || metaKey || altKey) return null;
  if (/^[1-5]$/.test(key)) return { kind: 'score', score: Number(key) };
  if (key === '0') return { kind: 'score', score: null };
  if (key === 'j') return { kind: 'move', by: 1 };
  return key === 'k' ? { kind: 'move', by: -1 } : null;
}

/** The part a key scores: the one that has the focus, else the first that has no score yet, else the last. */
export function partInTurn(scores: ChosenScores, focused: QualityPart | null): QualityPart {
  return focused ?? qualityParts.find((part) => scores[part] === undefined) ?? 'expectation';
}

/** The part after one; null after the last. */
export function partAfter(part: QualityPart): QualityPart | null {
  return qualityParts[qualityParts.indexOf(part) + 1] ?? null;
}

/** The scores to send; null while a part has no choice, or none has a score. */
export function scoresToSend(scores: ChosenScores): { part: QualityPart; score: number | null }[] | null {
  const chosen = qualityParts.flatMap((part) => {
    const score = scores[part];
    return score === undefined ? [] : [{ part, score }];
  });
  return chosen.length === qualityParts.length && chosen.some(({ score }) => score !== null) ? chosen : null;
}

import type { NormalisedText } from './normalised-text.ts';
import type { PromiseReading } from './promise-reading.ts';
import type { TimePhrase } from './time-phrase.ts';

const farthest = 160;
const takesTime = /[.,!;:] (?:maar |but )?(?:dat|dit|het|this|that|it)(?:'ll)? (?:[a-z']+ ){0,5}$/;
const lasts = /\b(?:duren|duurt|kost|beslag|takes?|taking)\b/;

/** The time of "dat kan een paar dagen duren", "this may take two days" behind an undated promise; undefined when there is none. */
export function datingPhrase(
  made: PromiseReading,
  phrases: readonly TimePhrase[],
  { text, originalStart }: NormalisedText,
): TimePhrase | undefined {
  if (made.kind !== 'vague') return undefined;
  for (let index = firstAtOrAfter(phrases, made.start, originalStart); index < phrases.length; index += 1) {
    const phrase = phrases[index];
    if (!phrase || originalStart(phrase.start) > made.end + farthest) return undefined;
    if (!phrase.vague && isDating(phrase, text)) return phrase;
  }
  return undefined;
}

function isDating({ start, end }: TimePhrase, text: string): boolean {
  return (
    takesTime.test(text.slice(Math.max(0, start - 60), start)) &&
    lasts.test(text.slice(Math.max(0, start - 40), end + 24))
  );
}

/** Phrases stand in order: a search by halves keeps long texts linear. */
function firstAtOrAfter(
  phrases: readonly TimePhrase[],
  place: number,
  originalStart: NormalisedText['originalStart'],
): number {
  let low = 0;
  let high = phrases.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (originalStart(phrases[middle]?.start ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

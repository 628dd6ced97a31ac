import { normaliseText } from './normalised-text.ts';
import type { NormalisedText } from './normalised-text.ts';
import { correctedText, correctionOf } from './spelling.ts';
import type { Correction } from './spelling.ts';
import { tokensOf } from './words.ts';
import type { Token } from './words.ts';

/** The text with misspelt words of time and answering put right, and its words. */
export function wordsOf(text: string): { normalised: NormalisedText; tokens: readonly Token[] } {
  const normalised = normaliseText(text);
  const tokens = tokensOf(normalised.text);
  const corrections: Correction[] = [];
  for (const { text: word, start, end, nl, en } of tokens) {
    const by = (nl | en) === 0 ? correctionOf(word) : null;
    if (by !== null) corrections.push({ start, end, by });
  }
  if (corrections.length === 0) return { normalised, tokens };
  const corrected = correctedText(normalised, corrections);
  return { normalised: corrected, tokens: tokensOf(corrected.text) };
}

import { normaliseText } from './normalised-text.ts';
import type { NormalisedText } from './normalised-text.ts';
import { correctedText } from './spelling.ts';
import type { Correction } from './spelling.ts';
import { tokensOf } from './words.ts';
import type { Token } from './words.ts';

/** The text with misspelt words of time and answering put right, and its words. */
export function wordsOf(text: string): { normalised: NormalisedText; tokens: readonly Token[] } {
  const normalised = normaliseText(text);
  const tokens = tokensOf(normalised.text);
  const corrections: Correction[] = [];
  for (const { start, end, lexeme } of tokens) {
    if (lexeme.correction !== null) corrections.push({ start, end, by: lexeme.correction });
  }
  if (corrections.length === 0) return { normalised, tokens };
  const corrected = correctedText(normalised, corrections);
  return { normalised: corrected, tokens: tokensOf(corrected.text) };
}

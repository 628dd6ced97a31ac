import type { Language } from './cue-model.ts';
import type { Sentence } from './tokens.ts';

/** Guesses the language of a text; an undecided text gets `fallback`. */
export function guessLanguage(sentences: readonly Sentence[], fallback: Language): Language {
  let sum = 0;
  for (const { lead } of sentences) sum += lead;
  return sum > 0 ? 'nl' : sum < 0 ? 'en' : fallback;
}

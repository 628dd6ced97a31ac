import type { ClauseView, Commitment } from './clause-view.ts';
import { dutchRules } from './dutch-commitments.ts';
import { englishRules } from './english-commitments.ts';
import type { PromiseLanguage } from './promise-reading.ts';

/** What a clause commits us to in a language: the first rule that finds something; null = nothing. */
export function findCommitment(view: ClauseView, language: PromiseLanguage): Commitment | null {
  if (view.words.length === 0) return null;
  for (const rule of language === 'nl' ? dutchRules : englishRules) {
    const found = rule(view);
    if (found) return found;
  }
  return null;
}

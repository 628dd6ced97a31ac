import type { Language } from './cue-model.ts';
import { dutchStopWords, englishStopWords } from './stop-words.data.ts';
import type { Sentence } from './tokens.ts';

const dutch = new Set(dutchStopWords.split(' '));
const english = new Set(englishStopWords.split(' '));

/** Dutch hits minus English hits of one sentence; spelling cues (ij, aa, sch, th-) count half a word. */
export function dutchLead(sentence: Sentence): number {
  let lead = 0;
  for (const { form, kind } of sentence.tokens) {
    if (kind !== 'word') continue;
    if (dutch.has(form)) lead += 1;
    else if (english.has(form)) lead -= 1;
    else if (/ij|aa|uu|oe|sch|eeuw|cht$|lijk|heid$/.test(form)) lead += 0.5;
    else if (/^th|wh|ing$|tion$|ould|n't$|ea|sh$/.test(form)) lead -= 0.5;
  }
  return lead;
}

/** Guesses the language of a text; an undecided text gets `fallback`. */
export function guessLanguage(sentences: readonly Sentence[], fallback: Language): Language {
  const lead = sentences.reduce((sum, sentence) => sum + dutchLead(sentence), 0);
  return lead > 0 ? 'nl' : lead < 0 ? 'en' : fallback;
}

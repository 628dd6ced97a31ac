import type { Language } from './cue-model.ts';
import { dutchStopWords, englishStopWords } from './stop-words.data.ts';
import type { Sentence } from './tokens.ts';

const dutch = new Set(dutchStopWords.split(' '));
const english = new Set(englishStopWords.split(' '));

const leads = new Map<string, number>();
const leadsLimit = 30_000;

function leadOf(form: string): number {
  if (dutch.has(form)) return 1;
  if (english.has(form)) return -1;
  if (/ij|aa|uu|oe|sch|eeuw|cht$|lijk|heid$|tje$|(?:er|el|al|en|ag|or|ig|id|ur)l?ing$/.test(form)) return 0.5;
  return /^th|wh|ing$|tion$|ould|n't$|sh$/.test(form) ? -0.5 : 0;
}

/** Dutch hits minus English hits of one sentence; spelling cues (ij, aa, sch, th-) count half a word. */
export function dutchLead(sentence: Sentence): number {
  let lead = 0;
  for (const { form, kind } of sentence.tokens) {
    if (kind !== 'word') continue;
    const known = leads.get(form);
    const own = known ?? leadOf(form);
    if (known === undefined && form.length < 40) {
      // Words of strangers must not fill the memory.
      if (leads.size > leadsLimit) leads.clear();
      leads.set(form, own);
    }
    lead += own;
  }
  return lead;
}

/** Guesses the language of a text; an undecided text gets `fallback`. */
export function guessLanguage(sentences: readonly Sentence[], fallback: Language): Language {
  const lead = sentences.reduce((sum, sentence) => sum + dutchLead(sentence), 0);
  return lead > 0 ? 'nl' : lead < 0 ? 'en' : fallback;
}

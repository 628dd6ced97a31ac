import type { Language, TextSpan, Wish } from './cue-model.ts';
import { emptyWords } from './stop-words.data.ts';
import type { Sentence, Token } from './tokens.ts';
import { plainForm } from './tokens.ts';
import { compilePatterns } from './word-patterns.ts';
import type { PatternHit, PatternSet } from './word-patterns.ts';
import {
  dutchImperatives,
  dutchWishOpenings,
  englishImperatives,
  englishWishOpenings,
  noWishWords,
  wishEnders,
} from './wish.data.ts';

const openings: Record<Language, PatternSet<number>> = {
  nl: compilePatterns(dutchWishOpenings, {}),
  en: compilePatterns(englishWishOpenings, {}),
};
const imperatives: Record<Language, ReadonlySet<string>> = {
  nl: new Set(dutchImperatives.split(' ')),
  en: new Set(englishImperatives.split(' ')),
};
const answerOnly: Record<Language, PatternSet<true>> = {
  nl: compilePatterns(
    [
      'graag|gaarne|verzoek|verwacht|hoop|wil|zou ..4 reactie|antwoord|terugkoppeling|bericht|horen|reageren|duidelijkheid|update',
      'hoor|verneem ..2 graag',
      'laat ..3 weten|horen',
      'kan|kunnen|kunt ..2 iemand|jullie|u ..4 reageren|antwoorden|antwoord',
    ].map((pattern) => [pattern, true] as const),
    {},
  ),
  en: compilePatterns(
    [
      'please|kindly ..4 reply|respond|answer|update|advise|response',
      'let me know',
      'look|looking forward ..4 hearing|reply|response',
      'would like|appreciate ..2 an? answer|reply|response|update',
      'can|could someone|somebody|anyone|you ..2 reply|answer|respond',
    ].map((pattern) => [pattern, true] as const),
    {},
  ),
};

const empty = new Set(emptyWords.split(' ').map(plainForm));
const enders = new Set(wishEnders.split(' '));
const noWish = new Set(noWishWords.split(' '));

/** Content words of a token row, lower case, each once. */
export function contentWords(tokens: readonly Token[]): string[] {
  const words = tokens.filter(({ form, kind }) => kind === 'word' && form.length >= 4 && !empty.has(form));
  return [...new Set(words.map(({ form }) => form))];
}

const would = new Set(['zou', 'zouden']);
const wishful = new Set(['graag', 'willen', 'mogen', 'kunnen', 'leuk', 'fijn', 'mooi']);

// "Ik zou vrijdag gebeld worden" recalls a promise; a wish with "zou" says so with "graag" or its kin.
function isRecalledPlan({ tokens }: Sentence, from: number, to: number): boolean {
  const modal = tokens.slice(from, to).some(({ form }) => would.has(form));
  return modal && !tokens.some(({ form }) => wishful.has(form));
}

function wishFrom(text: string, sentence: Sentence, at: number): Wish | null {
  const rest = sentence.tokens.slice(sentence.tokens[at]?.form === 'graag' ? at + 1 : at);
  const stop = rest.findIndex(({ form }, index) => index > 1 && enders.has(form));
  const tokens = (stop < 0 ? rest : rest.slice(0, stop)).slice(0, 30);
  const first = tokens[0];
  const last = tokens.at(-1);
  if (first === undefined || last === undefined || tokens.some(({ form }) => noWish.has(form))) return null;
  const keywords = contentWords(tokens).slice(0, 8);
  if (keywords.length === 0) return null;
  return { text: text.slice(first.start, last.end), start: first.start, end: last.end, keywords };
}

/** What a message asks for: the best wish, and the words that ask only for an answer. */
export type FoundWish = { wish: Wish | null; answerAsked: TextSpan | null };

function startsOf({ tokens }: Sentence, language: Language): PatternHit<number>[] {
  const hits = openings[language].find(tokens);
  const first = tokens[0];
  if (first !== undefined && imperatives[language].has(first.form)) hits.push({ value: 1.6, from: 0, to: 0 });
  return hits;
}

function askedAnswer(text: string, { tokens }: Sentence, language: Language): TextSpan | null {
  const hit = answerOnly[language].find(tokens)[0];
  const [first, last] = [tokens[hit?.from ?? -1], tokens[(hit?.to ?? 0) - 1]];
  if (first === undefined || last === undefined) return null;
  return { start: first.start, end: last.end, text: text.slice(first.start, last.end) };
}

/** Finds the solution the customer asks for; the wish is null when nothing is asked, or only for an answer. */
export function findWish(text: string, sentences: readonly { sentence: Sentence; language: Language }[]): FoundWish {
  let best: { wish: Wish; rank: number } | null = null;
  let answerAsked: TextSpan | null = null;
  for (const { sentence, language } of sentences) {
    answerAsked ??= askedAnswer(text, sentence, language);
    for (const { value, from, to } of startsOf(sentence, language)) {
      const wish = isRecalledPlan(sentence, from, to) ? null : wishFrom(text, sentence, to);
      if (wish === null) continue;
      const rank = value + Math.min(4, wish.keywords.length) * 0.2;
      if (best === null || rank > best.rank) best = { wish, rank };
    }
  }
  return { wish: best?.wish ?? null, answerAsked };
}

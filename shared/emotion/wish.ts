import type { Language, Wish } from './cue-model.ts';
import { emptyWords } from './stop-words.data.ts';
import type { Sentence, Token } from './tokens.ts';
import { plainForm } from './tokens.ts';
import { compilePatterns } from './word-patterns.ts';
import type { PatternSet } from './word-patterns.ts';

// The value is how surely the words open a wish; the surest one of a message wins.
const dutchOpenings: readonly (readonly [string, number])[] = [
  ['ik|wij|we zou|zouden', 3],
  ['zou|zouden ik|wij|we', 3],
  ['zouden|zou graag', 3],
  ['ik|wij|we wil|willen|wilde|wilden graag?', 2],
  ['wil|willen|wilde|wilden ik|wij|we graag?', 2],
  ['is ..1 mogelijk om?', 3],
  ['kunnen|kan|kunt|kun|zouden|zou|willen|wilt|wil jullie|u|je|jij|iemand ..1 alsjeblieft|misschien|kunnen?', 2.5],
  ['kunnen|kan|mag|mogen ik|wij|we', 2],
  ['wat kunnen|kan we|wij|jullie|ik', 2.2],
  ['verzoek|verzoeken ..1 om?', 2],
  ['ons|mijn verzoek|wens|vraag is|om', 3],
  ['hoop|hopen dat? jullie?', 1.5],
  ['graag', 1.2],
];

const englishOpenings: readonly (readonly [string, number])[] = [
  ["i'd|we'd|i|we would? love|like to?", 3],
  ["i'd|we'd love|like to?", 3],
  ['is it possible to', 3],
  ['would it be possible to', 3],
  ['can|could|would|will you ..1 please?', 2.5],
  ['can|could|may i|we', 2],
  ['what can|could we|you|i', 2.2],
  ['i|we want to?', 2],
  ['we|i hope to|that?', 1.5],
  ['our|my request|wish|question is', 3],
  ['requesting', 2],
  ['please', 1.2],
  ['i|we need', 1.5],
];

const openings: Record<Language, PatternSet<number>> = {
  nl: compilePatterns(dutchOpenings, {}),
  en: compilePatterns(englishOpenings, {}),
};

const empty = new Set(emptyWords.split(' ').map(plainForm));
const enders = new Set(['want', 'omdat', 'maar', 'because', 'but', 'aangezien', 'since']);
// "I would like to thank/know" asks for nothing that can be done.
const noWish = new Set(['bedanken', 'thank', 'complimenteren', 'compliment', 'opmerken', 'zeggen', 'say']);

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

/** Finds the solution the customer asks for; null when nothing is asked, or only for an answer. */
export function findWish(text: string, sentences: readonly { sentence: Sentence; language: Language }[]): Wish | null {
  let best: { wish: Wish; rank: number } | null = null;
  for (const { sentence, language } of sentences) {
    for (const { value, from, to } of openings[language].find(sentence.tokens)) {
      const wish = isRecalledPlan(sentence, from, to) ? null : wishFrom(text, sentence, to);
      if (wish === null) continue;
      const rank = value + Math.min(4, wish.keywords.length) * 0.2;
      if (best === null || rank > best.rank) best = { wish, rank };
    }
  }
  return best?.wish ?? null;
}

import type { TextSpan, Wish } from './cue-model.ts';
import type { ReadSentence } from './evidence.ts';
import { emptyWords } from './stop-words.data.ts';
import type { Sentence, Token } from './tokens.ts';
import { plainForm } from './tokens.ts';
import { noWishWords, wishEnders } from './wish.data.ts';
import type { PatternHit } from './word-patterns.ts';

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
  const stop = rest.findIndex(({ form }, index) => index > (form === 'maar' ? 3 : 1) && enders.has(form));
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

function startsOf({ sentence: { tokens }, row, speech }: ReadSentence): PatternHit<number>[] {
  const hits = speech.wishes.openings.findIn(row);
  const first = tokens[0];
  if (first !== undefined && speech.wishes.imperatives.has(first.form)) hits.push({ value: 1.6, from: 0, to: 0 });
  // "Bezorging op vrijdag graag."
  const last = tokens.at(-1)?.form;
  if (tokens.length >= 4 && (last === 'graag' || last === 'please')) hits.push({ value: 1.2, from: 0, to: 0 });
  return hits;
}

function askedAnswer(text: string, { sentence: { tokens }, row, speech }: ReadSentence): TextSpan | null {
  const hit = speech.wishes.answerOnly.findIn(row)[0];
  const [first, last] = [tokens[hit?.from ?? -1], tokens[(hit?.to ?? 0) - 1]];
  if (first === undefined || last === undefined) return null;
  return { start: first.start, end: last.end, text: text.slice(first.start, last.end) };
}

/** Finds the solution the customer asks for; the wish is null when nothing is asked, or only for an answer. */
export function findWish(text: string, reads: readonly ReadSentence[]): FoundWish {
  let best: { wish: Wish; rank: number } | null = null;
  let answerAsked: TextSpan | null = null;
  for (const read of reads) {
    const { sentence } = read;
    answerAsked ??= askedAnswer(text, read);
    for (const { value, from, to } of startsOf(read)) {
      const wish = isRecalledPlan(sentence, from, to) ? null : wishFrom(text, sentence, to);
      if (wish === null) continue;
      const rank = value + Math.min(4, wish.keywords.length) * 0.2;
      if (best === null || rank > best.rank) best = { wish, rank };
    }
  }
  return { wish: best?.wish ?? null, answerAsked };
}

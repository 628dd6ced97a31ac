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
// "Kunt u mij vertellen" asks, "ik wil vertellen" does not.
const addressed = new Set('u jullie je jij iemand you someone somebody anyone'.split(' '));
const speakers = new Set("ik wij we i i'd we'd".split(' '));
const orderValue = 1.6;
const surely = 1.6;

/** Content words of a token row, lower case, each once. */
export function contentWords(tokens: readonly Token[]): string[] {
  const words = tokens.filter(({ form, kind }) => kind === 'word' && form.length >= 4 && !empty.has(form));
  return [...new Set(words.map(({ form }) => form))];
}

const would = new Set(['zou', 'zouden']);
const wishful = new Set(['graag', 'willen', 'mogen', 'kunnen', 'leuk', 'fijn', 'mooi']);

// "Ik zou vrijdag gebeld worden" recalls a promise; a wish with "zou" says so with "graag" or its kin.
function isRecalledPlan({ tokens }: Sentence, { from, to }: PatternHit<number>): boolean {
  const modal = tokens.slice(from, to).some(({ form }) => would.has(form));
  return modal && !tokens.some(({ form }) => wishful.has(form));
}

// "Pas dit aan": what is asked may hold no content word at all.
const fewestWords = 2;

function asksNothing(opening: readonly Token[], asked: readonly Token[]): boolean {
  const asksYou = opening.some(({ form }) => addressed.has(form)) && !opening.some(({ form }) => speakers.has(form));
  return !asksYou && asked.some(({ form }) => noWish.has(form));
}

function wishFrom(text: string, sentence: Sentence, { from, to, value }: PatternHit<number>): Wish | null {
  const start = sentence.tokens[to]?.form === 'graag' ? to + 1 : to;
  // "Mogen mijn foto's eraf?" opens with all that is asked.
  const rest = sentence.tokens.slice(start < sentence.tokens.length ? start : from);
  const stop = rest.findIndex(({ form }, index) => index > (form === 'maar' ? 3 : 1) && enders.has(form));
  const tokens = (stop < 0 ? rest : rest.slice(0, stop)).slice(0, 30);
  const first = tokens[0];
  const last = tokens.at(-1);
  if (first === undefined || last === undefined) return null;
  if (asksExplanation(tokens) || asksNothing(sentence.tokens.slice(Math.max(0, from - 1), to), tokens)) return null;
  const keywords = contentWords(tokens).slice(0, 8);
  if (keywords.length === 0 && (tokens.length < fewestWords || value < surely)) return null;
  return { text: text.slice(first.start, last.end), start: first.start, end: last.end, keywords };
}

/** What a message asks for: the best wish, and the words that ask only for an answer. */
export type FoundWish = { wish: Wish | null; answerAsked: TextSpan | null };

// "Ik heb betaald, stuur nu de bon": an order opens a clause, or follows one of these; "stuur ik" orders nobody.
const beforeOrder = new Set(
  'dus please kindly gelieve alstublieft alsjeblieft aub svp then dan just simply'.split(' '),
);
const subjects = new Set('ik we wij ie hij ze zij jij i he she they maar nou'.split(' '));

function ordersOf({ sentence: { tokens }, speech }: ReadSentence): PatternHit<number>[] {
  const orders: PatternHit<number>[] = [];
  tokens.forEach(({ form, clause }, at) => {
    if (!speech.wishes.imperatives.has(form) || subjects.has(tokens[at + 1]?.form ?? '')) return;
    const before = tokens[at - 1];
    const opens = before === undefined || before.clause !== clause || beforeOrder.has(before.form);
    if (opens && at + 1 < tokens.length) orders.push({ value: orderValue, from: at, to: at });
  });
  return orders;
}

// "Do I need a doctor's note?" asks for information.
function asksWhether(tokens: readonly Token[], { from }: PatternHit<number>): boolean {
  const before = tokens[from - 1]?.form;
  return before === 'do' || before === 'does' || before === 'did';
}

// "Could you explain how the procedure works?" is answered in words, nothing has to be done.
const explaining = new Set(['explain', 'uitleggen', 'toelichten', 'clarify']);
const questionWords = new Set('hoe wat waarom wanneer of welke how what why when whether which'.split(' '));

function asksExplanation(tokens: readonly Token[]): boolean {
  const [first, second] = tokens;
  return explaining.has(first?.form ?? '') && questionWords.has(second?.form ?? '');
}

function startsOf(read: ReadSentence): PatternHit<number>[] {
  const { sentence, row, speech } = read;
  const { tokens } = sentence;
  const openings = speech.wishes.openings.findIn(row).filter((hit) => !asksWhether(tokens, hit));
  const hits = [...openings, ...ordersOf(read)];
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
    for (const start of startsOf(read)) {
      const wish = isRecalledPlan(sentence, start) ? null : wishFrom(text, sentence, start);
      if (wish === null) continue;
      const rank = start.value + Math.min(4, wish.keywords.length) * 0.2;
      if (best === null || rank > best.rank) best = { wish, rank };
    }
  }
  return { wish: best?.wish ?? null, answerAsked };
}

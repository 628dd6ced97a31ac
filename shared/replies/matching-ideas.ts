import { readSentences } from '../emotion/tokens.ts';
import { contentWords } from '../emotion/wish.ts';
import { areKin } from './word-kinship.ts';

/** What can be offered for a wish that comes back: the wish in a few words, and the ideas. */
export type IdeaList = { readonly wish: string; readonly offers: readonly string[] };

/** What the customer asks: the words of the wish where one was found, and the texts of the turn. */
export type AskedFor = { readonly wishKeywords: readonly string[]; readonly customerTexts: readonly string[] };

const mostLists = 3;
// Texts are longer than wishes, so that a single shared word there says little.
const shareInWish = 0.5;
const shareInTexts = 0.6;
const wordsInTexts = 2;

const wordsOf = (text: string): string[] => contentWords(readSentences(text).flatMap(({ tokens }) => tokens));

function hitsIn(words: readonly string[], asked: readonly string[]): number {
  return words.filter((word) => asked.some((each) => areKin(word, each))).length;
}

/**
 * The idea lists that fit what a customer asks, the best first, at most three. A list fits when at least half of its wish's words are kin to
 * words of the customer's wish, or most of them (two at least) to words of the turn. Pure; a list without content words never fits.
 */
export function matchingIdeas<T extends IdeaList>(lists: readonly T[], { wishKeywords, customerTexts }: AskedFor): T[] {
  const said = customerTexts.flatMap(wordsOf);
  const fits = lists.flatMap((list) => {
    const words = wordsOf(list.wish);
    if (words.length === 0 || list.offers.length === 0) return [];
    const [inWish, inTexts] = [hitsIn(words, wishKeywords), hitsIn(words, said)];
    const fitting =
      inWish / words.length >= shareInWish || (inTexts >= wordsInTexts && inTexts / words.length >= shareInTexts);
    return fitting ? [{ list, weight: (2 * inWish + inTexts) / words.length }] : [];
  });
  return fits
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostLists)
    .map(({ list }) => list);
}

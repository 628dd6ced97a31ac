import { dutchWords } from './dutch-words.ts';
import { englishWords } from './english-words.ts';
import { correctionOf } from './spelling.ts';
import { timeWakesOf } from './time-wakes.ts';
import type { TimeWakes } from './time-wakes.ts';
import { membershipsOf } from './word-sets.ts';
import type { Memberships } from './word-sets.ts';

/** What is known of a written word whatever stands around it; worked out once and remembered. */
export type Lexeme = {
  readonly text: string;
  /** Its classes in each language. */
  readonly nl: number;
  readonly en: number;
  readonly hasDigit: boolean;
  /** The word of time or answering that it misspells; null for a word that is right or unknown. */
  readonly correction: string | null;
  readonly wakes: TimeWakes;
  /** The word lists of the grammar that it stands in. */
  readonly memberships: Memberships;
};

function lexemeOf(text: string): Lexeme {
  const nl = dutchWords.classesOf(text);
  const en = englishWords.classesOf(text);
  const correction = (nl | en) === 0 ? correctionOf(text) : null;
  return {
    text,
    nl,
    en,
    hasDigit: /\d/.test(text),
    correction,
    wakes: timeWakesOf(text),
    memberships: membershipsOf(text),
  };
}

/** A lexeme in a chain of those that fall in the same slot. */
type Kept = { readonly lexeme: Lexeme; readonly next: Kept | undefined };

/** A table by hash, so that a word is found by its place in the text, without being cut out of it first. */
const slotCount = 16_384;
let slots: (Kept | undefined)[] = new Array<Kept | undefined>(slotCount).fill(undefined);
let remembered = 0;
const memoryLimit = 20_000;
const longestRemembered = 40;

function equals(text: string, start: number, length: number, word: string): boolean {
  if (word.length !== length) return false;
  for (let index = 0; index < length; index += 1) {
    if (text.charCodeAt(start + index) !== word.charCodeAt(index)) return false;
  }
  return true;
}

/** What is known of the word at [start, end) of a text, given its hash (any number that equal words share). */
export function lexemeAt(text: string, start: number, end: number, hash: number): Lexeme {
  const slot = (hash ^ (hash >>> 15)) & (slotCount - 1);
  for (let kept = slots[slot]; kept; kept = kept.next) {
    if (equals(text, start, end - start, kept.lexeme.text)) return kept.lexeme;
  }
  const lexeme = lexemeOf(text.slice(start, end));
  if (end - start > longestRemembered) return lexeme;
  if (remembered >= memoryLimit) {
    slots = new Array<Kept | undefined>(slotCount).fill(undefined);
    remembered = 0;
  }
  remembered += 1;
  slots[slot] = { lexeme, next: slots[slot] };
  return lexeme;
}

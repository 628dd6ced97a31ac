import { chatForms } from './chat-forms.data.ts';
import { dutchStopWords, englishStopWords } from './stop-words.data.ts';

/**
 * What is known of a word as it is spelt. `form` is the looked-up form; `loud`: four letters or more, all capitals; `lead`: how much it
 * speaks for Dutch (above 0) or English; `turns`: opens another clause. `number` counts the words of an `era`, -1 for a word that is not remembered.
 */
export type Word = {
  readonly form: string;
  readonly loud: boolean;
  readonly lead: number;
  readonly turns: boolean;
  readonly number: number;
  readonly era: number;
};

const chat = new Map(Object.entries(chatForms));
const dutch = new Set(dutchStopWords.split(' '));
const english = new Set(englishStopWords.split(' '));
const clauseWords = new Set(['maar', 'but', 'toch', 'hoewel', 'although', 'though', 'echter', 'however', 'terwijl']);
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/** Lower case, NFC, straight apostrophes, no accents, no invisible characters: the shape in which words are stored and looked up. */
export function plainForm(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-z'*-]*$/.test(lower)) return lower;
  return lower
    .replaceAll(/[’`]/g, "'")
    .replaceAll(invisible, '')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .normalize('NFC');
}

function lookedUpForm(word: string): string {
  const plain = plainForm(word);
  const known = chat.get(plain);
  if (known !== undefined) return known;
  return /(.)\1\1/.test(plain) ? plain.replaceAll(/(.)\1{2,}/g, shortened) : plain;
}

// "zooo" is "zo" but "heeel" is "heel": a lengthened vowel keeps two letters only before a consonant. "pfff" stays what it is.
function shortened(run: string, letter: string, at: number, whole: string): string {
  if (letter === 'f' || letter === 'r' || letter === 'h') return letter;
  const next = whole[at + run.length];
  const keepsTwo = next === undefined ? letter === 'e' : next !== letter;
  return 'aeou'.includes(letter) && keepsTwo ? letter + letter : letter;
}

function isLoud(word: string): boolean {
  return word.length >= 4 && word === word.toUpperCase() && word !== word.toLowerCase();
}

// Spelling (ij, aa, sch, th-) counts half a word.
function leadOf(form: string): number {
  if (dutch.has(form)) return 1;
  if (english.has(form)) return -1;
  if (/ij|aa|uu|oe|sch|eeuw|cht$|lijk|heid$|tje$|(?:er|el|al|en|ag|or|ig|id|ur)l?ing$/.test(form)) return 0.5;
  return /^th|wh|ing$|tion$|ould|n't$|sh$/.test(form) ? -0.5 : 0;
}

/** A word, number or sign that is not remembered and speaks for no language. */
export function unnumbered(form: string): Word {
  return { form, loud: false, lead: 0, turns: false, number: -1, era: 0 };
}

// Words of strangers must not fill the memory.
const mostWords = 30_000;
const longestWord = 40;

type Remembered = { readonly piece: string; readonly word: Word };

const remembered = new Map<number, Remembered>();
// Before the map: one place for each lower half of a hash, since a row is quicker than a map.
const places: (Remembered | undefined)[] = new Array<Remembered | undefined>(0x1_00_00).fill(undefined);
let [era, count] = [1, 0];

/** A number from the units of a word, to be made while it is read: start with 0. */
export function hashed(hash: number, unit: number): number {
  return (Math.imul(hash, 31) + unit) | 0;
}

/** The word that stands in `text` from `start` up to `end`; `hash` is made of its units by {@link hashed}. */
export function wordAt(text: string, start: number, end: number, hash: number): Word {
  const place = (hash ^ (hash >>> 16)) & 0xff_ff;
  const placed = places[place];
  if (placed !== undefined && placed.piece.length === end - start && text.startsWith(placed.piece, start))
    return placed.word;
  const known = remembered.get(hash);
  if (known !== undefined && known.piece.length === end - start && text.startsWith(known.piece, start)) {
    places[place] = known;
    return known.word;
  }
  const piece = text.slice(start, end);
  const form = lookedUpForm(piece);
  const about = { form, loud: isLoud(piece), lead: leadOf(form), turns: clauseWords.has(form) };
  if (known !== undefined || piece.length >= longestWord) return { ...about, number: -1, era: 0 };
  if (count >= mostWords) {
    remembered.clear();
    places.fill(undefined);
    [era, count] = [era + 1, 0];
  }
  const word = { ...about, number: count, era };
  count += 1;
  remembered.set(hash, { piece, word });
  return word;
}

/** The word that a text consists of. */
export function wordOf(text: string): Word {
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) hash = hashed(hash, text.charCodeAt(at));
  return wordAt(text, 0, text.length, hash);
}

/** What somebody has found out about words, so that each is looked up once: a row by number is quicker than a map by letters. */
export class KnownOfWords<T> {
  #values: (T | undefined)[] = [];
  #era = 0;

  /** What is known of a word, else what `find` says of it. */
  of(word: Word, find: (form: string) => T): T {
    if (word.era !== this.#era && !this.#turnsTo(word)) return find(word.form);
    const known = this.#values[word.number];
    if (known !== undefined) return known;
    const found = find(word.form);
    // A row with holes far apart would become a map.
    while (this.#values.length <= word.number) this.#values.push(undefined);
    this.#values[word.number] = found;
    return found;
  }

  /** Forgets everything. */
  clear(): void {
    this.#values = [];
  }

  // Words of an era that is over may still be read to the end of their text.
  #turnsTo(word: Word): boolean {
    if (word.era < this.#era || word.number < 0) return false;
    this.clear();
    this.#era = word.era;
    return true;
  }
}

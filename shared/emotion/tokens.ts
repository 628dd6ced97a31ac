import { typedFaces } from './chat-forms.data.ts';
import { CharKind, kindOfChar } from './char-kinds.ts';
import { hashed, plainForm, unnumbered, wordAt, wordOf } from './word-book.ts';
import type { Word } from './word-book.ts';

export { plainForm } from './word-book.ts';

/**
 * A word, number, emoji or mark of a text. `form` is the looked-up form: lower case, without accents, lengthened letters or chat
 * spelling. `start` and `end` are UTF-16 offsets in the original text, so every token carries its own offset map.
 */
export type Token = { form: string; start: number; end: number; kind: TokenKind; clause: number; word: Word };

/** What a token is; `mask` stands for a link, handle or address whose letters say nothing. */
export type TokenKind = 'word' | 'number' | 'emoji' | 'mask';

/** A sentence with its tokens and closing marks; offsets in the original text. `lead`: how much its words speak for Dutch, below 0 for English. */
export type Sentence = {
  start: number;
  end: number;
  tokens: Token[];
  question: boolean;
  exclamations: number;
  lead: number;
};

const faces = new Map(Object.entries(typedFaces));

// Apostrophes and hyphens inside a word.
const joiners = new Set([39, 45, 96, 0x2019]);
// Comma, semicolon, colon and brackets part clauses.
const pauses = new Set([44, 59, 58, 40, 41]);
const currencies = new Set([8364, 163, 36]);
const [linkWord, moneyWord] = [unnumbered('<mask>'), wordOf('€')];
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const ordinalEnd = /^(?:e|de|ste|st|nd|rd|th)(?![\p{L}\p{N}])/u;

class Scanner {
  readonly #text: string;
  readonly sentences: Sentence[] = [];
  #tokens: Token[] = [];
  #clause = 0;
  #lead = 0;
  #at = 0;
  #hash = 0;

  constructor(text: string) {
    this.#text = text;
  }

  run(): Sentence[] {
    const text = this.#text;
    while (this.#at < text.length) {
      const code = text.charCodeAt(this.#at);
      const kind = kindOfChar(code);
      if (kind === CharKind.letter) this.#word();
      else if (kind === CharKind.space) this.#space();
      else if (isDigit(code)) this.#number();
      else if (kind === CharKind.mark) this.#mark(code);
      else this.#symbol(code);
    }
    this.#close(0, 0, text.length);
    return this.sentences;
  }

  #push(word: Word, start: number, end: number, kind: TokenKind): void {
    this.#tokens.push({ form: word.form, start, end, kind, clause: this.#clause, word });
    this.#lead += word.lead;
    this.#at = end;
  }

  #close(questions: number, exclamations: number, end: number): void {
    const first = this.#tokens[0];
    const last = this.sentences.at(-1);
    if (first !== undefined) {
      const [tokens, lead] = [this.#tokens, this.#lead];
      this.sentences.push({ start: first.start, end, tokens, question: questions > 0, exclamations, lead });
      this.#tokens = [];
      this.#lead = 0;
    } else if (last !== undefined) {
      // "Wat nu? !!" - stray marks belong to what stands before them.
      last.question ||= questions > 0;
      last.exclamations += exclamations;
    }
    this.#clause = 0;
  }

  // White space in a run; an empty line ends a sentence, a line break a clause.
  #space(): void {
    let lines = 0;
    while (this.#at < this.#text.length) {
      const code = this.#text.charCodeAt(this.#at);
      if (kindOfChar(code) !== CharKind.space) break;
      if (code === 10) lines += 1;
      this.#at += 1;
    }
    if (lines > 1) this.#close(0, 0, this.#at);
    else if (lines === 1) this.#clause += 1;
  }

  #number(): void {
    const text = this.#text;
    let end = this.#at + 1;
    for (; end < text.length; end += 1) {
      const code = text.charCodeAt(end);
      if (isDigit(code)) continue;
      // 17.30, 1,50 and 12:45 are one number.
      if ((code === 46 || code === 44 || code === 58) && isDigit(text.charCodeAt(end + 1))) continue;
      break;
    }
    const ordinal = ordinalEnd.exec(text.slice(end, end + 4))?.[0];
    if (ordinal === undefined) this.#push(unnumbered(text.slice(this.#at, end)), this.#at, end, 'number');
    else this.#push(unnumbered(`${text.slice(this.#at, end)}e`), this.#at, end + ordinal.length, 'word');
  }

  #wordEnd(start: number): number {
    const text = this.#text;
    let end = start + 1;
    let hash = hashed(0, text.charCodeAt(start));
    for (; end < text.length; end += 1) {
      const code = text.charCodeAt(end);
      if (kindOfChar(code) !== CharKind.letter && !isDigit(code) && code !== 42) {
        if (!joiners.has(code) || kindOfChar(text.charCodeAt(end + 1)) !== CharKind.letter) break;
      }
      hash = hashed(hash, code);
    }
    this.#hash = hash;
    return end;
  }

  #word(): void {
    const text = this.#text;
    const start = this.#at;
    const end = this.#wordEnd(start);
    const next = text.charCodeAt(end);
    if (next === 64 || (next === 58 && text.startsWith('://', end)) || this.#isWww(start, end)) {
      this.#mask(start);
      return;
    }
    if (end - start === 1 && next === 46 && this.#abbreviation(start)) return;
    const word = wordAt(text, start, end, this.#hash);
    if (word.turns) this.#clause += 1;
    if (word.form === '') this.#at = end;
    else this.#push(word, start, end, 'word');
  }

  #isWww(start: number, end: number): boolean {
    return end - start === 3 && this.#text.charCodeAt(end) === 46 && /^www$/i.test(this.#text.slice(start, end));
  }

  // "z.s.m.", "a.u.b.": one word, whose stops end nothing.
  #abbreviation(start: number): boolean {
    const found = /^(?:\p{L}\.){2,6}\p{L}?(?![\p{L}\p{N}])/u.exec(this.#text.slice(start, start + 16))?.[0];
    if (found === undefined) return false;
    this.#push(wordOf(found.replaceAll('.', '')), start, start + found.length, 'word');
    return true;
  }

  #mask(start: number): void {
    let end = start + 1;
    while (end < this.#text.length && kindOfChar(this.#text.charCodeAt(end)) !== CharKind.space) end += 1;
    this.#push(linkWord, start, end, 'mask');
  }

  // Full stop, question and exclamation marks. `j.` and `nr.5` must not end a sentence: a lone stop counts only before white space.
  #mark(code: number): void {
    const text = this.#text;
    let [questions, exclamations, stops] = [0, 0, 0];
    for (; this.#at < text.length; this.#at += 1) {
      const one = text.charCodeAt(this.#at);
      if (one === 63) questions += 1;
      else if (one === 33) exclamations += 1;
      else if (one === 46 || one === 0x2026) stops += one === 46 ? 1 : 2;
      else break;
    }
    const after = this.#at >= text.length || /[\s"'”’)\]<]/.test(text.charAt(this.#at));
    const ends = questions + exclamations > 0 || stops > 1 || (after && code === 46);
    if (ends) this.#close(questions, exclamations, this.#at);
  }

  #symbol(code: number): void {
    const text = this.#text;
    const start = this.#at;
    if (this.#face(start)) return;
    if (code === 64 && kindOfChar(text.charCodeAt(start + 1)) === CharKind.letter) this.#mask(start);
    else if (currencies.has(code)) this.#push(moneyWord, start, start + 1, 'word');
    else if (code === 60) this.#tag(start);
    else if (code === 38) this.#at = start + (/^&#?\w{1,8};/.exec(text.slice(start, start + 11))?.[0].length ?? 1);
    else if (code > 0x2000) this.#emoji(start);
    else {
      if (pauses.has(code) || this.#isDash(code)) this.#clause += 1;
      this.#at = start + 1;
    }
  }

  #isDash(code: number): boolean {
    return code === 45 && /\s/.test(this.#text.charAt(this.#at + 1));
  }

  #face(start: number): boolean {
    const code = this.#text.charCodeAt(start);
    if (code !== 58 && code !== 59 && code !== 61 && code !== 60 && code !== 62) return false;
    for (let length = 3; length >= 2; length -= 1) {
      const face = this.#text.slice(start, start + length);
      const emoji = face.length === length ? faces.get(face) : undefined;
      const after = kindOfChar(this.#text.charCodeAt(start + length));
      if (emoji === undefined || after === CharKind.letter) continue;
      this.#push(unnumbered(emoji), start, start + length, 'emoji');
      return true;
    }
    return false;
  }

  // Mark-up says nothing; a tag is looked for over a bounded stretch, so that a text of only "<" stays linear.
  #tag(start: number): void {
    const tag = /^<\/?[a-z][^<>]*>/i.exec(this.#text.slice(start, start + 200))?.[0];
    if (tag === undefined) this.#at = start + 1;
    else {
      this.#at = start + tag.length;
      if (/^<(?:br|p|div|\/p|\/div|li)\b/i.test(tag)) this.#close(0, 0, this.#at);
    }
  }

  #emoji(start: number): void {
    const point = this.#text.codePointAt(start) ?? 0;
    const symbol = String.fromCodePoint(point);
    const end = start + symbol.length;
    if (point === 0x2013 || point === 0x2014) this.#clause += 1;
    if (/^\p{Extended_Pictographic}$/u.test(symbol)) this.#push(unnumbered(symbol), start, end, 'emoji');
    else if (/^\p{L}$/u.test(symbol)) this.#push(unnumbered(plainForm(symbol)), start, end, 'word');
    else this.#at = end;
  }
}

/** Splits a text into sentences with tokens in one pass over it. Never throws; an empty text gives no sentences. */
export function readSentences(text: string): Sentence[] {
  return new Scanner(text).run();
}

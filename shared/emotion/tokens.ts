/**
 * A word, number, emoji or mark of a text. `form` is the looked-up form: lower case, without accents, lengthened letters or chat
 * spelling. `start` and `end` are UTF-16 offsets in the original text, so every token carries its own offset map.
 */
export type Token = { form: string; start: number; end: number; kind: TokenKind; clause: number; loud: boolean };

/** What a token is; `mask` stands for a link, handle or address whose letters say nothing. */
export type TokenKind = 'word' | 'number' | 'emoji' | 'mask';

/** A sentence with its tokens and closing marks; offsets in the original text. */
export type Sentence = { start: number; end: number; tokens: Token[]; question: boolean; exclamations: number };

// `j.` and times such as 17.30 must not end a sentence, so a full stop only counts when white space or the end follows.
const pieces =
  /(?<mask>https?:\/\/\S+|www\.\S+|\S+@\S+\.\w+|@\w+)|(?<number>\d+(?:[.,:]\d+)*)|(?<word>[\p{L}\p{M}](?:[\p{L}\p{M}\p{N}*]|['’`-](?=[\p{L}]))*)|(?<emoji>\p{Extended_Pictographic})|(?<stop>[.!?…]+(?=[\s"'”’)\]]|$)|[!?]+|\n\s*\n)|(?<pause>[,;:()]|\s[-–—]\s|\n)/gu;

const chatForms: ReadonlyMap<string, string> = new Map([
  ['w8', 'wacht'],
  ['w88', 'wachten'],
  ['idd', 'inderdaad'],
  ['mn', 'mijn'],
  ["m'n", 'mijn'],
  ['zn', 'zijn'],
  ["z'n", 'zijn'],
  ["'n", 'een'],
  ["'t", 'het'],
  ['ff', 'even'],
  ['gvd', 'godverdomme'],
  ['kl*te', 'klote'],
  ['k*t', 'kut'],
  ['sh*t', 'shit'],
  ['f*ck', 'fuck'],
  ['thx', 'thanks'],
  ['thnx', 'thanks'],
  ['u', 'u'],
  ['pls', 'please'],
  ['plz', 'please'],
  ['aub', 'alsjeblieft'],
  ['svp', 'alsjeblieft'],
]);

/** Lower case, NFC, straight apostrophes, no accents: the shape in which words are stored and looked up. */
export function plainForm(word: string): string {
  const lower = word.toLowerCase().replaceAll(/[’`]/g, "'");
  if (/^[a-z'*-]*$/.test(lower)) return lower;
  return lower.normalize('NFD').replaceAll(/\p{M}/gu, '').normalize('NFC');
}

function lookedUpForm(word: string): string {
  const plain = plainForm(word);
  const known = chatForms.get(plain);
  if (known !== undefined) return known;
  return /(.)\1\1/.test(plain) ? plain.replaceAll(/(.)\1{2,}/g, shortened) : plain;
}

// "zooo" is "zo" but "heeel" is "heel": a lengthened vowel keeps two letters only before a consonant.
function shortened(run: string, letter: string, at: number, whole: string): string {
  const next = whole[at + run.length];
  return 'aeou'.includes(letter) && next !== undefined && next !== letter ? letter + letter : letter;
}

const clauseWords = new Set(['maar', 'but', 'toch', 'hoewel', 'although', 'though', 'echter', 'however', 'terwijl']);

/** True when a word is shouted: four letters or more, all capitals. */
function isLoud(word: string): boolean {
  return word.length >= 4 && word === word.toUpperCase() && word !== word.toLowerCase();
}

/** Splits a text into sentences with tokens. Never throws; an empty text gives no sentences. */
export function readSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let tokens: Token[] = [];
  let clause = 0;
  const close = (marks: string, end: number): void => {
    const first = tokens[0];
    if (first !== undefined) {
      const exclamations = marks.split('!').length - 1;
      sentences.push({ start: first.start, end, tokens, question: marks.includes('?'), exclamations });
    }
    tokens = [];
    clause = 0;
  };
  for (const match of text.matchAll(pieces)) {
    const groups = match.groups ?? {};
    const end = match.index + match[0].length;
    if (groups['stop'] !== undefined) close(match[0], end);
    else if (groups['pause'] !== undefined) clause += 1;
    else {
      const token = toToken(match[0], match.index, groups, clause);
      if (clauseWords.has(token.form)) clause += 1;
      tokens.push({ ...token, clause });
    }
  }
  close('', text.length);
  return sentences;
}

function toToken(piece: string, start: number, groups: Record<string, string | undefined>, clause: number): Token {
  const end = start + piece.length;
  if (groups['mask'] !== undefined) return { form: '<mask>', start, end, kind: 'mask', clause, loud: false };
  if (groups['number'] !== undefined) return { form: piece, start, end, kind: 'number', clause, loud: false };
  if (groups['emoji'] !== undefined) return { form: piece, start, end, kind: 'emoji', clause, loud: false };
  return { form: lookedUpForm(piece), start, end, kind: 'word', clause, loud: isLoud(piece) };
}

import type { CueCode, Language } from './cue-model.ts';
import { formsOf } from './inflection.ts';
import type { WordKind } from './inflection.ts';
import type { LexiconRow } from './lexicon-model.ts';
import type { Token } from './tokens.ts';
import { KnownOfWords, plainForm } from './word-book.ts';

type Entry = { cue: CueCode | null; value: number; weight: number };

/** A felt word in a sentence. `negated` positive words count as a complaint, negated negative words as nothing. */
export type FeltWord = {
  token: Token;
  at: number;
  cue: CueCode | null;
  value: number;
  weight: number;
  negated: boolean;
};

const kinds: readonly WordKind[] = ['adjectives', 'nouns', 'verbs', 'words'];

function buildTable(rows: readonly LexiconRow[], language: Language): Map<string, Entry> {
  const table = new Map<string, Entry>();
  for (const { cue, value, weight, ...lists } of rows) {
    for (const kind of kinds) {
      for (const lemma of (lists[kind] ?? '').split(' ').filter((word) => word !== '')) {
        for (const form of formsOf(lemma, kind, language)) {
          const plain = plainForm(form);
          if (!table.has(plain)) table.set(plain, { cue, value, weight });
        }
      }
    }
  }
  return table;
}

const wordSet = (list: string): Set<string> => new Set(list.split(' ').map(plainForm));

/** Words that change the meaning of a felt word near them, split by spaces. */
export type ModifierWords = { negators: string; intensifiers: string; dampers: string; inverters: string };

/** Parts of compounds that carry a feeling by themselves. */
export type CompoundParts = { first: readonly string[]; last: readonly string[] };

/** The felt words of one language, ready for look-up. */
export type FeltWords = {
  table: ReadonlyMap<string, Entry>;
  modifiers: Record<keyof ModifierWords, ReadonlySet<string>>;
  compounds: CompoundParts;
  known: KnownOfWords<Entry | null>;
};

/** Compiles the lexicon of one language: all inflected forms of every lemma. */
export function compileWords(
  rows: readonly LexiconRow[],
  modifiers: ModifierWords,
  compounds: CompoundParts,
  language: Language,
): FeltWords {
  return {
    table: buildTable(rows, language),
    modifiers: {
      negators: wordSet(modifiers.negators),
      intensifiers: wordSet(modifiers.intensifiers),
      dampers: wordSet(modifiers.dampers),
      inverters: wordSet(modifiers.inverters),
    },
    compounds,
    known: new KnownOfWords<Entry | null>(),
  };
}

const compoundEntry: Entry = { cue: 'frustration', value: -0.7, weight: 0.6 };

function lookUp(form: string, { table, compounds }: FeltWords): Entry | null {
  const entry = table.get(form);
  if (entry !== undefined) return entry;
  if (form.length < 7 || form.length > 40) return null;
  const last = compounds.last.find((part) => form.endsWith(part));
  if (last !== undefined) return table.get(last) ?? compoundEntry;
  if (compounds.first.some((part) => part.length > 3 && form.startsWith(part))) return compoundEntry;
  return misspelt(form, table);
}

// One letter wrong, missing, doubled or swapped in a long word. Short words have too many neighbours to guess.
function misspelt(form: string, table: ReadonlyMap<string, Entry>): Entry | null {
  if (form.length < 8 || !/^[a-z]+$/.test(form)) return null;
  for (let at = 1; at < form.length; at += 1) {
    const without = table.get(form.slice(0, at) + form.slice(at + 1));
    if (without !== undefined && without.cue !== null) return without;
    const swapped = table.get(form.slice(0, at) + form.charAt(at + 1) + form.charAt(at) + form.slice(at + 2));
    if (swapped !== undefined && swapped.cue !== null) return swapped;
    const doubled = table.get(form.slice(0, at) + form.charAt(at) + form.slice(at));
    if (doubled !== undefined && doubled.cue !== null) return doubled;
  }
  return null;
}

function entryOf({ word }: Token, words: FeltWords): Entry | null {
  return words.known.of(word, (form) => lookUp(form, words));
}

// A negator reaches three words ahead and never past a comma, "maar" or "but".
function isNegated(tokens: readonly Token[], at: number, { modifiers }: FeltWords): boolean {
  const clause = tokens[at]?.clause;
  for (let back = 1; back <= 3; back += 1) {
    const before = tokens[at - back];
    if (before === undefined || before.clause !== clause) return false;
    if (modifiers.negators.has(before.form)) return true;
  }
  return false;
}

function strength(tokens: readonly Token[], at: number, { modifiers }: FeltWords): number {
  const { intensifiers, dampers } = modifiers;
  const before = tokens[at - 1]?.form ?? '';
  if (intensifiers.has(before)) return 1.25;
  return dampers.has(before) ? 0.75 : 1;
}

function isPraise(token: Token | undefined, words: FeltWords): boolean {
  return token !== undefined && (entryOf(token, words)?.value ?? 0) > 0;
}

// "Would love to" opens a request and is no joy.
const wishOpenings = new Set([
  'would love',
  "i'd love",
  "we'd love",
  'would appreciate',
  "i'd appreciate",
  "we'd appreciate",
  'send gladly',
  'will gladly',
]);

/** Finds the felt words of one sentence, with negation, intensifiers, dampers and positive inversions applied. */
export function findFeltWords(tokens: readonly Token[], words: FeltWords): FeltWord[] {
  const found: FeltWord[] = [];
  tokens.forEach((token, at) => {
    if (token.kind === 'mask' || token.kind === 'number') return;
    const entry = entryOf(token, words);
    if (entry === null || wishOpenings.has(`${tokens[at - 1]?.form ?? ''} ${token.form}`)) return;
    if (entry.value < 0 && words.modifiers.inverters.has(token.form) && isPraise(tokens[at + 1], words)) return;
    const times = strength(tokens, at, words);
    const loud = token.word.loud ? 1.15 : 1;
    found.push({
      token,
      at,
      cue: entry.cue,
      value: Math.max(-1, Math.min(1, entry.value * times)),
      weight: Math.min(0.95, entry.weight * times * loud),
      negated: isNegated(tokens, at, words),
    });
  });
  return found;
}

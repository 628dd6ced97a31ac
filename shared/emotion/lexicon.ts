import type { CueCode, Language } from './cue-model.ts';
import { formsOf } from './inflection.ts';
import type { WordKind } from './inflection.ts';
import {
  englishDampers,
  englishIntensifiers,
  englishInverters,
  englishLexicon,
  englishNegators,
} from './lexicon-en.data.ts';
import type { LexiconRow } from './lexicon-model.ts';
import {
  dutchCompoundParts,
  dutchDampers,
  dutchIntensifiers,
  dutchInverters,
  dutchLexicon,
  dutchNegators,
} from './lexicon-nl.data.ts';
import { plainForm } from './tokens.ts';
import type { Token } from './tokens.ts';

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

const speech = {
  nl: {
    table: buildTable(dutchLexicon, 'nl'),
    negators: wordSet(dutchNegators),
    intensifiers: wordSet(dutchIntensifiers),
    dampers: wordSet(dutchDampers),
    inverters: wordSet(dutchInverters),
  },
  en: {
    table: buildTable(englishLexicon, 'en'),
    negators: wordSet(englishNegators),
    intensifiers: wordSet(englishIntensifiers),
    dampers: wordSet(englishDampers),
    inverters: wordSet(englishInverters),
  },
};

const compoundEntry: Entry = { cue: 'frustration', value: -0.7, weight: 0.6 };

function entryOf(form: string, language: Language): Entry | undefined {
  const entry = speech[language].table.get(form);
  if (entry !== undefined || language === 'en' || form.length < 7) return entry;
  const last = dutchCompoundParts.last.find((part) => form.endsWith(part));
  if (last !== undefined) return speech.nl.table.get(last) ?? compoundEntry;
  const felt = dutchCompoundParts.first.some((part) => part.length > 3 && form.startsWith(part));
  return felt ? compoundEntry : undefined;
}

// A negator reaches three words ahead and never past a comma, "maar" or "but".
function isNegated(tokens: readonly Token[], at: number, language: Language): boolean {
  const clause = tokens[at]?.clause;
  for (let back = 1; back <= 3; back += 1) {
    const before = tokens[at - back];
    if (before === undefined || before.clause !== clause) return false;
    if (speech[language].negators.has(before.form)) return true;
  }
  return false;
}

function strength(tokens: readonly Token[], at: number, language: Language): number {
  const { intensifiers, dampers } = speech[language];
  const before = tokens[at - 1]?.form ?? '';
  if (intensifiers.has(before)) return 1.25;
  return dampers.has(before) ? 0.75 : 1;
}

function isPraise(token: Token | undefined, language: Language): boolean {
  return token !== undefined && (entryOf(token.form, language)?.value ?? 0) > 0;
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
export function findFeltWords(tokens: readonly Token[], language: Language): FeltWord[] {
  const found: FeltWord[] = [];
  tokens.forEach((token, at) => {
    if (token.kind === 'mask' || token.kind === 'number') return;
    const entry = entryOf(token.form, language);
    if (entry === undefined || wishOpenings.has(`${tokens[at - 1]?.form ?? ''} ${token.form}`)) return;
    if (entry.value < 0 && speech[language].inverters.has(token.form) && isPraise(tokens[at + 1], language)) return;
    const times = strength(tokens, at, language);
    const loud = token.loud ? 1.15 : 1;
    found.push({
      token,
      at,
      cue: entry.cue,
      value: Math.max(-1, Math.min(1, entry.value * times)),
      weight: Math.min(0.95, entry.weight * times * loud),
      negated: isNegated(tokens, at, language),
    });
  });
  return found;
}

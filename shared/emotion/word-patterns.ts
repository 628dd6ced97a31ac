import { plainForm } from './tokens.ts';
import type { Token } from './tokens.ts';

/**
 * The small language in which situation rules are written. Elements are separated by spaces:
 * `word`, `one|other`, `stem*` (begins with), `<class>` (a named word list), `<n>` (any number, in digits or words),
 * a trailing `?` makes an element optional, and `..3` lets up to three words stand between.
 */
export type WordClasses = Readonly<Record<string, string>>;

/** A compiled set of patterns; `find` gives each hit with the index of its first token and the index after its last one. */
export type PatternSet<T> = {
  find(tokens: readonly Token[]): PatternHit<T>[];
  /** The same on a row that the set's vocabulary has read already. */
  findIn(row: WordRow): PatternHit<T>[];
};

/** One hit of a pattern on a token row. */
export type PatternHit<T> = { value: T; from: number; to: number };

/** Other spellings under which an unknown word is looked up; the first known one counts. */
export type OtherSpellings = (form: string) => readonly string[];

type Element = {
  key: string;
  words: Set<string>;
  prefixes: Set<string>;
  number: boolean;
  optional: boolean;
  gap: number;
};
// `accepts[id]` is 1 when the element takes the word with that id.
type Step = { accepts: Uint8Array; optional: boolean; gap: number };
type Steps = { list: readonly Step[]; way: 1 | -1 };
type Compiled<T> = { value: T; before: Steps; after: Steps };

/** Word ids of a token row: `first` has one id a token (0 = no pattern knows it), `more` all ids where stems give several. */
export type WordRow = { first: readonly number[]; more: (readonly number[] | null)[] };

const unreachable = -2;
const numberId = 1;
const firstWordId = 2;
const cacheLimit = 30_000;

// Words that stand in half of all sentences: patterns hang on a rarer word, so that these start no search.
const frequent = new Set(
  'ik is de het een en van dat niet nog geen al te u jullie je we wij in op met voor naar er dit zo maar ook wel aan om bij heb heeft was ben mijn me dan nu weer the a an to and i my we you your it is was be been have has had not no in on for of with that this at they me are were do so still just from'.split(
    ' ',
  ),
);

function addWord(element: Element, word: string, classes: WordClasses): void {
  const named = /^<(.+)>$/.exec(word)?.[1];
  if (named === 'n') {
    element.number = true;
    for (const name of (classes['n'] ?? '').split(/\s+/)) if (name !== '') element.words.add(name);
  } else if (named !== undefined) {
    const list = classes[named];
    if (list === undefined) throw new RangeError(`unknown word class <${named}>`);
    for (const name of list.trim().split(/\s+/)) addWord(element, name, classes);
  } else if (word.endsWith('*') && word.length > 1) element.prefixes.add(plainForm(word.slice(0, -1)));
  else element.words.add(plainForm(word));
}

function readElements(pattern: string, classes: WordClasses): Element[] {
  const elements: Element[] = [];
  let gap = 0;
  for (const part of pattern.trim().split(/\s+/)) {
    if (part.startsWith('..')) {
      gap = Number(part.slice(2));
      continue;
    }
    const optional = part.endsWith('?') && part.length > 1;
    const key = optional ? part.slice(0, -1) : part;
    const element: Element = { key, words: new Set(), prefixes: new Set(), number: false, optional, gap };
    for (const word of key.split('|')) addWord(element, word, classes);
    elements.push(element);
    gap = 0;
  }
  return elements;
}

/** How often an element may be expected to match: the rarest one of a pattern becomes its anchor. */
function commonness({ words, prefixes, number }: Element): number {
  let sum = prefixes.size + (number ? 10 : 0);
  for (const word of words) sum += frequent.has(word) ? 30 : 1;
  return sum;
}

/** The words of pattern sets that read the same texts: shared, so that each token is looked up once for all of them. */
export class Vocabulary {
  readonly ids = new Map<string, number>();
  readonly prefixes = new Map<string, number>();
  readonly spellings: OtherSpellings | null;
  #known = new Map<string, number | readonly number[]>();
  #next = firstWordId;

  constructor(spellings: OtherSpellings | null = null) {
    this.spellings = spellings;
  }

  /** Ids given out so far, and the two reserved ones. */
  get size(): number {
    return this.#next;
  }

  /** Gives ids to the words of an element. */
  add(element: Element): void {
    this.#known.clear();
    for (const word of element.words) if (!this.ids.has(word)) this.ids.set(word, this.#next++);
    for (const prefix of element.prefixes) if (!this.prefixes.has(prefix)) this.prefixes.set(prefix, this.#next++);
  }

  /** The id of a form, or several when stems match; 0 when no pattern knows it. */
  idOf(form: string): number | readonly number[] {
    const known = this.#known.get(form);
    if (known !== undefined) return known;
    const found = this.#lookUp(form);
    // Words of strangers must not fill the memory.
    if (this.#known.size > cacheLimit) this.#known = new Map();
    if (form.length < 40) this.#known.set(form, found);
    return found;
  }

  #lookUp(form: string): number | readonly number[] {
    let ids = this.#exact(form);
    for (const other of ids.length === 0 ? (this.spellings?.(form) ?? []) : []) {
      ids = this.#exact(other);
      if (ids.length > 0) break;
    }
    return ids.length > 1 ? ids : (ids[0] ?? 0);
  }

  #exact(form: string): number[] {
    const exact = this.ids.get(form);
    const ids = exact === undefined ? [] : [exact];
    if (this.prefixes.size === 0) return ids;
    for (let length = 2; length <= form.length && length <= 14; length += 1) {
      const id = this.prefixes.get(form.slice(0, length));
      if (id !== undefined) ids.push(id);
    }
    return ids;
  }

  /** Looks up a token row once, for any number of pattern sets. */
  readRow(tokens: readonly Token[]): WordRow {
    const first: number[] = [];
    const more: (readonly number[] | null)[] = [];
    for (const { form, kind } of tokens) {
      const id = kind === 'number' ? numberId : this.idOf(form);
      if (typeof id === 'number') {
        first.push(id);
        more.push(null);
      } else {
        first.push(id[0] ?? 0);
        more.push(id);
      }
    }
    return { first, more };
  }
}

function accepts(step: Step, row: WordRow, at: number): boolean {
  const id = row.first[at];
  if (id === undefined || id === 0) return false;
  if (step.accepts[id] === 1) return true;
  const more = row.more[at] ?? null;
  return more !== null && more.some((one) => step.accepts[one] === 1);
}

// Shortest reading first, so that a span never swallows more words than the rule needs. `way` is 1 forwards, -1 backwards;
// `from` is the first token that may match.
function walk(steps: Steps, index: number, row: WordRow, from: number): number {
  const step = steps.list[index];
  if (step === undefined) return from;
  for (let skip = 0; skip <= step.gap; skip += 1) {
    const at = from + steps.way * skip;
    if (at < 0 || at >= row.first.length) break;
    if (!accepts(step, row, at)) continue;
    const end = walk(steps, index + 1, row, at + steps.way);
    if (end !== unreachable) return end;
  }
  return step.optional ? walk(steps, index + 1, row, from) : unreachable;
}

class Compiler<T> {
  readonly vocabulary: Vocabulary;
  readonly byAnchor = new Map<number, Compiled<T>[]>();
  #tables = new Map<string, Uint8Array>();

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  #table(element: Element): Uint8Array {
    const known = this.#tables.get(element.key);
    if (known !== undefined) return known;
    const table = new Uint8Array(this.vocabulary.size);
    for (const word of element.words) table[this.vocabulary.ids.get(word) ?? 0] = 1;
    for (const prefix of element.prefixes) table[this.vocabulary.prefixes.get(prefix) ?? 0] = 1;
    if (element.number) table[numberId] = 1;
    this.#tables.set(element.key, table);
    return table;
  }

  addPattern(elements: readonly Element[], value: T): void {
    let anchorAt = -1;
    let least = Number.POSITIVE_INFINITY;
    elements.forEach((element, at) => {
      const weight = commonness(element);
      if (!element.optional && weight < least) [anchorAt, least] = [at, weight];
    });
    const anchor = elements[anchorAt];
    if (anchor === undefined) throw new RangeError('a pattern needs one word that is not optional');
    const steps = elements.map((element) => ({ ...element, accepts: this.#table(element) }));
    // Backwards the gap before an element is crossed after it, so each step takes the gap of the one to its right.
    const before = steps.slice(0, anchorAt).map((step, at) => ({ ...step, gap: steps[at + 1]?.gap ?? 0 }));
    const compiled: Compiled<T> = {
      value,
      before: { list: before.reverse(), way: -1 },
      after: { list: steps.slice(anchorAt + 1), way: 1 },
    };
    this.#table(anchor).forEach((one, id) => {
      if (one === 1) this.byAnchor.set(id, [...(this.byAnchor.get(id) ?? []), compiled]);
    });
  }
}

class CompiledPatterns<T> implements PatternSet<T> {
  readonly #vocabulary: Vocabulary;
  readonly #byId: (readonly Compiled<T>[] | undefined)[];

  constructor({ vocabulary, byAnchor }: Compiler<T>) {
    this.#vocabulary = vocabulary;
    this.#byId = Array.from({ length: vocabulary.size }, (_, id) => byAnchor.get(id));
  }

  find(tokens: readonly Token[]): PatternHit<T>[] {
    return this.findIn(this.#vocabulary.readRow(tokens));
  }

  findIn(row: WordRow): PatternHit<T>[] {
    const hits: PatternHit<T>[] = [];
    const { first, more } = row;
    for (let at = 0; at < first.length; at += 1) {
      const several = more[at] ?? null;
      if (several !== null) for (const id of several) this.#tryAt(row, at, id, hits);
      else if (first[at] !== 0) this.#tryAt(row, at, first[at] ?? 0, hits);
    }
    return hits;
  }

  #tryAt(row: WordRow, at: number, id: number, hits: PatternHit<T>[]): void {
    const candidates = this.#byId[id];
    if (candidates === undefined) return;
    for (const { value, before, after } of candidates) {
      const to = walk(after, 0, row, at + 1);
      if (to === unreachable) continue;
      const last = walk(before, 0, row, at - 1);
      if (last !== unreachable) hits.push({ value, from: last + 1, to });
    }
  }
}

/** Compiles patterns into an index by their rarest word. Throws RangeError on an unknown class or a pattern of optional words only. */
export function compilePatterns<T>(
  rows: Iterable<readonly [string, T]>,
  classes: WordClasses,
  vocabulary = new Vocabulary(),
): PatternSet<T> {
  const compiler = new Compiler<T>(vocabulary);
  const read = [...rows].map(([pattern, value]) => ({ elements: readElements(pattern, classes), value }));
  for (const { elements } of read) for (const element of elements) vocabulary.add(element);
  for (const { elements, value } of read) compiler.addPattern(elements, value);
  return new CompiledPatterns(compiler);
}

/** Compiles patterns that have no value of their own. */
export function compilePlainPatterns(
  patterns: readonly string[],
  classes: WordClasses,
  vocabulary?: Vocabulary,
): PatternSet<true> {
  return compilePatterns(
    patterns.map((pattern) => [pattern, true] as const),
    classes,
    vocabulary,
  );
}

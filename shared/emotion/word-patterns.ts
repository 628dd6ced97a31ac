import { commonness, readElements, variantsOf } from './pattern-elements.ts';
import type { Element, WordClasses } from './pattern-elements.ts';
import type { Token } from './tokens.ts';

export type { WordClasses } from './pattern-elements.ts';

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

// The ids an element takes: a few in a list, many as ones in a table.
type Choice = { few: readonly number[]; many: Uint8Array | null };
type Step = { choice: Choice; optional: boolean; gap: number };
type Steps = { list: readonly Step[]; way: 1 | -1 };
type Compiled = { set: number; value: unknown; before: Steps; after: Steps };
type SetHit = { set: number; value: unknown; from: number; to: number };
type Ids = { first: readonly number[]; more: readonly (readonly number[] | null)[] };

/** A token row in which all pattern sets of a vocabulary have been searched for, in one pass. */
export type WordRow = { readonly hits: readonly SetHit[] };

const unreachable = -2;
const fewIds = 6;
const numberId = 1;
const firstWordId = 2;
const cacheLimit = 30_000;

/** The words of pattern sets that read the same texts: shared, so that each token is looked up once for all of them. */
export class Vocabulary {
  readonly ids = new Map<string, number>();
  readonly prefixes = new Map<string, number>();
  readonly spellings: OtherSpellings | null;
  #known = new Map<string, number | readonly number[]>();
  #next = firstWordId;
  #setCount = 0;
  // By word id the patterns of all sets that hang on it.
  readonly #byAnchor: (Compiled[] | undefined)[] = [];
  readonly #choices = new Map<string, Choice>();

  constructor(spellings: OtherSpellings | null = null) {
    this.spellings = spellings;
  }

  /** The number of a new pattern set. */
  addSet(): number {
    return this.#setCount++;
  }

  /** The ids of an element whose words were added; equal elements share one table, which keeps them in the processor's cache. */
  choiceOf({ words, prefixes, number }: Element): Choice {
    const ids = [...words].map((word) => this.ids.get(word) ?? 0);
    for (const prefix of prefixes) ids.push(this.prefixes.get(prefix) ?? 0);
    if (number) ids.push(numberId);
    ids.sort((a, b) => a - b);
    const key = ids.join();
    const known = this.#choices.get(key);
    if (known !== undefined) return known;
    const many = ids.length > fewIds ? new Uint8Array((ids.at(-1) ?? 0) + 1) : null;
    for (const id of many === null ? [] : ids) if (many !== null) many[id] = 1;
    const choice = { few: ids, many };
    this.#choices.set(key, choice);
    return choice;
  }

  /** Hangs a pattern on the words of its rarest element. */
  hang(anchor: Choice, compiled: Compiled): void {
    for (const id of anchor.few) (this.#byAnchor[id] ??= []).push(compiled);
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

  /** Looks up a token row and searches it for the patterns of all sets. */
  readRow(tokens: readonly Token[]): WordRow {
    const first: number[] = [];
    const more: (readonly number[] | null)[] = [];
    for (const { form, kind } of tokens) {
      const id = kind === 'number' ? numberId : this.idOf(form);
      const several = typeof id === 'number' ? null : id;
      first.push(typeof id === 'number' ? id : (id[0] ?? 0));
      more.push(several);
    }
    const ids = { first, more };
    const hits: SetHit[] = [];
    for (let at = 0; at < first.length; at += 1) {
      const several = more[at] ?? null;
      if (several !== null) for (const id of several) this.#tryAt(ids, at, id, hits);
      else if (first[at] !== 0) this.#tryAt(ids, at, first[at] ?? 0, hits);
    }
    return { hits };
  }

  #tryAt(ids: Ids, at: number, id: number, hits: SetHit[]): void {
    const candidates = this.#byAnchor[id];
    if (candidates === undefined) return;
    for (const { set, value, before, after } of candidates) {
      const to = walk(after, 0, ids, at + 1);
      if (to === unreachable) continue;
      const last = walk(before, 0, ids, at - 1);
      if (last !== unreachable) hits.push({ set, value, from: last + 1, to });
    }
  }
}

function takes({ few, many }: Choice, id: number): boolean {
  return many === null ? few.includes(id) : many[id] === 1;
}

function accepts({ choice }: Step, { first, more }: Ids, at: number): boolean {
  const id = first[at];
  if (id === undefined || id === 0) return false;
  if (takes(choice, id)) return true;
  const several = more[at] ?? null;
  return several !== null && several.some((one) => takes(choice, one));
}

// Shortest reading first, so that a span never swallows more words than the rule needs. `way` is 1 forwards, -1 backwards;
// `from` is the first token that may match.
function walk(steps: Steps, index: number, ids: Ids, from: number): number {
  const step = steps.list[index];
  if (step === undefined) return from;
  for (let skip = 0; skip <= step.gap; skip += 1) {
    const at = from + steps.way * skip;
    if (at < 0 || at >= ids.first.length) break;
    if (!accepts(step, ids, at)) continue;
    const end = walk(steps, index + 1, ids, at + steps.way);
    if (end !== unreachable) return end;
  }
  return step.optional ? walk(steps, index + 1, ids, from) : unreachable;
}

function hangPattern(vocabulary: Vocabulary, elements: readonly Element[], set: number, value: unknown): void {
  let anchorAt = -1;
  let least = Number.POSITIVE_INFINITY;
  elements.forEach((element, at) => {
    const weight = commonness(element);
    if (!element.optional && weight < least) [anchorAt, least] = [at, weight];
  });
  if (anchorAt < 0) throw new RangeError('a pattern needs one word that is not optional');
  const steps = elements.map((element) => ({
    choice: vocabulary.choiceOf(element),
    optional: element.optional,
    gap: element.gap,
  }));
  // Backwards the gap before an element is crossed after it, so each step takes the gap of the one to its right.
  const before = steps.slice(0, anchorAt).map((step, at) => ({ ...step, gap: steps[at + 1]?.gap ?? 0 }));
  const anchor = steps[anchorAt]?.choice ?? { few: [], many: null };
  vocabulary.hang(anchor, {
    set,
    value,
    before: { list: before.reverse(), way: -1 },
    after: { list: steps.slice(anchorAt + 1), way: 1 },
  });
}

class CompiledPatterns<T> implements PatternSet<T> {
  readonly #vocabulary: Vocabulary;
  readonly #set: number;

  constructor(vocabulary: Vocabulary, set: number) {
    this.#vocabulary = vocabulary;
    this.#set = set;
  }

  find(tokens: readonly Token[]): PatternHit<T>[] {
    return this.findIn(this.#vocabulary.readRow(tokens));
  }

  findIn({ hits }: WordRow): PatternHit<T>[] {
    const own: PatternHit<T>[] = [];
    // Only this set's patterns carry its number, and their values are all of its type.
    for (const hit of hits) if (hit.set === this.#set) own.push(hit as SetHit & { value: T });
    return own;
  }
}

/** Compiles patterns into an index by their rarest word. Throws RangeError on an unknown class or a pattern of optional words only. */
export function compilePatterns<T>(
  rows: Iterable<readonly [string, T]>,
  classes: WordClasses,
  vocabulary = new Vocabulary(),
): PatternSet<T> {
  const read = [...rows].flatMap(([pattern, value]) =>
    variantsOf(pattern).map((variant) => ({ elements: readElements(variant, classes), value })),
  );
  for (const { elements } of read) for (const element of elements) vocabulary.add(element);
  const set = vocabulary.addSet();
  for (const { elements, value } of read) hangPattern(vocabulary, elements, set, value);
  return new CompiledPatterns<T>(vocabulary, set);
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

import { commonness, readElements, variantsOf } from './pattern-elements.ts';
import type { Element, WordClasses } from './pattern-elements.ts';
import { PatternProgram, signOf } from './pattern-program.ts';
import type { HungPattern, RowIds, SetHit } from './pattern-program.ts';
import type { Token } from './tokens.ts';
import { KnownOfWords } from './word-book.ts';

export type { WordClasses } from './pattern-elements.ts';

/** A compiled set of patterns; `find` gives each hit with the index of its first token and the index after its last one. */
export type PatternSet<T> = {
  find(tokens: readonly Token[]): readonly PatternHit<T>[];
  /** The same on a row that the set's vocabulary has read already. */
  findIn(row: WordRow): readonly PatternHit<T>[];
  /** True when any of the patterns stands in such a row. */
  standsIn(row: WordRow): boolean;
};

/** One hit of a pattern on a token row. */
export type PatternHit<T> = { value: T; from: number; to: number };

/** Other spellings under which an unknown word is looked up; the first known one counts. */
export type OtherSpellings = (form: string) => readonly string[];

/** A token row in which all pattern sets of a vocabulary have been searched for, in one pass. */
export type WordRow = { readonly hits: readonly SetHit[] };

const emptyRow: WordRow = { hits: [] };
const nowhere: readonly [] = [];
const numberId = 1;
const firstWordId = 2;

/** The words of pattern sets that read the same texts: shared, so that each token is looked up once for all of them. */
export class Vocabulary {
  readonly ids = new Map<string, number>();
  readonly prefixes = new Map<string, number>();
  readonly spellings: OtherSpellings | null;
  readonly #known = new KnownOfWords<number | readonly number[]>();
  #next = firstWordId;
  #setCount = 0;
  // The patterns of all sets; the program is made of them when the first row is read.
  readonly #hung: HungPattern[] = [];
  #program: PatternProgram | null = null;

  constructor(spellings: OtherSpellings | null = null) {
    this.spellings = spellings;
  }

  /** The number of a new pattern set. */
  addSet(): number {
    return this.#setCount++;
  }

  /** The ids of an element whose words were added, sorted. */
  idsOf({ words, prefixes, number }: Element): readonly number[] {
    const ids: number[] = [];
    for (const word of words) ids.push(this.ids.get(word) ?? 0);
    for (const prefix of prefixes) ids.push(this.prefixes.get(prefix) ?? 0);
    if (number) ids.push(numberId);
    return ids.length > 1 ? ids.sort((a, b) => a - b) : ids;
  }

  /** Hangs a pattern on the words of its rarest element. */
  hang(pattern: HungPattern): void {
    this.#hung.push(pattern);
    this.#program = null;
  }

  /** Gives ids to the words of an element. */
  add(element: Element): void {
    this.#known.clear();
    for (const word of element.words) if (!this.ids.has(word)) this.ids.set(word, this.#next++);
    for (const prefix of element.prefixes) if (!this.prefixes.has(prefix)) this.prefixes.set(prefix, this.#next++);
  }

  // The id of a form, or several when stems match; 0 when no pattern knows it.
  readonly #lookUp = (form: string): number | readonly number[] => {
    let ids = this.#exact(form);
    for (const other of ids.length === 0 ? (this.spellings?.(form) ?? []) : []) {
      ids = this.#exact(other);
      if (ids.length > 0) break;
    }
    return ids.length > 1 ? ids : (ids[0] ?? 0);
  };

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
    const ids = this.#idsOf(tokens);
    const program = (this.#program ??= new PatternProgram(this.#hung, this.#next));
    const hits: SetHit[] = [];
    for (let at = 0; at < tokens.length; at += 1) {
      const several = ids.more[at] ?? null;
      if (several === null) program.tryAt(ids, at, ids.first[at] ?? 0, hits);
      else for (const id of several) program.tryAt(ids, at, id, hits);
    }
    return hits.length === 0 ? emptyRow : { hits };
  }

  #idsOf(tokens: readonly Token[]): RowIds {
    const first: number[] = [];
    const more: (readonly number[] | null)[] = [];
    const signs: number[] = [];
    for (const { word, kind } of tokens) {
      const id = kind === 'number' ? numberId : this.#known.of(word, this.#lookUp);
      if (typeof id === 'number') {
        first.push(id);
        more.push(null);
        signs.push(id === 0 ? 0 : signOf(id));
      } else {
        first.push(id[0] ?? 0);
        more.push(id);
        signs.push(id.reduce((sum, one) => sum | signOf(one), 0));
      }
    }
    return { first, more, signs };
  }
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
    ids: vocabulary.idsOf(element),
    optional: element.optional,
    gap: element.gap,
  }));
  // Backwards the gap before an element is crossed after it, so each step takes the gap of the one to its right.
  const before = steps.slice(0, anchorAt).map((step, at) => ({ ...step, gap: steps[at + 1]?.gap ?? 0 }));
  vocabulary.hang({
    set,
    value,
    anchors: steps[anchorAt]?.ids ?? [],
    before: before.reverse(),
    after: steps.slice(anchorAt + 1),
  });
}

class CompiledPatterns<T> implements PatternSet<T> {
  readonly #vocabulary: Vocabulary;
  readonly #set: number;

  constructor(vocabulary: Vocabulary, set: number) {
    this.#vocabulary = vocabulary;
    this.#set = set;
  }

  find(tokens: readonly Token[]): readonly PatternHit<T>[] {
    return this.findIn(this.#vocabulary.readRow(tokens));
  }

  standsIn({ hits }: WordRow): boolean {
    for (const hit of hits) if (hit.set === this.#set) return true;
    return false;
  }

  findIn({ hits }: WordRow): readonly PatternHit<T>[] {
    if (hits.length === 0) return nowhere;
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

/** An element beside the word that a pattern hangs on: the ids it takes, sorted, and how many words may stand before it. */
export type Step = { readonly ids: readonly number[]; readonly optional: boolean; readonly gap: number };

/** A pattern hung on one of its elements, with what must stand before it and after it, nearest first. */
export type HungPattern = {
  readonly set: number;
  readonly value: unknown;
  readonly anchors: readonly number[];
  readonly before: readonly Step[];
  readonly after: readonly Step[];
};

/** One hit of a pattern of set number `set`: from its first token up to the one after its last. */
export type SetHit = { readonly set: number; readonly value: unknown; readonly from: number; readonly to: number };

/**
 * The word ids of a token row: `first` of each token, 0 where no pattern knows it; `more` all of them where several stems match;
 * `signs` a bit for each id of a token.
 */
export type RowIds = {
  readonly first: readonly number[];
  readonly more: readonly (readonly number[] | null)[];
  readonly signs: readonly number[];
};

const unreachable = -2;
// Ids of an element stand in its step; of more than these a bit stands in the table of each id.
const mostInStep = 6;
// A neighbour that may stand further off than this is not screened for.
const furthest = 12;
const reachBits = 4;
const perScreen = 4;
const [isOptional, backwards, gapShift] = [1, 2, 2];

const numberAt = (row: Int32Array, at: number): number => row[at] ?? 0;

/** A bit for a word id; different ids share one now and then. */
export function signOf(id: number): number {
  return 1 << (Math.imul(id, 0x9e3779b1) >>> 27);
}

// How far the nearest element may stand, and the signs of which one must stand there; reach 0 when nothing can be told from it.
function screenOf(nearest: Step | undefined): { reach: number; signs: number } {
  if (nearest === undefined || nearest.optional || nearest.gap >= furthest) return { reach: 0, signs: 0 };
  let signs = 0;
  for (const id of nearest.ids) signs |= signOf(id);
  return { reach: nearest.gap + 1, signs };
}

// The signs met up to a distance from the word at hand, after it and before it; filled anew for each word.
const ahead = new Int32Array(furthest + 1);
const behind = new Int32Array(furthest + 1);

function gather(signs: readonly number[], at: number): void {
  for (let reach = 1; reach <= furthest; reach += 1) {
    ahead[reach] = (ahead[reach - 1] ?? 0) | (signs[at + reach] ?? 0);
    behind[reach] = (behind[reach - 1] ?? 0) | (at < reach ? 0 : (signs[at - reach] ?? 0));
  }
}

/**
 * The patterns of a vocabulary in a few rows of numbers, those of one word side by side: followed through objects they would wait for the
 * memory at every step. Most are refused by a glance at the signs around the word.
 */
export class PatternProgram {
  readonly #patterns: readonly HungPattern[];
  /** By word id where its screens begin. */
  readonly #starts: Int32Array;
  /** For each pattern of a word: signs before, signs after, their reaches, number of the pattern. */
  readonly #screens: Int32Array;
  /** By pattern where its steps begin: after the word, then before it. */
  readonly #places: Int32Array;
  /** A row of steps: how many, then for each its kind (gap, direction, optional or not), the number of ids and the ids, or ~column of the table. */
  readonly #steps: Int32Array;
  /** By id a bit for each long list of ids that holds it. */
  readonly #table: Int32Array;
  readonly #width: number;

  /** `idCount` is one more than the highest id. */
  constructor(patterns: readonly HungPattern[], idCount: number) {
    this.#patterns = patterns;
    const columns = new Map<string, { column: number; ids: readonly number[] }>();
    const steps: number[] = [];
    const addSteps = (list: readonly Step[], way: number): void => {
      steps.push(list.length);
      for (const { ids, optional, gap } of list) {
        steps.push((gap << gapShift) | way | (optional ? isOptional : 0));
        if (ids.length <= mostInStep) steps.push(ids.length, ...ids);
        else {
          const key = ids.join();
          const known = columns.get(key) ?? { column: columns.size, ids };
          columns.set(key, known);
          steps.push(~known.column);
        }
      }
    };
    this.#places = new Int32Array(patterns.length * 2);
    patterns.forEach(({ before, after }, at) => {
      this.#places[at * 2] = steps.length;
      addSteps(after, 0);
      this.#places[at * 2 + 1] = steps.length;
      addSteps(before, backwards);
    });
    this.#steps = Int32Array.from(steps);
    this.#width = Math.ceil(columns.size / 32);
    this.#table = new Int32Array(this.#width * idCount);
    for (const { column, ids } of columns.values()) {
      for (const id of ids) {
        const place = id * this.#width + (column >> 5);
        this.#table[place] = (this.#table[place] ?? 0) | (1 << (column & 31));
      }
    }
    this.#starts = new Int32Array(idCount + 1);
    this.#screens = this.#placeScreens(idCount);
  }

  #placeScreens(idCount: number): Int32Array {
    const starts = this.#starts;
    for (const { anchors } of this.#patterns)
      for (const id of anchors) starts[id + 1] = (starts[id + 1] ?? 0) + perScreen;
    for (let id = 1; id <= idCount; id += 1) starts[id] = (starts[id] ?? 0) + (starts[id - 1] ?? 0);
    const next = starts.slice();
    const screens = new Int32Array(starts[idCount] ?? 0);
    this.#patterns.forEach(({ anchors, before, after }, at) => {
      const [back, on] = [screenOf(before[0]), screenOf(after[0])];
      for (const id of anchors) {
        const place = next[id] ?? 0;
        screens[place] = back.signs;
        screens[place + 1] = on.signs;
        screens[place + 2] = back.reach | (on.reach << reachBits);
        screens[place + 3] = at;
        next[id] = place + perScreen;
      }
    });
    return screens;
  }

  /** Adds the hits of the patterns that hang on `id` around token `at` to `hits`. */
  tryAt(ids: RowIds, at: number, id: number, hits: SetHit[]): void {
    const screens = this.#screens;
    const end = numberAt(this.#starts, id + 1);
    let place = numberAt(this.#starts, id);
    if (place >= end) return;
    gather(ids.signs, at);
    for (; place < end; place += perScreen) {
      const reaches = numberAt(screens, place + 2);
      const back = reaches & ((1 << reachBits) - 1);
      if (back !== 0 && (numberAt(screens, place) & numberAt(behind, back)) === 0) continue;
      const on = reaches >> reachBits;
      if (on !== 0 && (numberAt(screens, place + 1) & numberAt(ahead, on)) === 0) continue;
      this.#try(numberAt(screens, place + 3), ids, at, hits);
    }
  }

  #try(number: number, ids: RowIds, at: number, hits: SetHit[]): void {
    const after = numberAt(this.#places, number * 2);
    const to = this.#walk(after + 1, numberAt(this.#steps, after), ids, at + 1);
    if (to === unreachable) return;
    const before = numberAt(this.#places, number * 2 + 1);
    const last = this.#walk(before + 1, numberAt(this.#steps, before), ids, at - 1);
    const pattern = this.#patterns[number];
    if (last === unreachable || pattern === undefined) return;
    hits.push({ set: pattern.set, value: pattern.value, from: last + 1, to });
  }

  // Shortest reading first, so that a span never swallows more words than the rule needs. `from` is the first token that may match.
  #walk(place: number, left: number, ids: RowIds, from: number): number {
    if (left === 0) return from;
    const kind = numberAt(this.#steps, place);
    const size = numberAt(this.#steps, place + 1);
    const next = place + 2 + Math.max(0, size);
    const way = (kind & backwards) === 0 ? 1 : -1;
    const past = Math.max(-1, Math.min(ids.first.length, from + way * ((kind >> gapShift) + 1)));
    for (let at = from; way > 0 ? at < past : at > past; at += way) {
      if (!this.#accepts(place, size, ids, at)) continue;
      const end = this.#walk(next, left - 1, ids, at + way);
      if (end !== unreachable) return end;
    }
    return (kind & isOptional) === 0 ? unreachable : this.#walk(next, left - 1, ids, from);
  }

  #accepts(place: number, size: number, { first, more }: RowIds, at: number): boolean {
    const id = first[at] ?? 0;
    if (id === 0) return false;
    if (this.#takes(place, size, id)) return true;
    const several = more[at] ?? null;
    return several !== null && several.some((one) => this.#takes(place, size, one));
  }

  #takes(place: number, size: number, id: number): boolean {
    if (size < 0) return ((numberAt(this.#table, id * this.#width + (~size >> 5)) >> (~size & 31)) & 1) === 1;
    for (let at = place + 2; at < place + 2 + size; at += 1) if (this.#steps[at] === id) return true;
    return false;
  }
}

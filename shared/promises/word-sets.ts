/**
 * A list of words that the grammar looks for. Every word knows the lists that it stands in, so that a clause knows by one comparison
 * whether a word of a list occurs in it.
 */
export type WordSet = {
  readonly has: (word: string) => boolean;
  /** Which number of the memberships holds the bit of this list. */
  readonly place: number;
  readonly bit: number;
};

/** The lists that a word, or any word of a clause, stands in: 31 bits a number; a number left out is 0. */
export type Memberships = readonly number[];

const bitsEach = 31;
const none: Memberships = [];
let count = 0;
/** The lists of each listed word; those that count parts of a joined word too stand apart. */
const wholes = new Map<string, number[]>();
const parts = new Map<string, number[]>();
const joins = /['-]/;

function register(words: ReadonlySet<string>, byPart: boolean): WordSet {
  const made: WordSet = {
    has: (word) => words.has(word),
    place: Math.floor(count / bitsEach),
    bit: 1 << (count % bitsEach),
  };
  count += 1;
  const listing = byPart ? parts : wholes;
  for (const word of words) {
    const memberships = listing.get(word) ?? [];
    addBits(memberships, made.place, made.bit);
    listing.set(word, memberships);
  }
  return made;
}

/** Makes a list of words. Only while modules load: a word met before would not know the list. */
export function wordSetOf(words: Iterable<string>): WordSet {
  return register(new Set(words), false);
}

/** A list of words from a text with a space between them. */
export function wordSet(words: string): WordSet {
  return wordSetOf(words.split(' '));
}

/** Words without one of which a pattern cannot match: parts of a joined word count too ("what-if", "don't"). */
export function cueSet(words: string): WordSet {
  return register(new Set(words.split(' ')), true);
}

/** Whether a word of the list occurs. */
export function holds(memberships: Memberships, { place, bit }: WordSet): boolean {
  return ((memberships[place] ?? 0) & bit) !== 0;
}

/** The lists that a word stands in. */
export function membershipsOf(word: string): Memberships {
  const pieces = joins.test(word) ? [word, ...word.split(joins)] : [word];
  const found = [wholes.get(word), ...pieces.map((piece) => parts.get(piece))].flatMap((one) => (one ? [one] : []));
  if (found.length === 0) return none;
  const all: number[] = [];
  for (const memberships of found) addMemberships(all, memberships);
  return all;
}

function addBits(all: number[], place: number, bits: number): void {
  while (all.length <= place) all.push(0);
  all[place] = (all[place] ?? 0) | bits;
}

/** The lists that any of the words stands in. */
export function allMemberships(words: readonly { readonly memberships: Memberships }[]): Memberships {
  const all: number[] = [];
  for (const { memberships } of words) addMemberships(all, memberships);
  return all;
}

/** Adds the lists of a word to those of the words before it. */
export function addMemberships(all: number[], memberships: Memberships): void {
  for (let place = 0; place < memberships.length; place += 1) {
    const bits = memberships[place] ?? 0;
    if (bits !== 0) addBits(all, place, bits);
  }
}

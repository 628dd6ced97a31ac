import { plainForm } from './tokens.ts';

/**
 * The small language in which situation rules are written. Elements are separated by spaces:
 * `word`, `one|other`, `stem*` (begins with), `<class>` (a named word list), `<n>` (any number, in digits or words),
 * a trailing `?` makes an element optional, and `..3` lets up to three words stand between. `no_one|nobody` holds words in a row
 * among its choices; such an element is never optional.
 */
export type WordClasses = Readonly<Record<string, string>>;

/** One element of a pattern: the words and stems it takes, and how many words may stand before it. */
export type Element = {
  words: Set<string>;
  prefixes: Set<string>;
  number: boolean;
  optional: boolean;
  gap: number;
};

// Words that stand in half of all sentences: patterns hang on a rarer word, so that these start no search.
const frequent = new Set(
  (
    'ik is de het een en van dat niet nog geen al te u jullie je we wij in op met voor naar er dit zo maar ook wel aan om bij ' +
    'heb heeft was ben mijn me dan nu weer the a an to and i my you your it be been have has had not no on for of with that ' +
    'this at they are were do so still just from wat kan hoe over keer zou als meer ga iemand uit moet staat gaat waar kunnen ' +
    'mag hebben wil willen worden wordt door niets niks alles deze die hun hem haar wie welke doen doet na tot onze ons zijn ' +
    'graag jaar week dag dagen weken 1 what how can could where if get got will would which who when by as or all any one out ' +
    'up more time again day days weeks there does did'
  ).split(' '),
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

/** Reads the elements of a pattern without words in a row. Throws RangeError on an unknown class. */
export function readElements(pattern: string, classes: WordClasses): Element[] {
  const elements: Element[] = [];
  let gap = 0;
  for (const part of pattern.trim().split(/\s+/)) {
    if (part.startsWith('..')) {
      gap = Number(part.slice(2));
      continue;
    }
    const optional = part.endsWith('?') && part.length > 1;
    const key = optional ? part.slice(0, -1) : part;
    const element: Element = { words: new Set(), prefixes: new Set(), number: false, optional, gap };
    for (const word of key.split('|')) addWord(element, word, classes);
    elements.push(element);
    gap = 0;
  }
  return elements;
}

const isRow = (word: string): boolean => word.includes('_') && !word.startsWith('<');

/** "first|no_one called" is read as two patterns: "first called" and "no one called". */
export function variantsOf(pattern: string): string[] {
  let variants = [''];
  for (const part of pattern.trim().split(/\s+/)) {
    const rows = part.split('|').filter(isRow);
    const single = part.split('|').filter((word) => !isRow(word));
    const choices = [...(single.length > 0 ? [single.join('|')] : []), ...rows.map((row) => row.replaceAll('_', ' '))];
    variants = variants.flatMap((start) => choices.map((choice) => `${start} ${choice}`));
  }
  return variants;
}

/** How often an element may be expected to match: the rarest one of a pattern becomes its anchor. */
export function commonness({ words, prefixes, number }: Element): number {
  let sum = prefixes.size + (number ? 10 : 0);
  for (const word of words) sum += frequent.has(word) ? 30 : 1;
  return sum;
}

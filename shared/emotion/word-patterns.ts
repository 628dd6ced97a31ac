import { plainForm } from './tokens.ts';
import type { Token } from './tokens.ts';

/**
 * The small language in which situation rules are written. Elements are separated by spaces:
 * `word`, `one|other`, `stem*` (begins with), `<class>` (a named word list), `<n>` (any number, in digits or words),
 * a trailing `?` makes an element optional, and `..3` lets up to three words stand between.
 */
export type WordClasses = Readonly<Record<string, string>>;

type Element = { words: Set<string>; prefixes: string[]; number: boolean; optional: boolean; gap: number };

/** A compiled set of patterns; `find` gives each hit with the index of its first token and the index after its last one. */
export type PatternSet<T> = { find(tokens: readonly Token[]): PatternHit<T>[] };

/** One hit of a pattern on a token row. */
export type PatternHit<T> = { value: T; from: number; to: number };

type Compiled<T> = { value: T; elements: Element[] };

function addWord(element: Element, word: string, classes: WordClasses): void {
  const named = /^<(.+)>$/.exec(word)?.[1];
  if (named === 'n') {
    element.number = true;
    for (const name of (classes['n'] ?? '').split(/\s+/)) element.words.add(name);
  } else if (named !== undefined) {
    const list = classes[named];
    if (list === undefined) throw new RangeError(`unknown word class <${named}>`);
    for (const name of list.trim().split(/\s+/)) addWord(element, name, classes);
  } else if (word.endsWith('*')) element.prefixes.push(plainForm(word.slice(0, -1)));
  else element.words.add(plainForm(word));
}

function compileElements(pattern: string, classes: WordClasses): Element[] {
  const elements: Element[] = [];
  let gap = 0;
  for (const part of pattern.trim().split(/\s+/)) {
    if (part.startsWith('..')) {
      gap = Number(part.slice(2));
      continue;
    }
    const optional = part.endsWith('?') && part.length > 1;
    const element: Element = { words: new Set(), prefixes: [], number: false, optional, gap };
    for (const word of (optional ? part.slice(0, -1) : part).split('|')) addWord(element, word, classes);
    elements.push(element);
    gap = 0;
  }
  return elements;
}

function accepts(element: Element, token: Token): boolean {
  if (element.words.has(token.form)) return true;
  if (element.number && token.kind === 'number') return true;
  return element.prefixes.length > 0 && element.prefixes.some((prefix) => token.form.startsWith(prefix));
}

// Shortest reading first, so that a span never swallows more words than the rule needs.
function matchFrom(elements: readonly Element[], at: number, tokens: readonly Token[], from: number): number {
  const element = elements[at];
  if (element === undefined) return from;
  for (let skip = 0; skip <= element.gap && from + skip < tokens.length; skip += 1) {
    const token = tokens[from + skip];
    if (token === undefined || !accepts(element, token)) continue;
    const end = matchFrom(elements, at + 1, tokens, from + skip + 1);
    if (end >= 0) return end;
  }
  return element.optional ? matchFrom(elements, at + 1, tokens, from) : -1;
}

/** Compiles patterns into an index by first word. Throws RangeError on an unknown class. */
export function compilePatterns<T>(rows: Iterable<readonly [string, T]>, classes: WordClasses): PatternSet<T> {
  const byWord = new Map<string, Compiled<T>[]>();
  const byPrefix: [string, Compiled<T>][] = [];
  const byNumber: Compiled<T>[] = [];
  for (const [pattern, value] of rows) {
    const compiled = { value, elements: compileElements(pattern, classes) };
    // An optional first element means that the second one can begin the match as well.
    for (const element of compiled.elements) {
      for (const word of element.words) byWord.set(word, [...(byWord.get(word) ?? []), compiled]);
      for (const prefix of element.prefixes) byPrefix.push([prefix, compiled]);
      if (element.number) byNumber.push(compiled);
      if (!element.optional) break;
    }
  }
  const find = (tokens: readonly Token[]): PatternHit<T>[] => {
    const hits: PatternHit<T>[] = [];
    tokens.forEach((token, from) => {
      const tryAll = (list: readonly Compiled<T>[]): void => {
        for (const { value, elements } of list) {
          const to = matchFrom(elements, 0, tokens, from);
          if (to > from) hits.push({ value, from, to });
        }
      };
      tryAll(byWord.get(token.form) ?? []);
      if (token.kind === 'number') tryAll(byNumber);
      for (const [prefix, compiled] of byPrefix) if (token.form.startsWith(prefix)) tryAll([compiled]);
    });
    return hits;
  };
  return { find };
}

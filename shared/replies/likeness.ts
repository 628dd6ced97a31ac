import { readSentences } from '../emotion/tokens.ts';

function wordPairs(text: string): Set<string> {
  const forms = readSentences(text).flatMap(({ tokens }) => tokens.map(({ form }) => form));
  return new Set(forms.map((form, at) => `${form} ${forms[at + 1] ?? ''}`));
}

/** The share of word pairs that the text most like `text` has in common with it (0..1); 0 for fewer than `enough` pairs. */
export function nearestLikeness(text: string, others: readonly string[], enough: number): number {
  if (others.length === 0) return 0;
  const pairs = wordPairs(text);
  if (pairs.size < enough) return 0;
  let nearest = 0;
  for (const other of others) {
    const theirs = wordPairs(other);
    let shared = 0;
    for (const pair of pairs) if (theirs.has(pair)) shared += 1;
    nearest = Math.max(nearest, (2 * shared) / (pairs.size + theirs.size));
  }
  return nearest;
}

/** Stand-ins and what they stand for, so that names come back into an answer. */
export type Masked = { readonly text: string; readonly originals: ReadonlyMap<string, string> };

const shapes: readonly (readonly [string, RegExp])[] = [
  ['LINK', /https?:\/\/\S+|www\.\S+/gi],
  ['EMAIL', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g],
  ['ACCOUNT', /\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,3})?\b/g],
  ['POSTCODE', /\b\d{4}\s?[A-Z]{2}\b(?:\s*,?\s*\d{1,5}[a-z]?)?/g],
  ['HANDLE', /(?<![\w.])@\w{2,}/g],
  // Phone, order, customer and citizen numbers alike: no figure of four digits or more leaves.
  ['NUMBER', /\+?\d(?:[\s().-]?\d){3,}/g],
];

/** Replaces the names given and everything that identifies a person by stand-ins such as [NAME1]. */
export function maskPersonal(text: string, names: readonly string[]): Masked {
  const originals = new Map<string, string>();
  const standInFor = (kind: string, original: string): string => {
    for (const [standIn, known] of originals) if (known === original) return standIn;
    const standIn = `[${kind}${String(originals.size + 1)}]`;
    originals.set(standIn, original);
    return standIn;
  };
  let masked = text;
  for (const [kind, pattern] of shapes) masked = masked.replaceAll(pattern, (found) => standInFor(kind, found));
  const parts = names.flatMap((name) => [name, ...name.split(/\s+/)]).filter((part) => part.length >= 2);
  for (const part of [...new Set(parts)].sort((a, b) => b.length - a.length)) {
    const literal = part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const whole = new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'giu');
    masked = masked.replaceAll(whole, (found) => standInFor('NAME', found));
  }
  return { text: masked, originals };
}

/** Puts back what the stand-ins stand for; ones that nobody gave out become open slots. */
export function unmask(text: string, originals: ReadonlyMap<string, string>): string {
  return text.replaceAll(/\[[A-Z]+\d+\]/g, (standIn) => originals.get(standIn) ?? '[aanvullen]');
}

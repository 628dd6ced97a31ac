/** What a UTF-16 unit is to the tokeniser. */
export const CharKind = { unknown: 0, letter: 1, space: 2, mark: 3, other: 4 } as const;

/** A value of {@link CharKind}. */
export type CharKindValue = (typeof CharKind)[keyof typeof CharKind];

// Filled as characters are met: a regular expression per character would be the slowest part of the detector.
const table = new Uint8Array(0x1_00_00);
// Invisible joiners and direction marks inside a word belong to it, so that they cannot hide it.
const wordLike = /[\p{L}\p{M}\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;

function classify(code: number): CharKindValue {
  const char = String.fromCharCode(code);
  if (wordLike.test(char)) return CharKind.letter;
  if (/\s/.test(char)) return CharKind.space;
  return '.!?…'.includes(char) ? CharKind.mark : CharKind.other;
}

/** The kind of a UTF-16 unit; surrogates are `other`, NaN (past the end) is `other` too. */
export function kindOfChar(code: number): CharKindValue {
  const known = table[code];
  if (known === undefined) return CharKind.other;
  if (known !== 0) return known as CharKindValue;
  const kind = classify(code);
  table[code] = kind;
  return kind;
}

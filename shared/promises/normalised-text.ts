/** Lower-case, accent-free text for the grammar, with the place of every unit in the original. */
export type NormalisedText = {
  readonly text: string;
  /** Original UTF-16 offset where the unit at `index` starts. */
  readonly originalStart: (index: number) => number;
  /** Original UTF-16 offset just after the unit before `index` (an exclusive end). */
  readonly originalEnd: (index: number) => number;
};

const spaces = /^[\t\v\f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000 ]$/;
/** Soft hyphens, accents on their own, joiners, direction marks, variation selectors and WhatsApp's mark-up. */
const dropped = /^(?:[\r*_~\u00ad]|\p{Mn}|\p{Cf})$/u;
const replacements: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u02bc': "'",
  '\u00b4': "'",
  '`': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u00ab': '"',
  '\u00bb': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2212': '-',
  '\u2026': '.',
  '\u2028': '\n',
  '\u2029': '\n',
};

function plainForm(character: string): string {
  if (character >= 'a' && character <= 'z') return character;
  if (spaces.test(character)) return ' ';
  if (dropped.test(character)) return '';
  const replacement = replacements[character];
  if (replacement !== undefined) return replacement;
  if (character < '\u0080') return character.toLowerCase();
  return character
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}

const quotedLine = /^[ \t]*[>|].*$/gm;
const quotedMail =
  /^[ \t]*(?:(?:op|on)\b.{3,120}\b(?:schreef|wrote)\b.{0,80}:|-{3,} ?(?:oorspronkelijk bericht|original message).*)[ \t]*$/im;

const quotedTail = /schreef|wrote|oorspronkelijk bericht|original message/i;

/** Lines and tails that repeat the customer's mail; a range is [start, end) in the original text. */
function quotedRanges(text: string): readonly (readonly [number, number])[] {
  const ranges: (readonly [number, number])[] = [];
  if (/[>|]/.test(text)) {
    for (const match of text.matchAll(quotedLine)) ranges.push([match.index, match.index + match[0].length]);
  }
  const tail = quotedTail.test(text) ? quotedMail.exec(text) : null;
  if (tail) ranges.push([tail.index, text.length]);
  return ranges;
}

/** A line break inside a sentence (hard-wrapped mail) is a space; before a capital, bullet or empty line it ends the sentence. */
function breaksSentence(text: string, index: number): boolean {
  const next = /^[ \t]*(.?)/u.exec(text.slice(index + 1, index + 12))?.[1] ?? '';
  const before =
    text
      .slice(Math.max(0, index - 3), index)
      .trimEnd()
      .at(-1) ?? '';
  return /[.!?:;]/.test(before) || !/^[\p{Ll}\d]$/u.test(next);
}

/** Text that needs no folding but lower case: its offsets stay as they are. */
const plain = /^[\x20-\x29\x2b-\x3d\x3f-\x5e\x61-\x7b\x7d]*$/;

const asItIs = (at: number): number => at;

/**
 * Folds case, accents, typographic quotes, dashes, spaces and chat mark-up; quoted lines become a sentence break.
 * Offsets stay exact for any string, lone surrogates included.
 */
export function normaliseText(text: string): NormalisedText {
  if (plain.test(text) && !text.includes('  ') && !text.startsWith(' ') && !quotedTail.test(text)) {
    return { text: text.toLowerCase(), originalStart: asItIs, originalEnd: asItIs };
  }
  const ranges = quotedRanges(text);
  const starts: number[] = [];
  const ends: number[] = [];
  let out = '';
  let index = 0;
  const emit = (plain: string, end: number): void => {
    if (plain === ' ' && (out === '' || out.endsWith(' ') || out.endsWith('\n'))) return;
    for (let unit = 0; unit < plain.length; unit += 1) {
      starts.push(index);
      ends.push(end);
    }
    out += plain;
  };
  while (index < text.length) {
    const quoted = ranges.length === 0 ? undefined : ranges.find(([from, to]) => index >= from && index < to);
    if (quoted) {
      emit('\n', quoted[1]);
      index = quoted[1];
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(index) ?? 32);
    const end = index + character.length;
    if (character === '\n') emit(breaksSentence(text, index) ? '\n' : ' ', end);
    else emit(plainForm(character), end);
    index = end;
  }
  return {
    text: out,
    originalStart: (at) => starts[at] ?? text.length,
    originalEnd: (at) => (at > 0 ? (ends[at - 1] ?? text.length) : 0),
  };
}

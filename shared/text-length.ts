/** Longest post on X in weighted characters, for an account without a premium plan. */
export const xPostLimit = 280;

/** What a link counts on X, whatever its real length. */
const linkWeight = 23;

/** What an emoji counts on X, however many code points it is made of. */
const emojiWeight = 2;

/** Code points that count one on X; all others count two (X documentation, counting characters). */
const lightRanges: readonly (readonly [number, number])[] = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
];

/** Endings of bare domains that X turns into links: the usual generic ones and the country codes met here. */
const bareDomainEndings =
  'com|net|org|info|biz|edu|gov|int|app|dev|shop|store|online|site|amsterdam|frl|live|events|blog|cloud|tech|news|' +
  'nl|be|de|fr|uk|eu|lu|at|ch|dk|se|no|fi|es|it|pt|pl|cz|ie|us|ca|au|nz|jp|cn|in|br|io|co|tv|me|to|ly|gl|ai|sr|aw|cw';

const linkPattern = new RegExp(
  String.raw`https?:\/\/(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?::\d+)?(?:[/?#][^\s<>"]*)?` +
    '|' +
    String.raw`(?<![\p{L}\p{N}@.\-_/$#])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:${bareDomainEndings})(?![\p{L}\p{N}-]|\.[\p{L}\p{N}])(?:\/[^\s<>"]*)?`,
  'giu',
);

/** Punctuation that ends a sentence, not a link. */
const trailingPunctuation = /[.,:;!?'")\]}]+$/u;

// Written as a constructor call: the language level of this project has no literal for the `v` flag, which knows whole emoji sequences.
const emojiPattern = new RegExp(String.raw`^\p{RGI_Emoji}`, 'v');

/** Cheap test that spares the emoji pattern on plain text. */
const mayStartEmoji = /^[\p{Emoji}\p{Regional_Indicator}]/u;

function codePointWeight(codePoint: number): number {
  return lightRanges.some(([from, to]) => codePoint >= from && codePoint <= to) ? 1 : 2;
}

function plainWeight(text: string): number {
  let weight = 0;
  let index = 0;
  while (index < text.length) {
    const codePoint = text.codePointAt(index) ?? 0;
    const character = String.fromCodePoint(codePoint);
    const emoji = mayStartEmoji.test(character) ? emojiPattern.exec(text.slice(index, index + 40))?.[0] : undefined;
    weight += emoji === undefined ? codePointWeight(codePoint) : emojiWeight;
    index += emoji === undefined ? character.length : emoji.length;
  }
  return weight;
}

/**
 * Length of a post on X in its own counting: the text in NFC, a link 23, an emoji sequence 2, Latin and similar letters 1, others 2.
 * Bare domains with an ending outside the list above are counted letter by letter, which X may count as a link.
 */
export function countXWeighted(text: string): number {
  const normal = text.normalize('NFC');
  let weight = 0;
  let from = 0;
  for (const match of normal.matchAll(linkPattern)) {
    const link = match[0].replace(trailingPunctuation, '');
    weight += plainWeight(normal.slice(from, match.index)) + linkWeight;
    from = match.index + link.length;
  }
  return weight + plainWeight(normal.slice(from));
}

/** Length in UTF-16 units, the stricter reading of "characters" in Meta's limits. */
export function countUtf16(text: string): number {
  return text.length;
}

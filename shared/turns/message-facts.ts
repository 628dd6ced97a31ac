import { emptySentencePatterns, fillerWords, holdingSentencePatterns, thanksPatterns } from './message-facts.data.ts';

/** What the words of an outgoing message amount to. */
export type OutgoingFacts = {
  /** True when it says something beyond greeting, thanks, receipt, holding phrases and promises. */
  readonly substantive: boolean;
  /** True when it reads like an instant reply: confirms receipt or promises, in nobody's name. */
  readonly automaticWording: boolean;
  /** Equal texts (letters and digits only) have equal fingerprints; empty for texts without any. */
  readonly fingerprint: string;
};

const fewestContentWords = 3;

/**
 * Judges an outgoing text. `promiseSpans` are the places of promises in it (UTF-16, end exclusive): what a sentence says
 * beside its promise still counts, the promise itself does not.
 */
export function outgoingFacts(
  text: string,
  promiseSpans: readonly { readonly start: number; readonly end: number }[],
  hasAttachment: boolean,
): OutgoingFacts {
  const withoutPromises = cutOut(text, promiseSpans);
  const sentences = sentencesOf(withoutPromises);
  const saying = sentences.filter((sentence) => !isEmptySentence(sentence));
  const words = saying.flatMap((sentence) => contentWords(sentence));
  const receipt = sentencesOf(text).some((sentence) => isReceipt(sentence));
  const inOnesName = /\b(ik|i|mijn|my)\b/iu.test(text);
  return {
    substantive: hasAttachment || words.length >= fewestContentWords,
    automaticWording: !hasAttachment && !inOnesName && (receipt || promiseSpans.length > 0),
    fingerprint: plain(text)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  };
}

/** Whether a customer's text expects an answer; a mere "thanks!" or an emoji does not. */
export function expectsReply(text: string, hasAttachment: boolean): boolean {
  if (hasAttachment) return true;
  const clean = plain(text)
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Join_Control}|\p{Variation_Selector}/gu, ' ')
    .replace(/[^\p{L}\p{N}? ]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (clean.includes('?')) return true;
  // Only signs or pictures: a smile asks nothing, but a lone "!!" or "..." chases.
  if (clean === '') return !/\p{Extended_Pictographic}/u.test(text);
  if (!thanksPatterns.some((pattern) => pattern.test(clean))) return true;
  return contentWords(clean).length > 8 || /\b(maar|alleen|nog|wanneer|but|when|still|only)\b/u.test(clean);
}

function cutOut(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  let result = text;
  for (const span of [...spans].sort((a, b) => b.start - a.start)) {
    result = `${result.slice(0, span.start)} ${result.slice(span.end)}`;
  }
  return result;
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[\u2018\u2019]/gu, "'")
    .toLowerCase();
}

function sentencesOf(text: string): string[] {
  return plain(text)
    .split(/(?<=[.!?])\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

function isEmptySentence(sentence: string): boolean {
  const bare = sentence.replace(/[.!?…]+$/u, '').trim();
  return [...emptySentencePatterns, ...holdingSentencePatterns].some((pattern) => pattern.test(bare));
}

function isReceipt(sentence: string): boolean {
  const [, thanks, received, receivedToo, , , automatic] = emptySentencePatterns;
  return [thanks, received, receivedToo, automatic].some((pattern) => pattern?.test(sentence) ?? false);
}

function contentWords(sentence: string): string[] {
  return (sentence.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 1 && !fillerWords.has(word));
}

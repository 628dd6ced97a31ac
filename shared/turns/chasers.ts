import { shortChasers, waitingPhrases } from './chasers.data.ts';

/** A long message that mentions waiting is a complaint of its own, which the cues read; only these few words merely chase. */
const mostWords = 25;
const longest = 400;

/**
 * Whether a customer's text does little else than ask where the answer stays ("hallo?", "nog steeds niets", "??", "any update?").
 * A text with a matter of its own is none, also when it says that the writer waits.
 */
export function isChaser(text: string): boolean {
  if (text.length > longest) return false;
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\?+/gu, ' ? ')
    .replace(/[^\p{L}\p{N}?]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (plain === '') return /!{2,}/u.test(text);
  if (shortChasers.some((pattern) => pattern.test(plain))) return true;
  if (plain.split(' ').length > mostWords) return false;
  return waitingPhrases.some((pattern) => pattern.test(plain));
}

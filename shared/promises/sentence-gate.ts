import type { Scene } from './clause-scene.ts';
import type { Stretch } from './clauses.ts';
import { wordClass } from './word-classes.ts';
import { firstFrom } from './words.ts';

const promising =
  wordClass.self |
  wordClass.staff |
  wordClass.anyone |
  wordClass.customer |
  wordClass.yours |
  wordClass.become |
  wordClass.will |
  wordClass.goods |
  wordClass.arrive |
  wordClass.answer |
  wordClass.hear |
  wordClass.receive;
/** Words that begin the few promises that name nobody: "laat maar aan ons over", "on it", "consider it done". */
const namesNobody: ReadonlySet<string> = new Set([
  'laat',
  'laten',
  'leave',
  'consider',
  'more',
  'on',
  'all',
  'let',
  'dat',
  'this',
]);

/** A sentence without a time and without a word of us, the customer or what is promised can hold nothing: "hoi Karin, balen zeg". */
export function mayPromise(scene: Scene, sentence: Stretch): boolean {
  const phrase = scene.phrases[firstFrom(scene.phrases, sentence.start)];
  if (phrase && phrase.start < sentence.end) return true;
  for (let index = firstFrom(scene.tokens, sentence.start); index < scene.tokens.length; index += 1) {
    const token = scene.tokens[index];
    if (!token || token.start >= sentence.end) return false;
    if (((token.nl | token.en) & promising) !== 0 || namesNobody.has(token.text)) return true;
  }
  return false;
}

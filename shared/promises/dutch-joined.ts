import { adjoins, isA } from './clause-view.ts';
import type { ClauseView } from './clause-view.ts';
import { dutchWords } from './dutch-words.ts';
import { wordClass as is } from './word-classes.ts';

/** A particle that closes the clause, or stands before a time or another part that is no noun of its own. */
function closes(view: ClauseView, index: number): boolean {
  const next = view.words[index + 1];
  return (
    !adjoins(view.words[index], next) || isA(next, is.preposition) || /^(?:en|of|dan|zodat)$/.test(next?.text ?? '')
  );
}

/** What was found before, by particle and verb: both come from lists, so it stays small. */
const found = new Map<string, Map<string, number>>();

function joined(particle: string, verb: string): number {
  const byVerb = found.get(particle) ?? new Map<string, number>();
  const known = byVerb.get(verb);
  if (known !== undefined) return known;
  const classes = dutchWords.classesOf(`${particle}${verb}`) & (is.call | is.tell | is.act);
  found.set(particle, byVerb.set(verb, classes));
  return classes;
}

/**
 * What a verb is with its particle behind it (classes of word-classes.ts): "vraag … aan", "lichten … in", "stelt … op". 0 when it has none or
 * the two are no deed.
 */
export function joinedClasses(view: ClauseView, verb: number): number {
  const word = view.words[verb];
  if (!isA(word, is.split)) return 0;
  for (let index = verb + 1; index < view.words.length; index += 1) {
    const particle = view.words[index];
    if (!particle || !isA(particle, is.particle) || !closes(view, index)) continue;
    const classes = joined(particle.text, word?.text ?? '');
    if (classes !== 0) return classes;
  }
  return 0;
}

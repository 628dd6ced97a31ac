import { mentions } from './clause-view.ts';
import type { ClauseView } from './clause-view.ts';
import { wordSetOf } from './word-sets.ts';

/** A verb and its companion that promise without any time words. */
const alonePairs: readonly (readonly [string, string])[] = [
  ['get', 'back'],
  ['have', 'word'],
  ['come', 'back'],
  ['getting', 'back'],
  ['let', 'know'],
  ['look', 'into'],
  ['looking', 'into'],
  ['keep', 'posted'],
  ['keep', 'updated'],
  ['keep', 'informed'],
  ['keep', 'loop'],
  ['pick', 'up'],
  ['reach', 'out'],
  ['follow', 'up'],
  ['find', 'out'],
  ['sort', 'out'],
  ['circle', 'back'],
  ['report', 'back'],
  ['write', 'back'],
  ['call', 'back'],
  ['check', 'with'],
  ['drop', 'line'],
  ['let', 'u'],
  ['take', 'care'],
  ['see', 'to'],
  ['dig', 'into'],
  ['put', 'right'],
  ['make', 'right'],
  ['keep', 'picture'],
  ['keep', 'chasing'],
  ['keep', 'eye'],
  ['speak', 'to'],
  ['speak', 'with'],
  ['talk', 'to'],
  ['talk', 'with'],
  ['drop', 'email'],
  ['drop', 'message'],
  ['drop', 'text'],
  ['drop', 'note'],
  ['give', 'call'],
  ['give', 'ring'],
  ['give', 'shout'],
  ['give', 'bell'],
  ['give', 'update'],
  ['get', 'bottom'],
  ['get', 'sorted'],
  ['get', 'fixed'],
  ['get', 'resolved'],
  ['chase', 'up'],
  ['chasing', 'up'],
  ['raise', 'with'],
  ['take', 'up'],
  ['touch', 'base'],
  ['get', 'touch'],
  ['loop', 'back'],
  ['have', 'look'],
  ['take', 'look'],
  ['ask', 'manager'],
  ['ask', 'team'],
  ['take', 'over'],
  ['take', 'off'],
  ['write', 'off'],
  ['take', 'down'],
  ['taking', 'down'],
  ['do', 'best'],
];

const companionsOf = new Map<string, Set<string>>();
for (const [first, second] of alonePairs) companionsOf.set(first, (companionsOf.get(first) ?? new Set()).add(second));
const pairing = wordSetOf(companionsOf.keys());

/** Whether a verb and its companion stand from a place on: "get … back". */
export function pairIn(view: ClauseView, from: number): boolean {
  if (!mentions(view, pairing)) return false;
  for (let at = Math.max(0, from); at < view.words.length; at += 1) {
    const companions = companionsOf.get(view.words[at]?.text ?? '');
    if (!companions) continue;
    for (let next = at + 1; next < at + 6; next += 1) if (companions.has(view.words[next]?.text ?? '')) return true;
  }
  return false;
}

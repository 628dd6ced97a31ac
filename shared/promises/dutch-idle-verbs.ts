import { isA, mentions } from './clause-view.ts';
import type { ClauseView, Commitment } from './clause-view.ts';
import { isOffer } from './dutch-deeds.ts';
import { actFrom, anyOther, made, textAt, verbs } from './dutch-verb-case.ts';
import type { VerbCase } from './dutch-verb-case.ts';
import { wordClass as is } from './word-classes.ts';
import { wordSet } from './word-sets.ts';

/** Forms of "weten". */
export const knows = wordSet('weten weet');
/** What one knows or hears more of. */
export const more = wordSet('meer iets uitsluitsel antwoord duidelijkheid');
const bosses = wordSet('bovenop erbovenop');
const whether = wordSet('of wat waar hoe wanneer hoeveel');
const enquiries = wordSet('na navragen');
const wishing = wordSet('graag');
/** "Ik wil dit graag vandaag nog voor u oplossen." */
function wishCase(found: VerbCase): Commitment | null {
  const { view, finite } = found;
  const deed = view.time === 'explicit' && mentions(view, wishing) && anyOther(view, finite, is.act | is.call);
  return deed ? made(found, 'aim') : null;
}

/** "Onze beheerders draaien vannacht een update voor uw account". */
const forThemAtEnd = /\bvoor (?:je|jou|jullie|u|(?:uw|jouw) [a-z]+)$/;

/** What a verb that promises nothing by itself commits to with what stands around it. */
export function idleCase(found: VerbCase): Commitment | null {
  const { view, finite } = found;
  const verb = textAt(view, finite);
  if (mentions(view, bosses)) return made(found, 'onIt', true);
  if (verb.startsWith('wil')) return wishCase(found);
  if (/^vra(?:ag|gen)$/.test(verb) && mentions(view, enquiries)) return made(found, 'enquire', true);
  if (asksSomebody(found)) return made(found, 'delegated');
  if (view.time === 'explicit' && startsOrSees(found)) return made(found, 'startsWith');
  if (keepsTelling(found)) return made(found, 'keepTelling', true);
  return tellsLater(found) ?? worksForThem(view, found);
}

const work = /\bmet (?:de|het|uw|je|jouw) (?:reparatie|herstel|werk|werkzaamheden|behandeling|afhandeling|klus)\b/;

/** "Morgen beginnen we met de reparatie", "de arts ziet u binnen het uur". */
function startsOrSees({ view, subject, finite }: VerbCase): boolean {
  const verb = textAt(view, finite);
  if (/^(?:begin|start)/.test(verb)) return work.test(view.plain);
  return /^zie/.test(verb) && isA(view.words[subject], is.staff) && isA(view.words[finite + 1], is.customer);
}

/** "We vragen de tolk om u vanavond te bellen". */
function asksSomebody({ view, finite }: VerbCase): boolean {
  if (view.time !== 'explicit' || !/^vra(?:ag|gen)$/.test(textAt(view, finite))) return false;
  const te = view.words.findIndex(({ text }) => text === 'te');
  const toCustomer = view.words.slice(finite + 2, te).some((word) => isA(word, is.customer));
  return te > 0 && toCustomer && isA(view.words[te + 1], verbs);
}

/** "Dan weet ik meer", "ik sta u morgen te woord". */
function tellsLater(found: VerbCase): Commitment | null {
  const { view, finite } = found;
  const verb = textAt(view, finite);
  if (knows.has(verb) && view.time === 'explicit' && (mentions(view, more) || mentions(view, whether)))
    return { ...made(found, 'know'), act: 'reply' };
  const speaks = verb.startsWith('sta') && view.words.some(({ text }) => text === 'woord');
  return speaks ? { ...made(found, 'speak', true), act: actFrom(view) } : null;
}

function worksForThem(view: ClauseView, found: VerbCase): Commitment | null {
  const theirs = view.time === 'explicit' && forThemAtEnd.test(view.plain) && !isOffer(view);
  return theirs ? made(found, 'forYou') : null;
}

/** "We blijven je informeren". */
function keepsTelling({ view, finite }: VerbCase): boolean {
  const stays = /^(?:blijf|blijven|blijft)$/.test(textAt(view, finite));
  return stays && (view.classes & is.customer) !== 0 && anyOther(view, finite, is.tell);
}

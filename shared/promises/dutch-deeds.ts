import { adjoins, isA, mentions } from './clause-view.ts';
import type { ClauseView } from './clause-view.ts';
import { isRedress, isSentToCustomer } from './dutch-redress.ts';
import { wordClass as is } from './word-classes.ts';
import { wordSet } from './word-sets.ts';

const particleDeeds = wordSet('uit op na naar mee voor door achteraan erachteraan achterheen');
/** They need no end of the clause behind them. */
const freeParticles = wordSet('naar mee voor achteraan erachteraan achterheen');
const afterParticle = wordSet('en of dan zodra om te zodat dat');
const particleVerbs = wordSet(
  'zoek zoeken zoekt pak pakken pakt kijk kijken kijkt vraag vragen vraagt check checken checkt ga gaan gaat bekijk bekijken',
);
/** What is given or shown to everybody. */
const offered = wordSet(
  'korting actie aanbieding gratis concert feest open workshop rondleiding bekend aflevering uitzending livestream webinar winnaars winnaar cijfers',
);

/** Whether a clause tells what is given or shown to everybody. */
export function isOffer(view: ClauseView): boolean {
  return mentions(view, offered);
}

/**
 * Whether a verb that needs a particle has it behind it ("zoeken … uit", "kijken … na"), not a preposition with its noun ("op onze site: we
 * zoeken"); null for a verb that needs none.
 */
export function particleDeed(view: ClauseView, finite: number): boolean | null {
  const verb = view.words[finite]?.text ?? '';
  if (verb.startsWith('check')) return true;
  if (!particleVerbs.has(verb)) return null;
  return view.words.some((word, index) => index > finite && particleDeeds.has(word.text) && isFree(view, index));
}

function isFree(view: ClauseView, index: number): boolean {
  const word = view.words[index];
  const next = view.words[index + 1];
  if (freeParticles.has(word?.text ?? '') || !adjoins(word, next)) return true;
  return isA(next, is.preposition) || afterParticle.has(next?.text ?? '');
}

const gladly = wordSet('graag');
const personal = wordSet('voor naar');
const behindCustomer = wordSet('recht orde goed klaar vast los');

const notFurther = wordSet('graag hierbij bij');
const further = wordSet('nader hierover daarover verder schriftelijk');

/** "Wij berichten u nader". */
function isFurtherNews(view: ClauseView, finite: number): boolean {
  return (
    isA(view.words[finite], is.tell) &&
    (view.classes & is.customer) !== 0 &&
    mentions(view, further) &&
    !mentions(view, notFurther)
  );
}

/** "Ik regel een nieuwe voor je", "we lossen het op", "we sturen je een nieuwe": a deed for this customer. */
export function forCustomer(view: ClauseView, finite: number): boolean {
  if (!isA(view.words[finite], is.act | is.tell) || isOffer(view)) return false;
  if (isRedress(view, finite) || isSentToCustomer(view, finite)) return true;
  if (!isA(view.words[finite], is.act)) return isFurtherNews(view, finite);
  if (mentions(view, gladly) && view.time === 'none') return false;
  return view.words.some(
    ({ text }, index) =>
      index > finite && personal.has(text) && isA(view.words[index + 1], is.customer) && !isOwned(view, index + 1),
  );
}

/** Whether the word for the customer at `index` owns what follows: "voor je bestelling" is not for the customer in person. */
export function isOwned(view: ClauseView, index: number): boolean {
  const next = view.words[index + 1];
  return (
    adjoins(view.words[index], next) &&
    next !== undefined &&
    !behindCustomer.has(next.text) &&
    !isA(next, is.grammar | is.particle | is.preposition | is.call | is.tell | is.act | is.done)
  );
}

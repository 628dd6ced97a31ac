import { isA, mentions } from './clause-view.ts';
import type { ClauseView, Commitment } from './clause-view.ts';
import { pairIn } from './english-pairs.ts';
import { aimed, hasItDone, intended, made, mainVerbFrom, textAt, verbs } from './english-verbs.ts';
import type { VerbCase } from './english-verbs.ts';
import { englishWords } from './english-words.ts';
import { wordClass as is } from './word-classes.ts';
import { wordSet } from './word-sets.ts';

const sendings = wordSet(
  'popping sending refunding replacing shipping crediting fixing posting resending reissuing compensating reimbursing arranging correcting removing escalating chasing issuing checking',
);
const theirs = wordSet('this that it now with');
const inThePost = /\bin the (?:post|mail)\b/;
const mailings = wordSet('email mail message newsletter survey');

/** "We're reissuing your certificate". */
function isTheirDeed(view: ClauseView, verb: number): boolean {
  const word = view.words[verb];
  const deed = isA(word, is.act) && !noDeeds.test(word?.text ?? '') && !festive.test(word?.text ?? '');
  return deed && [1, 2].some((behind) => isA(view.words[verb + behind], is.yours));
}

/** "We're sending you a new one", not "we're sending you this message". */
function isSending({ view, verb }: VerbCase): boolean {
  return (
    (sendings.has(textAt(view, verb)) || isTheirDeed(view, verb)) &&
    ((view.classes & (is.customer | is.yours)) !== 0 ||
      theirs.has(textAt(view, verb + 1)) ||
      inThePost.test(view.plain)) &&
    !mentions(view, mailings)
  );
}

/** What we are at needs no time to be a promise. */
function isUnderWay(found: VerbCase): boolean {
  return pairIn(found.view, found.verb) || isSending(found);
}

const onThePhone = wordSet('phone');

/** "We're on it", "on the case", "tomorrow I'm on the phone to them". */
function areOn(found: VerbCase): Commitment | null {
  const { view, verb } = found;
  if (view.time === 'explicit' && mentions(view, onThePhone)) return made(found, 'onIt');
  const next = textAt(view, verb + 1);
  const it = next === 'the' ? textAt(view, verb + 2) === 'case' : /^(?:it|this)$/.test(next);
  return it ? made(found, 'onIt', true) : null;
}

/** "We're working flat out to have this fixed by tonight". */
function worksTo(found: VerbCase): Commitment | null {
  const { view, verb } = found;
  const to = view.words.findIndex(({ text }, index) => index > verb && text === 'to');
  return to > 0 && isA(view.words[to + 1], verbs) ? made({ ...found, verb: to + 1 }, 'aim') : null;
}

const noDeeds = /^(?:having|giving|making|taking|letting|walking|getting|coming|helping|adding|running)$/;

const festive = /^(?:opening|hosting|holding|organising|organizing|launching|celebrating|planning|waiting)$/;

/** "We're bringing in an expert today": the -ing form of a listed deed, with a deadline. */
function isDeedInProgress(view: ClauseView, text: string): boolean {
  if (view.time !== 'explicit' || noDeeds.test(text)) return false;
  const stem = text.slice(0, -3);
  if (festive.test(text)) return false;
  if (/\bfor you$/.test(view.plain) || (view.classes & is.yours) !== 0) return true;
  return [stem, `${stem}e`].some((one) => (englishWords.classesOf(one) & is.act) !== 0);
}

const bringsOver = /\b(?:getting|bringing|sending) (?:[a-z]+ ){1,4}(?:over|out|across|round|up) to you\b/;

/** "We are looking into it", "I'm sending", "we're on it". */
export function progressive(found: VerbCase): Commitment | null {
  const { view, verb } = found;
  const text = textAt(view, verb);
  if (text === 'going' || text === 'gonna') return intended({ ...found, verb: mainVerbFrom(view, verb + 1) });
  if (text === 'over' && textAt(view, verb - 1) === 'all') return made(found, 'onIt', true);
  if (text === 'on') return areOn(found);
  if (bringsOver.test(view.plain)) return made(found, 'doing', true);
  if (text === 'working' && view.time === 'explicit') return worksTo(found);
  return hasItDone(found) ?? inProgress(found);
}

function inProgress(found: VerbCase): Commitment | null {
  const { view, verb } = found;
  const text = textAt(view, verb);
  if (text.endsWith('ing') && (isA(view.words[verb], verbs) || isDeedInProgress(view, text)))
    return made(found, 'doing', isUnderWay(found));
  return isA(view.words[verb], is.aim) ? aimed(found) : null;
}

import { adjoins, commitment, isA, mentions } from './clause-view.ts';
import type { ClauseView, Commitment, CommitmentRule, Word } from './clause-view.ts';
import { wordClass as is } from './word-classes.ts';
import { wordSet } from './word-sets.ts';

const deeds = is.call | is.tell | is.act;
/** The form of "ik" of verbs that need a companion. */
const lightForms = wordSet('laat kom neem zoek ga pak kijk koppel duik vraag check');
/** What makes the light verb a deed; "laat … weten" and "kom … terug" answer. */
const companions = wordSet('weten horen zien terug contact uit op hoogte na achteraan langs in');
const answering = wordSet('weten horen terug contact hoogte');
const towardsUs = wordSet('ons mij me rekening');
/** What may follow "je" as an object; a noun would make it "stuur je bonnetje". */
const afterObject = wordSet(
  'zo zsm straks even ff zometeen nog dan er het de een die dat daarover hierover meteen direct',
);

/** "Mail je vanavond", "stuur u straks de link": the verb in the form of "ik", then the customer. */
function addresses(view: ClauseView): boolean {
  const [verb, whom, next] = view.words;
  if (!isA(verb, deeds) || !isFirstForm(verb) || !/^(?:je|jou|u|jullie)$/.test(whom?.text ?? '')) return false;
  return next === undefined || !adjoins(whom, next) || afterObject.has(next.text);
}

function isFirstForm(word: Word | undefined): boolean {
  return word !== undefined && !/(?:en|[^s]t|dt)$/.test(word.text);
}

/** "Kom er vanmiddag op terug", "zoek het uit, laat het je morgen weten". */
function hasCompanion(view: ClauseView): boolean {
  const [verb, next] = view.words;
  if (!lightForms.has(verb?.text ?? '') || !/^(?:er|het|dit|dat|je|u|contact|jullie|hier|daar)$/.test(next?.text ?? ''))
    return false;
  return view.words.some((word, index) => index > 0 && companions.has(word.text));
}

/** "Zal het morgen navragen", "ga het nu meteen voor je checken". */
function intends(view: ClauseView): boolean {
  const [verb, object] = view.words;
  if (!/^(?:zal|ga)$/.test(verb?.text ?? '') || !/^(?:het|dit|dat|er|je|u|even)$/.test(object?.text ?? ''))
    return false;
  return view.words.slice(2).some((word) => isA(word, deeds));
}

/** A note without its "ik", as in a chat. The customer is asked for something when "ons" or "mij" stands there. */
export const dutchNoteRule: CommitmentRule = (view): Commitment | null => {
  if (view.time === 'none' || view.classes & (is.self | is.staff | is.outsider) || mentions(view, towardsUs))
    return null;
  if (addresses(view)) return commitment(view, 'note', { alone: true });
  if (intends(view)) return commitment(view, 'note', { alone: true });
  if (!hasCompanion(view)) return null;
  return commitment(view, 'note', { alone: true, act: mentions(view, answering) ? 'reply' : 'action' });
};

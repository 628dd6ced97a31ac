import { isA, mentions } from './clause-view.ts';
import type { ClauseView, Word } from './clause-view.ts';
import { wordClass as is } from './word-classes.ts';
import { wordSet } from './word-sets.ts';

const along = wordSet('langs');
/** Where a visit leads. */
export const near = wordSet('langs bij naar plaatse binnen bezoek stoep deur');

/** Whose coming is their deed: "de monteur komt woensdag". */
const callers =
  /(?:monteur|monteurs|reparateur|loodgieter|elektricien|installateur|schilder|glaszetter|stukadoor|taxateur|koerier|timmerman|dakdekker|hovenier|technieker|technicus|inspecteur|slotenmaker)$/;
const overOrBack = wordSet('terug geweest gekomen gegaan vertrokken');
const onSite = wordSet('plaatse stoep');
const begins = wordSet('begint beginnen start starten werkt gaat loopt rijdt');

/** "Onze expert komt donderdag polshoogte nemen". */
function comesToDo(view: ClauseView): boolean {
  const last = view.words.at(-1);
  return (isA(last, is.act) && (last?.text.endsWith('en') ?? false)) || visitings.has(last?.text ?? '');
}
const visitings = wordSet('nemen opnemen meten inmeten opmeten halen');

/** Whether one of our people, with this verb, comes to the customer: "de monteur komt woensdag", "staat bij je voor de deur". */
export function comesToYou(view: ClauseView, verb: Word): boolean {
  if (view.time !== 'explicit' || mentions(view, overOrBack)) return false;
  if (verb.text.startsWith('kom') && comesFor(view)) return true;
  if (/^rijd.* voor$/.test(view.plain.slice(view.plain.indexOf(verb.text)))) return true;
  return (isA(verb, is.be | is.arrive) || begins.has(verb.text)) && (atYours(view) || mentions(view, onSite));
}

function comesFor(view: ClauseView): boolean {
  return comesToDo(view) || (view.words.length <= 3 && view.words.some(({ text }) => callers.test(text)));
}

function atYours(view: ClauseView): boolean {
  return view.words.some(
    (word, index) => /^(?:bij|naar|naast|langs)$/.test(word.text) && isA(view.words[index + 1], is.customer | is.yours),
  );
}

const walks = wordSet('loop lopen loopt rijdt rijd rijden wip wippen staat staan sta spring ga');

/** "Loop ik even bij je binnen", "de monteur staat morgen bij u op de stoep". */
export function walksIn(view: ClauseView): boolean {
  if (!mentions(view, walks)) return false;
  if (view.time === 'explicit' && (mentions(view, along) || mentions(view, onSite))) return true;
  return view.words.some((word, index) => word.text === 'bij' && isA(view.words[index + 1], is.customer));
}

/** "We komen bij je langs". */
export function comesRound(view: ClauseView): boolean {
  return mentions(view, along) && (view.classes & (is.customer | is.yours)) !== 0;
}

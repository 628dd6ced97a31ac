import type { PhraseKind } from './draft-phrase-kinds.ts';
import { englishDraftClasses } from './draft-phrases-en.data.ts';
import { dutchDraftClasses } from './draft-phrases-nl.data.ts';
import type { DraftReading } from './draft-reading.ts';

/** Ways of defending oneself that are never right, whatever stands before them. */
export const defensiveAlways: readonly PhraseKind[] = [
  'sorryBut',
  'denial',
  'blameYou',
  'earlier',
  'mustSee',
  'passedOn',
];

/** Explanations that sound defensive only before any acknowledgement. */
export const defensiveFirst: readonly PhraseKind[] = ['crowd', 'system', 'terms'];

const immediate = new Set(
  'direct meteen onmiddellijk nu zojuist net now immediately straightaway instantly just'.split(' '),
);

/** True when a stretch of the draft names a day, hour or length of time rather than "now". */
export function namesTime(reading: DraftReading, sentence: number): boolean {
  return reading.phrases.some(
    (phrase) =>
      phrase.sentence === sentence &&
      phrase.kind === 'timing' &&
      !immediate.has(reading.text.slice(phrase.start, phrase.end).toLowerCase()),
  );
}

/** True when a sentence only thanks, greets, wishes well or sympathises. */
export function isPleasantry({ kinds, sentences }: DraftReading, sentence: number): boolean {
  const found = kinds[sentence];
  if (found === undefined) return false;
  const courteous = found.has('pleasantry') || found.has('sympathy') || found.has('apology');
  const says = (['action', 'refusal', 'reason', 'nextStep'] as const).some((kind) => found.has(kind));
  return courteous && !says && sentences[sentence]?.question !== true;
}

const done = new Set(`${dutchDraftClasses['done'] ?? ''} ${englishDraftClasses['done'] ?? ''}`.split(' '));

/** True when a sentence tells of something that has been done. */
export function saysDone({ sentences }: DraftReading, sentence: number): boolean {
  return sentences[sentence]?.tokens.some(({ form }) => done.has(form)) === true;
}

const advertises = /^(?:wist|weet) (?:je|u|jij|jullie) (?:al )?dat|^did you know/i;

const sells =
  /\b(?:korting|kortingscode|actiecode|spaarpunten|cadeaukaart|nieuwe collectie|nieuwsbrief|discount|promo(?:tion)? code|% off|newsletter|new collection|reward points)\b/i;

/** True when a sentence advertises: nothing that anybody asked for. */
export function isAdvertisement({ sentences, text }: DraftReading, sentence: number): boolean {
  const place = sentences[sentence];
  if (place === undefined) return false;
  const said = text.slice(place.start, place.end);
  return advertises.test(said) || sells.test(said);
}

/** True when a sentence asks the customer something, not rhetorically and not to advertise. */
export function asksBack({ sentences, text, kinds }: DraftReading, sentence: number): boolean {
  const asked = sentences[sentence];
  if (asked?.question !== true) return false;
  return kinds[sentence]?.has('blameYou') !== true && !advertises.test(text.slice(asked.start, asked.end));
}

/** True when a sentence defends instead of helping. */
export function defends({ kinds }: DraftReading, sentence: number): boolean {
  const found = kinds[sentence];
  return found !== undefined && [...defensiveAlways, ...defensiveFirst].some((kind) => found.has(kind));
}

const helping: readonly PhraseKind[] = ['action', 'offer', 'nextStep', 'reason', 'yes'];

// "We geven het door aan de koerier": nobody is said to do anything with it.
function isOnlyPassedOn(reading: DraftReading, sentence: number): boolean {
  const found = reading.kinds[sentence];
  if (found?.has('logged') !== true || namesTime(reading, sentence)) return false;
  return !(['offer', 'nextStep', 'reason', 'yes'] as const).some((kind) => found.has(kind));
}

/** True when a sentence holds a deed, offer, step, explanation, time or question the customer has use of. */
export function hasSubstance(reading: DraftReading, sentence: number): boolean {
  const found = reading.kinds[sentence];
  if (found === undefined) return false;
  if (asksBack(reading, sentence)) return true;
  if (defends(reading, sentence) && !found.has('nextStep')) return found.has('action') && namesTime(reading, sentence);
  if (found.has('proud') || isOnlyPassedOn(reading, sentence)) return false;
  if (helping.some((kind) => found.has(kind))) return true;
  return namesTime(reading, sentence) && !found.has('apology') && !found.has('pleasantry');
}

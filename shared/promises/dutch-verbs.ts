import { isA, mentions } from './clause-view.ts';
import type { ClauseView, Commitment, Word } from './clause-view.ts';
import { forCustomer, isOffer, particleDeed } from './dutch-deeds.ts';
import { idleCase, knows, more } from './dutch-idle-verbs.ts';
import { joinedClasses } from './dutch-joined.ts';
import { isEnsured, isRedress } from './dutch-redress.ts';
import { actFrom, anyOther, made, textAt, verbs } from './dutch-verb-case.ts';
import type { VerbCase } from './dutch-verb-case.ts';
import { comesRound, near, walksIn } from './dutch-visits.ts';
import { dutchWords, looksLikeParticiple } from './dutch-words.ts';
import { wordClass as is } from './word-classes.ts';
import { wordSet } from './word-sets.ts';
import type { WordSet } from './word-sets.ts';

/** Forms of a verb that needs a companion. */
export const lets = wordSet('laat laten liet');
const letWhat = wordSet('weten horen zien');
/** Forms of a verb that needs a companion. */
export const takes = wordSet('neem nemen neemt zoek zoeken zoekt leg leggen legt opnemen opneemt nemem');
/** Forms of a verb that needs a companion. */
export const comes = wordSet('kom komen komt komem');
/** Forms of a verb that needs a companion. */
export const keeps = wordSet('houd hou houden houdt');
const back = wordSet('terug trug');
const dives = wordSet('duik duiken duikt');
const into = wordSet('in erin hierin');
const handling = wordSet('behandeling');
const looks = wordSet('kijkje mee');
const doesSomething = /\b(?:wat|iets) (?:[a-z]+ )?aan doen\b/;
const strongAims = wordSet('zorg zorgen zorgt beloof beloven belooft garandeer garanderen');
const ensures = wordSet('zorg');
const softAims = wordSet('hopen hoop hoopt verwachten verwacht');
const wishes = wordSet(
  'zien verwelkomen ontmoeten begroeten ontvangen horen vernemen weerzien helpen geholpen geinformeerd',
);
const slag = wordSet('slag');
const intentions = wordSet('plan voornemens');
const leadOn = wordSet('te dat');
const shut = wordSet('dicht open gesloten geopend live verhuizen weg vakantie vrij');
const onlyFrom = wordSet('pas hopelijk');
const forward = wordSet('ernaar uit');
const again = wordSet('opnieuw nogmaals weer nog keer');
const best = wordSet('best alles moeite');
/** "Dat doen we". */
export const doWords = wordSet('doen doe doet');
const planned = wordSet('ingepland gepland ingeroosterd planning');
const known = wordSet('bekend');
const chases = wordSet('na achteraan erachteraan achterheen');
const eachOther = wordSet('elkaar');
const sentOff = wordSet('post bus brievenbus');

/** A participle besides "worden": what has been done already. */
function looksBack(view: ClauseView, finite: number): boolean {
  return view.words.some(
    (word, index) =>
      index !== finite &&
      (looksLikeParticiple(word.text) || (isA(word, is.done) && !isA(word, is.answer | is.goods))) &&
      !word.text.startsWith('bericht'),
  );
}

/** An infinitive that is no listed verb but can be one: "overleggen". */
function openInfinitive(view: ClauseView, finite: number): boolean {
  return view.words.some(
    (word, index) =>
      index > finite && word.text.length > 4 && word.text.endsWith('en') && !isA(word, is.grammar | is.idle | is.aim),
  );
}

/** "Morgen heb ik het uitgezocht", "dan heb ik het uitgezocht". */
function fromAhead({ view, finite }: VerbCase): boolean {
  if (view.opening === 'ahead' && finite === 0) return true;
  return view.time === 'explicit' && (textAt(view, 0) === 'dan' || textAt(view, finite - 1) === 'dan');
}

function haveCase(found: VerbCase): Commitment | null {
  const { view, finite } = found;
  if (view.time === 'none') return null;
  if (view.time === 'explicit' && view.classes & is.staff && mentions(view, planned)) return made(found, 'planned');
  if (
    view.time === 'explicit' &&
    /\b(?:klaar(?:staan|liggen)?|aan de (?:lijn|telefoon))$/.test(view.plain) &&
    concernsCase(found)
  )
    return made(found, 'ready');
  // "Dan heb ik het uitgezocht" looks back from a moment to come.
  if (looksBack(view, finite)) return fromAhead(found) ? made(found, 'haveDone') : null;
  return view.classes & is.answer || mentions(view, more) ? made(found, 'provide') : null;
}

const been = wordSet('geweest');
const busyWith = /\bvoor (?:je|u|jullie) aan het ([a-z]+)/;

/** "Ik ben er om kwart voor drie mee klaar". */
const doneWithIt = /\b(?:ermee|hiermee|daarmee|er (?:[a-z]+ )?mee|met (?:uw|je|jouw|de|het) [a-z]+) klaar$/;

/** "Ik ben zo bij je terug" is an answer, "morgen ben ik bij je" a visit. */
function withYouAgain(found: VerbCase): Commitment {
  const again = made(found, 'withYou');
  return mentions(found.view, back) ? { ...again, act: actFrom(found.view) } : again;
}

function beCase(found: VerbCase): Commitment | null {
  const { view } = found;
  const withYou = view.words.some(
    (word, index) => word.text === 'bij' && isA(view.words[index + 1], is.customer | is.yours),
  );
  if (withYou && view.time !== 'none') return mentions(view, been) ? null : withYouAgain(found);
  if (view.time === 'explicit' && doneWithIt.test(view.plain)) return made(found, 'doneWithIt');
  const busy = busyWith.exec(view.plain)?.[1];
  if (busy !== undefined && (dutchWords.classesOf(busy) & is.act) !== 0) return made(found, 'busyWith', true);
  const intends =
    view.time === 'explicit' && mentions(view, intentions) && view.words.some(({ text }) => text === 'te');
  return intends ? made(found, 'intends') : null;
}

function willCase(found: VerbCase): Commitment | null {
  const { view, finite } = found;
  const known = willAlone(found);
  if (known) return known;
  if (mentions(view, best) && / te /.test(view.plain)) return made(found, 'aim');
  if (mentions(view, shut)) return null;
  if (anyOther(view, finite, verbs)) return made(found, 'will', true);
  const goes = textAt(view, finite).startsWith('ga');
  return view.time === 'explicit' && (goes || openInfinitive(view, finite)) ? made(found, 'will') : null;
}

/** "We gaan aan de slag", "we gaan er achteraan", "daar gaan we wat aan doen". */
function willAlone(found: VerbCase): Commitment | null {
  const { view, finite } = found;
  if (mentions(view, slag)) return made(found, 'getToWork', true);
  if (mentions(view, chases) && particleDeed(view, finite) === true) return made(found, 'chase', true);
  if (isEnsured(view)) return made(found, 'ensure', true);
  return doesSomething.test(view.plain) ? made(found, 'doAbout', true) : null;
}

/** A verb that needs a companion stands there, as in "van ons laten horen". */
function lightly(view: ClauseView): boolean {
  return mentions(view, lets) || mentions(view, takes);
}

function aimCase(found: VerbCase): Commitment | null {
  const { view, finite } = found;
  const verb = textAt(view, finite);
  if (view.time === 'none') return isEnsured(view) ? made(found, 'ensure', true) : null;
  if (strongAims.has(verb) || (verb.startsWith('dra') && mentions(view, ensures))) return made(found, 'ensure');
  if (softAims.has(verb)) return softAimCase(found);
  if (verb.startsWith('prob') && mentions(view, again)) return made(found, 'tryAgain');
  return aimsAtDeed(found) ? made(found, 'aim') : null;
}

/** "Weer draaiend te hebben", "de lift gemaakt te krijgen". */
const toHave = /\b(?:weer|klaar|open|online|ge[a-z]+|[a-z]+end) te (?:hebben|krijgen)$/;

function aimsToHave(view: ClauseView): boolean {
  return view.time === 'explicit' && toHave.test(view.plain);
}

/** "Te reageren", "te laten weten"; behind "streven" any infinitive: "af te ronden". */
function aimsAtDeed({ view, finite }: VerbCase): boolean {
  if (aimsToHave(view)) return true;
  if (anyOther(view, finite, verbs | is.answer) || lightly(view) || mentions(view, comes)) return true;
  if (!/ te /.test(view.plain) || !openInfinitive(view, finite)) return false;
  const theirs = (view.classes & (is.customer | is.yours)) !== 0 && !mentions(view, wishes);
  return (theirs && view.time === 'explicit') || textAt(view, finite).startsWith('stre');
}

/** "We hopen u morgen te informeren", not "we hopen u te zien" or "we verwachten antwoord van de fabriek". */
function softAimCase(found: VerbCase): Commitment | null {
  const { view, finite } = found;
  if (!anyOther(view, finite, verbs & ~is.act) && mentions(view, wishes)) return null;
  // "We verwachten antwoord van de fabriek": others tell us.
  if (textAt(view, finite).startsWith('verwacht') && !mentions(view, leadOn)) return null;
  const knowMore = mentions(view, knows) && mentions(view, more);
  return anyOther(view, finite, verbs) || lightly(view) || knowMore ? made(found, 'aim') : null;
}

type Companion = { readonly id: string; readonly verb: WordSet; readonly companion: WordSet };

/** Verbs that say little without their companion. */
const companions: readonly Companion[] = [
  { id: 'letKnow', verb: lets, companion: letWhat },
  { id: 'contact', verb: takes, companion: wordSet('contact kontakt') },
  { id: 'comeBack', verb: comes, companion: back },
  { id: 'keepPosted', verb: keeps, companion: wordSet('hoogte contact') },
  { id: 'keepPosted', verb: wordSet('stel stellen stelt breng brengen brengt'), companion: wordSet('hoogte') },
  { id: 'report', verb: wordSet('meld melden meldt'), companion: wordSet('me ons zich mij weer') },
  { id: 'comeBack', verb: wordSet('koppel koppelen koppelt'), companion: back },
];

const onUs = /\bvoor (?:onze|mijn) rekening\b/;

/** "In behandeling nemen", "een kijkje nemen", "langskomen". */
function takesOrVisits(found: VerbCase): Commitment | null {
  const { view } = found;
  if (mentions(view, takes) && (mentions(view, handling) || onUs.test(view.plain))) return made(found, 'handle', true);
  if (mentions(view, takes) && mentions(view, looks) && view.time === 'explicit') return made(found, 'takeAlong');
  const visit = (mentions(view, comes) || walksIn(view)) && mentions(view, near);
  return visit && (view.time !== 'none' || comesRound(view)) ? made(found, 'visit', comesRound(view)) : null;
}

const theMatter = wordSet('dit dat het je uw jouw');

/** "Dit laten we uitzoeken", "we laten je bril nakijken". */
function letsDo({ view, finite }: VerbCase): boolean {
  if (!lets.has(textAt(view, finite)) || !mentions(view, theMatter)) return false;
  const deed = view.words.find((word, index) => index > finite && isA(word, is.act) && word.text.endsWith('en'));
  return deed !== undefined && !mentions(view, letWhat);
}

/** "Contact opnemen", "laten weten", "erop terugkomen", "op de hoogte houden". */
function lightVerb(found: VerbCase): Commitment | null {
  const { view } = found;
  const pair = companions.find(({ verb, companion }) => mentions(view, verb) && mentions(view, companion));
  if (pair) return { ...made(found, pair.id, true), act: actFrom(view) };
  return letsDo(found) ? made(found, 'causes', true) : takesOrVisits(found);
}

/** What a clause with one of us as its subject commits to, by its verb. */
export function byFiniteVerb(found: VerbCase): Commitment | null {
  const { view, finite } = found;
  const word = view.words[finite];
  if (!word) return null;
  if (isA(word, is.have | is.be | is.modal)) return byAuxiliary(found, word);
  if (mentions(view, dives) && mentions(view, into)) return made(found, 'diveIn', true);
  return lightVerb(found) ?? byMainVerb(found, word);
}

function byAuxiliary(found: VerbCase, word: Word): Commitment | null {
  if (isA(word, is.have)) return haveCase(found);
  if (isA(word, is.be)) return beCase(found);
  return mentions(found.view, onlyFrom) && found.view.time === 'explicit' ? made(found, 'notBefore') : null;
}

/** What is held for everybody. */
const events = /\b(?:open dag|feest|concert|workshop|rondleiding|toernooi|bijeenkomst|lezing|borrel|webinar)\b/;

function byMainVerb(found: VerbCase, word: Word): Commitment | null {
  if (isA(word, is.will)) return willCase(found);
  if (isA(word, is.aim)) return aimCase(found);
  if (doWords.has(word.text)) return doCase(found);
  if (isA(word, verbs)) return events.test(found.view.plain) ? null : listedVerb(found, word);
  const joined = joinedClasses(found.view, found.finite) === 0 ? null : joinedDeed(found);
  if (isA(word, is.idle)) return idleCase(found) ?? joined;
  return joined ?? openVerb(found, word);
}

/** "Ik vraag een nieuwe pas voor je aan", "we sluiten je modem aan". */
function joinedDeed(found: VerbCase): Commitment | null {
  const { view, finite } = found;
  if (mentions(view, eachOther) || isOffer(view) || !concernsCase(found)) return null;
  const alone = isRedress(view, finite) || forCustomer(view, finite);
  const tells = (joinedClasses(view, finite) & is.tell) !== 0;
  return tells ? { ...made(found, 'joined', alone), act: actFrom(view) } : made(found, 'joined', alone);
}

/** "Ik doe hem morgen voor je in een envelop". */
function doesWith(view: ClauseView): boolean {
  return /\b(?:hem|'m|m|ze) (?:[a-z]+ ){0,3}(?:in|op|bij|mee|terug)\b/.test(view.plain);
}

function doCase(found: VerbCase): Commitment | null {
  const { view, finite } = found;
  if (view.time === 'none') return null;
  if (view.classes & is.goods || mentions(view, sentOff))
    return view.time === 'explicit' ? made(found, 'putOff') : null;
  if (!mentions(view, best)) return doesWith(view) ? made(found, 'putIn') : { ...made(found, 'doThat'), act: 'reply' };
  const restores = view.time === 'explicit' && / te (?:hebben|krijgen)$/.test(view.plain);
  return restores || anyOther(view, finite, verbs) || openInfinitive(view, finite) ? made(found, 'aim') : null;
}

function listedVerb(found: VerbCase, word: Word): Commitment | null {
  const { view, finite } = found;
  if (word.text.startsWith('kijk') && view.words.filter(({ text }) => forward.has(text)).length > 1) return null;
  if (/^(?:vertel|spreek|praat|schrijf)/.test(word.text) && !concernsCase(found)) return null;
  if (mentions(view, eachOther) || (word.text.startsWith('ma') && mentions(view, known))) return null;
  const deed = particleDeed(view, finite);
  if (deed === false && view.time === 'none') return null;
  return made(found, 'verb', deed === true || isA(word, is.call | is.alone) || forCustomer(view, finite));
}

const theCase = wordSet('het dit dat die er ernaar eraan erover erop ermee dan');

/** What we do concerns the customer; what a colleague does may not: "woensdag vergadert de commissie". */
function concernsCase({ view, subject }: VerbCase): boolean {
  if (view.classes & (is.self | is.customer | is.yours | is.goods) || view.inheritsSubject) return true;
  return mentions(view, theCase) || view.theyAre === 'ours' || !isA(view.words[subject], is.staff);
}

/** With a deadline any verb of ours is a deed, unless it is listed as idle. */
function openVerb(found: VerbCase, word: Word): Commitment | null {
  const { view, finite } = found;
  if (view.time !== 'explicit') return isRedress(view, finite) ? made(found, 'redress', true) : null;
  if (mentions(view, eachOther) || word.text.length < 3) return null;
  if (isOffer(view)) return null;
  return isA(word, is.grammar) || !concernsCase(found) ? null : made(found, 'openVerb');
}

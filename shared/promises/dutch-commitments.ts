import { adjoins, always, commitment, isA, mentions, timed } from './clause-view.ts';
import type { ClauseView, Commitment, CommitmentRule, GatedRule, Word } from './clause-view.ts';
import { isOwned } from './dutch-deeds.ts';
import { dutchNoteRule } from './dutch-dropped.ts';
import { joinedClasses } from './dutch-joined.ts';
import { dutchLastsRule } from './dutch-lasts.ts';
import { comesToYou } from './dutch-visits.ts';
import { dutchThingRules } from './dutch-things.ts';
import { anyOther, made, textAt, verbs } from './dutch-verb-case.ts';
import { byFiniteVerb, comes, doWords, keeps, lets, takes } from './dutch-verbs.ts';
import { wordClass as is } from './word-classes.ts';
import { wordSet } from './word-sets.ts';

const subordinators = wordSet('dat die zodat waarna opdat');
const questioners = wordSet('of hoe wat wanneer waarom als waar welke wie hoelang');

/** The word before our pronoun when it is its verb ("bellen we"), else the one after it; -1 when neither can be. */
function finiteNear(view: ClauseView, subject: number): number {
  const before = view.words[subject - 1];
  const here = view.words[subject];
  const auxiliary = isA(before, is.have | is.be | is.modal | is.will | is.become);
  if (adjoins(before, here) && (auxiliary || !isA(before, is.grammar))) return subject - 1;
  return subject + 1 < view.words.length ? subject + 1 : -1;
}

/** "dat wij … sturen": the verb stands at the end. */
function subordinate(view: ClauseView, subject: number): Commitment | null {
  const last = view.words.length - 1;
  for (let index = last; index > subject; index -= 1) {
    if (isA(view.words[index], verbs | is.will) || lets.has(textAt(view, index)) || takes.has(textAt(view, index))) {
      return view.time === 'none' ? null : byFiniteVerb({ view, subject, finite: index });
    }
  }
  return null;
}

const selfRule: CommitmentRule = (view) => {
  if (!(view.classes & is.self)) return null;
  const subject = view.words.findIndex((word) => isA(word, is.self));
  const before = textAt(view, subject - 1);
  if (questioners.has(before)) return null;
  if (subordinators.has(before)) return subordinate(view, subject);
  const finite = finiteNear(view, subject);
  if (finite < 0) return null;
  if (finite > subject && isA(view.words[finite], is.grammar) && !isA(view.words[finite], is.be | is.have)) {
    return subordinate(view, subject);
  }
  return byFiniteVerb({ view, subject, finite }) ?? delegated(view, subject, finite);
};

const imperatives = wordSet('bel neem stuur mail app vraag ga kom kijk meld geef check lees ontdek bekijk');
const along = wordSet('langs');
const asked = wordSet(
  'gevraagd verzocht doorgezet ingepland gepland afgesproken opdracht gezet ingesteld genoteerd herinnering',
);

const orders = wordSet('opdracht');

/** "Ik heb mijn collega gevraagd u vandaag te bellen." */
function delegated(view: ClauseView, subject: number, finite: number): Commitment | null {
  if (view.time !== 'explicit' || (view.classes & is.outsider && !mentions(view, orders))) return null;
  if (!isA(view.words[finite], is.have) || !mentions(view, asked)) return null;
  const te = view.words.findIndex(({ text }) => text === 'te');
  const infinitive = te >= 0 ? te + 1 : -1;
  const goesThere = mentions(view, along) && /^(?:gaan|komen)$/.test(textAt(view, infinitive));
  return isA(view.words[infinitive], verbs) || goesThere
    ? made({ view, subject, finite: infinitive }, 'delegated')
    : null;
}

/** A noun is no subject behind a preposition: "door onze monteur" names who helps, "aan onze collega" does not. */
function isSubjectNoun(view: ClauseView, index: number): boolean {
  for (let back = 1; back <= 3; back += 1) {
    const word = view.words[index - back];
    if (!word || !adjoins(word, view.words[index - back + 1])) return true;
    if (isA(word, is.preposition)) return word.text === 'een' || textAt(view, index - back - 1) === 'een';
    if (isA(word, verbs | is.be | is.have | is.will | is.become)) return true;
  }
  return true;
}

const finiteClasses = is.will | is.have | is.be | is.modal | is.become | is.aim | verbs;

function isLight({ text }: Word): boolean {
  return lets.has(text) || takes.has(text) || comes.has(text) || keeps.has(text) || doWords.has(text);
}

function canBeFinite(word: Word | undefined): boolean {
  return word !== undefined && !isA(word, is.yours) && (isA(word, finiteClasses) || isLight(word));
}

function canStandBefore(view: ClauseView, index: number): boolean {
  return canBeFinite(view.words[index]) || joinedClasses(view, index) !== 0;
}

/** The verb of a noun: an auxiliary before it, else the first verb behind it, else one before it; -1 when there is none. */
function staffFinite(view: ClauseView, subject: number): number {
  let before = subject - 1;
  while (before >= 0 && (!canStandBefore(view, before) || isA(view.words[before], is.staff))) before -= 1;
  if (isA(view.words[before], is.will | is.have | is.be | is.modal)) return before;
  const after = view.words.findIndex(
    (word, index) => index > subject && (canBeFinite(word) || joinedClasses(view, index) !== 0),
  );
  if (after >= 0 || before >= 0) return after >= 0 ? after : before;
  if (view.opening !== 'none' && subject > 0 && looksThirdPerson(view.words[0])) return 0;
  return view.words.findIndex((word, index) => index > subject && index < subject + 5 && looksThirdPerson(word));
}

/** An unlisted verb: "rijdt", "brandt". */
function looksThirdPerson(word: Word | undefined): boolean {
  return word !== undefined && /[a-z]{3}t$/.test(word.text) && !isA(word, is.grammar);
}

/** "De helpdesk van de fabrikant". */
function isOfOthers(view: ClauseView, index: number): boolean {
  return (
    textAt(view, index + 1) === 'van' && view.words.slice(index + 2, index + 4).some((word) => isA(word, is.outsider))
  );
}

const pronouns = wordSet('zij ze die hij');

/** The place of one of us as subject, by noun or by a pronoun that means us; -1 when there is none. */
function staffSubject(view: ClauseView): number {
  const noun = view.words.findIndex(
    (word, index) => isA(word, is.staff) && isSubjectNoun(view, index) && !isOfOthers(view, index),
  );
  if (noun >= 0 || view.theyAre === 'others' || view.classes & is.outsider) return noun;
  const pronoun = view.words.findIndex(({ text }) => pronouns.has(text));
  return pronoun >= 0 && isOurPronoun(view, pronoun) ? pronoun : -1;
}

/** "Zij belt ons": we are helped, not the customer. */
function isTowardsUs(view: ClauseView): boolean {
  return view.words.some(
    ({ text }, index) =>
      towardsUs.has(text) &&
      !isA(view.words[index - 1], is.preposition) &&
      !isA(view.words[index + 1], is.staff | is.goods),
  );
}

/** One of us is the subject; in "… laat u weten hoe wij erin staan" we stand in what is told. */
function isAboutUs(view: ClauseView): boolean {
  if (!(view.classes & is.self)) return false;
  return !view.words.every((word, index) => !isA(word, is.self) || questioners.has(textAt(view, index - 1)));
}

const staffRule: CommitmentRule = (view) => {
  if (!(view.classes & (is.staff | is.anyone)) || isAboutUs(view) || isTowardsUs(view)) return null;
  const subject = staffSubject(view);
  if (subject < 0 || (subject > 0 && imperatives.has(textAt(view, 0)))) return null;
  const finite = staffFinite(view, subject);
  const word = view.words[finite];
  if (!word || isA(word, is.become)) return null;
  return comesToYou(view, word) ? made({ view, subject, finite }, 'visit') : byFiniteVerb({ view, subject, finite });
};

/** "Die" and "hij" are ours only when the text named one of us before; "zij" also when it named nobody. */
function isOurPronoun(view: ClauseView, index: number): boolean {
  const text = textAt(view, index);
  if (view.theyAre === 'ours')
    return (
      index === 0 ||
      text === 'zij' ||
      text === 'ze' ||
      !adjoins(view.words[index - 1], view.words[index]) ||
      canBeFinite(view.words[index - 1])
    );
  return (text === 'zij' || text === 'ze') && view.time !== 'none' && anyOther(view, index, is.customer | verbs);
}

const towardsUs = wordSet('ons mij');
const otherSubjects = is.self | is.outsider;

/** "Jeroen van de technische dienst": our people behind a preposition are no subject. */
function hasStaffSubject(view: ClauseView): boolean {
  if (!(view.classes & is.staff)) return false;
  return view.words.some((word, index) => isA(word, is.staff) && isSubjectNoun(view, index));
}

const thirdPerson = /(?:t|zal)$/;

function isThirdPerson({ text, classes }: Word): boolean {
  if (!thirdPerson.test(text) || classes & is.answer) return false;
  return (classes & (is.call | is.tell | is.will | is.act)) !== 0 || takes.has(text) || lets.has(text);
}

/** The verb of somebody who is not named as ours: "belt", "stelt … op". */
function thirdPersonAt(view: ClauseView): number {
  return view.words.findIndex(
    (word, index) => isThirdPerson(word) || (word.text.endsWith('t') && joinedClasses(view, index) !== 0),
  );
}

/** "Morgen belt Fatima je": the verb stands first only because the time does. */
function canStartWithVerb(view: ClauseView): boolean {
  if (view.theyAre === 'ours') return true;
  const next = view.words[1];
  return view.opening !== 'none' && next !== undefined && !isA(next, is.grammar | is.customer);
}

/** "Je werkgever", "uw verzekeraar": somebody of the customer's own. */
function isCustomersOwn(view: ClauseView): boolean {
  const finite = thirdPersonAt(view);
  const owner = finite === 0 ? view.words[1] : view.words[finite - 2];
  return isA(owner, is.yours) && owner?.text !== 'jullie';
}

/** The driver who "neemt om 12:00 pauze" does nothing for the customer. */
function helpsSomebody(view: ClauseView): boolean {
  if (anyOther(view, -1, is.call | is.tell) || mentions(view, lets)) return true;
  const theirs = (view.classes & (is.customer | is.yours)) !== 0;
  if (theirs && view.time === 'explicit' && !isCustomersOwn(view) && anyOther(view, -1, is.act | is.split)) return true;
  return (theirs || (view.classes & is.answer) !== 0) && mentions(view, takes);
}

/** "Bedankt dat je de foto's stuurt". */
function isSaidOfCustomer(view: ClauseView): boolean {
  return view.words.some(
    (word, index) =>
      isA(word, is.customer) &&
      (subordinators.has(textAt(view, index - 1)) || questioners.has(textAt(view, index - 1))),
  );
}

/** "De keramist bakt deze week een nieuwe kom voor je": an unlisted trade, and whom it is for. */
function makesForYou(view: ClauseView): boolean {
  if (view.time !== 'explicit' || !/^(?:de|onze)$/.test(textAt(view, 0)) || isCustomersOwn(view)) return false;
  const verb = view.words[2];
  const forYou = textAt(view, view.words.length - 2) === 'voor' && isA(view.words.at(-1), is.customer);
  return forYou && looksThirdPerson(verb) && !isA(verb, is.idle | is.modal | is.be | is.become | is.arrive);
}

/** "De decaan belt je morgen", "die reageert vandaag": who it is does not matter, what is done for the customer does. */
const thirdPersonRule: CommitmentRule = (view) => {
  if (view.classes & otherSubjects || hasStaffSubject(view) || view.theyAre === 'others' || mentions(view, towardsUs))
    return null;
  const finite = thirdPersonAt(view);
  if (finite < 0) return makesForYou(view) ? commitment(view, 'makesForYou', { act: 'action' }) : null;
  if (finite === 0 && !canStartWithVerb(view)) return null;
  if (isA(view.words[finite - 1], is.customer | is.yours) || isSaidOfCustomer(view)) return null;
  return helpsSomebody(view) ? byFiniteVerb({ view, subject: Math.max(0, finite - 1), finite }) : null;
};

/** A verb form that can begin a clause whose subject stands in the one before. */
function beginsClause(view: ClauseView, word: Word): boolean {
  if (isA(word, verbs | is.will | is.aim) || isLight(word)) return true;
  const open = view.time === 'explicit' && /[a-z]{3}en$/.test(word.text);
  return open && !isA(word, is.grammar | is.idle | is.goods | is.answer);
}

/** "Wij zetten het graag recht: stuur een DM met je kaartnummer" asks the customer for what is theirs. */
function asksForTheirs(view: ClauseView, verb: Word): boolean {
  if (view.time !== 'none' || !imperatives.has(verb.text)) return false;
  const theirs = (view.classes & (is.customer | is.yours)) !== 0;
  return theirs && view.words.every((word, index) => !isA(word, is.customer) || isOwned(view, index));
}

/** "… en bellen je morgen": the subject stands in the clause before. */
const ellipticRule: CommitmentRule = (view) => {
  if (!view.inheritsSubject || view.classes & is.self) return null;
  const first = /^(?:en|dan)$/.test(textAt(view, 0)) ? 1 : 0;
  const word = view.words[first];
  if (word && asksForTheirs(view, word)) return null;
  return word && (beginsClause(view, word) || joinedClasses(view, first) !== 0)
    ? byFiniteVerb({ view, subject: first, finite: first })
    : null;
};

/** Rules of Dutch, the surest first. */
export const dutchRules: readonly GatedRule[] = [
  timed(0, dutchLastsRule),
  always(is.self, selfRule),
  always(is.staff | is.anyone, staffRule),
  always(0, ellipticRule),
  timed(0, dutchNoteRule),
  ...dutchThingRules,
  timed(0, thirdPersonRule),
];

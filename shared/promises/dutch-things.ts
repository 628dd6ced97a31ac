import { actIn, always, commitment, explicit, isA, mentions, tellsIn, timed } from './clause-view.ts';
import type { ClauseView, Commitment, CommitmentRule, GatedRule, Word } from './clause-view.ts';
import type { PromisedAct } from './promise-reading.ts';
import { arriveRule, comesToDoRule } from './dutch-arrivals.ts';
import { goalRule, grantRule } from './dutch-goals.ts';
import { expectRule, expectsUndatedRule } from './dutch-expectations.ts';
import { isPolicy } from './dutch-redress.ts';
import { dutchStateRules } from './dutch-states.ts';
import { looksLikeParticiple } from './dutch-words.ts';
import { wordClass as is } from './word-classes.ts';
import { wordSet } from './word-sets.ts';

/** The verb belongs to "je" or "u", whoever else is named. */
function besideCustomer(view: ClauseView, verb: number): boolean {
  return isA(view.words[verb - 1], is.customer) || isA(view.words[verb + 1], is.customer);
}

const hearWhat = wordSet('me mij zo van meer iets het terug of wanneer wat hoe uitslag nader snel spoedig waar');
const turn = wordSet('beurt');
const word = wordSet('woord');
const treatment = wordSet('behandeling');
const service = wordSet('beurt woord');

/** The customer's verb stands beside "je" or "u", or ends the clause. */
function pairOf(view: ClauseView, classes: number): number {
  return view.words.findIndex((candidate) => isA(candidate, classes));
}

function hasPerfect(view: ClauseView): boolean {
  return (
    view.words.some(({ text }) => /^(?:gekregen|ontvangen|gehad|gestuurd|geplaatst|gehoord)$/.test(text)) &&
    (view.classes & is.have) !== 0
  );
}

const offers = /^(?:korting|procent|punten|keuze|recht|tijd|spijt|gelijk|toegang)$/;

/** "Je krijgt morgen antwoord", "u ontvangt uw geld binnen een week". */
const receiveRule: CommitmentRule = (view) => {
  const at = pairOf(view, is.receive);
  if (at < 0 || !(view.classes & is.customer) || view.classes & is.outsider) return null;
  if (hasPerfect(view) || (view.classes & is.self && !besideCustomer(view, at))) return null;
  if (view.words.some(({ text }) => offers.test(text))) return null;
  if (view.time === 'explicit') return commitment(view, 'receive', { from: at, act: toldIn(view) });
  return receivesUndated(view, at);
};

/** "Je krijgt de datum door", "te horen". */
function toldIn(view: ClauseView): PromisedAct {
  return /\b(?:door|te (?:horen|lezen|zien))$/.test(view.plain) ? 'reply' : actIn(view);
}

const fromUs = wordSet('ons');
const pointed = wordSet('dat die deze dit');
const backAgain = wordSet('terug alsnog thuisgestuurd toegestuurd vergoed');

function isGivenByUs(view: ClauseView): boolean {
  return (view.classes & (is.self | is.done)) !== 0 || mentions(view, backAgain) || mentions(view, fromUs);
}

function receivesUndated(view: ClauseView, at: number): Commitment | null {
  if (view.classes & (is.answer | is.call)) return commitment(view, 'receive', { from: at, alone: true });
  const itself = mentions(view, backAgain) && (mentions(view, pointed) || at === 0);
  if (!(view.classes & is.goods) && !mentions(view, money) && !itself) return null;
  if (view.time === 'vague') return commitment(view, 'receive', { from: at });
  // "Je krijgt je geld terug" is meant for this customer; "bij annulering krijg je …" is a policy.
  return isGivenByUs(view) && !isPolicy(view)
    ? commitment(view, 'receive', { from: at, alone: true, act: 'action' })
    : null;
}

/** Not the "hoor" that only stresses ("dat krijg je terug hoor"), nor "goed om te horen". */
function isHearing(view: ClauseView, index: number): boolean {
  const text = view.words[index]?.text ?? '';
  if (text === 'hoor') return besideCustomer(view, index);
  const infinitive = text === 'horen' || text === 'vernemen';
  return !(infinitive && view.words[index - 1]?.text === 'te' && !(view.classes & is.receive));
}

/** "Je hoort vrijdag van ons." */
const hearRule: CommitmentRule = (view) => {
  if (!(view.classes & is.hear) || !(view.classes & is.customer) || view.classes & is.outsider) return null;
  const at = view.words.findIndex((word, index) => isA(word, is.hear) && isHearing(view, index));
  if (at < 0) return null;
  if (view.classes & is.self && !besideCustomer(view, at)) return null;
  const graag = view.words.some(({ text }) => text === 'graag');
  const told = view.time !== 'none' || mentions(view, hearWhat);
  return !graag && told && !hasPerfect(view) ? commitment(view, 'hear', { from: at, act: 'reply', alone: true }) : null;
};

/** "Dan weet je het." */
const knowRule: CommitmentRule = (view) => {
  if (view.time !== 'explicit') return null;
  const knows = view.words.some(
    ({ text }, index) =>
      (text === 'weet' && isA(view.words[index + 1], is.customer)) ||
      (/^leest?$/.test(text) && besideCustomer(view, index)),
  );
  return knows ? commitment(view, 'know', { act: 'reply' }) : null;
};

/** "Heeft u al bericht?" asks; "je hebt recht op" tells a rule. */
function asksWhetherHad(view: ClauseView): boolean {
  const first = view.words[0];
  if (view.words.some(({ text }) => offers.test(text))) return true;
  if (/ van (?:me|mij|ons)$/.test(view.plain)) return false;
  return first !== undefined && first.start === 0 && /^(?:heb|hebt|heeft)$/.test(first.text);
}

const heardFromUs = /\b(?:iets |bericht |antwoord )?van (?:me|mij|ons) gehoord$/;

/** "U heeft het geld vrijdag", "heb je mijn antwoord". */
const haveRule: CommitmentRule = (view) => {
  if (view.ahead && heardFromUs.test(view.plain)) return commitment(view, 'have', { act: 'reply' });
  if (view.time === 'none' || view.classes & is.self || !(view.classes & is.customer)) return null;
  if (!(view.classes & is.have) || !(view.classes & (is.answer | is.goods | is.call)) || asksWhetherHad(view))
    return null;
  const past = view.words.some(
    ({ text, classes }) => text !== 'gesproken' && looksLikeParticiple(text) && !(classes & (is.answer | is.goods)),
  );
  return past || isAppointment(view) ? null : commitment(view, 'have');
};

/** "U heeft dinsdag een afspraak staan": that is no news. */
function isAppointment(view: ClauseView): boolean {
  return mentions(view, appointments) && !(view.classes & (is.answer | is.call));
}

function participleOf(view: ClauseView): Word | undefined {
  return (
    view.words.find((candidate) => isA(candidate, is.done)) ?? view.words.find(({ text }) => looksLikeParticiple(text))
  );
}

const byOutsider = /^(?:door|volgens)$/;

function doneByOutsider(view: ClauseView): boolean {
  return view.words.some(({ text }, index) => {
    if (!byOutsider.test(text)) return false;
    return view.words.slice(index + 1, index + 4).some((candidate) => isA(candidate, is.outsider));
  });
}

/** What a carrier does, once one is named. */
const carried = wordSet('bezorgd geleverd afgeleverd thuisbezorgd aangeboden');
const forecast = wordSet('verwachting');

function isCarriedByOthers(view: ClauseView, { text }: Word): boolean {
  if (carried.has(text) && (view.theyAre === 'others' || mentions(view, forecast))) return true;
  return doneByOutsider(view);
}

const pickedUp = /^wordt (?:nu |direct |meteen )?(?:opgepakt|geregeld|uitgezocht|rechtgezet)\b/;

/** "Uw vraag wordt morgen beantwoord", "er wordt contact met u opgenomen". */
const passiveRule: CommitmentRule = (view) => {
  if (!(view.classes & is.become)) return null;
  if (mentions(view, service) && view.time !== 'none') return commitment(view, 'served', { act: 'reply', alone: true });
  if (mentions(view, treatment)) return commitment(view, 'getDone', { alone: true });
  const participle = participleOf(view);
  if (!participle || isCarriedByOthers(view, participle) || !isService(view, participle)) return null;
  if (view.time === 'none' && pickedUp.test(view.plain)) return commitment(view, 'getDone', { alone: true });
  const alone = (view.classes & (is.customer | is.answer)) !== 0 && isA(participle, is.alone);
  return commitment(view, 'getDone', { alone: alone || isRedress(view, participle) });
};

const redress = wordSet(
  'teruggestort terugbetaald vergoed gecrediteerd vervangen hersteld gerepareerd teruggeboekt onderzocht uitgezocht opgelost verholpen gecorrigeerd rechtgezet gecompenseerd herzien opgepakt',
);

/** "Een dag voor het concert": told to everybody. */
const beforeEvent = / voor (?:het|de|aanvang|vertrek)\b/;
const repaid = wordSet(
  'verrekend gecrediteerd teruggestort terugbetaald vergoed rechtgezet gecorrigeerd kwijtgescholden',
);

/** "Je geld wordt teruggestort": promised to this customer, whenever; no policy. */
function isRedress(view: ClauseView, participle: Word): boolean {
  const theirs =
    (view.classes & is.yours) !== 0 &&
    isA(participle, is.done) &&
    !isA(participle, is.idle) &&
    !beforeEvent.test(view.plain);
  const known = (view.classes & (is.goods | is.customer)) !== 0 && repaid.has(participle.text);
  const listed = (view.classes & is.yours) !== 0 && redress.has(participle.text);
  return (theirs || known || listed) && !isPolicy(view);
}

const afterAll = wordSet('alsnog');
/** What goes on by itself. */
const renewals =
  /\b(?:abonnement|lidmaatschap|contract|polis|proefperiode|automatisch)\b.* (?:verlengd|omgezet|stopgezet|beeindigd)\b/;
/** What is changed for everybody. */
const products = /^(?:app|website|webshop|versie|collectie|assortiment|menukaart|dienstregeling)$/;

/** A listed service, or with a deadline anything done to what is the customer's, unless it is listed as idle. */
function isService(view: ClauseView, participle: Word): boolean {
  if (renewals.test(view.plain)) return false;
  const concerns = (view.classes & (is.customer | is.yours)) !== 0 || mentions(view, afterAll);
  if (view.words.some(({ text }) => products.test(text))) return false;
  if (isA(participle, is.done)) return concerns || !isA(participle, is.idle);
  return (concerns || isMade(view)) && view.time === 'explicit' && !isA(participle, is.idle);
}

const adjectives = wordSet('nieuw nieuwe vervangend vervangende');

/** "De pasjes worden morgen gedrukt": a thing that somebody waits for. */
function isMade(view: ClauseView): boolean {
  return view.words.some((one) => isA(one, is.goods) && !adjectives.has(one.text));
}

const ready = wordSet(
  'klaargezet klaar opgelost verholpen geregeld bijgeschreven teruggestort hersteld klaar gerepareerd verwerkt gemaakt gereed',
);
const money = wordSet('kosten verzendkosten geld bedrag betaling terugbetaling refund creditbedrag');

const follows = wordSet('volgt volgen');

/** "Antwoord volgt." */
const followsRule: CommitmentRule = (view) => {
  if (!mentions(view, follows) || view.classes & (is.self | is.outsider | is.modal)) return null;
  if (!(view.classes & (is.answer | is.goods)) && !(view.time === 'explicit' && view.classes & is.yours)) return null;
  const told = tellsIn(view.words);
  return commitment(view, 'follows', { alone: (view.classes & is.answer) !== 0, act: told ? 'reply' : 'action' });
};

const whoIsServed = wordSet('alles geld bedrag betaling terugbetaling creditbedrag');
const planned = wordSet('ingepland gepland planning ingeroosterd');

/** What the customer comes for. */
const appointments = wordSet('beurt onderhoudsbeurt apk afspraak consult intake behandeling les keuring');

const again = wordSet('weer');

/** "Voor woensdag is het euvel verholpen." */
function isDoneByThen(view: ClauseView): boolean {
  const opens = view.opening === 'ahead' || (view.opening === 'time' && mentions(view, again));
  return opens && (view.classes & is.be) !== 0 && view.words.some((one) => isA(one, is.done));
}

const booked = wordSet('tafel kamer plek stoel plaats');

/** "Je geld is vandaag teruggestort" looks back. */
function hasBeenDone(view: ClauseView): boolean {
  if (view.ahead || !(view.classes & is.be)) return false;
  return view.words.some(({ text }) => looksLikeParticiple(text) && ready.has(text));
}

/** "Vrijdag is de betaling bijgeschreven", "uw reparatie staat ingepland voor maandag". */
const readyRule: CommitmentRule = (view) => {
  if (view.classes & (is.self | is.outsider | is.have)) return null;
  if (isDoneByThen(view)) return commitment(view, 'ready');
  const yours = (view.classes & (is.customer | is.yours)) !== 0;
  if (yours && mentions(view, planned)) return mentions(view, appointments) ? null : commitment(view, 'planned');
  if (mentions(view, booked) || hasBeenDone(view)) return null;
  const state = (view.classes & is.arrive) !== 0 && mentions(view, ready);
  return state && (yours || mentions(view, whoIsServed)) ? commitment(view, 'ready') : null;
};

const forWhat = wordSet('voor');
const turnRule: CommitmentRule = (view) =>
  mentions(view, turn) && !mentions(view, forWhat) && view.time !== 'none' && view.classes & (is.customer | is.yours)
    ? commitment(view, 'turn', { act: 'reply' })
    : null;

const speakRule: CommitmentRule = (view) =>
  view.classes & is.will && mentions(view, word) && view.words.some(({ text }) => text === 'staan')
    ? commitment(view, 'speak', { act: actIn(view) === 'call' ? 'call' : 'reply', alone: true })
    : null;

const replyTime = /^(?:(?:reactie|respons|antwoord)(?:tijd|tijden|termijn)|streeftijd|oplostijd|oplostermijn)$/;
const bareNouns = wordSet('reactie antwoord respons terugkoppeling uitslag update bericht');
const expected = wordSet('verwachte verwacht geschatte streefdatum datum eta ons onze voor uw je jouw eerste volgende');

/** "Reactietijd: 2 uur", "antwoord binnen een dag". */
const nextUpdate = wordSet('volgende update');

const formulaRule: CommitmentRule = (view) => {
  if (view.time === 'none') return null;
  if (view.words.filter(({ text }) => nextUpdate.has(text)).length === 2)
    return commitment(view, 'formula', { act: 'reply' });
  if (view.words.some(({ text }) => replyTime.test(text))) return commitment(view, 'formula', { act: 'reply' });
  const bare =
    !view.words.some((one) => isA(one, is.idle)) &&
    view.words.some(({ text }) => bareNouns.has(text)) &&
    view.words.every((one) => isA(one, is.grammar | is.answer) || one.text.length < 5 || expected.has(one.text));
  return bare && view.words.length <= 6 ? commitment(view, 'formula', { act: 'reply' }) : null;
};

/** Rules whose subject is the customer or what the customer waits for. */
export const dutchThingRules: readonly GatedRule[] = [
  always(is.receive, receiveRule),
  always(is.hear, hearRule),
  explicit(is.customer, knowRule),
  always(is.become, passiveRule),
  timed(is.have, haveRule),
  timed(0, expectRule),
  always(is.modal, expectsUndatedRule),
  always(is.arrive, followsRule),
  always(is.arrive, arriveRule),
  explicit(is.arrive, comesToDoRule),
  explicit(is.arrive | is.be, readyRule),
  ...dutchStateRules,
  timed(is.customer | is.yours, turnRule),
  always(is.will, speakRule),
  timed(is.tell | is.answer | is.act, goalRule),
  timed(0, formulaRule),
  timed(is.tell | is.answer | is.act, grantRule),
];

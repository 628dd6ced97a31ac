import { always, commitment, explicit, isA, mentions } from './clause-view.ts';
import type { ClauseView, CommitmentRule, GatedRule } from './clause-view.ts';
import { looksLikeParticiple } from './dutch-words.ts';
import { wordClass as is } from './word-classes.ts';
import { wordSet } from './word-sets.ts';

const others = is.self | is.outsider;
const atHome = wordSet('huis terug binnen bus brievenbus mailbox inbox bezit mail app account');
const restores =
  /^(?:doet|doen|werkt|werken|ga|gaat|kom|komt|rijdt|rijden|hangt|brandt|is|zijn|heb|hebt|heeft|hebben|ben|bent|zit|zitten|loopt|draait|brandt|branden|stroomt)$/;
const again = wordSet('weer');
const it = wordSet("het hem 'm m ze die deze dit alles t 't");

/** "Morgen heb je hem in huis", "vanavond heb je weer internet". */
const dutchHaveItRule: CommitmentRule = (view) => {
  if (view.classes & others) return null;
  const at = view.words.findIndex((word) => isA(word, is.have));
  if (!besideCustomer(view, at) || hasParticiple(view)) return null;
  const home = mentions(view, it) || (view.classes & is.goods) !== 0 ? mentions(view, atHome) : false;
  if (home || isPlainlyIt(view)) return commitment(view, 'haveIt', { act: 'action' });
  return mentions(view, again) && isAhead(view) ? commitment(view, 'haveAgain', { act: 'action' }) : null;
};

function besideCustomer(view: ClauseView, at: number): boolean {
  return isA(view.words[at + 1], is.customer) || isA(view.words[at - 1], is.customer);
}

const pronouns = wordSet("hem 'm m ze die het 't t alles");

/** "Heb je morgen", "je hebt het vanavond": no other thing is named. */
function isPlainlyIt(view: ClauseView): boolean {
  return view.words.length === 2 || (view.words.length <= 5 && mentions(view, pronouns));
}

function hasParticiple(view: ClauseView): boolean {
  return view.words.some((word) => looksLikeParticiple(word.text) && !isA(word, is.answer | is.goods));
}

function isAhead(view: ClauseView): boolean {
  return view.ahead || view.opening !== 'none';
}

const openAgain = wordSet('open gesloten dicht bereikbaar aanwezig er');
const inOrder = wordSet(
  'rijklaar normaal gebruiksklaar werkend orde online bereik toegankelijk actief zichtbaar bruikbaar heel warm schoon vrij compleet beschikbaar oude',
);
/** What is cut off and comes back. */
const services = wordSet(
  'stroom water gas licht internet verwarming verbinding netwerk lift signaal wifi tv telefoonlijn',
);
const whole = wordSet('schoon heel bruikbaar begaanbaar leesbaar gemaakt hersteld gerepareerd');
const served = wordSet('alles het dit je jouw uw hij ie die jullie');

function isInOrder(view: ClauseView): boolean {
  return mentions(view, inOrder) || view.words.some((word) => isA(word, is.done));
}

/** "Voor vanavond is de gracht weer schoon". */
const dutchWholeAgainRule: CommitmentRule = (view) => {
  const ahead = isAhead(view) || view.laterToday;
  return ahead && !(view.classes & (others | is.have)) && mentions(view, again) && mentions(view, whole)
    ? commitment(view, 'wholeAgain', { act: 'action' })
    : null;
};

/** "Je internet doet het vanavond weer", "om vier uur werkt alles weer". */
const dutchRestoredRule: CommitmentRule = (view) => {
  if (view.classes & others || !mentions(view, again)) return null;
  const verb = view.words.find(({ text }) => restores.test(text));
  if (!verb || hasParticiple(view) || !(isAhead(view) || view.laterToday)) return null;
  if (mentions(view, services)) return commitment(view, 'restored', { act: 'action' });
  if (mentions(view, openAgain) || (isA(verb, is.be) && !isInOrder(view))) return null;
  return mentions(view, served) ? commitment(view, 'restored', { act: 'action' }) : null;
};

const readies = wordSet('online live klaar geregeld af gereed');
const stands = /^(?:staat|staan|is|zijn|ligt|liggen|hangt)$/;

const newOne = /\b(?:hangt|staat|ligt|zit|komt) er (?:een )?(?:nieuwe?|andere?|vervangend[e]?)\b/;
const ableAgain =
  /\b(?:kun je|kunt u|kunnen jullie) (?:[a-z]+ ){0,3}weer (?:[a-z]+ ){0,3}(?:inloggen|internetten|bellen|douchen|pinnen|betalen|bestellen|gebruiken|in je account|erin|kijken|koken|parkeren)$/;

/** "Eind deze week hangt er een nieuwe", "over vijf minuten kun je weer inloggen". */
const dutchNewAgainRule: CommitmentRule = (view) => {
  if (view.classes & others || !(isAhead(view) || view.laterToday)) return null;
  const found = newOne.test(view.plain) || ableAgain.test(view.plain);
  return found ? commitment(view, 'newAgain', { act: 'action' }) : null;
};

/** "Vanmiddag staat het online", "voor morgenmiddag is dat klaar". */
const dutchReadyRule: CommitmentRule = (view) => {
  if (view.classes & others || view.words.length > 8 || !mentions(view, readies) || hasBeen(view)) return null;
  const at = view.words.findIndex(({ text }) => stands.test(text));
  if (at < 0 || !(isAhead(view) || view.laterToday)) return null;
  const thing = (view.classes & (is.yours | is.goods)) !== 0 || mentions(view, pointed);
  return thing ? commitment(view, 'readyBy', { act: 'action' }) : null;
};
const pointed = wordSet("het dat dit hij die alles 't ie");

function hasBeen(view: ClauseView): boolean {
  return (view.classes & is.have) !== 0 || mentions(view, unsure);
}

const fetches = wordSet('ophalen afhalen halen');
const limits = wordSet('of tot alleen altijd');
const may = wordSet('kun kunt kan kunnen mag');

/** "Woensdag kun je hem bij ons ophalen": what is made ready for the customer. */
const dutchFetchRule: CommitmentRule = (view) => {
  if (view.classes & others || !mentions(view, fetches) || !mentions(view, may)) return null;
  const theirs = (view.classes & (is.yours | is.goods)) !== 0 || mentions(view, it);
  const opens = mentions(view, again);
  return theirs && opens && !mentions(view, limits) ? commitment(view, 'fetch', { act: 'action' }) : null;
};

/** "Het pakje is morgen bij je", "hij is vrijdag in huis". */
const dutchAtYoursRule: CommitmentRule = (view) => {
  if (view.classes & others || hasParticiple(view)) return null;
  const be = view.words.find((word) => isA(word, is.be));
  if (!be || /^(?:ben|bent)$/.test(be.text)) return null;
  const at = view.words.findIndex(
    ({ text }, index) =>
      (text === 'bij' && isA(view.words[index + 1], is.customer)) ||
      (text === 'in' && view.words[index + 1]?.text === 'huis'),
  );
  const last = at >= 0 && at + 2 >= view.words.length;
  const thing = (view.classes & (is.goods | is.yours)) !== 0 || mentions(view, it);
  return last && thing ? commitment(view, 'atYours', { act: view.classes & is.answer ? 'reply' : 'action' }) : null;
};

const news = wordSet(
  'meer nieuws duidelijkheid info informatie update hierover daarover antwoord reactie bericht nader verder nadere uitsluitsel een hoor ons van volgt tussenstand weer en dus dan daar over',
);
const newsCore = wordSet(
  'meer nieuws duidelijkheid info informatie update antwoord reactie bericht uitsluitsel tussenstand',
);

/** "Morgen meer nieuws", "vrijdag meer duidelijkheid": no verb at all. */
const dutchNewsRule: CommitmentRule = (view) => {
  if (view.words.length > 6 || !mentions(view, newsCore)) return null;
  return view.words.every(({ text }) => news.has(text)) ? commitment(view, 'news', { act: 'reply' }) : null;
};

const sees = /^(?:zie|ziet|zien|vind|vindt|vinden|tref|treft)$/;
const debits = /^(?:afschrijving|incasso|reservering)/;
const money = wordSet(
  'geld bedrag terugbetaling betaling creditering correctie vergoeding teruggave refund het dit dat storting',
);
const seenAt = wordSet(
  'postvak brievenbus mat dossier portaal mailbox mail inbox account verschijnen rekening terug bankrekening app factuur overzicht',
);

/** "Je ziet het geld binnen 3 dagen terug op je rekening". */
const dutchSeeMoneyRule: CommitmentRule = (view) => {
  if (view.classes & is.outsider || !(view.classes & is.customer)) return null;
  if (view.words.some(({ text }) => debits.test(text))) return null;
  if (!view.words.some(({ text }) => sees.test(text)) || !mentions(view, seenAt)) return null;
  if (view.classes & is.answer) return commitment(view, 'seeMoney', { act: 'reply' });
  return mentions(view, money) || (view.classes & is.goods) !== 0
    ? commitment(view, 'seeMoney', { act: 'action' })
    : null;
};

const unsure = wordSet('verwachting waarschijnlijk afgelopen al gereserveerd geboekt gepland ingepland');
const troubles = wordSet('storing euvel probleem fout defect lek dit alles melding het');

/** "De storing is voor 18:00 verholpen": the deadline lies ahead, so the deed does too. */
const dutchDoneByRule: CommitmentRule = (view) => {
  if (!view.ahead || view.classes & (others | is.have | is.become)) return null;
  if (!(view.classes & is.be) || mentions(view, unsure)) return null;
  const done = view.words.some((word) => isA(word, is.done) && !isA(word, is.idle));
  const theirs = (view.classes & (is.yours | is.goods | is.customer)) !== 0 || mentions(view, troubles);
  return done && theirs ? commitment(view, 'doneBy', { act: 'action' }) : null;
};
const leave =
  /^(?:laat|laten) (?:(?:het|dit|dat|deze|t|'t) |(?=maar ))(?:(?:maar|even|gerust|verder|ook|nu) )*(?:aan|bij|met) (?:ons|mij|me)\b/;

/** "Laat dat maar aan mij over". */
const dutchLeaveItRule: CommitmentRule = (view) =>
  leave.test(view.plain) ? commitment(view, 'leaveIt', { act: 'action', alone: true }) : null;

const comesRight =
  /^(?:dat |dit |het |alles )?(?:komt )?(?:helemaal |allemaal |gewoon |zeker |vast )*(?:goed|in orde|voor elkaar)(?: hoor)?$/;
const dropped = /^(?:is|wordt|staat|ligt|zit)$/;

const eta = wordSet('eta');

/** The first word of the text itself is one of these. */
function opensText(view: ClauseView, words: RegExp): boolean {
  const [first] = view.words;
  return first?.start === 0 && words.test(first.text);
}

/** "Dat komt morgen goed", "is morgen geregeld", "ligt morgen in de bus": the subject is what was asked for. */
const dutchDroppedRule: CommitmentRule = (view) => {
  if (view.classes & others || view.words.length > 8) return null;
  if (view.plain.includes('komt') && comesRight.test(view.plain))
    return commitment(view, 'comesRight', { act: 'action' });
  if (
    /(?:^|(?:^| )(?:gaat|gaan|ligt|liggen) )(?:op de (?:post|bus)|met de (?:post|bus|koerier) mee|de deur uit|mee met de (?:post|koerier))$/.test(
      view.plain,
    )
  )
    return commitment(view, 'posted', { act: 'action' });
  if (mentions(view, eta) && view.classes & is.staff) return commitment(view, 'eta', { act: 'action' });
  const there = mentions(view, atHome) || view.words.some((word) => isA(word, is.done));
  return there && opensText(view, dropped) && view.ahead ? commitment(view, 'dropped', { act: 'action' }) : null;
};

const lists = wordSet('bellijst lijst wachtlijst agenda planning rooster lijstje');

/** "Je staat voor vanmiddag op mijn bellijst". */
const dutchListedRule: CommitmentRule = (view) => {
  if (!mentions(view, lists) || view.classes & is.outsider) return null;
  const call = view.plain.includes('bellijst');
  const stands = view.words.some(({ text }) => /^(?:sta|staat|staan|zet|hebben|heb)$/.test(text));
  return stands && (view.classes & (is.customer | is.yours)) !== 0
    ? commitment(view, 'listed', { act: call ? 'call' : 'action' })
    : null;
};

/** Rules of a state that a customer will find: at home, working again, on the account. */
export const dutchStateRules: readonly GatedRule[] = [
  explicit(is.have, dutchHaveItRule),
  explicit(is.be, dutchWholeAgainRule),
  explicit(0, dutchRestoredRule),
  explicit(0, dutchReadyRule),
  explicit(0, dutchNewAgainRule),
  explicit(is.customer, dutchFetchRule),
  explicit(is.be, dutchAtYoursRule),
  explicit(is.customer, dutchSeeMoneyRule),
  explicit(is.be, dutchDoneByRule),
  explicit(0, dutchNewsRule),
  always(0, dutchLeaveItRule),
  explicit(0, dutchDroppedRule),
  explicit(is.customer | is.yours, dutchListedRule),
];

import { commitment, isA, mentions } from './clause-view.ts';
import type { ClauseView, Commitment, CommitmentRule } from './clause-view.ts';
import { wordClass as is } from './word-classes.ts';
import { wordSet } from './word-sets.ts';

const whereTo = wordSet(
  'kaart lijst rekening huis mat deur deurmat voordeur dashboard postvak portal dossier bus brievenbus mailbox inbox mail post stoep orde kant adres erop systeem app account portaal toe retour',
);
const answerWord = wordSet('antwoord uitslag reactie besluit bevestiging terugkoppeling');
const money = wordSet('kosten verzendkosten geld bedrag betaling terugbetaling refund creditbedrag');
const whole = wordSet('orde erop deur post alles');

function concernsCustomer(view: ClauseView): boolean {
  return (view.classes & (is.customer | is.yours | is.goods)) !== 0 || mentions(view, money) || mentions(view, whole);
}

function hasComing(view: ClauseView): boolean {
  return view.words.some((one) => isA(one, is.arrive) && !isA(one, is.be));
}

/** "Het geld staat vrijdag op uw rekening", "dat komt morgen in orde". */
export const arriveRule: CommitmentRule = (view) => {
  if (!(view.classes & is.arrive) || view.classes & (is.self | is.outsider)) return null;
  if (view.time === 'none') return onItsWay(view) ? commitment(view, 'arrives', { alone: true }) : null;
  return hasComing(view) ? comingTo(view) : null;
};

function comingTo(view: ClauseView): Commitment | null {
  if ((mentions(view, whereTo) || isThereOn(view)) && concernsCustomer(view)) return commitment(view, 'arrives');
  if (view.time === 'explicit' && view.theyAre !== 'others' && besideThem(view))
    return commitment(view, 'arrives', { act: 'action' });
  return mentions(view, answerWord) ? commitment(view, 'answerComes') : null;
}

/** "Morgen staat Youssef bij je op het werk", "er ligt een boeket bij je schoonmoeder". */
function besideThem(view: ClauseView): boolean {
  return view.words.some(
    ({ text }, index) => /^(?:bij|naast)$/.test(text) && isA(view.words[index + 1], is.customer | is.yours),
  );
}

const onIt = wordSet('eraan erop');
const there = wordSet('er');
const underWay = wordSet('onderweg');

/** "Je geld staat er vrijdag op", "een nieuwe link komt eraan". */
function isThereOn(view: ClauseView): boolean {
  if (mentions(view, onIt)) return true;
  return mentions(view, there) && /^(?:op|aan)$/.test(view.words.at(-1)?.text ?? '');
}

/** "Er komt een cadeaubon jouw kant op", "je geld is onderweg". */
function onItsWay(view: ClauseView): boolean {
  if (mentions(view, underWay) && isMoney(view)) return true;
  if (!hasComing(view) || !(view.classes & is.goods) || !(view.classes & (is.customer | is.yours))) return false;
  return (
    view.words.some(({ text }) => text === 'kant' || text === 'toe') &&
    view.words.some(({ text }) => text.startsWith('kom'))
  );
}

function isMoney(view: ClauseView): boolean {
  return (view.classes & is.yours) !== 0 && view.words.some(({ text }) => moneys.test(text));
}
const moneys =
  /^(?:geld|refund|tegoed|voucher|(?:terug|uit)betaling|vergoeding|teruggave|cadeaubon|tegoedbon|creditnota)$/;

const strangers = is.customer | is.self | is.outsider;

/** "De verhuizers komen de doos maandag ophalen": an unlisted trade that comes to do something. */
export const comesToDoRule: CommitmentRule = (view) => {
  if (view.classes & strangers || view.theyAre === 'others') return null;
  const verb = view.words.findIndex(({ text }) => text === 'komt' || text === 'komen');
  const last = view.words.at(-1);
  const does = verb >= 2 && verb < view.words.length - 1 && isA(last, is.act) && last?.text.endsWith('en');
  return does ? commitment(view, 'visit', { act: 'action' }) : null;
};

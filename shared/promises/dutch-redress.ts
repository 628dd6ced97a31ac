import { isA, mentions } from './clause-view.ts';
import type { ClauseView, Word } from './clause-view.ts';
import { joinedClasses } from './dutch-joined.ts';
import { dutchVerbForms } from './dutch-verb-forms.ts';
import { listed, wordClass as is } from './word-classes.ts';
import { wordSet } from './word-sets.ts';

const presentForms = (infinitives: string): ReadonlySet<string> =>
  new Set(listed(infinitives).flatMap((infinitive) => dutchVerbForms(infinitive).present));

/** Deeds that put a customer's matter right, promised even without a time. */
const redress = presentForms(
  'vervangen vergoeden herstellen repareren corrigeren annuleren crediteren compenseren regelen verrekenen onderzoeken verhelpen herberekenen kwijtschelden uitzoeken uitpluizen verbeteren bijwerken rechtzetten terugdraaien verwisselen vernieuwen',
);
/** The same for separable verbs: the particle and the verbs that it goes with. */
const separable: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  (
    [
      ['op', 'lossen sturen volgen pakken zoeken'],
      ['terug', 'trekken storten betalen boeken sturen geven draaien brengen'],
      ['recht', 'zetten breien trekken'],
      ['aan', 'passen vullen vragen'],
      ['toe', 'sturen zenden mailen appen'],
      ['na', 'sturen leveren zenden bestellen'],
      ['langs', 'sturen brengen komen'],
      ['om', 'ruilen boeken wisselen'],
      ['in', 'trekken plannen boeken duiken'],
      ['uit', 'betalen keren zoeken pluizen'],
      ['goed', 'maken'],
      ['klaar', 'zetten leggen maken'],
      ['opzij', 'zetten leggen houden'],
      ['apart', 'zetten leggen houden'],
      ['over', 'maken boeken'],
      ['bij', 'schrijven werken storten'],
      ['vrij', 'geven'],
      ['kwijt', 'schelden'],
      ['weg', 'halen strepen'],
      ['eraf', 'halen'],
      ['af', 'halen handelen'],
      ['orde', 'maken brengen'],
      ['gang', 'zetten'],
    ] as const
  ).map(([particle, verbs]) => [particle, presentForms(verbs)]),
);
const joined = new Set([...separable].flatMap(([particle, forms]) => [...forms].map((form) => `${particle}${form}`)));

const specific = wordSet("het dit dat die deze 't t 'm m hem ze een de alles zoiets er hierin erin");
const policyWords = wordSet(
  'tot maximaal altijd standaard alleen tenminste wie klanten leden mits vanaf doorgaans gratis nooit volgens ingang entree poort grens kassa',
);
/** Not this customer's thing but what everybody is sent. */
const circulars = wordSet('nieuwsbrief enquete vragenlijst herinnering reclame aanbiedingen folder');
const wishes = wordSet('graag hierbij hiermee omdat vanwege namens');

/** Whether a clause tells a rule for everybody. "Bij je" is no rule, "bij annulering" is. */
export function isPolicy(view: ClauseView): boolean {
  return view.words.some(
    ({ text }, index) =>
      policyWords.has(text) ||
      (text === 'bij' &&
        !isA(view.words[index + 1], is.customer | is.yours | is.staff) &&
        !isOurs(view.words[index + 1])),
  );
}

function isOurs(word: Word | undefined): boolean {
  return (
    word !== undefined && /^(?:de|het|onze|ons|mijn|mij|een|mn|m'n|dr|drs|dhr|mevrouw|meneer|mw|prof)$/.test(word.text)
  );
}

function isSpecific(view: ClauseView): boolean {
  return (view.classes & (is.customer | is.yours)) !== 0 || mentions(view, specific);
}

function particleBehind(view: ClauseView, finite: number): boolean {
  const verb = view.words[finite]?.text ?? '';
  return view.words.some(({ text }, index) => index > finite && (separable.get(text)?.has(verb) ?? false));
}

const supports = wordSet(
  'help helpt helpen werk werkt werken lees leest lezen begeleid begeleidt begeleiden ondersteun ondersteunt ondersteunen',
);

/** A listed deed in what is the customer's. */
function isTheirDeed(view: ClauseView, finite: number): boolean {
  const word = view.words[finite];
  const deed = isA(word, is.act) || joinedClasses(view, finite) !== 0;
  return deed && !supports.has(word?.text ?? '') && (view.classes & (is.customer | is.yours)) !== 0;
}

/** "Wij lossen het op", "die kosten vergoeden we", "ik pas je adres aan": right without any time. */
export function isRedress(view: ClauseView, finite: number): boolean {
  const verb = view.words[finite]?.text ?? '';
  const known = redress.has(verb) || joined.has(verb) || particleBehind(view, finite) || isTheirDeed(view, finite);
  return known && isSpecific(view) && !isPolicy(view) && !mentions(view, wishes);
}

const sends = presentForms('sturen mailen appen bezorgen bestellen toesturen whatsappen smsen nasturen opsturen');
const sentAlong = wordSet('langs naar toe');

/** "We sturen je een nieuwe", "ik mail je de uitkomst", "we sturen een monteur langs". */
export function isSentToCustomer(view: ClauseView, finite: number): boolean {
  if (!sends.has(view.words[finite]?.text ?? '') || isPolicy(view)) return false;
  if (mentions(view, circulars) || mentions(view, wishes) || isThisMessage(view)) return false;
  const staff = view.words.findIndex((word, index) => index > finite && isA(word, is.staff));
  if (staff > 0 && !isA(view.words[staff - 1], is.preposition))
    return mentions(view, sentAlong) || staff === view.words.length - 1;
  const whom = view.words.findIndex((word, index) => index > finite && index <= finite + 2 && isA(word, is.customer));
  return whom > 0 && whom < view.words.length - 1;
}

/** "We sturen je dit bericht": it is there already. */
function isThisMessage(view: ClauseView): boolean {
  return view.words.some(
    (word, index) => /^(?:dit|deze)$/.test(word.text) && isA(view.words[index + 1], is.answer | is.tell),
  );
}

const ensures = wordSet('zorg zorgen zorgt');
const putRight =
  /^(?:orde|goed|opgelost|geregeld|hersteld|verholpen|rechtgezet|gerepareerd|vervangen|uitgezocht|opgepakt)$/;

/** "Ik zorg dat je een nieuwe krijgt", "we gaan ervoor zorgen dat dit wordt opgelost". */
export function isEnsured(view: ClauseView): boolean {
  const at = view.words.findIndex(({ text }) => ensures.has(text));
  if (at < 0 || isPolicy(view) || mentions(view, wishes)) return false;
  const rest = view.words.slice(at + 1);
  if (!rest.some(({ text }) => text === 'dat' || text === 'voor' || text === 'ervoor')) return false;
  const given =
    rest.some((word) => isA(word, is.customer)) && rest.some((word) => isA(word, is.receive | is.goods | is.answer));
  return given || rest.some(({ text }) => putRight.test(text));
}

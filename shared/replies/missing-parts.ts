import type { Bilingual, Cue, CueCode } from '../emotion/cue-model.ts';
import { contentWords } from '../emotion/wish.ts';
import { customerAsks } from './customer-ask.ts';
import type { CustomerAsk } from './customer-ask.ts';
import type { DraftCase, DraftCheck } from './draft-case.ts';
import type { DraftContext } from './draft-model.ts';
import { firstPhrase, kindsOf, openingSentences } from './draft-reading.ts';
import type { PhraseKind } from './draft-phrase-kinds.ts';
import type { DraftReading } from './draft-reading.ts';
import {
  asksBack,
  defends,
  hasSubstance,
  isAdvertisement,
  isPleasantry,
  namesTime,
  saysDone,
} from './draft-substance.ts';
import { speaksOfUs } from './org-centred.ts';
import { greetedName } from './safety-checks.ts';
import { saysVaguely } from './promise-checks.ts';
import { waitInWords } from './wait-in-words.ts';
import { areKin } from './word-kinship.ts';

const kindCues: ReadonlySet<CueCode> = new Set<CueCode>(['gratitude', 'joy', 'urgency']);
const delayCues: ReadonlySet<CueCode> = new Set<CueCode>(['waiting', 'repeat_contact']);

/** True when the customer has something to complain about, by words, clock, counter or promise. */
export function isTroubled({ cues, late, promiseState, contactMoments }: DraftContext): boolean {
  return late || promiseState === 'missed' || contactMoments >= 3 || cues.some(({ code }) => !kindCues.has(code));
}

// "Twelve years a customer" is a length of time and no wait.
const tenure =
  /(?:jaar|years?)[^.!?]{0,30}\b(?:klant|lid|abonnee|huurder|verzekerd|customer|member|client|subscriber)\b/i;

// A weak sign alone ("sinds de update") must not ask for an apology.
const surelyLate = 0.68;

function tellsOfWait({ code, score, spans }: Cue, texts: readonly string[]): boolean {
  if (!delayCues.has(code) || score < surelyLate) return false;
  const long = spans.length > 0 && spans.every(({ text }) => /jaar|year/i.test(text));
  return !(long && texts.some((text) => tenure.test(text)));
}

/** True when the customer waited too long or had to ask again: by our clock, a promise or their own words. */
export function isLate({ late, promiseState, cues, customerTexts }: DraftContext): boolean {
  return late || promiseState === 'missed' || cues.some((cue) => tellsOfWait(cue, customerTexts));
}

function lateSuggestion({ waitedMs }: DraftContext): Bilingual | undefined {
  const [nl, en] = [waitInWords(waitedMs, 'nl'), waitInWords(waitedMs, 'en')];
  if (nl === null || en === null) return undefined;
  return {
    nl: `Begin met: "Sorry dat je ${nl} op antwoord moest wachten", met de reden erbij.`,
    en: `Open with: "I am sorry you had to wait ${en} for an answer", and add the reason.`,
  };
}

const lateWithoutApology: DraftCheck = ({ reading, context }) => {
  if (!isLate(context)) return [];
  const said = openingSentences(reading).some((at) => reading.kinds[at]?.has('apology') === true);
  if (said) return [];
  const suggestion = lateSuggestion(context);
  return [{ code: 'late_no_apology', at: null, ...(suggestion && { suggestion }) }];
};

// What a customer wants changed is not answered by telling where it can be read.
const deeds = new Set(
  (
    'verzetten wijzigen aanpassen veranderen annuleren opzeggen stopzetten omruilen ruilen verplaatsen uitstellen verlengen terugstorten ' +
    'terugbetalen vervangen repareren herstellen verwijderen corrigeren opsturen terugbellen change move reschedule postpone cancel replace ' +
    'repair refund exchange extend remove delete correct resend'
  ).split(' '),
);
const answering: readonly PhraseKind[] = [
  'action',
  'offer',
  'refusal',
  'reason',
  'yes',
  'nextStep',
  'denial',
  'handled',
  'logged',
  'vague',
];

const isDeed = (keyword: string): boolean => deeds.has(keyword);

function answersChange(reading: DraftReading, sentence: number): boolean {
  const found = kindsOf(reading, sentence);
  return answering.some((kind) => found.has(kind)) || namesTime(reading, sentence);
}

const isOwnPraise = (found: ReadonlySet<PhraseKind>): boolean => found.has('proud') || found.has('policy');

/** True when a sentence takes up an object or action of the ask; courtesies and house rules that merely name it do not. */
function takesUp(reading: DraftReading, sentence: number, { keywords, matter }: CustomerAsk): boolean {
  const found = kindsOf(reading, sentence);
  if (isPleasantry(reading, sentence) || isOwnPraise(found)) return false;
  const words = contentWords(reading.sentences[sentence]?.tokens ?? []);
  // A denial or an explanation may answer the matter in other words of the customer than those of the wish.
  const explains = found.has('denial') || found.has('reason') || found.has('earlier');
  const touched = explains || keywords.length === 0 ? [...keywords, ...matter] : keywords;
  const touches = (keyword: string): boolean => words.some((word) => areKin(keyword, word));
  return touched.some(touches) && (keywords.filter(isDeed).every(touches) || answersChange(reading, sentence));
}

/** "We send you a leaflet" answers nothing by itself; what is done or dated does. */
function actsOrDates(reading: DraftReading, sentence: number): boolean {
  const found = kindsOf(reading, sentence);
  const dated = namesTime(reading, sentence);
  if (found.has('action') && !found.has('logged') && (dated || saysDone(reading, sentence))) return true;
  return dated && !found.has('apology') && !found.has('pleasantry');
}

function refusesWithReason(reading: DraftReading, sentence: number): boolean {
  const found = kindsOf(reading, sentence);
  const because = found.has('reason') || kindsOf(reading, sentence + 1).has('reason');
  return found.has('refusal') && because && !isPleasantry(reading, sentence);
}

/** True when a sentence answers whatever was asked: yes, a deed, a question back, a refusal with its reason, or "I find it out". */
function answersAnyway(reading: DraftReading, sentence: number): boolean {
  const found = kindsOf(reading, sentence);
  if (isOwnPraise(found) || isAdvertisement(reading, sentence)) return false;
  if (asksBack(reading, sentence)) return true;
  if (defends(reading, sentence) && !found.has('action')) return false;
  if (found.has('vague') && !namesTime(reading, sentence)) return found.has('handled') || found.has('logged');
  if (found.has('yes') && !found.has('pleasantry')) return true;
  return actsOrDates(reading, sentence) || refusesWithReason(reading, sentence);
}

/** "See you Thursday!" to somebody who asks to move Thursday: the time is the customer's own, and nothing is done. */
function onlyRepeatsTheirTime(reading: DraftReading, sentence: number, asks: readonly CustomerAsk[]): boolean {
  const asked = asks.filter(({ keywords }) => keywords.some(isDeed)).map(({ text }) => text.toLowerCase());
  if (asked.length === 0 || answering.some((kind) => kindsOf(reading, sentence).has(kind))) return false;
  const times = reading.phrases.filter((phrase) => phrase.sentence === sentence && phrase.kind === 'timing');
  const said = times.map(({ start, end }) => reading.text.slice(start, end).toLowerCase());
  return said.length > 0 && said.every((time) => asked.some((text) => text.includes(time)));
}

function addressesWish({ reading }: DraftCase, asks: readonly CustomerAsk[]): boolean {
  if (asks.length === 0) return true;
  const numbers = reading.sentences.map((_, at) => at).filter((at) => !onlyRepeatsTheirTime(reading, at, asks));
  if (numbers.some((at) => answersAnyway(reading, at))) return true;
  return asks.some((ask) => numbers.some((at) => takesUp(reading, at, ask) || (ask.open && hasSubstance(reading, at))));
}

const longestQuote = 80;

const wishIgnored: DraftCheck = (draftCase) => {
  const asks = draftCase.context.asks ?? customerAsks(draftCase.context);
  if (addressesWish(draftCase, asks)) return [];
  const asked = asks[0]?.text.replaceAll(/\s+/g, ' ').trim() ?? '';
  if (asked === '' || asked.length > longestQuote) return [{ code: 'wish_ignored', at: null }];
  const suggestion = {
    nl: `Ga in op "${asked}": zeg wat wel kan, of waarom het niet kan.`,
    en: `Take up "${asked}": say what is possible, or why it is not.`,
  };
  return [{ code: 'wish_ignored', at: null, suggestion }];
};

const superficial: DraftCheck = ({ reading, context }) => {
  // Who sympathises or apologises has seen the trouble that the cues may have missed.
  const seen = reading.kinds.some((kinds) => kinds.has('sympathy') || kinds.has('apology'));
  if (!(seen || isTroubled(context)) || saysVaguely({ reading, context }) !== null) return [];
  // One cause, one remark: a reply that defends itself is told that, which says more than "too thin".
  const helps = reading.sentences.some((_, at) => hasSubstance(reading, at) || defends(reading, at));
  return helps ? [] : [{ code: 'superficial', at: null }];
};

const enoughWords = 12;

const noNextStep: DraftCheck = ({ reading, context }) => {
  const steps = reading.sentences.some(
    (_, at) =>
      asksBack(reading, at) ||
      namesTime(reading, at) ||
      (['nextStep', 'action', 'offer', 'yes', 'refusal', 'vague'] as const).some(
        (kind) => reading.kinds[at]?.has(kind) === true,
      ),
  );
  // A thin reply is told so already; here only one that explains at length and then leaves the reader there.
  const thin = contentWords(reading.tokens).length < enoughWords;
  return !isTroubled(context) || steps || thin || speaksOfUs(reading) ? [] : [{ code: 'no_next_step', at: null }];
};

const noGreeting: DraftCheck = ({ reading, context }) => {
  const name = context.customerName?.trim().split(/\s+/)[0];
  if (name === undefined || name === '' || greetedName(reading.text) !== null) return [];
  const whole = context.customerName?.trim().split(/\s+/).at(-1) ?? name;
  const said = reading.text.toLowerCase();
  if (said.includes(name.toLowerCase()) || said.includes(whole.toLowerCase())) return [];
  return [{ code: 'no_greeting', at: null }];
};

const strongFeelings: ReadonlySet<CueCode> = new Set<CueCode>(['anger', 'sadness', 'unimportant', 'pillar_to_post']);

// Unease is common and mild; panic is not.
const surelyAfraid = 0.75;

function feelsStrongly({ code, score }: Cue): boolean {
  return code === 'worry' ? score >= surelyAfraid : strongFeelings.has(code) && score >= 0.6;
}

const noEmpathy: DraftCheck = ({ reading, context }) => {
  if (!context.cues.some(feelsStrongly)) return [];
  const felt = firstPhrase(reading, 'sympathy') ?? firstPhrase(reading, 'apology');
  // One cause, one remark: a missing apology or a defence says the same in stronger words.
  const told = isLate(context) || reading.sentences.some((_, at) => defends(reading, at));
  const empty = !reading.sentences.some((_, at) => hasSubstance(reading, at));
  return felt === null && !told && !empty ? [{ code: 'no_empathy', at: null }] : [];
};

const missingSignOff: DraftCheck = ({ reading, context }) => {
  if (context.signOffWanted !== true) return [];
  const tail = reading.text.trimEnd().split('\n').at(-1) ?? '';
  const signed =
    /(?:\^\s?\p{Lu}|(?:groet(?:en|jes)?|liefs|regards|wishes|cheers|thanks|mvg)\b.{0,60}$|[-–—]\s?\p{Lu}\p{L}*$)/iu.test(
      tail,
    ) || /^\p{Lu}\p{L}+$/u.test(tail.trim());
  return signed ? [] : [{ code: 'missing_sign_off', at: null }];
};

/** Checks for what a draft should hold and does not. */
export const missingPartChecks: readonly DraftCheck[] = [
  lateWithoutApology,
  wishIgnored,
  superficial,
  noNextStep,
  noGreeting,
  noEmpathy,
  missingSignOff,
];

import type { Bilingual } from '../emotion/cue-model.ts';
import { readPromises } from '../promises/promise-reader.ts';
import type { PromiseReading } from '../promises/promise-reader.ts';
import { closingAtOn, findNextOpeningAt, isOpenAt, nextWorkingDay, openMsBetween } from '../time/opening-hours.ts';
import { localDateOf } from '../time/zoned-time.ts';
import type { DraftCase, DraftCheck, DraftPlace } from './draft-case.ts';
import type { DraftContext } from './draft-model.ts';
import { momentInWords } from './moment-in-words.ts';
import { kindsOf } from './draft-reading.ts';
import type { DraftPhrase } from './draft-reading.ts';
import { asksBack, namesTime } from './draft-substance.ts';

// "Zo snel mogelijk" is vague whatever else is said; "we zoeken het uit" only when no time stands anywhere near.
const strong =
  /mogelijk|z\W?s\W?m|asap|a\W?s\W?a\W?p|binnenkort|spoedig|eerdaags|weldra|shortly|soon|presently|possible|earliest|due course|termijn|komende|aankomende|coming|zijner|tzt|toekomst|future|snel/i;
/** Words by which the sentence speaks of what the customer does, of the past, or only on a condition. */
const notOurs = {
  request:
    /^(?:(?:wil|kun|kunt|zou|can|could|would|please|graag)\b[^.]*\b(?:je|u|jullie|you)\b|(?:stuur|bel|mail|reageer|laat|geef|neem|kom|meld|let|send|call|please|contact|reply)\b(?! (?:ik|we|wij)\b))/i,
  past: /\b(?:hadden|had|moest|moesten|werd|kwam|reageerden|konden|kregen|waren|zijn niet|did not|didn't|was not|were not|wasn't|weren't|failed|should have|niet zo|not as|not been|hadn't)\b/i,
  condition:
    /^(?:als|zodra|wanneer|mocht|indien|dan|if|once|as soon as you|when you|then)\b|\b(?:zodra|als|once|if|when|as soon as) (?:je|u|jij|jullie|ik|you|i|we) (?:\S+ ){0,6}(?:stuurt|hebt|heeft|heb|doorgeeft|geeft|laat|send|have|let|give|reply|know)/i,
  closing:
    /\bhope (?:it|you|things|she|he|they|everything|this)\b|\b(?:hopelijk|hopen|hoop)\b.*\b(?:beter|opknap\w*|op te knappen|herstel\w*)\b|\b(?:tot snel|see you soon|snel weer|hope to see|graag snel|spoedig herstel|get well soon|beterschap)\b/i,
  done: /\b(?:(?:heb|hebben|is|zijn) (?:\S+ ){0,8}(?:opgelost|uitgezocht|teruggestort|geregeld|verstuurd|verzonden|hersteld|aangepast|gestopt|stopgezet|verwijderd|opgezegd|gevonden)|(?:i've|we've|i have|we have|has been|have been) (?:\S+ ){0,4}(?:resolved|refunded|sent|fixed|removed|cancelled|reset|stopped|replaced|moved))\b/i,
};

function isOurs(text: string): boolean {
  return !Object.values(notOurs).some((pattern) => pattern.test(text));
}

const past = /\b(?:geleden|ago|sinds|since|al)\b/i;

function hasOwnTime({ reading }: DraftCase): boolean {
  return reading.sentences.some((sentence, at) => {
    const kinds = kindsOf(reading, at);
    if (!namesTime(reading, at) || (kinds.has('pleasantry') && !kinds.has('action'))) return false;
    const acts = kinds.has('action') || kinds.has('vague') || kinds.has('offer') || sentence.question;
    return acts && !past.test(reading.text.slice(sentence.start, sentence.end));
  });
}

const us = /\b(?:we|wij|ik|i|we'll|i'll|wordt|worden|will)\b/i;

/** True when a sentence with vague words is a promise of ours that nothing else in the draft makes definite. */
function staysVague({ reading }: DraftCase, { sentence, start, end }: DraftPhrase, dated: boolean): boolean {
  const { text, sentences } = reading;
  const place = sentences[sentence];
  if (place === undefined || place.question) return false;
  const said = text.slice(place.start, place.end);
  if (!isOurs(said) || namesTime(reading, sentence)) return false;
  const asked = sentence > 0 && asksBack(reading, sentence - 1);
  return strong.test(text.slice(start, end)) ? !dated || us.test(said) : !dated && !asked;
}

/** The words of a draft that promise something of ours without a time; null when there are none. */
export function saysVaguely(draftCase: DraftCase): DraftPlace | null {
  const { text, phrases } = draftCase.reading;
  const vague = phrases.filter(({ kind }) => kind === 'vague');
  if (vague.length === 0) return null;
  const dated = hasOwnTime(draftCase);
  const first = vague.find((phrase) => staysVague(draftCase, phrase, dated));
  if (first === undefined) return null;
  // The plainest words of the sentence say it best: "asap" rather than "our team will".
  const beside = vague.filter(({ sentence }) => sentence === first.sentence);
  const { start, end } = beside.find((each) => strong.test(text.slice(each.start, each.end))) ?? first;
  return { start, end };
}

/** The next moment by which an answer can be promised: closing time of the next working day. */
export function promisableAt(hours: DraftCase['context']['hours'], now: Date): Date | null {
  if (findNextOpeningAt(hours, now) === null) return null;
  return closingAtOn(hours, nextWorkingDay(hours, localDateOf(now, hours.timeZone), 1));
}

const quarterMs = 15 * 60_000;

/** The first moment not before `at` that can be named: a full quarter within opening hours, else a closing time; null when the calendar knows none. */
export function promisableFrom(hours: DraftContext['hours'], at: Date): Date | null {
  const quarter = new Date(Math.ceil(at.getTime() / quarterMs) * quarterMs);
  if (isOpenAt(hours, quarter)) return quarter;
  const closing = closingAtOn(hours, localDateOf(at, hours.timeZone));
  return closing !== null && closing.getTime() >= at.getTime() ? closing : promisableAt(hours, at);
}

function phrasingAt(hours: DraftContext['hours'], now: Date): Bilingual | undefined {
  const at = promisableAt(hours, now);
  if (at === null) return undefined;
  const words = momentInWords(at, now, hours.timeZone);
  return {
    nl: `Noem een dag en uur, bijvoorbeeld: "uiterlijk ${words.nl}".`,
    en: `Name a day and hour, for instance: "by ${words.en}".`,
  };
}

// The calendar is the slow part, and many drafts are checked against the same hours at the same moment.
let lastPhrasing: { hours: DraftContext['hours']; nowMs: number; words: Bilingual | undefined } | null = null;

function datedPhrasing({ context: { hours, now } }: DraftCase): Bilingual | undefined {
  const nowMs = now.getTime();
  if (lastPhrasing?.hours !== hours || lastPhrasing.nowMs !== nowMs) {
    lastPhrasing = { hours, nowMs, words: phrasingAt(hours, now) };
  }
  return lastPhrasing.words;
}

const mayNameTime =
  /\d|dag\b|dagen|uur|uren|minu|week|weken|maand|middag|ochtend|avond|morgen|day|hour|month|tonight|noon|evening|weekend|kwartier/i;

const vaguePromise: DraftCheck = (draftCase) => {
  const at = saysVaguely(draftCase);
  if (at === null) return [];
  // What the patterns do not know as a time, the reader that will hold us to it may.
  const { reading, context } = draftCase;
  const { now: madeAt, hours, vagueMaxMs } = context;
  if (mayNameTime.test(reading.text)) {
    const promises = readPromises(reading.text, { madeAt, hours, vagueMaxMs, language: reading.language });
    if (promises.some(({ kind }) => kind === 'explicit')) return [];
  }
  const suggestion = datedPhrasing(draftCase);
  return [{ code: 'vague_promise', at, ...(suggestion && { suggestion }) }];
};

function explicitPromises({ reading, context }: DraftCase): PromiseReading[] {
  const { now: madeAt, hours, vagueMaxMs } = context;
  return readPromises(reading.text, { madeAt, hours, vagueMaxMs, language: reading.language }).filter(
    ({ kind, act }) => kind === 'explicit' && act !== 'action',
  );
}

const againstCalendar: DraftCheck = (draftCase) => {
  const { context } = draftCase;
  if (context.judgesCalendar !== true) return [];
  const { hours, now } = context;
  const broken = explicitPromises(draftCase).find(({ dueAt }) => {
    const dayClosed = closingAtOn(hours, localDateOf(dueAt, hours.timeZone)) === null;
    return (
      openMsBetween(hours, now, dueAt) === 0 ||
      (dayClosed && /\p{L}+dag\b|\p{L}+day\b|weekend/iu.test(wordsOf(draftCase, dueAt)))
    );
  });
  if (broken === undefined) return [];
  const at = { start: broken.start, end: broken.end };
  const words = promisableAt(hours, now);
  if (words === null) return [{ code: 'promise_when_closed', at }];
  const moment = momentInWords(words, now, hours.timeZone);
  const suggestion = {
    nl: `Dan zijn jullie dicht. Beloof bijvoorbeeld "uiterlijk ${moment.nl}".`,
    en: `You are closed then. Promise for instance "by ${moment.en}".`,
  };
  return [{ code: 'promise_when_closed', at, suggestion }];
};

function wordsOf(draftCase: DraftCase, dueAt: Date): string {
  return explicitPromises(draftCase).find((each) => each.dueAt.getTime() === dueAt.getTime())?.wording ?? '';
}

const againstAdvice: DraftCheck = (draftCase) => {
  const { advice, now, hours } = draftCase.context;
  if (advice === undefined || advice === null) return [];
  const rash = explicitPromises(draftCase).find(({ dueAt }) => dueAt.getTime() < advice.honestAt.getTime());
  if (rash === undefined) return [];
  const moment = momentInWords(promisableFrom(hours, advice.honestAt) ?? advice.honestAt, now, hours.timeZone);
  const share = advice.keptShare === null ? null : String(Math.round(advice.keptShare * 100));
  const suggestion = {
    nl: `Eerlijk is "uiterlijk ${moment.nl}"${share === null ? '' : `: dat hield de afgelopen tijd ${share} % van de gevallen`}.`,
    en: `"By ${moment.en}" is honest${share === null ? '' : `: ${share} % of recent cases would have kept it`}.`,
  };
  return [{ code: 'promise_too_early', at: { start: rash.start, end: rash.end }, suggestion }];
};

/** Checks of what a draft promises. */
export const promiseChecks: readonly DraftCheck[] = [vaguePromise, againstCalendar, againstAdvice];

import type { CueCode } from '../emotion/cue-model.ts';
import type { Token } from '../emotion/tokens.ts';
import type { DraftCheck, DraftPlace } from './draft-case.ts';
import type { DraftPhrase, DraftReading } from './draft-reading.ts';
import { firstPhrase, sentencesWith } from './draft-reading.ts';
import { defensiveAlways, defensiveFirst, hasSubstance } from './draft-substance.ts';
import { isTroubled } from './missing-parts.ts';

// "Als je wilt, bel ik" offers; "als je last had" makes the apology conditional.
const offers =
  /\b(?:wil|wilt|willen|liever|vragen|vraag|lukt|nodig|belt|mailt|stuurt|stuur|geeft|laat|kunt|kun|want|like|need|prefer|questions|send|let|help|works|wish|suits|get stuck|you can|nog|eerste|have any)\b/i;

/** "Any" counts in "for any inconvenience", "might" in "might have"; an offer is no condition. */
function isCondition(text: string, at: number, clause: string): boolean {
  if (/^any/i.test(clause) && !/\bfor $/i.test(text.slice(0, at))) return false;
  if (/^(?:may|might)/i.test(clause) && !/have|be|feel/i.test(clause)) return false;
  return !offers.test(clause);
}

const reach = 60;

function condition(reading: DraftReading, sorry: DraftPhrase): DraftPhrase | undefined {
  const { text, sentences } = reading;
  const end = sentences[sorry.sentence]?.end ?? sorry.end;
  return reading.phrases.find((phrase) => {
    if (phrase.sentence !== sorry.sentence || phrase.kind !== 'condition') return false;
    if (phrase.start - sorry.end > reach) return false;
    const rest = text.slice(phrase.start, end);
    return isCondition(text, phrase.start, rest.split(/[,;.]/, 1)[0] ?? rest);
  });
}

const putsFeelingOnReader = /sorry|spijt|jammer|vervelend|excuses|regret|betreur|apolog|sad|shame|pity|naar dat/i;

function conditionalPlace(reading: DraftReading, phrase: DraftPhrase): DraftPlace | null {
  const { kind, sentence, start, end } = phrase;
  const place = reading.sentences[sentence];
  if (kind === 'halfHearted') {
    const sorry = reading.phrases.find((one) => one.kind === 'apology' && one.sentence === sentence);
    return sorry ? { start: Math.min(start, sorry.start), end: Math.max(end, sorry.end) } : null;
  }
  if (kind === 'feelingOnYou' && place !== undefined) {
    const regret = putsFeelingOnReader.exec(reading.text.slice(place.start, place.end));
    return regret ? { start: Math.min(place.start + regret.index, start), end } : null;
  }
  const near = kind === 'apology' ? condition(reading, phrase) : undefined;
  return near ? { start: Math.min(start, near.start), end: Math.max(end, near.end) } : null;
}

const conditionalApology: DraftCheck = ({ reading }) => {
  for (const phrase of reading.phrases) {
    const at = conditionalPlace(reading, phrase);
    if (at !== null) return [{ code: 'conditional_apology', at }];
  }
  return [];
};

const ownFault = /(?:^|\s)(?:we|wij|ik|i)\s+$/i;
const deserved = /van (?:ons|mij)|from us|\b(?:never|nooit|not have)\b/i;
const deservedNext =
  /^\s*(?:\S+ ){0,2}(?:krijgen|gekregen|ontvangen|horen|hoeven|worden|been|received|had|got|heard|have to)\b/i;

// "Dat had je van ons moeten horen" and "we hadden je eerder moeten bellen" own up; they blame nobody but us.
function ownsUp({ text, sentences }: DraftReading, { sentence, start, end, kind }: DraftPhrase): boolean {
  if (kind !== 'blameYou') return false;
  const until = sentences[sentence]?.end ?? end;
  const said = text.slice(start, end);
  const modal = /moeten|kunnen|should|could|had|hadden/i.test(said);
  const next = text.slice(end, Math.min(until, end + 25));
  return ownFault.test(text.slice(0, start)) || (modal && (deserved.test(said + next) || deservedNext.test(next)));
}

// "4.000 bezoekers" is a crowd, "drie mails" is what the customer sent.
function isSmallNumber(words: string): boolean {
  const digits = /^[\d.,]+/.exec(words)?.[0].replaceAll(/\D/g, '');
  if (digits !== undefined && digits !== '') return Number(digits) < 100;
  return /^(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|few|enkele)\b/i.test(
    words,
  );
}

const defensive: DraftCheck = ({ reading, context }) => {
  const warm = firstPhrase(reading, 'sympathy');
  const sorry = firstPhrase(reading, 'apology');
  const halves = sentencesWith(reading, 'sorryBut');
  const softened = Math.min(
    warm?.start ?? Infinity,
    sorry !== null && !halves.has(sorry.sentence) ? sorry.start : Infinity,
  );
  const found = reading.phrases.find((phrase) => {
    if (defensiveAlways.includes(phrase.kind)) return !ownsUp(reading, phrase);
    if (!defensiveFirst.includes(phrase.kind) || phrase.start > softened) return false;
    if (phrase.kind === 'crowd' && isSmallNumber(reading.text.slice(phrase.start, phrase.end))) return false;
    // House rules after the answer itself are information.
    const answered = reading.sentences.some((_, at) => at < phrase.sentence && hasSubstance(reading, at));
    return !answered && (isTroubled(context) || phrase.kind !== 'crowd');
  });
  return found === undefined ? [] : [{ code: 'defensive', at: { start: found.start, end: found.end } }];
};

const informal = new Set(['je', 'jij', 'jou', 'jouw', 'jouwe', 'jezelf']);
const formal = new Set(['u', 'uw', 'uzelf']);

function inQuotes(text: string, at: number): boolean {
  return (text.slice(0, at).match(/["“”„]/g)?.length ?? 0) % 2 === 1;
}

const mixedAddress: DraftCheck = ({ reading }) => {
  if (reading.language !== 'nl') return [];
  const firstOwn = (words: ReadonlySet<string>): Token | undefined =>
    reading.tokens.find(({ form, start }) => words.has(form) && !inQuotes(reading.text, start));
  const polite = firstOwn(formal);
  const familiar = polite && firstOwn(informal);
  if (polite === undefined || familiar === undefined) return [];
  const later = polite.start > familiar.start ? polite : familiar;
  return [{ code: 'mixed_address', at: { start: later.start, end: later.end } }];
};

const graveCues: ReadonlySet<CueCode> = new Set<CueCode>([
  'sadness',
  'anger',
  'threat_leave',
  'threat_public',
  'threat_legal',
]);
const cheerful = /[😀-😏😛-😝🤣🥳🎉🎊😺-😻🙂🙃🤪😎👏👍💪]/u;
const kindCues: ReadonlySet<CueCode> = new Set<CueCode>(['gratitude', 'joy', 'urgency']);
const loss = /overleden|overlijden|gestorven|begrafenis|uitvaart|passed away|died|funeral|deceased|overleed/i;

const emojiOnGrief: DraftCheck = ({ reading, context }) => {
  const emoji = reading.tokens.find(({ kind }) => kind === 'emoji');
  if (emoji === undefined) return [];
  const grave =
    context.cues.some(({ code }) => graveCues.has(code)) || context.customerTexts.some((text) => loss.test(text));
  const unhappy = context.cues.some(({ code }) => !kindCues.has(code));
  if (!grave && !(unhappy && cheerful.test(emoji.form))) return [];
  return [{ code: 'emoji_on_grief', at: { start: emoji.start, end: emoji.end } }];
};

const jargon: DraftCheck = ({ reading }) => {
  const found = firstPhrase(reading, 'jargon');
  return found === null ? [] : [{ code: 'jargon', at: { start: found.start, end: found.end } }];
};

/** Checks of tone: what a draft holds and should not. */
export const toneChecks: readonly DraftCheck[] = [conditionalApology, defensive, mixedAddress, emojiOnGrief, jargon];

import { cueSet, holds } from './word-sets.ts';
import type { Memberships } from './word-sets.ts';
import { firstFrom } from './words.ts';

/** A stretch [start, end) of normalised text. */
export type Stretch = { readonly start: number; readonly end: number };

/** A sentence and whether it asks something. */
export type Sentence = Stretch & { readonly question: boolean };

/** Part of a sentence between conjunctions; `reset` = the words before it cut off a condition ("maar", ";"). */
export type Clause = Stretch & { readonly reset: boolean };

/** A capital behind an emoji or a smiley begins a sentence too. */
const sentenceEnd = /[.!?]+(?=[\s"')\]]|$)|\n+|(?:[\ud83c-\ud83e][\udc00-\udfff]|[\u2600-\u27bf]|[:;]-?[)d])+ +/g;
const saysEnd = /^[.!?\n]/;
const abbreviation =
  /(?:^|[^a-z])(?:[a-z]|\d{1,2}|ca|max|dhr|mevr|mw|mr|mrs|dr|nr|nl|bijv|evt|incl|jan|feb|mrt|mar|apr|jun|jul|aug|sept?|okt|oct|nov|dec|ma|di|wo|do|vr|za|zo|tel|st|[a-z]\.[a-z](?:\.[a-z])*)$/;

/** "Maandag bel ik je, goed?" says what we shall do and only asks leave. */
const asksOnlyLeave = /, (?:goed|oke|ok|okay|prima|alright|all right|deal)$/;

type Mark = { readonly start: number; readonly match: RegExpMatchArray & { index: number }; readonly end: number };

/** An abbreviation, or an emoji within a sentence. */
function goesOn(text: string, { start, match, end }: Mark, startsUpper: (index: number) => boolean): boolean {
  if (!saysEnd.test(match[0])) return !startsUpper(end);
  if (match[0] !== '.') return false;
  const next = end + (/^["')\]\s]*/.exec(text.slice(end, end + 6))?.[0].length ?? 0);
  const continues = next < text.length && !startsUpper(next);
  return continues && abbreviation.test(text.slice(Math.max(start, match.index - 12), match.index));
}

/** Splits normalised text into sentences; `startsUpper` tells whether the original has a capital at an offset of the normalised text. */
export function splitSentences(text: string, startsUpper: (index: number) => boolean): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const match of text.matchAll(sentenceEnd)) {
    const end = match.index + match[0].length;
    if (goesOn(text, { start, match, end }, startsUpper)) continue;
    const question =
      match[0].includes('?') && !asksOnlyLeave.test(text.slice(Math.max(start, match.index - 16), match.index));
    if (end > start) sentences.push({ start, end, question });
    start = end;
  }
  if (start < text.length) sentences.push({ start, end: text.length, question: false });
  return sentences;
}

const conjunction =
  / (?:en (?:als|zodra|mocht|indien)(?= )|and (?:if|once|when)(?= )|en(?: dan)?|maar(?! (?:aan|even|bij|met) (?:mij|ons|me)\b)|want|dus|omdat|waarna|daarna|terwijl|echter|daarom|and|but|so|because|although|then|however) |; ?|: | - |, /g;
/** What follows a comma has a subject of its own, and no condition on what stands before. */
const opensAnew = /^ ?(?:we|wij|ik|onze|ons|de|het|i|our|the|it)(?:'[a-z]+)? /;
const depends = /\b(?:als|tenzij|mits|indien|mocht|if|unless|once|niet|geen|not)\b/;
const strong = /maar|but|echter|however|;/;
const afterwards = /^(?:daarna|vervolgens|dan|then|after)\b|\b(?:dan|then)[.! ]*$/;
const alwaysSplits =
  /maar|but|want|omdat|because|although|terwijl|;| - |en (?:als|zodra|mocht|indien)|and (?:if|once|when)/;

/** Whether a time stands between two places of a sentence. */
function timed(phrases: readonly Stretch[], from: number, to: number): boolean {
  return (phrases[firstFrom(phrases, from - 1)]?.start ?? to) < to;
}

/** Whether what follows a comma has neither a time of its own nor a "dan". */
function hangsOn(clause: string, isTimed: boolean): boolean {
  return !isTimed && !afterwards.test(clause);
}

function startsAnew(clause: string): boolean {
  return opensAnew.test(clause) && !depends.test(clause);
}

/** A conjunction with the places of what stands before and behind it. */
type Border = {
  readonly mark: string;
  readonly start: number;
  readonly at: number;
  readonly next: number;
  readonly until: number;
};

function splitsAt(
  { mark, start, at, next, until }: Border,
  sentence: string,
  phrases: readonly Stretch[],
  commits: (from: number, to: number) => boolean,
): boolean {
  if (alwaysSplits.test(mark)) return true;
  const commaAfterTime = mark === ', ' && timed(phrases, start, at);
  if (!commits(next, until)) return commaAfterTime && startsAnew(sentence.slice(next, until)) && commits(start, at);
  return !commaAfterTime || !hangsOn(sentence.slice(next, until), timed(phrases, next, until)) || commits(start, at);
}

/**
 * Splits a sentence into clauses. "En"/"and", the colon and the comma split only where a commitment of its own follows (`commits`, given
 * offsets in the sentence), so that enumerations stay whole; a comma behind a time ("morgen, beste Jan, bellen we") splits only where
 * another time follows; nothing splits inside a time phrase.
 */
export function splitClauses(
  sentence: string,
  phrases: readonly Stretch[],
  commits: (from: number, to: number) => boolean,
): Clause[] {
  conjunction.lastIndex = 0;
  if (!conjunction.test(sentence)) return [{ start: 0, end: sentence.length, reset: false }];
  conjunction.lastIndex = 0;
  const clauses: Clause[] = [];
  const borders = [...sentence.matchAll(conjunction)].filter((match) => {
    const phrase = phrases[firstFrom(phrases, match.index) - 1];
    return phrase === undefined || match.index >= phrase.end - 1;
  });
  let start = 0;
  let reset = false;
  borders.forEach((match, index) => {
    const next = match.index + match[0].length;
    const until = borders[index + 1]?.index ?? sentence.length;
    const border = { mark: match[0], start, at: match.index, next, until };
    if (!splitsAt(border, sentence, phrases, commits)) return;
    clauses.push({ start, end: match.index, reset });
    // The border's last space stays with the clause, so that look-behinds still see a word border.
    // A condition's own word stays in its clause, and so does the "dan" that points back at a time.
    const condition = /(?:als|zodra|mocht|indien|if|once|when|dan|then|daarna) ?$/.exec(match[0])?.[0].length ?? 0;
    start = next - condition;
    reset = strong.test(match[0]);
  });
  clauses.push({ start, end: sentence.length, reset });
  return clauses;
}

const quotation = /"[^"\n]{6,400}"|(?<=[\s:(])'[^'\n]{10,400}'(?![a-z])/g;
const reported =
  /(?<!\b(?:dat|die|wat|waar|zoals|as|which|that|what) )\b(?:je|jij|u|jullie|klant|you|customer|hij|zij|ze|he|she|they) (?:schreef|citeert|citeerde|zei|schrijft(?! (?:je|jou|u|jullie)\b)|zegt|vroeg|vraagt|meldde|noemde|gaf aan|wrote|said|say|asked|mentioned|told us)\b/;

/** Quoted words and sentences that report what the customer wrote. */
export function quotedStretches(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  if (text.includes('"') || text.includes("'")) {
    for (const match of text.matchAll(quotation)) {
      const whole = match[0].length >= text.trim().length - 1;
      if (!whole) stretches.push({ start: match.index, end: match.index + match[0].length });
    }
  }
  return stretches;
}

const toldByOthers =
  /[,"] (?:(?:zo|aldus) )?(?:citeert|zegt|meldt|aldus|schrijft|verwacht|belooft|says|according to) (?!(?:ik|we|wij|i|us)\b)/;

const saidByName =
  /^[^a-z]*(?!(?:our|my|the|onze|mijn|een|de|het|i|we|wij|ik)\b)[a-z]+(?: [a-z]+)? (?:says|zegt|meldt) (?:that |dat )?(?!(?:we|i|wij|ik)\b)/;

const toldInFront =
  /^[^a-z]*(?:[a-z]{1,12},? )?(?:volgens|according to|naar verluidt) (?!(?:ons|onze|mij|mijn|our|my|us|me|the plan|plan|planning|schema|afspraak|de planning|het schema)\b)/;

/** "We hebben het verstuurd, je hebt het binnen 2 dagen in huis": the rest is the carrier's. */
const handedOver = /\b(?:verstuurd|verzonden|onderweg|shipped|dispatched)\b.*\b(?:in huis|at home)\b/;

const told = cueSet('citeert zegt meldt aldus schrijft verwacht belooft says according volgens verluidt');
const handed = cueSet('verstuurd verzonden onderweg shipped dispatched');
const reports = cueSet(
  'schreef citeert citeerde zei schrijft zegt vroeg vraagt meldde noemde gaf wrote said say asked mentioned told',
);

/** Whether a sentence names another person who says it: "…, zegt de aannemer", "according to the depot …". */
export function isToldByOthers(sentence: string, lists: Memberships): boolean {
  if (holds(lists, told) && (toldByOthers.test(sentence) || toldInFront.test(sentence) || saidByName.test(sentence)))
    return true;
  return holds(lists, handed) && handedOver.test(sentence);
}

/** Offset in a sentence from which it reports the customer's words, or -1. */
export function reportedFrom(sentence: string, lists: Memberships): number {
  return holds(lists, reports) ? (reported.exec(sentence)?.index ?? -1) : -1;
}

/**
 * Blanks time phrases, the commas that set them apart and the commas between them, so that "we laten je, uiterlijk vrijdag, weten" and
 * "zo snel mogelijk, uiterlijk morgen, op terug" read as one clause.
 */
export function maskPhrases(text: string, stretch: Stretch, phrases: readonly Stretch[]): string {
  let masked = text.slice(stretch.start, stretch.end);
  let lastEnd = -1;
  let leads = true;
  for (const phrase of phrases) {
    const from = phrase.start - stretch.start;
    const to = phrase.end - stretch.start;
    const before = masked.slice(Math.max(0, lastEnd), from);
    leads &&= before.trim() === '';
    const follows = lastEnd >= 0 && /^, *$/.test(before);
    const comma = follows ? lastEnd : masked.slice(Math.max(0, from - 2), from) === ', ' ? from - 2 : -1;
    const closed = masked[to] === ',' && (comma >= 0 || leads);
    const blankFrom = comma >= 0 && (closed || follows) ? comma : from;
    const blankTo = Math.min(closed ? to + 1 : to, masked.length);
    masked = masked.slice(0, blankFrom) + ' '.repeat(blankTo - blankFrom) + masked.slice(blankTo);
    lastEnd = to;
  }
  return masked;
}

import { localDateOf } from '../time/zoned-time.ts';
import { isToldByOthers, maskPhrases, quotedStretches, reportedFrom, splitClauses, splitSentences } from './clauses.ts';
import type { Sentence, Stretch } from './clauses.ts';
import type { ClauseView, Commitment } from './clause-view.ts';
import { findCommitment } from './commitments.ts';
import { datingPhrase } from './dating-sentences.ts';
import { deadlineOf } from './deadline.ts';
import { isLooseDuration } from './duration-rules.ts';
import {
  countsOfficeHours,
  hedgeFactor,
  isConditional,
  isHabitual,
  isNoCommitment,
  isRequestFirst,
} from './exclusions.ts';
import { normaliseText } from './normalised-text.ts';
import type { NormalisedText } from './normalised-text.ts';
import type { PromiseContext, PromiseLanguage, PromiseReading } from './promise-reading.ts';
import { withoutKept } from './promises-kept.ts';
import { withoutCoveredVague, withoutDatedEarlier, withoutEchoes } from './readings-that-count.ts';
import { withReturnDay } from './return-days.ts';
import { correctedText, correctionOf } from './spelling.ts';
import type { TimeContext } from './time-expression.ts';
import { findTimePhrases } from './time-phrase.ts';
import type { TimePhrase } from './time-phrase.ts';
import { understoodDeadline, understoodVague } from './understood-deadline.ts';
import { wordClass } from './word-classes.ts';
import { firstFrom, languagesOf, peopleBefore, tokensOf, wordsBetween } from './words.ts';
import type { Token } from './words.ts';

export type { PromiseContext, PromiseReading } from './promise-reading.ts';

type Scene = {
  readonly source: string;
  readonly normalised: NormalisedText;
  readonly context: PromiseContext;
  readonly times: TimeContext;
  readonly quoted: readonly Stretch[];
  readonly tokens: readonly Token[];
  readonly phrases: readonly TimePhrase[];
};

type ClauseScene = {
  /** Normalised text of the clause with its time phrases blanked. */
  readonly masked: string;
  readonly start: number;
  readonly end: number;
  readonly phrases: readonly TimePhrase[];
  readonly inheritsSubject: boolean;
  readonly languages: readonly PromiseLanguage[];
};

/** The part between commas around a stretch: what denies or doubts there concerns the promise. */
function commaPart(clause: string, stretch: Stretch): string {
  const from = clause.lastIndexOf(',', stretch.start) + 1;
  const comma = clause.indexOf(',', stretch.end);
  return clause.slice(from, comma < 0 ? clause.length : comma);
}

function choosePhrase(scene: ClauseScene, frame: Stretch): TimePhrase | undefined {
  const explicit = scene.phrases.filter((phrase) => !phrase.vague && !(phrase.duration?.bare ?? false));
  const part = commaPart(scene.masked, frame);
  const partStart = scene.masked.indexOf(part);
  const inPart = explicit.filter((phrase) => {
    const at = phrase.start - scene.start;
    return at >= partStart && at <= partStart + part.length;
  });
  const latest = explicit.find((phrase) => phrase.latest);
  if (latest) return latest;
  const candidates = inPart.length > 0 ? inPart : explicit;
  return candidates.find((phrase) => phrase.duration) ?? candidates.at(-1);
}

/** A commitment with the language that it was read in. */
type Found = Commitment & { readonly language: PromiseLanguage };

function languageOf(phrase: TimePhrase, found: Found): PromiseLanguage {
  return phrase.language === 'both' ? found.language : phrase.language;
}

function viewOf(scene: Scene, clause: Omit<ClauseScene, 'masked'>, language: PromiseLanguage): ClauseView {
  const words = wordsBetween(scene.tokens, clause, scene.phrases, language);
  const classes = words.reduce((all, word) => all | word.classes, 0);
  const explicit = clause.phrases.some((phrase) => !phrase.vague);
  const time = explicit ? 'explicit' : clause.phrases.length > 0 ? 'vague' : 'none';
  const pronoun = (classes & wordClass.anyone) !== 0;
  const theyAre = pronoun ? peopleBefore(scene.tokens, clause.start, language) : 'unknown';
  const opening = openingOf(scene, clause.phrases[0], words[0]?.start ?? 0);
  return { words, classes, time, opening, inheritsSubject: clause.inheritsSubject, theyAre };
}

function openingOf(scene: Scene, first: TimePhrase | undefined, wordsFrom: number): ClauseView['opening'] {
  if (!first || first.vague || first.start > wordsFrom) return 'none';
  const later = first.day !== undefined && first.day.date > scene.times.today;
  const within = first.duration !== undefined && !first.duration.bare;
  return later || within || first.latest || first.before ? 'ahead' : 'time';
}

/** What a clause commits us to, in the likelier of its languages. */
function commitmentOf(scene: Scene, clause: Omit<ClauseScene, 'masked'>): Found | null {
  for (const language of clause.languages) {
    const found = findCommitment(viewOf(scene, clause, language), language);
    if (found) return { ...found, language };
  }
  return null;
}

function trimmed(source: string, start: number, end: number): Stretch {
  const words = source.slice(start, end);
  return { start: start + words.length - words.trimStart().length, end: start + words.trimEnd().length };
}

function reading(
  scene: Scene,
  stretch: Stretch,
  rest: Omit<PromiseReading, 'start' | 'end' | 'wording' | 'confidence'> & { confidence: number },
): PromiseReading {
  const { source, normalised } = scene;
  const place = trimmed(source, normalised.originalStart(stretch.start), normalised.originalEnd(stretch.end));
  const { kind, act, understood, dueAt, language, ruleId } = rest;
  const confidence = Math.round(Math.min(1, Math.max(0, rest.confidence)) * 100) / 100;
  const wording = source.slice(place.start, place.end);
  return { kind, act, wording, start: place.start, end: place.end, understood, dueAt, confidence, language, ruleId };
}

function explicitReading(scene: Scene, clause: ClauseScene, found: Found, phrase: TimePhrase): PromiseReading | null {
  const text = scene.normalised.text.slice(clause.start, clause.end);
  const deadline = deadlineOf(phrase, scene.times, countsOfficeHours(text));
  if (!deadline) return null;
  const words = scene.normalised.text.slice(phrase.start, phrase.end);
  const loose = phrase.duration && isLooseDuration(words) ? 0.6 : 1;
  return reading(scene, phrase, {
    kind: 'explicit',
    act: found.act,
    understood: understoodDeadline(phrase, deadline.dueAt, scene.times),
    dueAt: deadline.dueAt,
    confidence: phrase.certainty * deadline.trust * hedgeFactor(text) * loose,
    language: languageOf(phrase, found),
    ruleId: phrase.ruleId,
  });
}

function vagueReading(scene: Scene, clause: ClauseScene, found: Found): PromiseReading | null {
  const phrase = clause.phrases.find((candidate) => candidate.vague);
  if (!phrase && !found.alone) return null;
  const dueAt = new Date(scene.context.madeAt.getTime() + scene.context.vagueMaxMs);
  const text = scene.normalised.text.slice(clause.start, clause.end);
  return reading(scene, phrase ?? { start: found.start, end: found.end }, {
    kind: 'vague',
    act: found.act,
    understood: understoodVague(dueAt, scene.times),
    dueAt,
    confidence: (phrase?.certainty ?? 0.65) * hedgeFactor(text),
    language: phrase ? languageOf(phrase, found) : found.language,
    ruleId: phrase?.ruleId ?? `vague.${found.id}`,
  });
}

/** Commitments whose duration needs no "binnen": "reactietijd: 2 uur", "allow 5 days". */
const takesBareDuration: ReadonlySet<string> = new Set([
  'formula',
  'lastsUntil',
  'mayTake',
  'processing',
  'expect',
  'grantTime',
]);

function readClause(scene: Scene, clause: ClauseScene): PromiseReading | null {
  const found = commitmentOf(scene, clause);
  if (!found) return null;
  if (scene.quoted.some((quote) => quote.start <= found.start && found.end <= quote.end)) return null;
  const place = { start: found.start - clause.start, end: found.end - clause.start };
  if (isNoCommitment(commaPart(clause.masked, place))) return null;
  const bare = takesBareDuration.has(found.id) ? clause.phrases.find((phrase) => phrase.duration) : undefined;
  const phrase = choosePhrase(clause, place) ?? bare;
  if (phrase && isHabitual(clause.masked) && !phrase.duration) return null;
  return phrase ? explicitReading(scene, clause, found, phrase) : vagueReading(scene, clause, found);
}

function readSentence(scene: Scene, stretch: Sentence, answersUs: boolean): PromiseReading[] {
  const phrases = scene.phrases.slice(firstFrom(scene.phrases, stretch.start), firstFrom(scene.phrases, stretch.end));
  const masked = maskPhrases(scene.normalised.text, stretch, phrases);
  const languages = languagesOf(scene.tokens, stretch, scene.context.language ?? 'nl');
  const inPart = (part: Stretch): readonly TimePhrase[] =>
    scene.phrases.slice(firstFrom(scene.phrases, part.start - 1), firstFrom(scene.phrases, part.end));
  const commits = (from: number, to: number): boolean => {
    const part = { start: stretch.start + from, end: stretch.start + to };
    return commitmentOf(scene, { ...part, phrases: inPart(part), inheritsSubject: true, languages }) !== null;
  };
  const own = phrases.map((phrase) => ({ start: phrase.start - stretch.start, end: phrase.end - stretch.start }));
  const readings: PromiseReading[] = [];
  // "Is het raam dicht? Dan bellen we": what follows hangs on the answer.
  let depends = isRequestFirst(masked) || (answersUs && /^[^a-z]*(?:dan|then|if so|zo ja|in dat geval)\b/.test(masked));
  let previous: ClauseScene | undefined;
  let subject = false;
  for (const part of splitClauses(masked, own, commits)) {
    const place = { start: stretch.start + part.start, end: stretch.start + part.end };
    const text = masked.slice(part.start, part.end);
    const clause: ClauseScene = { masked: text, ...place, phrases: inPart(place), inheritsSubject: subject, languages };
    depends = (depends && !part.reset) || isConditional(scene.normalised.text.slice(place.start, place.end));
    const made = depends ? null : readClause(scene, withReturnDay(clause, previous));
    if (made) readings.push(made);
    previous = clause;
    subject ||= namesUs(scene, clause);
  }
  return withoutEchoes(readings, scene.source);
}

function namesUs(scene: Scene, clause: ClauseScene): boolean {
  if (/^[^a-z]*let me\b/.test(clause.masked)) return true;
  const ours = wordClass.self | wordClass.staff;
  return clause.languages.some((language) => (viewOf(scene, clause, language).classes & ours) !== 0);
}

/** "We zoeken het uit. Dat kan een paar dagen duren.": the promise with the deadline that stands behind it. */
function dateLater(scene: Scene, made: PromiseReading): PromiseReading {
  const phrase = datingPhrase(made, scene.phrases, scene.normalised);
  const deadline = phrase && deadlineOf(phrase, scene.times, false);
  if (!phrase || !deadline) return made;
  return reading(scene, phrase, {
    kind: 'explicit',
    act: made.act,
    understood: understoodDeadline(phrase, deadline.dueAt, scene.times),
    dueAt: deadline.dueAt,
    confidence: phrase.certainty * deadline.trust * 0.8,
    language: made.language,
    ruleId: phrase.ruleId,
  });
}

/** The text with misspelt words of time and answering put right, and its words. */
function wordsOf(text: string): { normalised: NormalisedText; tokens: readonly Token[] } {
  const normalised = normaliseText(text);
  const tokens = tokensOf(normalised.text);
  const corrections = tokens.flatMap(({ text: word, start, end, nl, en }) => {
    const by = (nl | en) === 0 ? correctionOf(word) : null;
    return by === null ? [] : [{ start, end, by }];
  });
  if (corrections.length === 0) return { normalised, tokens };
  const corrected = correctedText(normalised, corrections);
  return { normalised: corrected, tokens: tokensOf(corrected.text) };
}

/**
 * All promises that the organisation makes in one of its texts, ordered by place: deadlines in words become instants on the calendar or the
 * opening hours, vague ones get madeAt + vagueMaxMs. Denied, conditional, quoted, past and customer-side deadlines are left out.
 * Never throws on any text; throws RangeError for an invalid madeAt or time zone.
 */
export function readPromises(text: string, context: PromiseContext): PromiseReading[] {
  const { normalised, tokens } = wordsOf(text);
  if (tokens.length === 0) return [];
  const times: TimeContext = {
    madeAt: context.madeAt,
    hours: context.hours,
    today: localDateOf(context.madeAt, context.hours.timeZone),
  };
  const phrases = withoutKept(findTimePhrases(normalised.text, times), normalised.text);
  const quoted = quotedStretches(normalised.text);
  const scene: Scene = { source: text, normalised, context, times, quoted, tokens, phrases };
  const startsUpper = (index: number): boolean =>
    /^\p{Lu}/u.test(text.slice(normalised.originalStart(index)).slice(0, 2));
  const sentences = splitSentences(normalised.text, startsUpper);
  const readings = sentences.flatMap((sentence, index) => {
    if (sentence.question) return [];
    const words = normalised.text.slice(sentence.start, sentence.end);
    if (isToldByOthers(words)) return [];
    const reported = reportedFrom(words);
    const end = reported < 0 ? sentence.end : sentence.start + reported;
    return readSentence(scene, { ...sentence, end }, sentences[index - 1]?.question ?? false);
  });
  readings.sort((a, b) => a.start - b.start);
  const dated = readings.map((made) => dateLater(scene, made));
  return withoutCoveredVague(withoutDatedEarlier(dated, text));
}

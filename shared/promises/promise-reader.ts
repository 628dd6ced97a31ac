import { localDateOf } from '../time/zoned-time.ts';
import { isToldByOthers, maskPhrases, quotedStretches, reportedFrom, splitClauses, splitSentences } from './clauses.ts';
import type { Sentence, Stretch } from './clauses.ts';
import { commitmentOf, namesUs } from './clause-scene.ts';
import type { ClauseScene, Found, Scene } from './clause-scene.ts';
import { wordsOf } from './corrected-words.ts';
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
import type { PromiseContext, PromiseLanguage, PromiseReading } from './promise-reading.ts';
import { withoutKept } from './promises-kept.ts';
import { withoutCoveredVague, withoutDatedEarlier, withoutEchoes } from './readings-that-count.ts';
import { withAbsence, withReturnDay } from './return-days.ts';
import { mayPromise } from './sentence-gate.ts';
import type { TimeContext } from './time-expression.ts';
import { findTimePhrases } from './time-phrase.ts';
import type { TimePhrase } from './time-phrase.ts';
import { understoodDeadline, understoodVague } from './understood-deadline.ts';
import type { Memberships } from './word-sets.ts';
import { firstFrom, languagesOf, membershipsIn } from './words.ts';

export type { PromiseContext, PromiseReading } from './promise-reading.ts';

/** The part between commas around a stretch: what denies or doubts there concerns the promise. */
function commaPart(clause: string, stretch: Stretch): string {
  const from = clause.lastIndexOf(',', stretch.start) + 1;
  const comma = clause.indexOf(',', stretch.end);
  return clause.slice(from, comma < 0 ? clause.length : comma);
}

const asked =
  /\b(?:weten|horen|hoort|hoor|melden|vertellen|know|confirm|tell you) (?:of|wanneer|hoe laat|whether|if|when|what time)\b/;

/** "Vrijdag laten we weten of het nog dit jaar kan": what is still asked has a time of its own. */
function beforeAsked(scene: ClauseScene, phrases: readonly TimePhrase[]): readonly TimePhrase[] {
  const place = phrases.length > 1 ? (asked.exec(scene.masked)?.index ?? -1) : -1;
  if (place < 0) return phrases;
  const before = phrases.filter((phrase) => phrase.start - scene.start <= place);
  return before.length > 0 ? before : phrases;
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
  const candidates = beforeAsked(scene, inPart.length > 0 ? inPart : explicit);
  return candidates.find((phrase) => phrase.duration) ?? candidates.at(-1);
}

/** "Morgen voor de pauze, uiterlijk 12 uur": the hour belongs to the day named before it. */
function withDayBefore(phrase: TimePhrase, scene: ClauseScene): TimePhrase {
  if (!phrase.clock || phrase.day || phrase.part) return phrase;
  const named = scene.phrases.findLast((one) => one.end <= phrase.start && one.day !== undefined && !one.clock);
  return named?.day ? { ...phrase, day: named.day } : phrase;
}

function languageOf(phrase: TimePhrase, found: Found): PromiseLanguage {
  return phrase.language === 'both' ? found.language : phrase.language;
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
  const deadline = deadlineOf(phrase, scene.times, countsOfficeHours(text, clause.lists));
  if (!deadline) return null;
  const words = scene.normalised.text.slice(phrase.start, phrase.end);
  const loose = phrase.duration && isLooseDuration(words) ? 0.6 : 1;
  return reading(scene, phrase, {
    kind: 'explicit',
    act: found.act,
    understood: understoodDeadline(phrase, deadline.dueAt, scene.times),
    dueAt: deadline.dueAt,
    confidence: phrase.certainty * deadline.trust * hedgeFactor(text, clause.lists) * loose,
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
    confidence: (phrase?.certainty ?? 0.65) * hedgeFactor(text, clause.lists),
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
  'gets',
]);

function readClause(scene: Scene, clause: ClauseScene): PromiseReading | null {
  const found = commitmentOf(scene, clause);
  if (!found) return null;
  if (scene.quoted.some((quote) => quote.start <= found.start && found.end <= quote.end)) return null;
  const place = { start: found.start - clause.start, end: found.end - clause.start };
  if (isNoCommitment(commaPart(clause.masked, place), clause.lists)) return null;
  const bare = takesBareDuration.has(found.id) ? clause.phrases.find((phrase) => phrase.duration) : undefined;
  const phrase = choosePhrase(clause, place) ?? bare;
  if (phrase && isHabitual(clause.masked, clause.lists) && !phrase.duration) return null;
  return phrase
    ? explicitReading(scene, clause, found, withDayBefore(phrase, clause))
    : vagueReading(scene, clause, found);
}

function phrasesIn({ phrases }: Scene, part: Stretch): readonly TimePhrase[] {
  return phrases.length === 0
    ? phrases
    : phrases.slice(firstFrom(phrases, part.start - 1), firstFrom(phrases, part.end));
}

/** Whether a part of a sentence commits us; with no time of its own it may take those that "dan" points back at. */
function commits(
  scene: Scene,
  part: Stretch,
  pointed: readonly TimePhrase[],
  languages: readonly PromiseLanguage[],
): boolean {
  const near = phrasesIn(scene, part);
  // "… is vrijdag bekend, dan bellen we": its time stands in front.
  const phrases = near.length === 0 ? pointed : near;
  return commitmentOf(scene, { ...part, phrases, inheritsSubject: true, languages }) !== null;
}

/** Whether what the clause says depends on something, and no latest moment holds anyway. */
function hangsOn(scene: Scene, clause: ClauseScene): boolean {
  return (
    isConditional(scene.normalised.text.slice(clause.start, clause.end), clause.lists) && !hasLatest(scene, clause)
  );
}

const waitsFor = /\b(?:zodra|as soon as|once)\b/;

/** "Zodra de lijn vrij is, uiterlijk over een kwartier": the latest moment holds whatever happens. */
function hasLatest(scene: Scene, { start, end, phrases }: ClauseScene): boolean {
  const at = waitsFor.exec(scene.normalised.text.slice(start, end))?.index ?? -1;
  return at >= 0 && phrases.some((phrase) => phrase.latest && phrase.start > start + at);
}

const pointsBack = /\b(?:dan|daarna|then)\b/;

/** What stands before a sentence: whether it answers our question, and the last clause of the one before. */
type Before = { readonly answersUs: boolean; readonly clause: ClauseScene | undefined };

function readSentence(
  scene: Scene,
  stretch: Sentence & { readonly lists: Memberships },
  before: Before,
): { readings: PromiseReading[]; last: ClauseScene | undefined } {
  const phrases = scene.phrases.slice(firstFrom(scene.phrases, stretch.start), firstFrom(scene.phrases, stretch.end));
  const masked = maskPhrases(scene.normalised.text, stretch, phrases);
  const languages = languagesOf(scene.tokens, stretch, scene.context.language ?? 'nl');
  const own = phrases.map((phrase) => ({ start: phrase.start - stretch.start, end: phrase.end - stretch.start }));
  const readings: PromiseReading[] = [];
  // "Is het raam dicht? Dan bellen we": what follows hangs on the answer.
  let depends =
    isRequestFirst(masked, stretch.lists) ||
    (before.answersUs && /^[^a-z]*(?:dan|then|if so|zo ja|in dat geval)\b/.test(masked));
  let previous: ClauseScene | undefined;
  let subject = false;
  const parts = splitClauses(masked, own, (from, to) => {
    const part = { start: stretch.start + from, end: stretch.start + to };
    const pointed = pointsBack.test(masked.slice(Math.max(0, from - 7), to)) ? phrases : [];
    return commits(scene, part, pointed, languages);
  });
  for (const part of parts) {
    const place = { start: stretch.start + part.start, end: stretch.start + part.end };
    const text = masked.slice(part.start, part.end);
    const clause: ClauseScene = {
      masked: text,
      ...place,
      phrases: phrasesIn(scene, place),
      inheritsSubject: subject,
      languages,
      lists: stretch.lists,
    };
    depends = (depends && !part.reset) || hangsOn(scene, clause);
    const made = depends
      ? null
      : readClause(scene, previous ? withReturnDay(clause, previous) : withAbsence(clause, before.clause));
    if (made) readings.push(made);
    previous = clause;
    // Only a clause behind this one asks who its subject is.
    if (parts.length > 1) subject ||= namesUs(scene, clause);
  }
  return { readings: withoutEchoes(readings, scene.source), last: previous };
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

const capital = /^\p{Lu}/u;

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
  const phrases = withoutKept(findTimePhrases(normalised.text, tokens, times), normalised.text);
  const quoted = quotedStretches(normalised.text);
  const scene: Scene = { source: text, normalised, context, times, quoted, tokens, phrases };
  const sentences = splitSentences(normalised.text, (index) => {
    const at = normalised.originalStart(index);
    return capital.test(text.slice(at, at + 2));
  });
  let clauseBefore: ClauseScene | undefined;
  const readings = sentences.flatMap((sentence, index) => {
    const clause = clauseBefore;
    clauseBefore = undefined;
    if (sentence.question) return [];
    if (!mayPromise(scene, sentence)) return [];
    const words = normalised.text.slice(sentence.start, sentence.end);
    const lists = membershipsIn(tokens, sentence);
    if (isToldByOthers(words, lists)) return [];
    const reported = reportedFrom(words, lists);
    const end = reported < 0 ? sentence.end : sentence.start + reported;
    const answersUs = sentences[index - 1]?.question ?? false;
    const { readings: made, last } = readSentence(scene, { ...sentence, end, lists }, { answersUs, clause });
    clauseBefore = last;
    return made;
  });
  readings.sort((a, b) => a.start - b.start);
  const dated = readings.map((made) => dateLater(scene, made));
  return withoutCoveredVague(withoutDatedEarlier(dated, text));
}

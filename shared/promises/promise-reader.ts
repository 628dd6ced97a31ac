import { localDateOf } from '../time/zoned-time.ts';
import { maskPhrases, quotedStretches, reportedFrom, splitClauses, splitSentences } from './clauses.ts';
import type { Stretch } from './clauses.ts';
import { commitmentFrames } from './commitment-frames.data.ts';
import type { CommitmentFrame } from './commitment-frames.data.ts';
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
import type { TimeContext } from './time-expression.ts';
import { findTimePhrases } from './time-phrase.ts';
import type { TimePhrase } from './time-phrase.ts';
import { understoodDeadline, understoodVague } from './understood-deadline.ts';

export type { PromiseContext, PromiseReading } from './promise-reading.ts';

/** A frame found in a clause; offsets are in the normalised text. */
type FoundFrame = Stretch & { readonly frame: CommitmentFrame };

type Scene = {
  readonly source: string;
  readonly normalised: NormalisedText;
  readonly context: PromiseContext;
  readonly times: TimeContext;
  readonly quoted: readonly Stretch[];
};

type ClauseScene = {
  /** Normalised text of the clause with its time phrases blanked. */
  readonly masked: string;
  readonly start: number;
  readonly end: number;
  readonly phrases: readonly TimePhrase[];
  readonly inheritsSubject: boolean;
};

/** Frames of a clause in order of act; lazy, because most callers stop at the first. */
function* findFrames(clause: string, inheritsSubject: boolean, aloneOnly = false): Generator<FoundFrame> {
  const trimmedClause = clause.trimStart();
  const shift = clause.length - trimmedClause.length;
  for (const frame of commitmentFrames) {
    if ((frame.elliptic && !inheritsSubject) || (aloneOnly && !frame.aloneIsVague)) continue;
    for (const match of trimmedClause.matchAll(frame.pattern)) {
      yield { frame, start: match.index + shift, end: match.index + shift + match[0].length };
    }
  }
}

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

function languageOf(phrase: TimePhrase, frame: CommitmentFrame | undefined, context: PromiseContext): PromiseLanguage {
  if (phrase.language !== 'both') return phrase.language;
  return frame?.language ?? context.language ?? 'nl';
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

function explicitReading(
  scene: Scene,
  clause: ClauseScene,
  found: FoundFrame,
  phrase: TimePhrase,
): PromiseReading | null {
  const text = scene.normalised.text.slice(clause.start, clause.end);
  const deadline = deadlineOf(phrase, scene.times, countsOfficeHours(text));
  if (!deadline) return null;
  const words = scene.normalised.text.slice(phrase.start, phrase.end);
  const loose = phrase.duration && isLooseDuration(words) ? 0.6 : 1;
  return reading(scene, phrase, {
    kind: 'explicit',
    act: found.frame.act,
    understood: understoodDeadline(phrase, deadline.dueAt, scene.times),
    dueAt: deadline.dueAt,
    confidence: phrase.certainty * deadline.trust * hedgeFactor(text) * loose,
    language: languageOf(phrase, found.frame, scene.context),
    ruleId: phrase.ruleId,
  });
}

function vagueReading(scene: Scene, clause: ClauseScene, found: FoundFrame): PromiseReading | null {
  const phrase = clause.phrases.find((candidate) => candidate.vague);
  if (!phrase && !found.frame.aloneIsVague) return null;
  const dueAt = new Date(scene.context.madeAt.getTime() + scene.context.vagueMaxMs);
  const text = scene.normalised.text.slice(clause.start, clause.end);
  return reading(scene, phrase ?? { start: clause.start + found.start, end: clause.start + found.end }, {
    kind: 'vague',
    act: found.frame.act,
    understood: understoodVague(dueAt, scene.times),
    dueAt,
    confidence: (phrase?.certainty ?? 0.65) * hedgeFactor(text),
    language: phrase ? languageOf(phrase, found.frame, scene.context) : found.frame.language,
    ruleId: phrase?.ruleId ?? `vague.${found.frame.id}`,
  });
}

function readClause(scene: Scene, clause: ClauseScene): PromiseReading | null {
  for (const found of findFrames(clause.masked, clause.inheritsSubject, clause.phrases.length === 0)) {
    const stretch = { start: clause.start + found.start, end: clause.start + found.end };
    if (scene.quoted.some((quote) => quote.start <= stretch.start && stretch.end <= quote.end)) continue;
    if (isNoCommitment(commaPart(clause.masked, found))) continue;
    const formula = found.frame.id === 'formula';
    const bare = formula ? clause.phrases.find((phrase) => phrase.duration) : undefined;
    const phrase = choosePhrase(clause, found) ?? bare;
    if (phrase && isHabitual(clause.masked) && !phrase.duration) return null;
    const made = phrase ? explicitReading(scene, clause, found, phrase) : vagueReading(scene, clause, found);
    if (made) return made;
  }
  return null;
}

const returns = /\b(?:weer|terug|back|open|aanwezig|bereikbaar)\b/;

/** "Maandag zijn we er weer en reageren we": the day of our return is the deadline of the answer. */
function withReturnDay(clause: ClauseScene, previous: ClauseScene | undefined): ClauseScene {
  if (clause.phrases.length > 0 || !previous || !returns.test(previous.masked)) return clause;
  const days = previous.phrases.filter((phrase) => phrase.day);
  return days.length > 0 ? { ...clause, phrases: days } : clause;
}

function readSentence(scene: Scene, stretch: Stretch, phrases: readonly TimePhrase[]): PromiseReading[] {
  const masked = maskPhrases(scene.normalised.text, stretch, phrases);
  const own = phrases.map((phrase) => ({ start: phrase.start - stretch.start, end: phrase.end - stretch.start }));
  const subject = /\b(?:we|wij|ik|i)\b/.test(masked);
  const clauses = splitClauses(masked, own, (text) => findFrames(text, subject).next().done === false);
  const readings: PromiseReading[] = [];
  let depends = isRequestFirst(masked);
  let previous: ClauseScene | undefined;
  for (const part of clauses) {
    const start = stretch.start + part.start;
    const end = stretch.start + part.end;
    const clause: ClauseScene = {
      masked: masked.slice(part.start, part.end),
      start,
      end,
      phrases: phrases.filter((phrase) => phrase.start >= start - 1 && phrase.start < end),
      inheritsSubject: previous !== undefined && subject,
    };
    depends = (depends && !part.reset) || isConditional(clause.masked);
    const made = depends ? null : readClause(scene, withReturnDay(clause, previous));
    if (made) readings.push(made);
    previous = clause;
  }
  return withoutEchoes(readings);
}

/** One sentence makes one vague promise at most, the one with time words if any, and none beside an explicit one. */
function withoutEchoes(readings: readonly PromiseReading[]): PromiseReading[] {
  const explicit = readings.filter((made) => made.kind === 'explicit');
  if (explicit.length > 0) return explicit;
  const [surest] = [...readings].sort((a, b) => b.confidence - a.confidence);
  return surest ? [surest] : [];
}

/** "We nemen contact op. Dat doen we binnen een uur.": the second sentence dates the first, so only the dated one stays. */
function withoutDatedEarlier(readings: readonly PromiseReading[], text: string): PromiseReading[] {
  return readings.filter((made, index) => {
    const next = readings[index + 1];
    if (made.kind !== 'vague' || next?.kind !== 'explicit') return true;
    return !/[.!]\s+(?:dat|dit|reactietijd|responstijd|that will|this will|response time)\b/i.test(
      text.slice(made.end, next.start),
    );
  });
}

/** "Dat zoek ik voor je uit. Je krijgt binnen 4 uur antwoord.": a dated answer says when the undated promises end too. */
function withoutCoveredVague(readings: readonly PromiseReading[]): PromiseReading[] {
  const dated = readings.some((made) => made.kind === 'explicit' && made.act === 'reply');
  return dated ? readings.filter((made) => made.kind === 'explicit') : [...readings];
}

const mayPromise = /[a-z]/;

/**
 * All promises that the organisation makes in one of its texts, ordered by place: deadlines in words become instants on the calendar or the
 * opening hours, vague ones get madeAt + vagueMaxMs. Denied, conditional, quoted, past and customer-side deadlines are left out.
 * Never throws on any text; throws RangeError for an invalid madeAt or time zone.
 */
export function readPromises(text: string, context: PromiseContext): PromiseReading[] {
  const normalised = normaliseText(text);
  if (!mayPromise.test(normalised.text)) return [];
  const times: TimeContext = {
    madeAt: context.madeAt,
    hours: context.hours,
    today: localDateOf(context.madeAt, context.hours.timeZone),
  };
  const scene: Scene = { source: text, normalised, context, times, quoted: quotedStretches(normalised.text) };
  const phrases = findTimePhrases(normalised.text, times);
  const startsUpper = (index: number): boolean =>
    /^\p{Lu}/u.test(text.slice(normalised.originalStart(index)).slice(0, 2));
  const readings = splitSentences(normalised.text, startsUpper).flatMap((sentence) => {
    if (sentence.question) return [];
    const reported = reportedFrom(normalised.text.slice(sentence.start, sentence.end));
    const end = reported < 0 ? sentence.end : sentence.start + reported;
    const inside = phrases.filter((phrase) => phrase.start >= sentence.start && phrase.start < end);
    return readSentence(scene, { start: sentence.start, end }, inside);
  });
  readings.sort((a, b) => a.start - b.start);
  return withoutCoveredVague(withoutDatedEarlier(readings, text));
}

import type { Stretch } from './clauses.ts';
import { mentions } from './clause-view.ts';
import type { ClauseView, Commitment, Word } from './clause-view.ts';
import { findCommitment } from './commitments.ts';
import type { NormalisedText } from './normalised-text.ts';
import type { PromiseContext, PromisedAct, PromiseLanguage } from './promise-reading.ts';
import type { TimeContext } from './time-expression.ts';
import type { TimePhrase } from './time-phrase.ts';
import { wordClass } from './word-classes.ts';
import { allMemberships, wordSet } from './word-sets.ts';
import type { Memberships } from './word-sets.ts';
import { firstFrom, peopleBefore, wordsBetween } from './words.ts';
import type { Token } from './words.ts';

/** One text under the reader: its words and times, and what it is read with. */
export type Scene = {
  readonly source: string;
  readonly normalised: NormalisedText;
  readonly context: PromiseContext;
  readonly times: TimeContext;
  readonly quoted: readonly Stretch[];
  readonly tokens: readonly Token[];
  readonly phrases: readonly TimePhrase[];
};

/** A clause of the text with its own times. */
export type ClauseScene = {
  /** Normalised text of the clause with its time phrases blanked. */
  readonly masked: string;
  readonly start: number;
  readonly end: number;
  readonly phrases: readonly TimePhrase[];
  readonly inheritsSubject: boolean;
  /** The word lists that its sentence touches. */
  readonly lists: Memberships;
  readonly languages: readonly PromiseLanguage[];
};

/** What of a clause tells its commitment. */
type ClausePlace = Omit<ClauseScene, 'masked' | 'lists'>;

/** A commitment with the language that it was read in. */
export type Found = Commitment & { readonly language: PromiseLanguage };

function viewOf(scene: Scene, clause: ClausePlace, language: PromiseLanguage): ClauseView {
  const words = wordsBetween(scene.tokens, clause, scene.phrases, language);
  const classes = words.reduce((all, word) => all | word.classes, 0);
  const memberships = allMemberships(words);
  const explicit = clause.phrases.some((phrase) => !phrase.vague);
  const time = explicit ? 'explicit' : clause.phrases.length > 0 ? 'vague' : 'none';
  const pronoun = (classes & wordClass.anyone) !== 0 || mentions({ memberships }, carriedAway);
  const theyAre = pronoun ? peopleBefore(scene.tokens, clause.start, language) : 'unknown';
  const opening = openingOf(scene, clause.phrases[0], words[0]?.start ?? 0);
  const ahead = explicit && clause.phrases.some((phrase) => liesAhead(scene, phrase));
  const laterToday = explicit && clause.phrases.some((phrase) => phrase.clock ?? phrase.part ?? phrase.day?.part);
  return {
    words,
    plain: plainOf(words),
    classes,
    memberships,
    time,
    opening,
    ahead,
    laterToday,
    inheritsSubject: clause.inheritsSubject,
    theyAre,
  };
}

function plainOf(words: readonly Word[]): string {
  let plain = '';
  for (const { text } of words) plain += plain === '' ? text : ` ${text}`;
  return plain;
}

/** What may be the deed of a carrier that the words before name. */
const carriedAway = wordSet('bezorgd geleverd thuisbezorgd thuisgeleverd afbezorgd afgeleverd');

/** "Tegen vijven heb ik het klaar". */
function approaches({ normalised }: Scene, { start }: TimePhrase): boolean {
  return normalised.text.startsWith('tegen ', start);
}

function liesAhead(scene: Scene, phrase: TimePhrase): boolean {
  if (phrase.vague) return false;
  const later = phrase.day !== undefined && phrase.day.date > scene.times.today;
  const within = phrase.duration !== undefined && !phrase.duration.bare;
  return later || within || phrase.latest || phrase.before || approaches(scene, phrase);
}

function openingOf(scene: Scene, first: TimePhrase | undefined, wordsFrom: number): ClauseView['opening'] {
  if (!first || first.vague || first.start > wordsFrom) return 'none';
  return liesAhead(scene, first) ? 'ahead' : 'time';
}

/** "Dat doen we binnen een uur": what we shall do stands in the words before. */
function deedBefore(scene: Scene, place: number, language: PromiseLanguage): PromisedAct {
  const until = firstFrom(scene.tokens, place);
  for (let index = until - 1; index >= 0 && index > until - 16; index -= 1) {
    const classes = scene.tokens[index]?.[language] ?? 0;
    if (classes & wordClass.call) return 'call';
    if (classes & (wordClass.tell | wordClass.answer)) return 'reply';
    if (classes & (wordClass.act | wordClass.done)) return 'action';
  }
  return 'reply';
}

/** What a clause commits us to, in the likelier of its languages. */
export function commitmentOf(scene: Scene, clause: ClausePlace): Found | null {
  for (const language of clause.languages) {
    const found = findCommitment(viewOf(scene, clause, language), language);
    if (found)
      return { ...found, act: found.id === 'doThat' ? deedBefore(scene, found.start, language) : found.act, language };
  }
  return null;
}

/** Whether a clause has one of us as its subject, so that the next needs none. */
export function namesUs(scene: Scene, clause: ClauseScene): boolean {
  if (/^[^a-z]*let me\b/.test(clause.masked)) return true;
  const ours = wordClass.self | wordClass.staff;
  return clause.languages.some((language) => (viewOf(scene, clause, language).classes & ours) !== 0);
}

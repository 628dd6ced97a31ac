import type { PromisedAct } from './promise-reading.ts';
import { wordClass } from './word-classes.ts';

/** A word of normalised text, [start, end), with its classes in the language that is read. */
export type Word = { readonly text: string; readonly start: number; readonly end: number; readonly classes: number };

/** A clause as the commitment rules see it: its words without those of time phrases. */
export type ClauseView = {
  readonly words: readonly Word[];
  /** All classes that occur. */
  readonly classes: number;
  /** explicit = a deadline stands in the clause; vague = words of haste; none = no time words. */
  readonly time: 'explicit' | 'vague' | 'none';
  /** The clause opens with a deadline ("morgen belt …"): 'ahead' when it cannot lie behind us ("binnen een uur heb ik …"). */
  readonly opening: 'ahead' | 'time' | 'none';
  /** The clause before it had one of us as its subject, so that "… en bellen je morgen" needs none. */
  readonly inheritsSubject: boolean;
  /** Whom "zij" or "they" means, as far as the text before says. */
  readonly theyAre: 'ours' | 'others' | 'unknown';
};

/** A commitment found in a clause, with the stretch of normalised text that makes it. */
export type Commitment = {
  readonly id: string;
  readonly act: PromisedAct;
  readonly start: number;
  readonly end: number;
  /** A promise even without any time words. */
  readonly alone: boolean;
};

/** A rule: what it makes of a clause, or null. */
export type CommitmentRule = (view: ClauseView) => Commitment | null;

/** Whether a word is of any of the classes. */
export function isA(word: Word | undefined, classes: number): boolean {
  return word !== undefined && (word.classes & classes) !== 0;
}

/** Whether one of these words occurs. */
export function mentions(view: ClauseView, texts: ReadonlySet<string>): boolean {
  return view.words.some(({ text }) => texts.has(text));
}

/** Whether a word follows at once, nothing but a space between. */
export function adjoins(first: Word | undefined, second: Word | undefined): boolean {
  return first !== undefined && second !== undefined && first.end + 1 === second.start;
}

/** What a clause promises, by its words: a call before an answer before any other deed. */
export function actIn(view: ClauseView): PromisedAct {
  if (view.classes & wordClass.call || view.words.some(({ text }) => text === 'telefonisch')) return 'call';
  return view.classes & (wordClass.tell | wordClass.answer | wordClass.hear) ? 'reply' : 'action';
}

/** A commitment over a stretch of words of the clause. */
export function commitment(
  view: ClauseView,
  id: string,
  extra: { readonly from?: number; readonly to?: number; readonly act?: PromisedAct; readonly alone?: boolean } = {},
): Commitment {
  const { from = 0, to = view.words.length - 1, act = actIn(view), alone = false } = extra;
  const first = view.words[Math.min(from, to)];
  const last = view.words[Math.max(from, to)];
  return { id, act, start: first?.start ?? 0, end: last?.end ?? 0, alone };
}

import type { PromisedAct } from './promise-reading.ts';
import { wordClass } from './word-classes.ts';
import { holds, wordSet } from './word-sets.ts';
import type { Memberships, WordSet } from './word-sets.ts';

/** A word of normalised text, [start, end), with its classes in the language that is read. */
export type Word = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly classes: number;
  readonly memberships: Memberships;
};

/** A clause as the commitment rules see it: its words without those of time phrases. */
export type ClauseView = {
  readonly words: readonly Word[];
  /** The words with single spaces between. */
  readonly plain: string;
  /** All classes that occur. */
  readonly classes: number;
  /** All word lists that a word of the clause stands in. */
  readonly memberships: Memberships;
  /** explicit = a deadline stands in the clause; vague = words of haste; none = no time words. */
  readonly time: 'explicit' | 'vague' | 'none';
  /** The clause opens with a deadline ("morgen belt …"): 'ahead' when it cannot lie behind us ("binnen een uur heb ik …"). */
  readonly opening: 'ahead' | 'time' | 'none';
  /** A deadline in the clause can only lie ahead: another day, a duration, "voor", "uiterlijk". */
  readonly ahead: boolean;
  /** A clock time or a part of this day, which may lie ahead. */
  readonly laterToday: boolean;
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

/** A rule with what a clause must have for it to be worth trying: one of these classes (0 = any words), and a time. */
export type GatedRule = {
  readonly rule: CommitmentRule;
  readonly needs: number;
  readonly when: 'always' | 'timed' | 'explicit';
};

/** A rule for clauses with or without a time. */
export function always(needs: number, rule: CommitmentRule): GatedRule {
  return { rule, needs, when: 'always' };
}

/** A rule for clauses with a time, vague or not. */
export function timed(needs: number, rule: CommitmentRule): GatedRule {
  return { rule, needs, when: 'timed' };
}

/** A rule for clauses with a deadline. */
export function explicit(needs: number, rule: CommitmentRule): GatedRule {
  return { rule, needs, when: 'explicit' };
}

/** Whether a word is of any of the classes. */
export function isA(word: Word | undefined, classes: number): boolean {
  return word !== undefined && (word.classes & classes) !== 0;
}

/** Whether one of these words occurs. */
export function mentions(view: Pick<ClauseView, 'memberships'>, set: WordSet): boolean {
  return holds(view.memberships, set);
}

/** Whether a word follows at once, nothing but a space between. */
export function adjoins(first: Word | undefined, second: Word | undefined): boolean {
  return first !== undefined && second !== undefined && first.end + 1 === second.start;
}

/** What a clause promises, by its words: a call before an answer before any other deed. */
export function actIn(view: ClauseView): PromisedAct {
  if ((view.classes & wordClass.call && callsCustomer(view)) || mentions(view, byPhone) || isOnTheLine(view))
    return 'call';
  if (mailsDocument(view)) return 'action';
  return tellsIn(view.words) ? 'reply' : 'action';
}

const line = wordSet('lijn');

function isOnTheLine(view: ClauseView): boolean {
  return mentions(view, line) && /(?<!\bblijf )aan de lijn/.test(view.plain);
}

/** "Ik bel de leverancier voor je": a call to somebody else is a deed like any other. */
export function callsCustomer(view: ClauseView): boolean {
  if (!(view.classes & wordClass.outsider)) return !callsWithOthers(view);
  return view.words.some(
    (word, index) =>
      isA(word, wordClass.call) && view.words.slice(index + 1, index + 3).some((one) => isA(one, wordClass.customer)),
  );
}

/** "Ik bel het lab": nobody but it is named. */
function callsThing(view: ClauseView, at: number): boolean {
  if (view.classes & (wordClass.customer | wordClass.yours)) return false;
  return /^(?:het|de|onze|mijn|the|our)$/.test(view.words[at]?.text ?? '') && at > 1;
}

/** "Ik ga even bellen met het magazijn". */
function callsWithOthers(view: ClauseView): boolean {
  return view.words.some(
    (word, index) =>
      isA(word, wordClass.call) &&
      (view.words[index + 1]?.text === 'met'
        ? !isA(view.words[index + 2], wordClass.customer | wordClass.yours)
        : callsThing(view, index + 1)),
  );
}

const channels = /^(?:per|via|by)$/;

/** The "hoor" that only stresses: "die schelden we kwijt, hoor". */
function isStress(words: readonly Word[], index: number): boolean {
  if (words[index]?.text !== 'hoor') return false;
  return ![words[index - 1], words[index + 1]].some((word) => isA(word, wordClass.customer));
}

/** Whether words tell something; "per mail" and "via de app" only say how a thing comes. */
export function tellsIn(words: readonly Word[]): boolean {
  return words.some(
    (word, index) =>
      isA(word, wordClass.tell | wordClass.answer | wordClass.hear) &&
      !channels.test(words[index - 1]?.text ?? '') &&
      !isStress(words, index) &&
      !(isA(words[index - 1], wordClass.yours) && words[index - 2]?.text === 'in'),
  );
}

const byPhone = wordSet('telefonisch telefoon');
const mailing = /^(?:ge|terug|toe)?(?:e-?)?(?:mail|app|sms|text|dm)/;
const vagueGoods =
  /^(?:nieuw|vervang|uitslag|rapport|afspraak|oplossing|besluit|track|schade|result|claim|case|nummer)/;

/** "Ik mail je de factuur": what the mail brings counts, not that it is one. */
export function mailsDocument(view: ClauseView): boolean {
  if (!(view.classes & wordClass.goods)) return mailsIt(view);
  const telling = view.words.filter((word) => isA(word, wordClass.tell | wordClass.answer | wordClass.hear));
  if (!telling.every(({ text }) => mailing.test(text))) return false;
  return view.words.some((word) => isA(word, wordClass.goods) && !vagueGoods.test(word.text));
}

const mailVerbs = wordSet('mail mailen stuur app appen');

/** "… en mail die je morgen": the thing was named before. */
function mailsIt(view: ClauseView): boolean {
  if (!mentions(view, mailVerbs)) return false;
  return view.words.some(
    ({ text }, index) => mailVerbs.has(text) && /^(?:die|deze|hem|'m|ze)$/.test(view.words[index + 1]?.text ?? ''),
  );
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

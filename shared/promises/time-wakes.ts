import { timeAnchors } from './time-anchors.data.ts';
import type { TimeRule } from './time-expression.ts';
import { timeRules } from './time-rules.ts';

/** The time rules that a word wakes, by their place in `timeRules`. */
export type TimeWakes = {
  readonly always: readonly number[];
  /** Only where the text has a digit too. */
  readonly besideDigit: readonly number[];
  /** Anchors of several words of which this is one: the text must hold the whole. */
  readonly within: readonly Anchor[];
};

/** Letters, whether a word must begin or end with them, and the rules that they wake. */
type Anchor = {
  readonly letters: string;
  readonly piece: string;
  readonly opens: boolean;
  readonly closes: boolean;
  readonly shape: RegExp | null;
  readonly always: number[];
  readonly besideDigit: number[];
};

const anchors: Anchor[] = [];
/** Rules for two numbers with nothing but a sign between: "16:30", "28/11". */
const byJoint = new Map<number, number[]>();
const unguarded: number[] = [];

const wordRun = /[a-z0-9#'-]+/g;

function anchorOf(letters: string): Anchor {
  const known = anchors.find((anchor) => anchor.letters === letters);
  if (known) return known;
  const pieces = [...letters.matchAll(wordRun)];
  const chosen = pieces.reduce((best, one) => (one[0].length > best[0].length ? one : best));
  const [piece] = chosen;
  const made: Anchor = {
    letters,
    piece,
    opens: chosen.index > 0,
    closes: chosen.index + piece.length < letters.length,
    shape: piece.includes('#') ? new RegExp(piece.replaceAll('#', '\\d')) : null,
    always: [],
    besideDigit: [],
  };
  anchors.push(made);
  return made;
}

timeRules.forEach(({ id, language }, rule) => {
  const listed = timeAnchors[`${id}/${language}`]?.split(' ') ?? [];
  if (listed.length === 0) unguarded.push(rule);
  for (const written of listed) {
    const joint = /^#([:./])#$/.exec(written)?.[1]?.charCodeAt(0);
    if (joint !== undefined) byJoint.set(joint, [...(byJoint.get(joint) ?? []), rule]);
    else if (written.startsWith('#+')) anchorOf(written.slice(2).replaceAll('_', ' ')).besideDigit.push(rule);
    else anchorOf(written.replaceAll('_', ' ')).always.push(rule);
  }
});

function standsIn(word: string, { piece, opens, closes, shape }: Anchor): boolean {
  if (shape) return shape.test(word);
  if (opens && closes) return word === piece;
  if (opens) return word.startsWith(piece);
  return closes ? word.endsWith(piece) : word.includes(piece);
}

/** The anchors without a digit. */
const spelled = anchors.filter(({ piece }) => !/[#\d]/.test(piece));
const isWhole = ({ letters, piece }: Anchor): boolean => letters.trim() === piece;
const nothing: readonly number[] = [];
const noAnchors: readonly Anchor[] = [];

/** The time rules that a word of normalised text can be part of. */
export function timeWakesOf(word: string): TimeWakes {
  const standing = (/\d/.test(word) ? anchors : spelled).filter((anchor) => standsIn(word, anchor));
  if (standing.length === 0) return { always: nothing, besideDigit: nothing, within: noAnchors };
  const whole = standing.filter(isWhole);
  return {
    always: [...new Set(whole.flatMap(({ always }) => always))],
    besideDigit: [...new Set(whole.flatMap(({ besideDigit }) => besideDigit))],
    within: standing.filter((anchor) => !isWhole(anchor)),
  };
}

/** A word of the text with the rules that it wakes. */
type WakingToken = {
  readonly start: number;
  readonly end: number;
  readonly lexeme: { readonly hasDigit: boolean; readonly wakes: TimeWakes };
};

/** Which text last woke each rule: a stamp instead of clearing the tables for every text. */
const stamps = new Uint32Array(timeRules.length);
const digitStamps = new Uint32Array(timeRules.length);
let stamp = 0;

function mark(marks: Uint32Array, rules: readonly number[]): void {
  for (const rule of rules) marks[rule] = stamp;
}

function wake(text: string, { always, besideDigit, within }: TimeWakes): void {
  if (always.length > 0) mark(stamps, always);
  if (besideDigit.length > 0) mark(digitStamps, besideDigit);
  for (const anchor of within) {
    if (!text.includes(anchor.letters)) continue;
    mark(stamps, anchor.always);
    mark(digitStamps, anchor.besideDigit);
  }
}

/** The rules that can match in a text at all, given its words; a rule without anchors always can. */
export function rulesFor(text: string, tokens: readonly WakingToken[]): readonly TimeRule[] {
  stamp = (stamp + 1) >>> 0;
  let hasDigit = false;
  let lastDigitEnd = -1;
  for (const { start, end, lexeme } of tokens) {
    wake(text, lexeme.wakes);
    if (!lexeme.hasDigit) continue;
    if (lastDigitEnd + 1 === start) mark(stamps, byJoint.get(text.charCodeAt(lastDigitEnd)) ?? nothing);
    hasDigit = true;
    lastDigitEnd = end;
  }
  mark(stamps, unguarded);
  const possible: TimeRule[] = [];
  for (let index = 0; index < timeRules.length; index += 1) {
    if (stamps[index] !== stamp && !(hasDigit && digitStamps[index] === stamp)) continue;
    const rule = timeRules[index];
    if (rule) possible.push(rule);
  }
  return possible;
}

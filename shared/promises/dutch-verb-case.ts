import { actIn, commitment, isA } from './clause-view.ts';
import type { ClauseView, Commitment } from './clause-view.ts';
import { wordClass as is } from './word-classes.ts';

/** Verbs of calling, telling and doing. */
export const verbs = is.call | is.tell | is.act;

/** The word at a place of the clause, or ''. */
export function textAt(view: ClauseView, index: number): string {
  return view.words[index]?.text ?? '';
}

/** Whether a word but the one at `except` is of any of the classes. */
export function anyOther(view: ClauseView, except: number, classes: number): boolean {
  return view.words.some((word, index) => index !== except && isA(word, classes));
}

/** A clause with the places of its subject and finite verb. */
export type VerbCase = { readonly view: ClauseView; readonly subject: number; readonly finite: number };

/** The commitment of a subject and its verb. */
export function made({ view, subject, finite }: VerbCase, id: string, alone = false): Commitment {
  return commitment(view, id, { from: subject, to: Math.max(finite, view.words.length - 1), alone });
}

/** Call or answer: what a clause that tells something promises. */
export function actFrom(view: ClauseView): 'call' | 'reply' {
  return actIn(view) === 'call' ? 'call' : 'reply';
}

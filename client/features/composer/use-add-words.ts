import type { RefObject } from 'react';
import type { useReplyField } from './use-reply-field.ts';

type Field = Pick<ReturnType<typeof useReplyField>, 'engaged' | 'engage' | 'select'>;

/** Adds words to the draft where the cursor is (at the end before anybody was in the field) and puts the cursor after them. */
export function useAddWords(
  ref: RefObject<HTMLTextAreaElement | null>,
  text: string,
  setText: (text: string) => void,
  { engaged, engage, select }: Field,
): (words: string) => void {
  return (words) => {
    const at = engaged ? (ref.current?.selectionEnd ?? text.length) : text.length;
    const before = text.slice(0, at);
    const added = /(?:^|\s)$/u.test(before) ? words : ` ${words}`;
    engage();
    setText(before + added + text.slice(at));
    // The new text must be in the field before the cursor can be put into it.
    requestAnimationFrame(() => {
      select(at + added.length, at + added.length);
    });
  };
}

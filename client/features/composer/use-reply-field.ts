import { useState } from 'react';
import type { RefObject } from 'react';
import { useShortcut } from '#client/lib/ShortcutProvider.tsx';
import { openSlotsOf } from './draft-findings.ts';

/** The text field with what reading, selecting and inserting need. */
export function useReplyField(
  ref: RefObject<HTMLTextAreaElement | null>,
  text: string,
  setText: (text: string) => void,
) {
  const [replacedText, setReplacedText] = useState<string | null>(null);
  const [engaged, setEngaged] = useState(false);
  const select = (start: number, end: number): void => {
    ref.current?.focus();
    ref.current?.setSelectionRange(start, end);
  };
  useShortcut('reply', () => {
    ref.current?.focus();
  });
  return {
    select,
    // Once the box has grown it stays so: shrinking when the focus leaves would move the button that is being clicked.
    engaged: engaged || text !== '',
    engage: (): void => {
      setEngaged(true);
    },
    replacedText,
    /** Replaces the draft by a suggestion and selects its first open slot, so that typing fills it in. */
    insert: (suggestion: string): void => {
      setReplacedText(text.trim() === '' ? null : text);
      setText(suggestion);
      const slot = openSlotsOf(suggestion)[0];
      // The new text must be in the field before a part of it can be selected.
      requestAnimationFrame(() => {
        select(slot?.start ?? suggestion.length, slot?.end ?? suggestion.length);
      });
    },
    undo: (): void => {
      if (replacedText !== null) setText(replacedText);
      setReplacedText(null);
      ref.current?.focus();
    },
    nextSlot: (): void => {
      const slots = openSlotsOf(text);
      const caret = ref.current?.selectionEnd ?? 0;
      const slot = slots.find((each) => each.start >= caret) ?? slots[0];
      if (slot) select(slot.start, slot.end);
    },
  };
}

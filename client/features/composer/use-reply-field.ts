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
  const [templateId, setTemplateId] = useState<string | null>(null);
  // After Escape the Tab key leaves the field, as everywhere else.
  const [leaving, setLeaving] = useState(false);
  const select = (start: number, end: number): void => {
    ref.current?.focus();
    ref.current?.setSelectionRange(start, end);
  };
  const slotAhead = () => openSlotsOf(text).find(({ start }) => start >= (ref.current?.selectionEnd ?? 0));
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
    insert: (suggestion: string, from: string): void => {
      setTemplateId(from);
      setLeaving(false);
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
      setTemplateId(null);
      ref.current?.focus();
    },
    nextSlot: (): void => {
      const slot = slotAhead() ?? openSlotsOf(text)[0];
      if (slot) select(slot.start, slot.end);
    },
    /** Tab goes to the next open slot while there is one ahead; true when it did. */
    tabToSlot: (): boolean => {
      const ahead = slotAhead();
      if (leaving || ahead === undefined) return false;
      select(ahead.start, ahead.end);
      return true;
    },
    leave: (): void => {
      setLeaving(true);
    },
    templateId,
    forgetTemplate: (): void => {
      setTemplateId(null);
    },
  };
}

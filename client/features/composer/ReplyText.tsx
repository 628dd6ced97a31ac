import type { DragEvent, KeyboardEvent, RefObject } from 'react';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import type { useAttachments } from './use-attachments.ts';

type Files = ReturnType<typeof useAttachments>;

type ReplyTextProps = {
  readonly id: string;
  readonly fieldRef: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly disabled: boolean;
  readonly language: string;
  readonly visibility: 'public' | 'private';
  readonly files: Files;
  readonly onChange: (text: string) => void;
  readonly onEngage: () => void;
  readonly onSubmit: () => void;
  /** Opens the templates. */
  readonly onPick: () => void;
  /** Leaves the field's own use of Tab. */
  readonly onLeave: () => void;
  /** Goes to the next open slot; true when there was one. */
  readonly onTab: () => boolean;
};

/** What a key does here besides writing; true when that is all it should do. */
function onKey(event: KeyboardEvent, { onSubmit, onPick, onLeave, onTab }: ReplyTextProps): boolean {
  if (event.key === 'Escape') onLeave();
  // By its place on the keyboard: Alt changes the letter on some.
  const picks = event.altKey && event.code === 'KeyT';
  const sends = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
  if (picks) onPick();
  if (sends) onSubmit();
  return picks || sends || (event.key === 'Tab' && !event.shiftKey && onTab());
}

/** The field the reply is written in; files that are pasted here become attachments, Ctrl+Enter sends, Alt+T opens the templates, Tab goes to open slots. */
export function ReplyText(props: ReplyTextProps) {
  const { t } = useLanguage();
  const { id, fieldRef, text, disabled, language, visibility, files } = props;
  return (
    <textarea
      id={id}
      ref={fieldRef}
      className="input composer__text"
      rows={4}
      value={text}
      disabled={disabled}
      lang={language}
      placeholder={visibility === 'public' ? t.composer.publicPlaceholder : t.composer.placeholder}
      onChange={(event) => {
        props.onChange(event.target.value);
      }}
      onFocus={props.onEngage}
      onPaste={(event) => {
        if (files.options === null || event.clipboardData.files.length === 0) return;
        event.preventDefault();
        files.add([...event.clipboardData.files]);
      }}
      onKeyDown={(event) => {
        if (onKey(event, props)) event.preventDefault();
      }}
    />
  );
}

/** Lets files be dropped on the reply box, where it takes any. */
export function dropHandlers(files: Files) {
  return {
    onDragOver: (event: DragEvent): void => {
      if (files.options !== null) event.preventDefault();
    },
    onDrop: (event: DragEvent): void => {
      if (files.options === null || event.dataTransfer.files.length === 0) return;
      event.preventDefault();
      files.add([...event.dataTransfer.files]);
    },
  };
}

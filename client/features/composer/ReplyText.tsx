import type { DragEvent, RefObject } from 'react';
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
};

/** The field the reply is written in; files that are pasted here become attachments, Ctrl+Enter sends. */
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
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        props.onSubmit();
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

import { useId, useRef } from 'react';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { sizeText, type Attached, type MediaOptions, type useAttachments } from './use-attachments.ts';

type AttachmentTrayProps = {
  readonly files: ReturnType<typeof useAttachments>;
  readonly options: MediaOptions;
  readonly label: string;
};

function AttachedFile({ attached, onRemove }: { readonly attached: Attached; readonly onRemove: () => void }) {
  const { t } = useLanguage();
  const { name, size, state, file, problem } = attached;
  return (
    <li className={`attached attached--${state}`}>
      {file?.kind === 'image' ? (
        <img className="attached__picture" src={file.url} alt="" />
      ) : (
        <Icon name={state === 'refused' ? 'alert' : 'file'} size={20} />
      )}
      <span className="attached__text">
        <span className="attached__name">{name}</span>
        {problem === null ? (
          <span className="muted">
            {sizeText(size)} · {state === 'sending' ? t.attach.sending : t.attach.ready}
          </span>
        ) : (
          <span className="attached__problem" role="alert">
            {problem}
          </span>
        )}
      </span>
      <button
        type="button"
        className="button button--quiet button--icon"
        aria-label={t.attach.remove(name)}
        onClick={onRemove}
      >
        <Icon name="cross" size={16} />
      </button>
    </li>
  );
}

/** The files of the draft, the button that adds one, and what may be added, told before anything is sent. */
export function AttachmentTray({ files, options, label }: AttachmentTrayProps) {
  const { t, pick } = useLanguage();
  const limitsId = useId();
  const input = useRef<HTMLInputElement>(null);
  const accept = options.rules.flatMap((rule) => rule.mimeTypes).join(',');
  return (
    <div className="attach composer__quiet">
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={accept}
        aria-label={t.attach.choose}
        onChange={(event) => {
          files.add([...(event.target.files ?? [])]);
          // The same file may be chosen again after it was taken away.
          event.target.value = '';
        }}
      />
      {files.list.length === 0 ? null : (
        <ul className="attach__list" aria-label={t.attach.list}>
          {files.list.map((attached) => (
            <AttachedFile
              key={attached.key}
              attached={attached}
              onRemove={() => {
                files.remove(attached.key);
              }}
            />
          ))}
        </ul>
      )}
      <p className="attach__line">
        <button
          type="button"
          className="button button--small"
          aria-describedby={limitsId}
          onClick={() => {
            input.current?.click();
          }}
        >
          <Icon name="clip" size={14} /> {t.attach.add}
        </button>
        <span id={limitsId} className="muted">
          {t.attach.limits(label, pick(options.limits))}
        </span>
      </p>
    </div>
  );
}

import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { formatDuration } from '#client/lib/durations.ts';
import { textOf } from '#client/lib/form-text.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Notice } from '#client/ui/StateViews.tsx';

type CloseDialogProps = {
  readonly since: string;
  readonly onCancel: () => void;
  readonly onClose: (reason: string) => Promise<void>;
};

/** Asks why a conversation is closed while the customer waits. */
export function CloseDialog({ since, onCancel, onClose }: CloseDialogProps) {
  const { t, language } = useLanguage();
  const [empty, setEmpty] = useState(false);
  const waited = formatDuration(useNow().getTime() - Date.parse(since), language);
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const reason = textOf(new FormData(event.currentTarget), 'reason');
    setEmpty(reason === '');
    if (reason !== '') void onClose(reason);
  };
  return (
    <Dialog title={t.conversation.closeTitle} onClose={onCancel}>
      <form className="form" onSubmit={submit} noValidate>
        <Notice tone="warn">{t.conversation.closeWaiting(waited)}</Notice>
        <label className="field">
          <span className="field__label">{t.conversation.closeReason}</span>
          <textarea
            className="input"
            name="reason"
            rows={3}
            maxLength={500}
            aria-invalid={empty}
            aria-describedby="close-reason-hint"
          />
        </label>
        <p id="close-reason-hint" className="muted">
          {empty ? <strong className="is-bad">{t.conversation.reasonNeeded} </strong> : null}
          {t.conversation.closeReasonHint}
        </p>
        <div className="form__buttons">
          <button type="button" className="button" onClick={onCancel}>
            {t.common.cancel}
          </button>
          <button type="submit" className="button button--primary">
            {t.conversation.closeConfirm}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

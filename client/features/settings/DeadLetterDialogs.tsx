import { useMutation, useQuery } from '@apollo/client/react';
import type { SyntheticEvent } from 'react';
import { textOf } from '#client/lib/form-text.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useSaving } from '#client/lib/use-saving.ts';
import { readingAgain } from '#client/lib/reading-again.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { ErrorState, Notice, Skeleton } from '#client/ui/StateViews.tsx';
import { DeadLetterBodyDocument, DeadLettersDocument, DiscardDeadLetterDocument } from './care-documents.ts';

type DialogProps = { readonly id: string; readonly onClose: () => void };

/** What the platform sent, as it came; looking is recorded, so it is fetched only when this opens. */
export function DeadLetterBodyDialog({ id, onClose }: DialogProps) {
  const { t } = useLanguage();
  const { data, error, refetch } = useQuery(DeadLetterBodyDocument, { variables: { id }, fetchPolicy: 'no-cache' });
  const body = data?.deadLetterBody;
  return (
    <Dialog title={t.letters.bodyTitle} onClose={onClose} wide>
      <div className="form">
        <p className="muted">{t.letters.bodyIntro}</p>
        {error ? <ErrorState onRetry={readingAgain(refetch)} /> : null}
        {!data && !error ? <Skeleton blocks={1} /> : null}
        {body?.text === null ? <Notice tone="info">{t.letters.bodyShared}</Notice> : null}
        {body?.cut === true ? <Notice tone="info">{t.letters.bodyCut}</Notice> : null}
        {typeof body?.text === 'string' ? (
          // A long text that scrolls must be reachable by keyboard.
          <pre className="letter__body" tabIndex={0}>
            {body.text}
          </pre>
        ) : null}
      </div>
    </Dialog>
  );
}

/** Asks why a delivery is given up. */
export function DiscardDialog({ id, onClose }: DialogProps) {
  const { t } = useLanguage();
  const [run, { loading }] = useMutation(DiscardDeadLetterDocument, { refetchQueries: [DeadLettersDocument] });
  const { save, problem } = useSaving(t.letters.discarded, onClose);
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const reason = textOf(new FormData(event.currentTarget), 'reason');
    void save(async () => (await run({ variables: { id, reason } })).data?.discardDeadLetter);
  };
  return (
    <Dialog title={t.letters.discardTitle} onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <p className="muted">{t.letters.discardIntro}</p>
        <label className="field">
          <span className="field__label">{t.letters.reason}</span>
          <input className="input" name="reason" maxLength={500} autoComplete="off" />
        </label>
        {problem === null ? null : <Notice tone="bad">{problem}</Notice>}
        <div className="form__buttons">
          <button type="button" className="button" onClick={onClose}>
            {t.common.cancel}
          </button>
          <button type="submit" className="button button--primary" disabled={loading}>
            {t.letters.discard}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

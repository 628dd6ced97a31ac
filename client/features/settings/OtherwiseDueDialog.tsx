import { useMutation } from '@apollo/client/react';
import { Link } from 'react-router';
import { useDates } from '#client/lib/dates.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { useSaving } from '#client/lib/use-saving.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Notice } from '#client/ui/StateViews.tsx';
import { RecomputeDocument } from './hours-documents.ts';
import type { OtherwiseDue } from './use-hours.ts';

/** Asks what to do with open promises that the new hours would give another deadline. Closing it keeps them. */
export function OtherwiseDueDialog({
  promises,
  onClose,
}: {
  readonly promises: OtherwiseDue;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const dates = useDates();
  const now = useNow(60_000);
  const [run, { loading }] = useMutation(RecomputeDocument);
  const { save, problem } = useSaving(t.hours.recomputed, onClose);
  const ids = promises.map(({ promise }) => promise.id);
  return (
    <Dialog title={t.hours.keepTitle(promises.length)} onClose={onClose} wide>
      <p>{t.hours.keepIntro}</p>
      <ul className="otherwise">
        {promises.map(({ promise, conversation, wouldBeDueAt }) => (
          <li key={promise.id}>
            <Link to={`/inbox/${conversation.id}`}>{conversation.contact.displayName}</Link>{' '}
            <q className="words">{promise.wording.text}</q>
            <p className="muted">
              {t.hours.wasDue}: <strong>{dates.moment(promise.dueAt, now)}</strong> · {t.hours.wouldBeDue}:{' '}
              <strong>{dates.moment(wouldBeDueAt, now)}</strong>
            </p>
          </li>
        ))}
      </ul>
      {problem === null ? null : <Notice tone="bad">{problem}</Notice>}
      <div className="form__buttons">
        <button
          type="button"
          className="button"
          disabled={loading}
          onClick={() => void save(async () => (await run({ variables: { ids } })).data?.recomputePromises)}
        >
          {t.hours.recompute}
        </button>
        <button type="button" className="button button--primary" onClick={onClose}>
          {t.hours.keep}
        </button>
      </div>
    </Dialog>
  );
}

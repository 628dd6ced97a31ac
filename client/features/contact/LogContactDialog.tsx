import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { instantOf, localDateOf, localTimeOf } from '#shared/time/zoned-time.ts';
import type { LogContactMomentInput, MomentKind, MomentOutcome } from '#client/gql/graphql.ts';
import { conversationQueries } from '#client/lib/conversation-queries.ts';
import { textOf } from '#client/lib/form-text.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { presentAt } from '#client/lib/present.ts';
import { useSaving } from '#client/lib/use-saving.ts';
import { useViewer } from '#client/lib/viewer.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Notice } from '#client/ui/StateViews.tsx';
import { LogContactDocument } from './contact-documents.ts';

type LogContactDialogProps = { readonly contactId: string; readonly onClose: () => void };

const kinds: readonly MomentKind[] = ['call', 'email', 'visit', 'letter', 'other'];
const outcomes: readonly MomentOutcome[] = ['unanswered', 'answered', 'noted'];

/** Reads the form; the moment is local time in the brand's zone. Null when the moment is not filled in. */
function inputOf(form: FormData, contactId: string, timeZone: string): LogContactMomentInput | null {
  const [date, time] = textOf(form, 'at').split('T');
  if (date === undefined || time === undefined) return null;
  return {
    contactId,
    kind: kinds.find((kind) => kind === textOf(form, 'kind')) ?? 'other',
    fromCustomer: textOf(form, 'direction') === 'customer',
    at: instantOf(date, time.slice(0, 5), timeZone).toISOString(),
    attempts: Number(textOf(form, 'attempts')) || 1,
    outcome: outcomes.find((outcome) => outcome === textOf(form, 'outcome')) ?? 'noted',
    summary: textOf(form, 'summary'),
  };
}

function useLogContact(onDone: () => void) {
  const { t } = useLanguage();
  const [run, { loading }] = useMutation(LogContactDocument, conversationQueries);
  const { save, problem, refuse } = useSaving(t.contact.logged, onDone);
  const log = async (input: LogContactMomentInput | null): Promise<void> => {
    if (input === null || Date.parse(input.at) > presentAt().getTime()) refuse(t.contact.future);
    else if (input.summary === '') refuse(t.contact.summaryNeeded);
    else await save(async () => (await run({ variables: { input } })).data?.logContactMoment);
  };
  return { log, loading, problem };
}

function KindFields() {
  const { t } = useLanguage();
  return (
    <div className="form__row">
      <label className="field">
        <span className="field__label">{t.contact.kind}</span>
        <select className="input" name="kind" defaultValue="call">
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t.contact.kinds[kind]}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span className="field__label">{t.contact.direction}</span>
        <select className="input" name="direction" defaultValue="customer">
          <option value="customer">{t.contact.customerDid}</option>
          <option value="us">{t.contact.weDid}</option>
        </select>
      </label>
    </div>
  );
}

function WhenFields() {
  const { t } = useLanguage();
  const { timeZone } = useViewer();
  const [openedAt] = useState(presentAt);
  const local = `${localDateOf(openedAt, timeZone)}T${localTimeOf(openedAt, timeZone)}`;
  return (
    <div className="form__row">
      <label className="field">
        <span className="field__label">{t.contact.at}</span>
        <input className="input" type="datetime-local" name="at" defaultValue={local} max={local} required />
      </label>
      <label className="field">
        <span className="field__label">{t.contact.attemptsLabel}</span>
        <input className="input" type="number" name="attempts" min={1} max={99} defaultValue={1} />
      </label>
    </div>
  );
}

/** Logs a call, e-mail or visit, so that the whole journey counts. */
export function LogContactDialog({ contactId, onClose }: LogContactDialogProps) {
  const { t } = useLanguage();
  const { timeZone } = useViewer();
  const { log, loading, problem } = useLogContact(onClose);
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void log(inputOf(new FormData(event.currentTarget), contactId, timeZone));
  };
  return (
    <Dialog title={t.contact.logTitle} onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <p className="muted">{t.contact.logIntro}</p>
        <KindFields />
        <WhenFields />
        <label className="field">
          <span className="field__label">{t.contact.outcome}</span>
          <select className="input" name="outcome" defaultValue="unanswered">
            {outcomes.map((outcome) => (
              <option key={outcome} value={outcome}>
                {t.contact.outcomes[outcome]}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span className="field__label">{t.contact.summary}</span>
          <textarea className="input" name="summary" rows={3} maxLength={5000} required />
        </label>
        {problem === null ? null : <Notice tone="bad">{problem}</Notice>}
        <div className="form__buttons">
          <button type="button" className="button" onClick={onClose}>
            {t.common.cancel}
          </button>
          <button type="submit" className="button button--primary" disabled={loading}>
            {t.contact.logSubmit}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import type { MessageText_PromiseFragment } from '#client/gql/graphql.ts';
import { useDates } from '#client/lib/dates.ts';
import { textOf } from '#client/lib/form-text.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { momentInput, typedMoment } from '#client/lib/local-moment.ts';
import { useNow } from '#client/lib/present.ts';
import { useSaving } from '#client/lib/use-saving.ts';
import { useViewer } from '#client/lib/viewer.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { Notice } from '#client/ui/StateViews.tsx';
import { MeantFields, meantOf } from './MeantFields.tsx';
import { CorrectPromiseDocument, MarkDoneDocument } from './promise-documents.ts';

type WorkedPromise = MessageText_PromiseFragment;

/** Who promised, and what the customer did meanwhile. */
function PromiseStory({ promise }: { readonly promise: WorkedPromise }) {
  const { t } = useLanguage();
  const dates = useDates();
  const now = useNow(60_000);
  const { otherContacts, chasedBy } = promise;
  return (
    <div className="promise-story">
      <p>
        {t.promiseWork.by}: <strong>{t.promiseWork.promisers[promise.promiser]}</strong>{' '}
        {promise.corrected ? <span className="tag">{t.promiseWork.corrected}</span> : null}
      </p>
      {promise.keptByAct ? <p className="is-good">{t.promiseWork.keptByAct}</p> : null}
      {chasedBy.length > 0 ? <p className="is-soon">{t.promiseWork.chased(chasedBy.length)}</p> : null}
      {otherContacts.length > 0 ? (
        <>
          <p className="is-soon">{t.promiseWork.elsewhere(otherContacts.length)}</p>
          <ul>
            {otherContacts.slice(0, 5).map(({ at, message, moment }) => (
              <li key={message?.id ?? moment?.id ?? at} className="muted">
                {message ? message.channel.label : moment ? t.contact.kinds[moment.kind] : ''}, {dates.moment(at, now)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}

function usePromiseChange() {
  const { t } = useLanguage();
  const [open, setOpen] = useState<'none' | 'change' | 'done'>('none');
  const [correct, correcting] = useMutation(CorrectPromiseDocument);
  const [markDone, marking] = useMutation(MarkDoneDocument);
  const { save, problem, refuse } = useSaving(t.promiseWork.saved, () => {
    setOpen('none');
  });
  return {
    open,
    setOpen,
    problem,
    refuse,
    busy: correcting.loading || marking.loading,
    correct: (input: CorrectInput) => save(async () => (await correct({ variables: { input } })).data?.correctPromise),
    done: (promiseId: string, at: string | null) =>
      save(async () => (await markDone({ variables: { promiseId, at } })).data?.markPromiseDone),
  };
}

type CorrectInput = { readonly promiseId: string; readonly meant: ReturnType<typeof meantOf> };

function PromiseForm({
  promise,
  change,
}: {
  readonly promise: WorkedPromise;
  readonly change: ReturnType<typeof usePromiseChange>;
}) {
  const { t } = useLanguage();
  const { timeZone } = useViewer();
  const now = useNow(60_000);
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const meant = change.open === 'change' ? meantOf(form, timeZone) : null;
    const doneAt = typedMoment(textOf(form, 'doneAt'), timeZone);
    if (meant) void change.correct({ promiseId: promise.id, meant });
    else if (doneAt) void change.done(promise.id, doneAt.toISOString());
    else change.refuse(t.promiseWork.deadlineNeeded);
  };
  return (
    <form className="form" onSubmit={submit}>
      {change.open === 'change' ? (
        <MeantFields kind={promise.kind} act={promise.act} dueAt={new Date(promise.dueAt)} />
      ) : (
        <label className="field">
          <span className="field__label">{t.promiseWork.doneAt}</span>
          <input
            className="input"
            type="datetime-local"
            name="doneAt"
            defaultValue={momentInput(now, timeZone)}
            required
          />
        </label>
      )}
      <div className="form__buttons">
        <button type="submit" className="button button--primary button--small" disabled={change.busy}>
          {t.common.save}
        </button>
      </div>
    </form>
  );
}

/** Below the facts of a promise: who made it, what the customer did meanwhile, and one click to note it kept or to correct the reading. */
export function PromiseWork({ promise }: { readonly promise: WorkedPromise }) {
  const { t } = useLanguage();
  const { role } = useViewer();
  const change = usePromiseChange();
  const unsettled = promise.settledAt === null && (promise.state === 'open' || promise.state === 'missed');
  return (
    <div className="promise-work">
      <PromiseStory promise={promise} />
      {role === 'marketing' ? null : (
        <div className="promise-work__buttons">
          {unsettled ? (
            <>
              <button
                type="button"
                className="button button--small button--primary"
                disabled={change.busy}
                onClick={() => void change.done(promise.id, null)}
              >
                <Icon name="check" size={14} /> {t.promiseWork.done}
              </button>
              <button
                type="button"
                className="button button--small"
                onClick={() => {
                  change.setOpen('done');
                }}
              >
                {t.promiseWork.doneEarlier}
              </button>
            </>
          ) : null}
          <button
            type="button"
            className="button button--small"
            disabled={change.busy}
            onClick={() => void change.correct({ promiseId: promise.id, meant: null })}
          >
            <Icon name="cross" size={14} /> {t.promiseWork.noPromise}
          </button>
          <button
            type="button"
            className="button button--small"
            onClick={() => {
              change.setOpen('change');
            }}
          >
            <Icon name="pen" size={14} /> {t.promiseWork.change}
          </button>
        </div>
      )}
      {change.open === 'none' ? null : <PromiseForm key={change.open} promise={promise} change={change} />}
      {change.problem === null ? null : <Notice tone="bad">{change.problem}</Notice>}
    </div>
  );
}

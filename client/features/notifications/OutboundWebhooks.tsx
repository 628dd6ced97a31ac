import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import type { OutboundWebhookRow_WebhookFragment } from '#client/gql/graphql.ts';
import { useDates } from '#client/lib/dates.ts';
import { textOf } from '#client/lib/form-text.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { useSaving } from '#client/lib/use-saving.ts';
import { useViewer } from '#client/lib/viewer.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { Notice } from '#client/ui/StateViews.tsx';
import {
  AddOutboundWebhookDocument,
  EnableOutboundWebhookDocument,
  RemoveOutboundWebhookDocument,
  TestOutboundWebhookDocument,
} from './notification-documents.ts';

type Hook = OutboundWebhookRow_WebhookFragment;
type Told = { readonly tone: 'good' | 'bad'; readonly text: string };

const refetch = { refetchQueries: ['NotificationSettings'] };

function useHookActions(hook: Hook) {
  const { t, pick } = useLanguage();
  const [told, setTold] = useState<Told | null>(null);
  const [enable] = useMutation(EnableOutboundWebhookDocument, refetch);
  const [remove] = useMutation(RemoveOutboundWebhookDocument, refetch);
  const [test, { loading }] = useMutation(TestOutboundWebhookDocument);
  const guarded = (work: () => Promise<Told | null>): void => {
    setTold(null);
    work().then(setTold, (error: unknown) => {
      console.error(error);
      setTold({ tone: 'bad', text: t.common.actionFailed });
    });
  };
  return {
    told,
    testing: loading,
    toggle: () => {
      guarded(async () => {
        await enable({ variables: { id: hook.id, enabled: !hook.enabled } });
        return null;
      });
    },
    remove: () => {
      guarded(async () => {
        await remove({ variables: { id: hook.id } });
        return null;
      });
    },
    test: () => {
      guarded(async () => {
        const result = (await test({ variables: { id: hook.id } })).data?.testOutboundWebhook;
        if (result && 'message' in result) return { tone: 'bad', text: pick(result.message) };
        if (result?.taken === true) return { tone: 'good', text: t.notifications.testTaken };
        return { tone: 'bad', text: t.notifications.testFailed(result?.problem ?? '') };
      });
    },
  };
}

function HookRow({ hook, mayChange }: { readonly hook: Hook; readonly mayChange: boolean }) {
  const { t } = useLanguage();
  const dates = useDates();
  const now = useNow(60_000);
  const actions = useHookActions(hook);
  const sent = hook.lastSentAt ? t.notifications.lastSent(dates.moment(hook.lastSentAt, now)) : null;
  return (
    <li className="card hook">
      <span className="hook__url">{hook.url}</span>
      <span className="muted">
        {hook.enabled ? t.notifications.on : t.notifications.off} · {sent ?? t.notifications.neverSent}
      </span>
      {hook.lastError ? <Notice tone="warn">{hook.lastError}</Notice> : null}
      {actions.told ? <Notice tone={actions.told.tone}>{actions.told.text}</Notice> : null}
      {mayChange ? (
        <div className="form__buttons">
          <button type="button" className="button button--small" disabled={actions.testing} onClick={actions.test}>
            {t.notifications.test}
          </button>
          <button type="button" className="button button--small" onClick={actions.toggle}>
            {hook.enabled ? t.notifications.turnOff : t.notifications.turnOn}
          </button>
          <button type="button" className="button button--small" onClick={actions.remove}>
            {t.notifications.remove}
          </button>
        </div>
      ) : null}
    </li>
  );
}

function AddHookForm() {
  const { t } = useLanguage();
  const [run, { loading }] = useMutation(AddOutboundWebhookDocument, refetch);
  const [secret, setSecret] = useState<string | null>(null);
  const { save, problem } = useSaving(t.common.saved, () => undefined);
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const url = textOf(new FormData(form), 'url');
    setSecret(null);
    void save(async () => {
      const result = (await run({ variables: { url } })).data?.addOutboundWebhook;
      if (result && 'secret' in result) {
        setSecret(result.secret);
        form.reset();
      }
      return result;
    });
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <label className="field">
        <span className="field__label">{t.notifications.url}</span>
        <input className="input" type="url" name="url" maxLength={500} autoComplete="off" />
      </label>
      {problem === null ? null : <Notice tone="bad">{problem}</Notice>}
      {secret === null ? null : (
        <Notice tone="good">
          {t.notifications.secretOnce} <code className="hook__secret">{secret}</code>
        </Notice>
      )}
      <div className="form__buttons">
        <button type="submit" className="button" disabled={loading}>
          <Icon name="plus" /> {t.notifications.add}
        </button>
      </div>
    </form>
  );
}

/** The brand's own systems that are told of alerts; admins change them. */
export function OutboundWebhooks({ hooks }: { readonly hooks: readonly Hook[] }) {
  const { t } = useLanguage();
  const mayChange = useViewer().role === 'admin';
  return (
    <section aria-labelledby="hooks-title">
      <h2 id="hooks-title">{t.notifications.hooks}</h2>
      <p className="muted page__intro">{t.notifications.hooksIntro}</p>
      {hooks.length === 0 ? <p className="muted">{t.notifications.hooksEmpty}</p> : null}
      <ul className="hooks">
        {hooks.map((hook) => (
          <HookRow key={hook.id} hook={hook} mayChange={mayChange} />
        ))}
      </ul>
      {mayChange ? <AddHookForm /> : null}
    </section>
  );
}

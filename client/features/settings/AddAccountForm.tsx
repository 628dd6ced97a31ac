import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import type { AddChannelAccountInput } from '#client/gql/graphql.ts';
import { textOf } from '#client/lib/form-text.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { Notice } from '#client/ui/StateViews.tsx';
import { AddAccountDocument } from './settings-documents.ts';

const channels: readonly (readonly [string, string])[] = [
  ['messenger', 'Messenger'],
  ['whatsapp', 'WhatsApp'],
  ['x', 'X'],
];

type Told = { readonly tone: 'good' | 'bad'; readonly text: string };

function useAddAccount() {
  const { t, pick } = useLanguage();
  const [run, { loading }] = useMutation(AddAccountDocument, { refetchQueries: ['SettingsPage', 'InboxChannels'] });
  const [told, setTold] = useState<Told | null>(null);
  const add = async (input: AddChannelAccountInput, form: HTMLFormElement): Promise<void> => {
    setTold(null);
    if (Object.values(input).includes('')) {
      setTold({ tone: 'bad', text: t.settings.allNeeded });
      return;
    }
    try {
      const result = (await run({ variables: { input } })).data?.addChannelAccount;
      if (result && 'message' in result) setTold({ tone: 'bad', text: pick(result.message) });
      else {
        form.reset();
        setTold({ tone: 'good', text: t.settings.added });
      }
    } catch (error) {
      console.error(error);
      setTold({ tone: 'bad', text: t.common.actionFailed });
    }
  };
  return { add, loading, told };
}

/** Connects a channel account (admins). */
export function AddAccountForm() {
  const { t } = useLanguage();
  const { add, loading, told } = useAddAccount();
  const [channel, setChannel] = useState('messenger');
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const input = {
      channel: textOf(form, 'channel'),
      name: textOf(form, 'name'),
      externalId: textOf(form, 'externalId'),
      accessToken: textOf(form, 'accessToken'),
      businessAccountId: textOf(form, 'businessAccountId') || null,
    };
    void add(input, event.currentTarget);
  };
  return (
    <details className="card card--add">
      <summary>
        <Icon name="plus" /> {t.settings.addAccount}
      </summary>
      <form className="form" onSubmit={submit} noValidate>
        <p className="muted">{t.settings.addAccountIntro}</p>
        <label className="field">
          <span className="field__label">{t.settings.channel}</span>
          <select
            className="input"
            name="channel"
            value={channel}
            onChange={(event) => {
              setChannel(event.target.value);
            }}
          >
            {channels.map(([name, label]) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span className="field__label">{t.settings.name}</span>
          <input className="input" name="name" maxLength={80} autoComplete="off" />
        </label>
        <label className="field">
          <span className="field__label">{t.settings.externalId}</span>
          <input className="input" name="externalId" maxLength={80} autoComplete="off" />
        </label>
        <label className="field">
          <span className="field__label">{t.settings.accessToken}</span>
          <input className="input" name="accessToken" type="password" autoComplete="new-password" />
        </label>
        {channel === 'whatsapp' ? (
          <label className="field">
            <span className="field__label">{t.settings.businessAccountId}</span>
            <input className="input" name="businessAccountId" maxLength={64} autoComplete="off" />
            <span className="muted">{t.settings.businessAccountHint}</span>
          </label>
        ) : null}
        {told === null ? null : <Notice tone={told.tone}>{told.text}</Notice>}
        <button type="submit" className="button button--primary" disabled={loading}>
          {t.settings.add}
        </button>
      </form>
    </details>
  );
}

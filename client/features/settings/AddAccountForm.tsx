import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import type { AddAccountForm_ChannelsQuery, AddChannelAccountInput } from '#client/gql/graphql.ts';
import { textOf } from '#client/lib/form-text.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { readingAgain } from '#client/lib/reading-again.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { ErrorState, Notice, Skeleton } from '#client/ui/StateViews.tsx';
import { AddAccountChannelsDocument, AddAccountDocument } from './settings-documents.ts';

type ChannelNeeds = AddAccountForm_ChannelsQuery['channels'][number];

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

function inputOf(form: FormData, channel: ChannelNeeds): AddChannelAccountInput {
  return {
    channel: channel.name,
    name: textOf(form, 'name'),
    externalId: textOf(form, 'externalId'),
    accessToken: textOf(form, 'accessToken'),
    fields: channel.accountFields.map(({ name }) => ({ name, value: textOf(form, `field.${name}`) })),
  };
}

/** What this channel asks for beside id, name and token. */
function ChannelFields({ channel }: { readonly channel: ChannelNeeds }) {
  const { pick } = useLanguage();
  return channel.accountFields.map(({ name, label, hint, secret }) => (
    <label key={`${channel.name}.${name}`} className="field">
      <span className="field__label">{pick(label)}</span>
      <input
        className="input"
        name={`field.${name}`}
        type={secret ? 'password' : 'text'}
        maxLength={200}
        autoComplete={secret ? 'new-password' : 'off'}
      />
      <span className="muted">{pick(hint)}</span>
    </label>
  ));
}

function AccountForm({ channels }: { readonly channels: readonly ChannelNeeds[] }) {
  const { t, pick } = useLanguage();
  const { add, loading, told } = useAddAccount();
  const [chosen, setChosen] = useState(channels[0]?.name ?? '');
  const channel = channels.find(({ name }) => name === chosen);
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (channel) void add(inputOf(new FormData(event.currentTarget), channel), event.currentTarget);
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <p className="muted">{t.settings.addAccountIntro}</p>
      <label className="field">
        <span className="field__label">{t.settings.channel}</span>
        <select
          className="input"
          name="channel"
          value={chosen}
          onChange={({ target }) => {
            setChosen(target.value);
          }}
        >
          {channels.map(({ name, label }) => (
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
        <span className="field__label">{channel ? pick(channel.accountIdLabel) : t.settings.accountId}</span>
        <input className="input" name="externalId" maxLength={80} autoComplete="off" />
      </label>
      <label className="field">
        <span className="field__label">{t.settings.accessToken}</span>
        <input className="input" name="accessToken" type="password" autoComplete="new-password" />
      </label>
      {channel ? <ChannelFields channel={channel} /> : null}
      {told === null ? null : <Notice tone={told.tone}>{told.text}</Notice>}
      <button type="submit" className="button button--primary" disabled={loading}>
        {t.settings.add}
      </button>
    </form>
  );
}

/** Connects a channel account (admins); which channels there are and what they need comes from the server. */
export function AddAccountForm() {
  const { t } = useLanguage();
  const { data, error, refetch } = useQuery(AddAccountChannelsDocument);
  return (
    <details className="card card--add">
      <summary>
        <Icon name="plus" /> {t.settings.addAccount}
      </summary>
      {error && !data ? <ErrorState onRetry={readingAgain(refetch)} /> : null}
      {data ? <AccountForm channels={data.channels} /> : error ? null : <Skeleton blocks={1} />}
    </details>
  );
}

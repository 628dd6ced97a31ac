import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import type { AccountCard_AccountFragment, SetAutoReplyInput } from '#client/gql/graphql.ts';
import { useDates } from '#client/lib/dates.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { usePromiseSimulation } from '#client/lib/promise-simulation.ts';
import { useSaving } from '#client/lib/use-saving.ts';
import { ContradictionList } from '#client/ui/ContradictionList.tsx';
import { Notice } from '#client/ui/StateViews.tsx';
import { PromisePreview } from './PromisePreview.tsx';
import { SetAutoReplyDocument } from './settings-documents.ts';

type AutoReplyEditorProps = {
  readonly account: AccountCard_AccountFragment;
  readonly vagueMaxMs: number;
  readonly onDone: () => void;
};

/** The server takes no longer one, whatever the channel would carry. */
const longestAutoReply = 2_000;

function useSetAutoReply(onDone: () => void) {
  const { t } = useLanguage();
  const [run, { loading }] = useMutation(SetAutoReplyDocument);
  const { save, problem, refuse } = useSaving(t.common.saved, onDone);
  const set = async (input: SetAutoReplyInput): Promise<void> => {
    if (input.enabled && input.text === '') refuse(t.settings.textNeeded);
    else await save(async () => (await run({ variables: { input } })).data?.setAutoReply);
  };
  return { set, loading, problem };
}

function Versions({
  versions,
  currentId,
}: {
  readonly versions: AccountCard_AccountFragment['autoReply']['versions'];
  readonly currentId: string | null;
}) {
  const { t } = useLanguage();
  const dates = useDates();
  const now = useNow(60_000);
  if (versions.length === 0) return null;
  return (
    <details className="versions">
      <summary>
        {t.settings.versions} ({versions.length})
      </summary>
      <ol>
        {versions.map((version) => (
          <li key={version.id}>
            <p className="muted">
              {t.settings.versionSince(dates.moment(version.createdAt, now))}
              {version.id === currentId ? <span className="tag">{t.settings.current}</span> : null}
            </p>
            <p className="words">{version.text}</p>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Edits an automatic reply, showing what its words promise before any customer sees them. */
export function AutoReplyEditor({ account, vagueMaxMs, onDone }: AutoReplyEditorProps) {
  const { t } = useLanguage();
  const { autoReply } = account;
  const [text, setText] = useState(autoReply.current?.text ?? '');
  const { set, loading, problem } = useSetAutoReply(onDone);
  const { simulation } = usePromiseSimulation({ channel: account.channel.name, text });
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const enabled = form.get('enabled') !== null;
    void set({ accountId: account.id, enabled, publicEnabled: form.get('publicEnabled') !== null, text: text.trim() });
  };
  return (
    <form className="form" onSubmit={submit}>
      <label className="check">
        <input type="checkbox" name="enabled" defaultChecked={autoReply.enabled} />
        <span>{t.settings.enabled}</span>
      </label>
      <label className="check">
        <input type="checkbox" name="publicEnabled" defaultChecked={autoReply.publicEnabled} />
        <span>{t.settings.publicEnabled}</span>
      </label>
      <label className="field">
        <span className="field__label">{t.settings.text}</span>
        <textarea
          className="input"
          rows={4}
          value={text}
          maxLength={Math.min(account.channel.maxPrivateLength, longestAutoReply)}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
      </label>
      <PromisePreview text={text} vagueMaxMs={vagueMaxMs} hours={account.openingHours} />
      {simulation ? <ContradictionList contradictions={simulation.contradictions} /> : null}
      <p className="muted">{t.advice.slotHint}</p>
      {problem === null ? null : <Notice tone="bad">{problem}</Notice>}
      <div className="form__buttons">
        <button type="button" className="button" onClick={onDone}>
          {t.common.cancel}
        </button>
        <button type="submit" className="button button--primary" disabled={loading}>
          {t.common.save}
        </button>
      </div>
      <Versions versions={autoReply.versions} currentId={autoReply.current?.id ?? null} />
    </form>
  );
}

import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import type { AccountCard_AccountFragment, SetPublicClaimInput } from '#client/gql/graphql.ts';
import { useDates } from '#client/lib/dates.ts';
import { formatDuration } from '#client/lib/durations.ts';
import { textOf } from '#client/lib/form-text.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { useSaving } from '#client/lib/use-saving.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { Notice } from '#client/ui/StateViews.tsx';
import { SetClaimDocument } from './hours-documents.ts';
import { normMsOf } from './norm-lengths.ts';
import type { NormUnit } from './norm-lengths.ts';

type Account = AccountCard_AccountFragment;
const units: readonly NormUnit[] = ['minutes', 'hours', 'days'];

function ClaimForm({ account, onDone }: { readonly account: Account; readonly onDone: () => void }) {
  const { t } = useLanguage();
  const [run, { loading }] = useMutation(SetClaimDocument);
  const { save, problem, refuse } = useSaving(t.common.saved, onDone);
  const set = (input: Omit<SetPublicClaimInput, 'accountId'>): void => {
    const all = { accountId: account.id, ...input };
    void save(async () => (await run({ variables: { input: all } })).data?.setPublicClaim);
  };
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const unit = units.find((each) => each === textOf(form, 'unit')) ?? 'hours';
    const withinMs = normMsOf(textOf(form, 'amount'), unit);
    if (!(withinMs > 0)) refuse(t.settings.normRange);
    else set({ text: textOf(form, 'text'), withinMs, duringHours: form.get('duringHours') !== null });
  };
  return (
    <form className="form" onSubmit={submit}>
      <p className="muted">{t.claim.hint}</p>
      <label className="field">
        <span className="field__label">{t.claim.text}</span>
        <input className="input" name="text" maxLength={200} defaultValue={account.publicClaim?.text ?? ''} required />
      </label>
      <fieldset className="field length">
        <legend className="field__label">{t.claim.within}</legend>
        <input className="input" type="number" name="amount" min={1} defaultValue={1} aria-label={t.claim.within} />
        <select className="input" name="unit" defaultValue="hours" aria-label={t.settings.unit}>
          {units.map((unit) => (
            <option key={unit} value={unit}>
              {t.settings.units[unit]}
            </option>
          ))}
        </select>
      </fieldset>
      <label className="check">
        <input type="checkbox" name="duringHours" defaultChecked={account.publicClaim?.duringHours ?? false} />
        <span>{t.claim.duringHours}</span>
      </label>
      {problem === null ? null : <Notice tone="bad">{problem}</Notice>}
      <div className="form__buttons">
        <button type="button" className="button" onClick={onDone}>
          {t.common.cancel}
        </button>
        {account.publicClaim ? (
          <button
            type="button"
            className="button"
            disabled={loading}
            onClick={() => {
              set({ text: '', withinMs: null, duringHours: false });
            }}
          >
            {t.claim.clear}
          </button>
        ) : null}
        <button type="submit" className="button button--primary" disabled={loading}>
          {t.common.save}
        </button>
      </div>
    </form>
  );
}

/** What the account's page says about its reply time, with what it said before. */
export function ClaimEditor({ account }: { readonly account: Account }) {
  const { t, language } = useLanguage();
  const dates = useDates();
  const now = useNow(60_000);
  const [editing, setEditing] = useState(false);
  const { publicClaim, publicClaims } = account;
  const inWords = ({ text, withinMs }: Account['publicClaims'][number]): string =>
    withinMs === null ? t.claim.none : `“${text}” (${formatDuration(withinMs, language)})`;
  return (
    <div className="card__section">
      <p className="card__label">{t.claim.title}</p>
      {editing ? (
        <ClaimForm
          account={account}
          onDone={() => {
            setEditing(false);
          }}
        />
      ) : (
        <>
          <p className={publicClaim ? 'words' : 'muted'}>{publicClaim ? inWords(publicClaim) : t.claim.none}</p>
          {publicClaims.length > 1 ? (
            <details className="versions">
              <summary>
                {t.settings.versions} ({publicClaims.length})
              </summary>
              <ol>
                {publicClaims.map((claim) => (
                  <li key={claim.id}>
                    <span className="muted">{t.settings.versionSince(dates.moment(claim.validFrom, now))}</span>{' '}
                    {inWords(claim)}
                  </li>
                ))}
              </ol>
            </details>
          ) : null}
          <button
            type="button"
            className="button button--small"
            aria-label={`${t.settings.change}: ${t.claim.title}, ${account.name}`}
            onClick={() => {
              setEditing(true);
            }}
          >
            <Icon name="pen" size={14} /> {t.settings.change}
          </button>
        </>
      )}
    </div>
  );
}

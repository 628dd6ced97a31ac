import { useState } from 'react';
import type { AccountCard_AccountFragment, NormRow_NormFragment } from '#client/gql/graphql.ts';
import { useDates } from '#client/lib/dates.ts';
import { formatDuration } from '#client/lib/durations.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { NormDialog } from './NormDialog.tsx';

type Norm = NormRow_NormFragment;
type NormTableProps = { readonly norms: readonly Norm[]; readonly accounts: readonly AccountCard_AccountFragment[] };

function NormRow({
  norm,
  alone,
  onEdit,
}: {
  readonly norm: Norm;
  readonly alone: boolean;
  readonly onEdit: () => void;
}) {
  const { t, language } = useLanguage();
  const dates = useDates();
  const now = useNow(60_000);
  const channel = norm.channel?.label ?? (alone ? t.settings.everyChannel : t.settings.allChannels);
  // The field's own norm holds since always: nobody set it.
  const isDefault = Date.parse(norm.validFrom) === 0;
  const name = `${channel}, ${t.visibility[norm.visibility]}`;
  return (
    <tr>
      <th scope="row">{channel}</th>
      <td>{t.visibility[norm.visibility]}</td>
      <td>{formatDuration(norm.usualMs, language)}</td>
      <td>{formatDuration(norm.maxMs, language)}</td>
      <td className="hide-narrow">{isDefault ? t.settings.fieldDefault : dates.moment(norm.validFrom, now)}</td>
      <td>
        <button type="button" className="button button--small" aria-label={t.settings.editNorm(name)} onClick={onEdit}>
          <Icon name="pen" size={14} />
          <span className="collapse-narrow">{t.settings.change}</span>
        </button>
      </td>
    </tr>
  );
}

/** The norms that hold now, with a way to set new ones. */
export function NormTable({ norms, accounts }: NormTableProps) {
  const { t } = useLanguage();
  const [edited, setEdited] = useState<Norm | 'new' | null>(null);
  const channels = new Map(accounts.map((account) => [account.channel.name, account.channel.label]));
  return (
    <section aria-labelledby="norms-title">
      <h2 id="norms-title">{t.settings.norms}</h2>
      <p className="muted page__intro">{t.settings.normsIntro}</p>
      <div className="table-box">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.settings.channel}</th>
              <th scope="col">{t.settings.visibility}</th>
              <th scope="col">{t.settings.usual}</th>
              <th scope="col">{t.settings.max}</th>
              <th scope="col" className="hide-narrow">
                {t.settings.since}
              </th>
              <th scope="col">
                <span className="visually-hidden">{t.settings.change}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {norms.map((norm) => (
              <NormRow
                key={norm.id}
                norm={norm}
                alone={norms.every((each) => each.channel === null)}
                onEdit={() => {
                  setEdited(norm);
                }}
              />
            ))}
          </tbody>
        </table>
      </div>
      <button
        type="button"
        className="button"
        onClick={() => {
          setEdited('new');
        }}
      >
        <Icon name="plus" /> {t.settings.newNorm}
      </button>
      {edited === null ? null : (
        <NormDialog
          norm={edited === 'new' ? null : edited}
          channels={channels}
          onClose={() => {
            setEdited(null);
          }}
        />
      )}
    </section>
  );
}

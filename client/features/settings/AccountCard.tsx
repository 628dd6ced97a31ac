import { useState } from 'react';
import type { AccountCard_AccountFragment } from '#client/gql/graphql.ts';
import { useDates } from '#client/lib/dates.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { channelIcon, Icon } from '#client/ui/Icon.tsx';
import { AutoReplyEditor } from './AutoReplyEditor.tsx';
import { ClaimEditor } from './ClaimEditor.tsx';
import { ChannelCare } from './ChannelCare.tsx';

type Account = AccountCard_AccountFragment;

function Health({ health }: { readonly health: Account['health'] }) {
  const { t, pick } = useLanguage();
  const dates = useDates();
  const now = useNow(60_000);
  const tone = health.trouble ? 'missed' : health.lastEventAt === null ? 'waiting' : 'calm';
  const word = health.trouble
    ? t.settings.trouble
    : health.lastEventAt === null
      ? t.settings.silent
      : t.settings.healthy;
  return (
    <div className="health">
      <span className={`risk risk--${tone}`}>
        <Icon name={health.trouble ? 'alert' : health.lastEventAt === null ? 'clock' : 'calm'} size={14} /> {word}
      </span>
      {health.trouble ? <p className="is-bad">{pick(health.trouble)}</p> : null}
      <dl className="health__facts">
        <div>
          <dt>{t.settings.lastEvent}</dt>
          <dd>{health.lastEventAt === null ? t.settings.never : dates.moment(health.lastEventAt, now)}</dd>
        </div>
        <div>
          <dt>{t.settings.unknownEvents}</dt>
          <dd>
            {health.unknownEvents}
            {health.unknownKinds.length === 0 ? null : (
              <span className="muted">
                {' '}
                ({health.unknownKinds.map((each) => `${each.kind} ${String(each.count)}×`).join(', ')})
              </span>
            )}
          </dd>
        </div>
      </dl>
    </div>
  );
}

/** A channel account: how it is doing and what it answers by itself. `vagueMaxMs`: what a vague promise means on it. */
export function AccountCard({ account, vagueMaxMs }: { readonly account: Account; readonly vagueMaxMs: number }) {
  const { t } = useLanguage();
  const [editing, setEditing] = useState(false);
  const { autoReply } = account;
  return (
    <article className="card" aria-label={account.name}>
      <header className="card__head">
        <Icon name={channelIcon(account.channel.name)} size={22} label={account.channel.label} />
        <div>
          <h3>{account.name}</h3>
          <p className="muted">
            {account.channel.label} · <span className="code">{account.externalId}</span>
          </p>
        </div>
      </header>
      <Health health={account.health} />
      <ChannelCare accountId={account.id} name={account.name} />
      <div className="card__section">
        <p className="card__label">
          {t.settings.autoReply}{' '}
          <span className="tag">{autoReply.enabled ? t.settings.autoReplyOn : t.settings.autoReplyOff}</span>
        </p>
        {editing ? (
          <AutoReplyEditor
            account={account}
            vagueMaxMs={vagueMaxMs}
            onDone={() => {
              setEditing(false);
            }}
          />
        ) : (
          <>
            {autoReply.current ? <p className="words card__words">{autoReply.current.text}</p> : null}
            <button
              type="button"
              className="button button--small"
              aria-label={`${t.settings.change}: ${t.settings.autoReply}, ${account.name}`}
              onClick={() => {
                setEditing(true);
              }}
            >
              <Icon name="pen" size={14} /> {t.settings.change}
            </button>
          </>
        )}
      </div>
      <ClaimEditor account={account} />
    </article>
  );
}

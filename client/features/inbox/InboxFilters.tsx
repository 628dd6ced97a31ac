import { useQuery } from '@apollo/client/react';
import type { InboxView } from '#client/gql/graphql.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { InboxChannelsDocument } from './inbox-documents.ts';

type InboxFiltersProps = {
  readonly views: readonly InboxView[];
  readonly view: InboxView;
  readonly channel: string | null;
  readonly onChoose: (view: InboxView, channel: string | null) => void;
};

/** Chooses the view and the channel of the list. */
export function InboxFilters({ views, view, channel, onChoose }: InboxFiltersProps) {
  const { t } = useLanguage();
  const { data } = useQuery(InboxChannelsDocument);
  const channels = new Map(
    (data?.channelAccounts ?? []).map((account) => [account.channel.name, account.channel.label]),
  );
  return (
    <div className="filters">
      <div className="filters__views" role="group" aria-label={t.inbox.views}>
        {views.map((each) => (
          <button
            key={each}
            type="button"
            className="filters__view"
            aria-pressed={each === view}
            onClick={() => {
              onChoose(each, channel);
            }}
          >
            {t.inbox[each]}
          </button>
        ))}
      </div>
      {channels.size > 1 ? (
        <label className="filters__channel">
          <span className="visually-hidden">{t.inbox.channel}</span>
          <select
            className="input input--small"
            value={channel ?? ''}
            onChange={(event) => {
              onChoose(view, event.target.value === '' ? null : event.target.value);
            }}
          >
            <option value="">{t.inbox.allChannels}</option>
            {[...channels].map(([name, label]) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
        </label>
      ) : null}
    </div>
  );
}

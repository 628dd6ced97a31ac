import { Outlet, useParams, useSearchParams } from 'react-router';
import type { InboxView } from '#client/gql/graphql.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { ConversationList } from './ConversationList.tsx';
import { InboxFilters } from './InboxFilters.tsx';
import { RiskCounts } from './RiskCounts.tsx';

const views: readonly InboxView[] = ['open', 'mine', 'unassigned', 'closed'];

function viewOf(value: string | null): InboxView {
  return views.find((view) => view === value) ?? 'open';
}

/** The inbox: the list, and beside it (on narrow screens instead of it) the chosen conversation. */
export function InboxPage() {
  const { t } = useLanguage();
  const { conversationId } = useParams();
  const [search, setSearch] = useSearchParams();
  const view = viewOf(search.get('view'));
  const channel = search.get('channel');
  const choose = (nextView: InboxView, nextChannel: string | null): void => {
    const next = new URLSearchParams();
    if (nextView !== 'open') next.set('view', nextView);
    if (nextChannel !== null) next.set('channel', nextChannel);
    setSearch(next, { replace: true });
  };
  return (
    <div className={conversationId === undefined ? 'inbox' : 'inbox inbox--chosen'}>
      <section className="inbox__list" aria-labelledby="inbox-title">
        <div className="inbox__head">
          <h1 id="inbox-title" className="visually-hidden">
            {t.inbox.title}
          </h1>
          <RiskCounts />
          <InboxFilters views={views} view={view} channel={channel} onChoose={choose} />
        </div>
        <ConversationList
          key={`${view} ${channel ?? ''}`}
          view={view}
          channel={channel}
          chosenId={conversationId ?? null}
        />
      </section>
      <div className="inbox__detail">
        <Outlet />
      </div>
    </div>
  );
}

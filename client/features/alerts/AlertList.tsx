import { useMutation, useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import type { AlertList_AlertFragment } from '#client/gql/graphql.ts';
import { useAnnounce } from '#client/lib/Announcer.tsx';
import { useDates } from '#client/lib/dates.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { useViewer } from '#client/lib/viewer.ts';
import { readingAgain } from '#client/lib/reading-again.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { EmptyState, ErrorState, Skeleton } from '#client/ui/StateViews.tsx';
import { AlertBellDocument, AlertListDocument, MarkAlertsSeenDocument } from './alert-documents.ts';
import { kindIcons } from './kind-icons.ts';

type Alert = AlertList_AlertFragment;

function useMarkSeen() {
  const [run] = useMutation(MarkAlertsSeenDocument, { refetchQueries: [AlertBellDocument] });
  return (ids: readonly string[]): void => {
    if (ids.length === 0) return;
    run({
      variables: { ids: [...ids] },
      update: (cache) => {
        for (const alertId of ids) {
          const id = cache.identify({ __typename: 'Alert', id: alertId });
          if (id !== undefined) cache.modify({ id, fields: { seen: () => true } });
        }
      },
    }).catch((error: unknown) => {
      console.error(error);
    });
  };
}

/** What is settled asks for nothing, seen or not. */
function AlertState({ alert }: { readonly alert: Alert }) {
  const { t } = useLanguage();
  const { id: viewerId } = useViewer();
  const isForYou = alert.told.some(({ id }) => id === viewerId);
  if (alert.settled) return <span className="tag">{t.alerts.settled}</span>;
  return (
    <>
      {isForYou ? <span className="tag">{t.notifications.toldYou}</span> : null}
      {alert.seen ? null : <span className="tag tag--new">{t.alerts.isNew}</span>}
    </>
  );
}

function AlertLine({ alert, onOpen }: { readonly alert: Alert; readonly onOpen: () => void }) {
  const { t, pick } = useLanguage();
  const dates = useDates();
  const now = useNow(60_000);
  const body = (
    <>
      <span className="alert__head">
        <strong>{alert.conversation?.contact.displayName ?? t.alerts.kinds[alert.kind]}</strong>
        <AlertState alert={alert} />
        <time className="muted" dateTime={alert.at}>
          {dates.moment(alert.at, now)}
        </time>
      </span>
      {alert.conversation ? <span className="alert__kind">{t.alerts.kinds[alert.kind]}</span> : null}
      <span className="alert__text">{pick(alert.message)}</span>
    </>
  );
  const late = alert.kind.endsWith('Missed') && !alert.settled;
  return (
    <li className={late ? 'alert alert--late' : 'alert'}>
      <Icon name={kindIcons[alert.kind]} />
      {alert.conversation ? (
        <Link className="alert__link" to={`/inbox/${alert.conversation.id}`} onClick={onOpen}>
          {body}
        </Link>
      ) : (
        <div className="alert__link">{body}</div>
      )}
    </li>
  );
}

/** The newest alerts, each leading to its conversation. */
export function AlertList({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useLanguage();
  const { data, error, refetch, fetchMore } = useQuery(AlertListDocument);
  const markSeen = useMarkSeen();
  const announce = useAnnounce();
  const { role } = useViewer();
  if (error && !data) return <ErrorState onRetry={readingAgain(refetch)} />;
  if (!data) return <Skeleton blocks={3} />;
  const { nodes, pageInfo } = data.alerts;
  const unseen = nodes.filter((alert) => !alert.seen).map((alert) => alert.id);
  return (
    <div className="alerts">
      <div className="alerts__head">
        <h2>{t.alerts.title}</h2>
        {unseen.length === 0 ? null : (
          <button
            type="button"
            className="button button--small"
            onClick={() => {
              markSeen(unseen);
            }}
          >
            {t.alerts.markAll}
          </button>
        )}
      </div>
      {nodes.length === 0 ? <EmptyState icon="calm" title={t.alerts.empty} /> : null}
      <ul className="alerts__list">
        {nodes.map((alert) => (
          <AlertLine
            key={alert.id}
            alert={alert}
            onOpen={() => {
              if (!alert.seen) markSeen([alert.id]);
              onLeave();
            }}
          />
        ))}
      </ul>
      {pageInfo.hasNextPage ? (
        <button
          type="button"
          className="button button--quiet"
          onClick={() => {
            fetchMore({ variables: { after: pageInfo.endCursor } }).catch((problem: unknown) => {
              console.error(problem);
              announce(t.common.loadFailed);
            });
          }}
        >
          {t.common.more}
        </button>
      ) : null}
      {role === 'lead' || role === 'admin' ? (
        <Link className="alerts__all" to="/alerts" onClick={onLeave}>
          {t.alertHistory.link}
        </Link>
      ) : null}
    </div>
  );
}

import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { AlertHistoryInput } from '#client/gql/graphql.ts';
import { useAnnounce } from '#client/lib/Announcer.tsx';
import { useDates } from '#client/lib/dates.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { useViewer } from '#client/lib/viewer.ts';
import { readingAgain } from '#client/lib/reading-again.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { EmptyState, ErrorState, Notice, Skeleton } from '#client/ui/StateViews.tsx';
import { addDays } from '#shared/time/zoned-time.ts';
import { isRaisedLate } from './alert-course.ts';
import type { HistoryChoice, PastAlert } from './alert-course.ts';
import { AlertHistoryDocument } from './alert-documents.ts';
import { AlertCourse } from './AlertCourse.tsx';
import { AlertHistoryFilters } from './AlertHistoryFilters.tsx';
import { kindIcons } from './kind-icons.ts';

function inputOf({ kind, ...rest }: HistoryChoice): AlertHistoryInput {
  return { ...rest, kinds: kind === null ? [] : [kind] };
}

function PastAlertCard({ alert }: { readonly alert: PastAlert }) {
  const { t, pick } = useLanguage();
  const dates = useDates();
  const now = useNow(60_000);
  const { conversation, raisedAt, dueAt } = alert;
  const isOpen = alert.progress !== 'settled';
  return (
    <li className={isOpen ? 'past-alert past-alert--open' : 'past-alert'}>
      <div className="past-alert__what">
        <p className="past-alert__head">
          <Icon name={kindIcons[alert.kind]} />
          <strong>{t.alerts.kinds[alert.kind]}</strong>
          <time className="muted" dateTime={alert.at}>
            {dates.moment(alert.at, now)}
          </time>
        </p>
        {conversation ? (
          <p>
            <Link to={`/inbox/${conversation.id}`}>{conversation.contact.displayName}</Link>
          </p>
        ) : null}
        <p>{pick(alert.message)}</p>
        <p className="muted past-alert__notes">
          {typeof dueAt === 'string' ? t.alertHistory.due(dates.moment(dueAt, now)) : ''}
          {isRaisedLate(alert) && typeof raisedAt === 'string'
            ? ` · ${t.alertHistory.raisedLate(dates.moment(raisedAt, now))}`
            : ''}
        </p>
      </div>
      <AlertCourse alert={alert} />
    </li>
  );
}

function History({ choice }: { readonly choice: HistoryChoice }) {
  const { t, pick } = useLanguage();
  const announce = useAnnounce();
  const { data, error, refetch, fetchMore } = useQuery(AlertHistoryDocument, {
    variables: { input: inputOf(choice), after: null },
    fetchPolicy: 'network-only',
  });
  if (error && !data) return <ErrorState onRetry={readingAgain(refetch)} />;
  if (!data) return <Skeleton blocks={4} />;
  const found = data.alertHistory;
  if ('message' in found) return <Notice tone="bad">{pick(found.message)}</Notice>;
  const { nodes, pageInfo } = found;
  const more = (): void => {
    fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: next }) => {
        const [known, fresh] = [before.alertHistory, next.alertHistory];
        if (!('nodes' in known) || !('nodes' in fresh)) return before;
        return { ...next, alertHistory: { ...fresh, nodes: [...known.nodes, ...fresh.nodes] } };
      },
    }).catch((problem: unknown) => {
      console.error(problem);
      announce(t.common.loadFailed);
    });
  };
  return (
    <>
      {nodes.length === 0 && !pageInfo.hasNextPage ? (
        <EmptyState icon="calm" title={t.alertHistory.empty} hint={t.alertHistory.emptyHint} />
      ) : null}
      {nodes.length === 0 && pageInfo.hasNextPage ? <p className="muted">{t.alertHistory.searching}</p> : null}
      <ul className="past-alerts">
        {nodes.map((alert) => (
          <PastAlertCard key={alert.id} alert={alert} />
        ))}
      </ul>
      {pageInfo.hasNextPage ? (
        <button type="button" className="button" onClick={more}>
          {t.common.more}
        </button>
      ) : null}
    </>
  );
}

/** Which alerts a period had, whom they reached, who saw them and how they ended; for those who lead. */
export function AlertHistoryPage() {
  const { t } = useLanguage();
  const { role } = useViewer();
  const dates = useDates();
  const now = useNow(60_000);
  const today = dates.dayKey(now);
  const [choice, setChoice] = useState<HistoryChoice>({
    from: addDays(today, -6),
    to: today,
    kind: null,
    progress: null,
    toldUserId: null,
  });
  if (role !== 'lead' && role !== 'admin') return <EmptyState icon="lock" title={t.alertHistory.noAccess} />;
  return (
    <div className="page">
      <header>
        <h1>{t.alertHistory.title}</h1>
        <p className="page__intro muted">{t.alertHistory.intro}</p>
        <AlertHistoryFilters
          choice={choice}
          today={today}
          onChange={(change) => {
            setChoice({ ...choice, ...change });
          }}
        />
      </header>
      <History choice={choice} />
    </div>
  );
}

import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useDates } from '#client/lib/dates.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { readingAgain } from '#client/lib/reading-again.ts';
import { ErrorState, Skeleton } from '#client/ui/StateViews.tsx';
import { ConversationAlertsDocument } from './alert-documents.ts';
import { AlertCourse } from './AlertCourse.tsx';

function Lines({ conversationId }: { readonly conversationId: string }) {
  const { t, pick } = useLanguage();
  const dates = useDates();
  const now = useNow(60_000);
  const { data, error, refetch } = useQuery(ConversationAlertsDocument, {
    variables: { id: conversationId },
    fetchPolicy: 'cache-and-network',
  });
  if (error && !data) return <ErrorState onRetry={readingAgain(refetch)} />;
  if (!data) return <Skeleton blocks={1} />;
  const alerts = data.conversation?.alerts ?? [];
  if (alerts.length === 0) return <p className="muted">{t.alerts.none}</p>;
  return (
    <ol className="conversation-alerts">
      {alerts.map((alert) => (
        <li key={alert.id}>
          <p>
            <strong>{t.alerts.kinds[alert.kind]}</strong>{' '}
            <time className="muted" dateTime={alert.at}>
              {dates.moment(alert.at, now)}
            </time>
          </p>
          <p>{pick(alert.message)}</p>
          <AlertCourse alert={alert} />
        </li>
      ))}
    </ol>
  );
}

/** The alerts of one conversation with what became of them; read when it is opened. */
export function ConversationAlerts({ conversationId }: { readonly conversationId: string }) {
  const { t } = useLanguage();
  const [opened, setOpened] = useState(false);
  return (
    <details
      className="aside aside--folded"
      onToggle={(event) => {
        setOpened(event.currentTarget.open);
      }}
    >
      <summary className="aside__title">{t.alerts.title}</summary>
      {opened ? <Lines conversationId={conversationId} /> : null}
    </details>
  );
}

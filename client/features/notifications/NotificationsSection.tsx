import { useQuery } from '@apollo/client/react';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { readingAgain } from '#client/lib/reading-again.ts';
import { ErrorState, Skeleton } from '#client/ui/StateViews.tsx';
import { NotificationSettingsDocument } from './notification-documents.ts';
import { NotificationForm } from './NotificationForm.tsx';
import { OutboundWebhooks } from './OutboundWebhooks.tsx';

/** How the brand is told of alerts. */
export function NotificationsSection() {
  const { t } = useLanguage();
  const { data, error, refetch } = useQuery(NotificationSettingsDocument);
  if (error && !data) return <ErrorState onRetry={readingAgain(refetch)} />;
  if (!data) return <Skeleton blocks={3} />;
  return (
    <>
      <section aria-labelledby="notifications-title">
        <h2 id="notifications-title">{t.notifications.title}</h2>
        <p className="muted page__intro">{t.notifications.intro}</p>
        <NotificationForm settings={data.notificationSettings} users={data.users} />
      </section>
      <OutboundWebhooks hooks={data.outboundWebhooks} />
    </>
  );
}

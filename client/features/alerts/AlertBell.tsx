import { useApolloClient, useQuery, useSubscription } from '@apollo/client/react';
import { useEffect } from 'react';
import { useAnnounce } from '#client/lib/Announcer.tsx';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useViewer } from '#client/lib/viewer.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { Popover } from '#client/ui/Popover.tsx';
import {
  AlertBellDocument,
  AlertEscalatedDocument,
  AlertListDocument,
  AlertRaisedDocument,
} from './alert-documents.ts';
import { AlertList } from './AlertList.tsx';

/** The server counts up to this many. */
const countedUpTo = 99;

/** Puts the count before the page's title, where a tab in the background shows it. */
function useTitleCount(count: number): void {
  const { t } = useLanguage();
  useEffect(() => {
    document.title = count === 0 ? t.common.appName : `(${String(count)}) ${t.common.appName}`;
  }, [count, t]);
}

/** The bell with the number of unseen alerts; opens their list and tells new ones as they come. */
export function AlertBell() {
  const { t, pick } = useLanguage();
  const client = useApolloClient();
  const announce = useAnnounce();
  const { data } = useQuery(AlertBellDocument);
  const count = data?.unseenAlerts ?? 0;
  useTitleCount(count);
  useSubscription(AlertRaisedDocument, {
    ignoreResults: true,
    onData: ({ data: frame }) => {
      const alert = frame.data?.alertRaised;
      if (!alert) return;
      announce(t.alerts.raised(pick(alert.message)));
      client.refetchQueries({ include: [AlertBellDocument] }).catch((error: unknown) => {
        console.error(error);
      });
      client.cache.updateQuery({ query: AlertListDocument }, (list) => {
        if (!list) return list;
        const others = list.alerts.nodes.filter((each) => each.id !== alert.id);
        return { ...list, alerts: { ...list.alerts, nodes: [alert, ...others] } };
      });
    },
  });
  const { id: viewerId } = useViewer();
  useSubscription(AlertEscalatedDocument, {
    ignoreResults: true,
    onData: ({ data: frame }) => {
      const alert = frame.data?.alertEscalated;
      // The latest one reached is told aloud; those told before heard it already.
      if (alert?.told.at(-1)?.id === viewerId) announce(t.notifications.escalated(pick(alert.message)));
    },
  });
  return (
    <Popover
      label={t.alerts.title}
      trigger={({ ref, open, panelId, toggle }) => (
        <button
          ref={(node) => {
            ref.current = node;
          }}
          type="button"
          className="button button--quiet button--icon bell"
          aria-label={t.alerts.button(count)}
          aria-haspopup="dialog"
          aria-expanded={open}
          aria-controls={open ? panelId : undefined}
          onClick={toggle}
        >
          <Icon name="bell" size={18} />
          {count > 0 ? (
            <span className="bell__count" aria-hidden>
              {count >= countedUpTo ? '99+' : count}
            </span>
          ) : null}
        </button>
      )}
    >
      {(close) => <AlertList onLeave={close} />}
    </Popover>
  );
}

import { useApolloClient, useQuery, useSubscription } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import type { InboxRow_ConversationFragment, InboxView } from '#client/gql/graphql.ts';
import { useAnnounce } from '#client/lib/Announcer.tsx';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useViewer } from '#client/lib/viewer.ts';
import { readingAgain } from '#client/lib/reading-again.ts';
import { InboxChangedDocument, InboxCountsDocument, InboxPageDocument } from './inbox-documents.ts';
import { belongsInView, placeRow } from './inbox-order.ts';

/** Counting again at most once per this time, however many conversations change. */
const recountMs = 1_000;

/** The counts by risk, read again shortly after conversations change. */
function useRecount(): () => void {
  const client = useApolloClient();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
  return () => {
    timer.current ??= setTimeout(() => {
      timer.current = null;
      client.refetchQueries({ include: [InboxCountsDocument] }).catch((error: unknown) => {
        console.error(error);
      });
    }, recountMs);
  };
}

/** The list of a view: loaded pages, a way to load the next, and live changes put where they belong. */
export function useInbox(view: InboxView, channel: string | null) {
  const { data, error, loading, fetchMore, refetch } = useQuery(InboxPageDocument, { variables: { view, channel } });
  const client = useApolloClient();
  const viewer = useViewer();
  const announce = useAnnounce();
  const { t } = useLanguage();
  const recount = useRecount();
  const loadingMore = useRef(false);

  const applyChange = (row: InboxRow_ConversationFragment): void => {
    client.cache.updateQuery({ query: InboxPageDocument, variables: { view, channel } }, (page) => {
      if (!page) return page;
      const { nodes, pageInfo } = page.conversations;
      const belongs = belongsInView(row, view, channel, viewer.id);
      return {
        ...page,
        conversations: {
          ...page.conversations,
          nodes: placeRow(nodes, row, { view, belongs, hasMore: pageInfo.hasNextPage }),
        },
      };
    });
  };

  useSubscription(InboxChangedDocument, {
    ignoreResults: true,
    onData: ({ data: frame }) => {
      const row = frame.data?.conversationChanged.conversation;
      if (!row) return;
      applyChange(row);
      recount();
      if (row.unread > 0) announce(t.inbox.changed(row.contact.displayName, t.risk[row.risk]));
    },
  });

  const pageInfo = data?.conversations.pageInfo;
  const loadMore = (): void => {
    if (!pageInfo?.hasNextPage || loadingMore.current) return;
    loadingMore.current = true;
    fetchMore({ variables: { after: pageInfo.endCursor } })
      .catch((problem: unknown) => {
        console.error(problem);
      })
      .finally(() => {
        loadingMore.current = false;
      });
  };
  return {
    rows: data?.conversations.nodes ?? null,
    hasMore: pageInfo?.hasNextPage ?? false,
    failed: error !== undefined && !data,
    loading,
    loadMore,
    retry: readingAgain(refetch),
  };
}

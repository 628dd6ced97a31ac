import { useMutation, useQuery, useSubscription } from '@apollo/client/react';
import { useEffect } from 'react';
import { useAnnounce } from '#client/lib/Announcer.tsx';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useReadAgain } from '#client/lib/use-read-again.ts';
import { readingAgain } from '#client/lib/reading-again.ts';
import { MarkReadDocument } from './action-documents.ts';
import { ConversationChangedDocument, ConversationPageDocument } from './conversation-documents.ts';

/** Marks a conversation as read while it is on screen, also in the cache, so that the list agrees at once. */
function useMarkRead(conversationId: string, unread: number): void {
  const [markRead] = useMutation(MarkReadDocument);
  useEffect(() => {
    if (unread === 0) return;
    markRead({
      variables: { id: conversationId },
      update: (cache) => {
        const id = cache.identify({ __typename: 'Conversation', id: conversationId });
        if (id !== undefined) cache.modify({ id, fields: { unread: () => 0 } });
      },
    }).catch((error: unknown) => {
      console.error(error);
    });
  }, [conversationId, markRead, unread]);
}

/** A conversation with its messages, read again whenever it changes. */
export function useConversation(conversationId: string) {
  const readAgain = useReadAgain();
  const announce = useAnnounce();
  const { t } = useLanguage();
  const { data, error, refetch, fetchMore } = useQuery(ConversationPageDocument, { variables: { id: conversationId } });
  const conversation = data?.conversation ?? null;
  useMarkRead(conversationId, conversation?.unread ?? 0);
  useSubscription(ConversationChangedDocument, {
    ignoreResults: true,
    onData: ({ data: frame }) => {
      if (frame.data?.conversationChanged.conversation.id !== conversationId) return;
      readAgain();
    },
  });
  return {
    conversation,
    missing: data !== undefined && conversation === null,
    failed: error !== undefined && !data,
    retry: readingAgain(refetch),
    loadOlder: async (): Promise<void> => {
      try {
        await fetchMore({ variables: { before: conversation?.messages.startCursor ?? null } });
      } catch (problem) {
        console.error(problem);
        announce(t.common.loadFailed);
      }
    },
  };
}

import { useQuery } from '@apollo/client/react';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { readingAgain } from '#client/lib/reading-again.ts';
import { ErrorState, Notice, Skeleton } from '#client/ui/StateViews.tsx';
import { ComposerDocument } from './composer-documents.ts';
import { ReplyForm } from './ReplyForm.tsx';

type ComposerProps = { readonly conversationId: string; readonly lastSeenMessageId: string | null };

/** The reply box of a conversation. `lastSeenMessageId`: the newest message on screen, so that a newer one stops the reply. */
export function Composer({ conversationId, lastSeenMessageId }: ComposerProps) {
  const { t } = useLanguage();
  const { data, error, refetch } = useQuery(ComposerDocument, { variables: { id: conversationId } });
  const conversation = data?.conversation;
  if (error && !data) return <ErrorState onRetry={readingAgain(refetch)} />;
  if (!conversation) return <Skeleton blocks={1} />;
  return (
    <section className="composer" aria-label={t.composer.title}>
      {conversation.state === 'closed' ? (
        <Notice tone="info">{t.composer.closedConversation}</Notice>
      ) : (
        <ReplyForm conversation={conversation} lastSeenMessageId={lastSeenMessageId} />
      )}
    </section>
  );
}

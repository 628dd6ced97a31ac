import { useState } from 'react';
import type { ReactNode } from 'react';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useShortcut } from '#client/lib/ShortcutProvider.tsx';
import { EmptyState, ErrorState, Skeleton } from '#client/ui/StateViews.tsx';
import { ClockStrip } from './ClockStrip.tsx';
import { ConversationHeader } from './ConversationHeader.tsx';
import { MessageList } from './MessageList.tsx';
import { MoodLine } from './MoodLine.tsx';
import { useConversation } from './use-conversation.ts';

type ConversationPageProps = {
  readonly conversationId: string;
  readonly renderComposer: (lastSeenMessageId: string | null) => ReactNode;
  readonly renderContact: (contactId: string) => ReactNode;
};

type Pane = 'messages' | 'journey';

function PaneSwitch({ pane, onChoose }: { readonly pane: Pane; readonly onChoose: (pane: Pane) => void }) {
  const { t } = useLanguage();
  const panes: readonly [Pane, string][] = [
    ['messages', t.conversation.details],
    ['journey', t.conversation.journeyTab],
  ];
  return (
    <div className="pane-switch" role="group" aria-label={t.conversation.views}>
      {panes.map(([each, label]) => (
        <button
          key={each}
          type="button"
          className="pane-switch__item"
          aria-pressed={each === pane}
          onClick={() => {
            onChoose(each);
          }}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

/** A conversation: who, how long they wait, the messages, the reply box, and the customer's journey beside it. */
export function ConversationPage({ conversationId, renderComposer, renderContact }: ConversationPageProps) {
  const { t } = useLanguage();
  const [pane, setPane] = useState<Pane>('messages');
  const { conversation, missing, failed, retry, loadOlder } = useConversation(conversationId);
  useShortcut('logContact', () => {
    setPane('journey');
  });
  if (failed) return <ErrorState onRetry={retry} />;
  if (missing) return <EmptyState icon="question" title={t.conversation.notFound} />;
  if (!conversation) return <Skeleton blocks={5} lines={4} />;
  const { messages } = conversation;
  return (
    <div className="conversation" data-pane={pane}>
      <article className="conversation__main" aria-labelledby="conversation-title">
        <ConversationHeader conversation={conversation} />
        <PaneSwitch pane={pane} onChoose={setPane} />
        <div className="conversation__thread">
          <ClockStrip conversation={conversation} />
          <MoodLine conversation={conversation} messages={messages.nodes} />
          <MessageList messages={messages.nodes} hasOlder={messages.hasPreviousPage} onOlder={loadOlder} />
          {renderComposer(messages.nodes.at(-1)?.id ?? null)}
        </div>
      </article>
      <aside className="conversation__aside" aria-label={t.contact.title}>
        {renderContact(conversation.contact.id)}
      </aside>
    </div>
  );
}

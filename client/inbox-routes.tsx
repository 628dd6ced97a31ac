import { useParams } from 'react-router';
import { ConversationAlerts } from './features/alerts/ConversationAlerts.tsx';
import { Composer } from './features/composer/Composer.tsx';
import { ContactColumn } from './features/contact/ContactColumn.tsx';
import { ConversationPage } from './features/conversation/ConversationPage.tsx';
import { NothingChosen } from './features/inbox/NothingChosen.tsx';
import { StoryLinks } from './features/simulation/StoryLinks.tsx';
import { ErrorBoundary } from './ui/ErrorBoundary.tsx';

/** Beside the list while no conversation is chosen. */
export function NothingChosenRoute() {
  return <NothingChosen more={<StoryLinks />} />;
}

/** A conversation with its composer and its customer's journey. */
export function ConversationRoute() {
  const { conversationId = '' } = useParams();
  return (
    <ErrorBoundary resetKey={conversationId}>
      <ConversationPage
        key={conversationId}
        conversationId={conversationId}
        renderComposer={(lastSeenMessageId) => (
          <Composer conversationId={conversationId} lastSeenMessageId={lastSeenMessageId} />
        )}
        renderContact={(contactId) => (
          <ErrorBoundary resetKey={contactId}>
            <ContactColumn contactId={contactId} />
            <ConversationAlerts conversationId={conversationId} />
          </ErrorBoundary>
        )}
      />
    </ErrorBoundary>
  );
}

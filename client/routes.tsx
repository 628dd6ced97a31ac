import { createBrowserRouter, Navigate, useParams } from 'react-router';
import type { RouteObject } from 'react-router';
import { AlertBell } from './features/alerts/AlertBell.tsx';
import { Composer } from './features/composer/Composer.tsx';
import { ContactColumn } from './features/contact/ContactColumn.tsx';
import { ConversationPage } from './features/conversation/ConversationPage.tsx';
import { InboxPage } from './features/inbox/InboxPage.tsx';
import { NothingChosen } from './features/inbox/NothingChosen.tsx';
import { SessionGate } from './features/session/SessionGate.tsx';
import { settingsRoute } from './features/settings/SettingsPage.tsx';
import { settingsSections } from './features/settings/settings-sections.ts';
import { AppShell } from './features/shell/AppShell.tsx';
import { MissingPage } from './features/shell/MissingPage.tsx';
import { SimulationButton } from './features/simulation/SimulationButton.tsx';
import { StoryLinks } from './features/simulation/StoryLinks.tsx';
import type { Connection } from './lib/connection.ts';
import { ErrorBoundary } from './ui/ErrorBoundary.tsx';

function ConversationRoute() {
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
          </ErrorBoundary>
        )}
      />
    </ErrorBoundary>
  );
}

/** The screens and what they are made of; the only place where features meet. */
export function createRoutes(connection: Connection): RouteObject[] {
  return [
    {
      element: (
        <SessionGate>
          <AppShell connection={connection} tools={<SimulationButton />} bell={<AlertBell />} />
        </SessionGate>
      ),
      errorElement: <MissingPage crashed />,
      children: [
        { index: true, element: <Navigate to="/inbox" replace /> },
        {
          path: 'inbox',
          element: <InboxPage />,
          children: [
            { index: true, element: <NothingChosen more={<StoryLinks />} /> },
            { path: ':conversationId', element: <ConversationRoute /> },
          ],
        },
        settingsRoute(settingsSections),
        { path: '*', element: <MissingPage /> },
      ],
    },
  ];
}

/** The router of the browser. */
export function createRouter(connection: Connection): ReturnType<typeof createBrowserRouter> {
  return createBrowserRouter(createRoutes(connection));
}

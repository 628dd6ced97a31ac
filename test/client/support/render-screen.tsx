import { ApolloProvider } from '@apollo/client/react';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { createApolloClient } from '#client/apollo.ts';
import { Announcer } from '#client/lib/Announcer.tsx';
import { createConnection } from '#client/lib/connection.ts';
import { LanguageProvider } from '#client/lib/i18n/LanguageProvider.tsx';
import { ShortcutProvider } from '#client/lib/ShortcutProvider.tsx';
import { ViewerContext } from '#client/lib/viewer.ts';
import type { ViewerInfo } from '#client/lib/viewer.ts';
import { createSchemaFetch } from './schema-fetch.ts';

/** The agent who looks at rendered screens. */
export const viewer = {
  id: 'u1',
  name: 'Sanne de Wit',
  role: 'agent',
  brandName: 'Weidefeest',
  timeZone: 'Europe/Amsterdam',
  demo: false,
} as const;

/** Renders a part of the page as a signed-in agent, or somebody else, sees it; GraphQL is answered from `root`. Gives what was sent, and the client. */
export function renderScreen(screen: ReactNode, root: Readonly<Record<string, unknown>>, as: ViewerInfo = viewer) {
  const { fetch, sent } = createSchemaFetch(root);
  const client = createApolloClient({ connection: createConnection(), onUnauthenticated: () => undefined, fetch });
  const view = render(
    <LanguageProvider>
      <ApolloProvider client={client}>
        <MemoryRouter>
          <ViewerContext value={as}>
            <Announcer>
              <ShortcutProvider>{screen}</ShortcutProvider>
            </Announcer>
          </ViewerContext>
        </MemoryRouter>
      </ApolloProvider>
    </LanguageProvider>,
  );
  return { ...view, sent, client };
}

import { ApolloProvider } from '@apollo/client/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { createApolloClient } from './apollo.ts';
import { forgetViewer } from './features/session/SessionGate.tsx';
import { createConnection } from './lib/connection.ts';
import { LanguageProvider } from './lib/i18n/LanguageProvider.tsx';
import { createRouter } from './routes.tsx';

const connection = createConnection();
const client = createApolloClient({
  connection,
  onUnauthenticated: () => {
    forgetViewer(client.cache);
  },
});

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <ApolloProvider client={client}>
        <RouterProvider router={createRouter(connection)} />
      </ApolloProvider>
    </LanguageProvider>
  </StrictMode>,
);

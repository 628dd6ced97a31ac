import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink, InMemoryCache } from '@apollo/client';
import { ErrorLink } from '@apollo/client/link/error';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { OperationTypeNode } from 'graphql';
import { createClient as createWsClient } from 'graphql-ws';
import type { Connection } from './lib/connection.ts';
import { possibleTypes, typePolicies } from './cache-policies.ts';

/** What the client needs from its surroundings; `fetch` is given only by tests. */
export type ApolloSetup = {
  readonly connection: Connection;
  readonly onUnauthenticated: () => void;
  readonly fetch?: typeof globalThis.fetch;
};

function webSocketUrl(): string {
  const { protocol, host } = globalThis.location;
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/graphql`;
}

function createSocketLink(connection: Connection): ApolloLink {
  const socket = createWsClient({
    url: webSocketUrl,
    lazy: true,
    lazyCloseTimeout: 2_000,
    keepAlive: 15_000,
    retryAttempts: Number.MAX_SAFE_INTEGER,
    shouldRetry: () => true,
    on: {
      connected: () => {
        connection.set('live');
      },
      closed: (event) => {
        // A normal close is ours: the last subscription ended, for example by signing out.
        const normal = event instanceof CloseEvent && event.code === 1000;
        connection.set(normal ? 'idle' : 'lost');
      },
      error: () => {
        connection.set('lost');
      },
    },
  });
  return new GraphQLWsLink(socket);
}

function createHttpLink(fetch: ApolloSetup['fetch']): ApolloLink {
  return new HttpLink({
    uri: '/graphql',
    credentials: 'same-origin',
    headers: { 'apollo-require-preflight': 'true' },
    ...(fetch ? { fetch } : {}),
  });
}

function createErrorLink(onUnauthenticated: () => void): ApolloLink {
  return new ErrorLink(({ error }) => {
    if (!CombinedGraphQLErrors.is(error)) return;
    if (error.errors.some((each) => each.extensions?.code === 'UNAUTHENTICATED')) onUnauthenticated();
  });
}

/** The GraphQL client of the page: queries and mutations over HTTP with the session cookie, subscriptions over one WebSocket. */
export function createApolloClient(setup: ApolloSetup): ApolloClient {
  const network = ApolloLink.split(
    ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
    createSocketLink(setup.connection),
    createHttpLink(setup.fetch),
  );
  return new ApolloClient({
    link: createErrorLink(setup.onUnauthenticated).concat(network),
    cache: new InMemoryCache({ typePolicies, possibleTypes }),
    // Reading again after a change must not be answered by a request that left before it.
    queryDeduplication: false,
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
  });
}

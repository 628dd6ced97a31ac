import { gql } from '@apollo/client';
import type { TypedDocumentNode } from '@apollo/client';
import { ApolloProvider, useQuery } from '@apollo/client/react';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

import { createApolloClient } from '#client/apollo.ts';
import { createConnection } from '#client/lib/connection.ts';
import { useReadAgain } from '#client/lib/use-read-again.ts';

const page: TypedDocumentNode<{ state: string }, Record<string, never>> = gql`
  query ConversationPage {
    state
  }
`;

function Conversation() {
  const { data } = useQuery(page);
  const readAgain = useReadAgain();
  return (
    <>
      <p>{data?.state ?? 'loading'}</p>
      <button onClick={readAgain}>changed</button>
    </>
  );
}

/** A server whose answers hold what was true when they were asked for, and leave when they are let go. */
function slowServer() {
  const held: (() => void)[] = [];
  let state = 'being sent';
  const fetch: typeof globalThis.fetch = () => {
    const body = JSON.stringify({ data: { state } });
    return new Promise((resolve) => {
      held.push(() => {
        resolve(new Response(body, { headers: { 'Content-Type': 'application/json' } }));
      });
    });
  };
  return {
    fetch,
    asked: () => held.length,
    letGo: (index: number) => held[index]?.(),
    becomes: (next: string) => {
      state = next;
    },
  };
}

describe('useReadAgain', () => {
  it('reads once more when a change comes while an older answer is under way', async () => {
    const server = slowServer();
    const client = createApolloClient({
      connection: createConnection(),
      onUnauthenticated: () => undefined,
      fetch: server.fetch,
    });
    render(
      <ApolloProvider client={client}>
        <Conversation />
      </ApolloProvider>,
    );
    server.letGo(0);
    await screen.findByText('being sent');

    await userEvent.click(screen.getByText('changed'));
    await waitFor(() => {
      expect(server.asked()).toBe(2);
    });
    server.becomes('read');
    await userEvent.click(screen.getByText('changed'));
    expect(server.asked()).toBe(2);

    server.letGo(1);
    await waitFor(() => {
      expect(server.asked()).toBe(3);
    });
    server.letGo(2);
    expect(await screen.findByText('read')).toBeDefined();
  });

  it('asks the server anew when a mutation has made the page read itself already', async () => {
    const server = slowServer();
    const client = createApolloClient({
      connection: createConnection(),
      onUnauthenticated: () => undefined,
      fetch: server.fetch,
    });
    render(
      <ApolloProvider client={client}>
        <Conversation />
      </ApolloProvider>,
    );
    server.letGo(0);
    await screen.findByText('being sent');

    const byMutation = client.refetchQueries({ include: [page] });
    server.becomes('read');
    await userEvent.click(screen.getByText('changed'));
    await waitFor(() => {
      expect(server.asked()).toBe(3);
    });
    server.letGo(1);
    server.letGo(2);
    expect(await screen.findByText('read')).toBeDefined();
    await byMutation;
  });
});

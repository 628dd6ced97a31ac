import { gql } from '@apollo/client';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { SessionGate } from '#client/features/session/SessionGate.tsx';
import { renderScreen } from './support/render-screen.tsx';

const countsOf = gql`
  query Counts {
    inboxCounts {
      missed
    }
  }
`;

const marit = {
  __typename: 'Viewer',
  user: { __typename: 'User', id: 'u2', name: 'Marit', role: 'lead' },
  brand: { __typename: 'Brand', id: 'b1', name: 'Weidefeest', timeZone: 'Europe/Amsterdam' },
  demo: false,
};

test('who signs in sees nothing that was loaded for the person before', async () => {
  const root = { viewer: null, signIn: { __typename: 'SignInSuccess', viewer: marit } };
  const { client } = renderScreen(<SessionGate>de inbox van Marit</SessionGate>, root);
  const user = userEvent.setup();
  await user.type(await screen.findByLabelText('E-mailadres'), 'marit@example.nl');
  client.writeQuery({ query: countsOf, data: { inboxCounts: { __typename: 'InboxCounts', missed: 7 } } });
  expect(client.readQuery({ query: countsOf })).not.toBeNull();

  await user.type(screen.getByLabelText('Wachtwoord'), 'een lang wachtwoord');
  await user.click(screen.getByRole('button', { name: 'Aanmelden' }));

  await screen.findByText('de inbox van Marit');
  expect(client.readQuery({ query: countsOf })).toBeNull();
});

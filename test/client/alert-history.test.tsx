import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { AlertHistoryPage } from '#client/features/alerts/AlertHistoryPage.tsx';
import { ConversationAlerts } from '#client/features/alerts/ConversationAlerts.tsx';
import { renderScreen, viewer } from './support/render-screen.tsx';

const lead = { ...viewer, role: 'lead' } as const;
const marit = { id: 'u2', name: 'Marit', role: 'lead' };

const missed = {
  id: 'a1',
  kind: 'promiseMissed',
  at: '2026-03-02T10:00:00.000Z',
  dueAt: '2026-03-02T10:00:00.000Z',
  raisedAt: '2026-03-02T10:30:00.000Z',
  settledAt: null,
  settledAs: null,
  progress: 'read',
  message: { nl: 'De belofte “vandaag” is niet nagekomen.', en: 'The promise “vandaag” was not kept.' },
  conversation: { id: 'c1', contact: { id: 'k1', displayName: 'Roos' } },
  readings: [{ at: '2026-03-02T10:40:00.000Z', user: marit }],
  steps: [{ at: '2026-03-02T10:30:00.000Z', users: [viewer, marit] }],
};
const settled = {
  ...{ ...missed, id: 'a2', kind: 'normDueSoon', raisedAt: missed.at, progress: 'settled' },
  ...{ settledAt: '2026-03-02T11:00:00.000Z', settledAs: 'overtaken', readings: [], steps: [] },
};
const page = (nodes: readonly object[], more = false) => ({
  ...{ __typename: 'AlertConnection', nodes },
  pageInfo: { endCursor: more ? 'next' : null, hasNextPage: more },
});

describe('the history of alerts', () => {
  test('says whom an alert reached, who saw it, how it ended, and that it came late', async () => {
    const root = { users: [marit], alertHistory: () => page([missed, settled]) };
    renderScreen(<AlertHistoryPage />, root, lead);
    const [first, second] = (await screen.findAllByRole('listitem')).filter((item) => item.matches('.past-alert'));
    expect(first?.textContent).toMatch(/Roos.*pas gemeld.*Sanne de Wit, Marit .*Marit .*vraagt nog om actie/u);
    expect(second?.textContent).toMatch(/niemand; alleen in de lijst.*niemand.*opgevolgd door een latere melding/u);
    expect(second?.textContent).not.toContain('pas gemeld');
  });

  test('asks for what was chosen, and adds the next page under the first', async () => {
    const root = {
      users: [marit],
      alertHistory: ({ after }: { after: string | null }) => (after === null ? page([missed], true) : page([settled])),
    };
    const { sent } = renderScreen(<AlertHistoryPage />, root, lead);
    fireEvent.click(await screen.findByRole('button', { name: 'Meer laden' }));
    await waitFor(() => {
      expect(document.querySelectorAll('.past-alert')).toHaveLength(2);
    });
    fireEvent.change(screen.getByLabelText('Soort'), { target: { value: 'normMissed' } });
    fireEvent.change(screen.getByLabelText('Verteld aan', { selector: 'select' }), { target: { value: 'u2' } });
    await waitFor(() => {
      expect(sent.at(-1)?.variables).toMatchObject({ input: { kinds: ['normMissed'], toldUserId: 'u2' } });
    });
  });

  test('tells what is wrong with a period, and is closed to agents', async () => {
    const message = { nl: 'Kies een periode van hooguit 400 dagen.', en: 'Choose a period of at most 400 days.' };
    const refused = { __typename: 'InvalidInput', field: 'from', message };
    const { unmount } = renderScreen(<AlertHistoryPage />, { users: [], alertHistory: () => refused }, lead);
    expect(await screen.findByText(message.nl)).toBeDefined();
    unmount();
    const { sent } = renderScreen(<AlertHistoryPage />, {});
    expect(await screen.findByText('Alleen teamleiders en beheerders zien deze lijst.')).toBeDefined();
    expect(sent).toEqual([]);
  });

  test('of one conversation is read when it is opened', async () => {
    const { sent } = renderScreen(<ConversationAlerts conversationId="c1" />, {
      conversation: { id: 'c1', alerts: [missed] },
    });
    expect(sent).toEqual([]);
    const fold = document.querySelector('details');
    fold?.setAttribute('open', '');
    if (fold) fireEvent(fold, new Event('toggle'));
    expect(await screen.findByText(/De belofte “vandaag” is niet nagekomen/u)).toBeDefined();
    expect(sent.at(-1)?.variables).toEqual({ id: 'c1' });
  });
});

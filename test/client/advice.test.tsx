import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { AdvicePage } from '#client/features/advice/AdvicePage.tsx';
import { renderScreen } from './support/render-screen.tsx';

const both = (nl: string) => ({ nl, en: nl });
const advised = (level: string, visibility: string | null) => ({
  ...{ wording: both('binnen 2 uur'), sentence: both('Je krijgt binnen 2 uur antwoord.'), level, visibility },
  ...{ unit: 'minute', amount: 120, dueAt: '2026-03-31T10:00:00Z', withinMs: 7_200_000, n: 44, keptShare: 0.93 },
});
const cells = (level: string) =>
  Array.from({ length: 168 }, (_, at) => ({
    ...{ weekday: Math.floor(at / 24), hour: at % 24, open: at % 24 > 8, advice: advised(level, 'private') },
  }));
const grid = (level: string, change: object = {}) => ({
  ...{ __typename: 'PromiseAdviceGrid', samples: 44, capped: false, queue: 3, alike: false },
  ...{ kinds: [], now: advised(level, 'private'), cells: cells(level), ...change },
});
const account = (channel: string, maxPublicLength: number) => ({
  ...{ id: channel, name: channel, channel: { name: channel, label: channel.toUpperCase(), maxPublicLength } },
  autoReply: { current: { id: 'v', text: 'Je krijgt vandaag antwoord.' } },
});
const simulation = {
  ...{ __typename: 'PromiseSimulation', n: 20, kept: 15, share: 0.75, low: 0.5, high: 0.9, notYetDue: 0 },
  ...{ withoutPromise: 0, visibility: null, capped: false, misses: [], contradictions: [] },
};

function open(promiseAdvice: object, channels = [account('x', 280)]) {
  return renderScreen(<AdvicePage />, {
    ...{ channelAccounts: channels, promiseAdvice: () => promiseAdvice, simulatePromise: () => simulation },
  });
}

describe('the adviser', () => {
  test('tells private and public apart, and says when a text was tried on both', async () => {
    const kinds = [
      { visibility: 'private', n: 44, withinMs: 7_200_000 },
      { visibility: 'public', n: 9, withinMs: null },
    ];
    const { sent } = open(grid('hour', { kinds }));
    expect(await screen.findByText(/privé 2 u \(n 44\), openbaar nog onbekend \(n 9\)/u)).toBeDefined();
    expect(await screen.findByText(/Van deze soort zijn er te weinig gevallen/u)).toBeDefined();
    fireEvent.change(screen.getByLabelText('Soort bericht'), { target: { value: 'public' } });
    await waitFor(() => {
      const asked = sent.filter(({ operationName }) => operationName === 'AdviceMap').map(({ variables }) => variables);
      expect(asked.map(({ visibility }) => visibility)).toEqual(['private', 'public']);
    });
    expect(screen.queryByText(/dit komt uit meer uren samen/u)).toBeNull();
    expect(screen.getAllByRole('cell')).toHaveLength(168);
  });

  test('shows what no hour is known of as such', async () => {
    open(grid('channel', { alike: true, now: advised('channel', null) }));
    expect(await screen.findByText(/dit komt uit meer uren samen/u)).toBeDefined();
    expect(screen.queryByRole('table')).toBeNull();
    const lines = ['Buiten openingstijd', 'Tijdens openingstijd'];
    for (const line of lines)
      expect(screen.getAllByText(new RegExp(`^${line}: binnen 2 uur [(]44 gevallen`, 'u'))).toHaveLength(1);
    expect(screen.getByText('Privé en openbaar samen: ze worden even snel beantwoord.')).toBeDefined();
  });

  test('asks no kind of a channel that has only private messages', async () => {
    const { sent } = open(grid('hour'), [account('whatsapp', 0)]);
    expect(await screen.findByText('Je krijgt binnen 2 uur antwoord.')).toBeDefined();
    expect(screen.queryByLabelText('Soort bericht')).toBeNull();
    expect(sent.find(({ operationName }) => operationName === 'AdviceMap')?.variables['visibility']).toBeNull();
  });
});

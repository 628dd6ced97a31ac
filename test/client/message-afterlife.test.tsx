import { render, screen } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { MessageItem } from '#client/features/conversation/MessageItem.tsx';
import type { MessageItem_MessageFragment } from '#client/gql/graphql.ts';
import { LanguageProvider } from '#client/lib/i18n/LanguageProvider.tsx';
import { ViewerContext } from '#client/lib/viewer.ts';
import { viewer } from './support/render-screen.tsx';

const message: MessageItem_MessageFragment = {
  id: 'm1',
  conversationId: 'c1',
  direction: 'in',
  visibility: 'private',
  authorKind: 'customer',
  authorGuessed: false,
  authorCorrectable: false,
  authorName: 'Noor',
  deviation: null,
  sentAt: '2026-03-02T09:00:00.000Z',
  content: 'text',
  privateReply: false,
  text: 'Is er nog plek?',
  attachments: [],
  editedAt: null,
  deletedAt: null,
  reactions: [],
  replyTo: null,
  delivery: null,
  cues: [],
  cueLabels: [],
  wish: null,
  promises: [],
  chases: null,
};

function show(change: Partial<MessageItem_MessageFragment>): void {
  render(
    <LanguageProvider>
      <ViewerContext value={viewer}>
        <MessageItem message={{ ...message, ...change }} />
      </ViewerContext>
    </LanguageProvider>,
  );
}

beforeEach(() => {
  localStorage.clear();
});

describe('a message', () => {
  test('that was edited says so and when', () => {
    show({ editedAt: '2026-03-02T09:05:00.000Z' });
    expect(screen.getByTestId('edited').textContent).toBe('bewerkt om 10:05');
    expect(screen.getByText('Is er nog plek?')).toBeTruthy();
  });

  test('that was left alone says nothing of it', () => {
    show({});
    expect(screen.queryByTestId('edited')).toBeNull();
    expect(screen.queryByText(/verwijderd/iu)).toBeNull();
  });

  test('taken back by the customer leaves a note, with no word of an edit', () => {
    show({ text: '', deletedAt: '2026-03-02T09:06:00.000Z', editedAt: '2026-03-02T09:05:00.000Z' });
    expect(screen.getByText('Verwijderd door de klant')).toBeTruthy();
    expect(screen.queryByTestId('edited')).toBeNull();
  });

  test('removed in public does not say by whom: the page may have done it', () => {
    show({ text: '', visibility: 'public', deletedAt: '2026-03-02T09:06:00.000Z' });
    expect(screen.getByText('Bericht verwijderd')).toBeTruthy();
  });

  test('shows the reactions of both sides, equal ones counted', () => {
    const heart = { emoji: '❤', byCustomer: true };
    show({ reactions: [heart, heart, { ...heart, emoji: '👍', byCustomer: false }] });
    const chips = screen.getByRole('list', { name: 'Reacties op dit bericht' });
    expect(chips.children).toHaveLength(2);
    expect(chips.textContent).toContain('❤ 2 reactie van de klant');
    expect(chips.textContent).toContain('reactie van ons');
  });
});

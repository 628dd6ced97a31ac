import type { InboxRow_ConversationFragment } from '#client/gql/graphql.ts';

/** A row of the inbox, with the parts that a test is about. */
export function inboxRow(change: Partial<InboxRow_ConversationFragment>): InboxRow_ConversationFragment {
  return {
    id: 'c1',
    account: { id: 'a1', name: 'Weidefeest', channel: { name: 'messenger', label: 'Messenger' } },
    contact: { id: 'k1', displayName: 'Roos' },
    visibility: 'private',
    state: 'open',
    assignee: null,
    risk: 'waiting',
    riskAt: '2026-01-01T12:00:00.000Z',
    preview: 'Hallo?',
    lastAuthorKind: 'customer',
    lastMessageAt: '2026-01-01T10:00:00.000Z',
    unread: 1,
    topCues: [],
    promise: null,
    clock: null,
    ...change,
  };
}

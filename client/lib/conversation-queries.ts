import type { ObservableQuery } from '@apollo/client';

const concerned = new Set(['ConversationPage', 'Composer', 'ContactColumn']);

/**
 * Options for a mutation or `refetchQueries`: reads again what is on screen of the conversation's page, its reply box and the customer's
 * journey, which all follow from the messages. Queries that are not on screen are left alone.
 */
export const conversationQueries = {
  refetchQueries: 'active' as const,
  onQueryUpdated: ({ queryName }: ObservableQuery): boolean => concerned.has(queryName ?? ''),
};

import type { ClientSession } from 'mongodb';
import type { MessageEvent } from '#server/channels/channel.ts';
import type { ConversationsStore } from './conversations.store.ts';
import type { ReceivedEvent } from './event-batch.ts';
import { conversationIdOf } from './message-docs.ts';
import type { MessagesStore } from './messages.store.ts';

type ReceivedMessage = ReceivedEvent<MessageEvent>;

/**
 * Which conversation each message belongs to. A customer's message has a conversation of its own thread and customer, so
 * that everybody in a public thread has a clock of their own. An outgoing public message belongs where the post it answers
 * is; bodies that name neither post nor customer go to the thread's latest conversation, or nowhere (left out of the map).
 */
export async function resolveThreads(
  stores: {
    conversations: Pick<ConversationsStore, 'latestOfThread'>;
    messages: Pick<MessagesStore, 'byExternalIds'>;
  },
  brandId: string,
  received: readonly ReceivedMessage[],
  session: ClientSession,
): Promise<Map<ReceivedMessage, string>> {
  const resolved = new Map<ReceivedMessage, string>();
  for (const message of received) {
    if (!isPublicOutgoing(message)) resolved.set(message, derived(message));
  }
  const outgoing = received.filter(isPublicOutgoing);
  if (outgoing.length === 0) return resolved;
  const answered = await answeredConversations(stores.messages, brandId, { received, outgoing, resolved }, session);
  for (const message of outgoing) {
    const { account, event } = message;
    const known = answered.get(keyOf(account._id, event.replyToExternalId ?? ''));
    if (known !== undefined) resolved.set(message, known);
    else if (event.customerExternalId !== '') resolved.set(message, derived(message));
    else {
      const latest = await stores.conversations.latestOfThread(brandId, account._id, event.threadExternalId, session);
      if (latest !== null) resolved.set(message, latest);
    }
  }
  return resolved;
}

function isPublicOutgoing({ event }: ReceivedMessage): boolean {
  return event.visibility === 'public' && event.direction === 'out';
}

function derived({ account, event }: ReceivedMessage): string {
  return conversationIdOf(account._id, event);
}

const keyOf = (accountId: string, externalId: string): string => `${accountId} ${externalId}`;

async function answeredConversations(
  messages: Pick<MessagesStore, 'byExternalIds'>,
  brandId: string,
  basis: {
    received: readonly ReceivedMessage[];
    outgoing: readonly ReceivedMessage[];
    resolved: ReadonlyMap<ReceivedMessage, string>;
  },
  session: ClientSession,
): Promise<Map<string, string>> {
  const keys = basis.outgoing.flatMap(({ account, event }) =>
    event.replyToExternalId === null ? [] : [{ accountId: account._id, externalId: event.replyToExternalId }],
  );
  const stored = await messages.byExternalIds(brandId, keys, session);
  const found = new Map(
    stored.map((message) => [keyOf(message.accountId, message.externalId), message.conversationId]),
  );
  for (const message of basis.received) {
    const conversationId = basis.resolved.get(message);
    const key = keyOf(message.account._id, message.event.externalId);
    if (conversationId !== undefined && !found.has(key)) found.set(key, conversationId);
  }
  return found;
}

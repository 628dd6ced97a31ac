import type { ClientSession } from 'mongodb';
import type { ConversationDoc } from './conversations.store.ts';
import type { MessagesStore } from './messages.store.ts';

/** Where a conversation takes place, as its messages, clocks and promises carry it. */
export type ConversationPlace = Pick<
  ConversationDoc,
  'brandId' | 'contactId' | 'accountId' | 'channel' | 'visibility'
> & { conversationId: string };

/** The place of a conversation. */
export function placeOf(conversation: ConversationDoc): ConversationPlace {
  const { _id: conversationId, brandId, contactId, accountId, channel, visibility } = conversation;
  return { brandId, conversationId, contactId, accountId, channel, visibility };
}

/** The post a public reply hangs on: the customer's latest. Null in private talks, which need none. */
export async function answeredPostOf(
  messages: Pick<MessagesStore, 'byIds'>,
  conversation: ConversationDoc,
  session?: ClientSession,
): Promise<string | null> {
  if (conversation.visibility !== 'public' || conversation.lastCustomerMessageId === null) return null;
  const [answered] = await messages.byIds(conversation.brandId, [conversation.lastCustomerMessageId], session);
  return answered?.externalId ?? null;
}

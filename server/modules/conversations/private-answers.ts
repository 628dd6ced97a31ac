import type { ClientSession } from 'mongodb';
import { placeOf, type ConversationPlace } from './conversation-place.ts';
import { newConversation } from './conversation-docs.ts';
import type { ConversationDoc, ConversationsStore } from './conversations.store.ts';
import { conversationIdOf } from './message-docs.ts';
import type { MessageDoc, MessagesStore } from './messages.store.ts';

/**
 * A public request may be answered in private (docs/adr/0027). The message lives in the private thread; the public
 * conversation names it, and counts it among its own when turns are worked out.
 */
type Stores = { readonly conversations: ConversationsStore; readonly messages: MessagesStore };

/** The conversations together with the public ones that messages of theirs answer. */
export async function withAnswered(
  store: Pick<ConversationsStore, 'byIds'>,
  brandId: string,
  conversations: readonly ConversationDoc[],
  session: ClientSession,
): Promise<ConversationDoc[]> {
  const known = new Set(conversations.map(({ _id }) => _id));
  const answered = conversations.flatMap(({ answersConversationIds }) => answersConversationIds ?? []);
  const more = [...new Set(answered)].filter((id) => !known.has(id));
  return [...conversations, ...(await store.byIds(brandId, more, session))];
}

/**
 * Private messages that answer these public conversations, as if they stood there. What they promise stays with the
 * private thread, where it will be kept.
 */
export async function privateAnswersTo(
  messages: Pick<MessagesStore, 'byIds'>,
  brandId: string,
  conversations: readonly Pick<ConversationDoc, '_id' | 'privateAnswerIds'>[],
  session?: ClientSession,
): Promise<MessageDoc[]> {
  const ids = conversations.flatMap(({ privateAnswerIds }) => privateAnswerIds ?? []);
  const found = await messages.byIds(brandId, ids, session);
  return conversations.flatMap(({ _id, privateAnswerIds }) =>
    found
      .filter((message) => privateAnswerIds?.includes(message._id))
      .map((message) => ({ ...message, conversationId: _id, readings: [], editReadings: [] })),
  );
}

/** Where private messages with the customer of a public conversation are; the thread may not be there yet. */
export function privatePlaceOf(conversation: ConversationDoc): ConversationPlace {
  const { accountId, customerExternalId } = conversation;
  const thread = { visibility: 'private' as const, threadExternalId: customerExternalId, customerExternalId };
  return { ...placeOf(conversation), visibility: 'private', conversationId: conversationIdOf(accountId, thread) };
}

/** The private thread with the customer of a public conversation, opened if there is none, linked with it both ways. */
export async function linkPrivateThread(
  stores: Pick<Stores, 'conversations'>,
  conversation: ConversationDoc,
  answer: { readonly messageIds: readonly string[]; readonly now: Date },
  session: ClientSession,
): Promise<ConversationDoc> {
  const { brandId, accountId, channel, contactId, customerExternalId, assigneeId } = conversation;
  const thread = { visibility: 'private' as const, threadExternalId: customerExternalId, customerExternalId };
  const id = conversationIdOf(accountId, thread);
  const [known] = await stores.conversations.byIds(brandId, [id], session);
  const opened: ConversationDoc = known ?? {
    ...newConversation({ _id: id, brandId, accountId, channel, contactId, ...thread }, answer.now),
    assigneeId,
  };
  if (known === undefined) await stores.conversations.insert([opened], session);
  const answersConversationIds = [...new Set([...(opened.answersConversationIds ?? []), conversation._id])];
  const privateAnswerIds = [...new Set([...(conversation.privateAnswerIds ?? []), ...answer.messageIds])];
  await stores.conversations.update(
    [
      { id, set: { answersConversationIds } },
      { id: conversation._id, set: { privateAnswerIds, privateThreadId: id } },
    ],
    session,
  );
  return { ...opened, answersConversationIds };
}

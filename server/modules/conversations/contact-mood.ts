import type { GraphQLContext } from '#server/graphql/context.ts';
import type { ContactDoc } from '#server/modules/contacts/index.ts';
import { contactMoodOf, type ContactMood, type MoodFacts, type MoodMessage } from '#shared/emotion/mood.ts';
import type { ConversationDoc } from './conversations.store.ts';
import { inOrder } from './message-order.ts';
import type { MessageDoc } from './messages.store.ts';

/** Nobody has more threads with us; of those found the latest are read, and of each its end. */
const mostConversations = 50;
const mostRead = 6;
const mostMessages = 30;

const isFromCustomer = ({ direction, deletedAt }: MessageDoc): boolean => direction === 'in' && !deletedAt;
const moodMessage = ({ _id: id, sentAt, cues }: MessageDoc): MoodMessage => ({ id, sentAt, cues });

/** The mood over a contact's latest conversations on all channels, with what our own clocks know at the context's present; reads 180 messages at most. */
export async function contactMood(contact: ContactDoc, context: GraphQLContext): Promise<ContactMood> {
  const { brandId, _id } = contact;
  const { store, messages } = context.modules.conversations;
  const found = await store.ofContact(brandId, _id, mostConversations);
  const latest = found
    .filter(({ lastCustomerAt }) => lastCustomerAt !== null)
    .sort((a, b) => b.lastMessageAt.getTime() - a.lastMessageAt.getTime())
    .slice(0, mostRead);
  const read = await Promise.all(
    latest.map(async (conversation) => ({
      id: conversation._id,
      texts: inOrder(await messages.latestUntil(brandId, conversation._id, context.now, mostMessages)).filter(
        isFromCustomer,
      ),
    })),
  );
  const conversations = read.map(({ id, texts }) => ({ id, messages: texts.map(moodMessage) }));
  const sentAt = read.flatMap(({ texts }) => texts.map((message) => message.sentAt.getTime()));
  return contactMoodOf(conversations, await factsOf(contact, latest, sentAt, context));
}

/** What our clocks know: the longest wait that runs, the messages since it began, and whether a promise is missed. */
async function factsOf(
  { brandId, _id }: ContactDoc,
  conversations: readonly ConversationDoc[],
  sentAt: readonly number[],
  { modules, loaders, now }: GraphQLContext,
): Promise<MoodFacts> {
  const [clocks, promises] = await Promise.all([
    Promise.all(conversations.map((conversation) => loaders.clocksOfConversation.load(conversation._id))),
    modules.promises.unsettledOf(brandId, _id),
  ]);
  const running = clocks.flat().filter(({ state }) => state === 'running');
  if (running.length === 0) return { waitedMs: 0, contactMoments: 0, missedPromise: false };
  const since = Math.min(...running.map(({ startedAt }) => startedAt.getTime()));
  return {
    waitedMs: now.getTime() - since,
    contactMoments: sentAt.filter((at) => at >= since).length,
    missedPromise: promises.some(({ dueAt }) => dueAt.getTime() < now.getTime()),
  };
}

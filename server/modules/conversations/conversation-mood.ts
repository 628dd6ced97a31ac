import type { GraphQLContext } from '#server/graphql/context.ts';
import type { ResolversTypes } from '#server/graphql/generated/resolver-types.ts';
import { moodOf } from '#shared/emotion/mood.ts';
import type { ConversationDoc } from './conversations.store.ts';
import { inOrder } from './message-order.ts';

/** The mood over the customer's messages of a conversation, with what our own clocks know at the context's present. */
export async function conversationMood(
  conversation: ConversationDoc,
  { modules, loaders, now }: GraphQLContext,
): Promise<ResolversTypes['Mood']> {
  const { _id, brandId, clockId } = conversation;
  const [messages, clocks, promises] = await Promise.all([
    modules.conversations.messages.ofConversations(brandId, [_id]),
    loaders.clocksOfConversation.load(_id),
    loaders.promisesOfConversation.load(_id),
  ]);
  const fromCustomer = inOrder(messages).filter(({ direction, deletedAt }) => direction === 'in' && !deletedAt);
  const startedAt = clocks.find((clock) => clock._id === clockId)?.startedAt.getTime() ?? null;
  const mood = moodOf(
    fromCustomer.map(({ _id: id, sentAt, cues }) => ({ id, sentAt, cues })),
    {
      waitedMs: startedAt === null ? 0 : now.getTime() - startedAt,
      contactMoments:
        startedAt === null ? 0 : fromCustomer.filter(({ sentAt }) => sentAt.getTime() >= startedAt).length,
      missedPromise: startedAt !== null && promises.some(({ state }) => state === 'missed'),
    },
  );
  return { ...mood, wish: fromCustomer.findLast(({ wish }) => wish !== null)?.wish?.text ?? null };
}

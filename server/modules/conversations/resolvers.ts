import { readTiedPage, tiedPosition, type TiedPosition } from '#server/db/tied-page.ts';
import type { GraphQLContext } from '#server/graphql/context.ts';
import type { QueryConversationsArgs, Resolvers, ResolversTypes } from '#server/graphql/generated/resolver-types.ts';
import { liveField } from '#server/graphql/live-field.ts';
import { decodeCursor, encodeCursor, pageSize } from '#server/graphql/pagination.ts';
import { existing, viewerOf } from '#server/graphql/viewer-of.ts';
import { promiserOf } from '#server/modules/promises/index.ts';
import { cueLabels } from '#shared/emotion/cues.ts';
import { riskOf } from '#shared/turns/turn-risk.ts';
import { conversationMood } from './conversation-mood.ts';
import type { ConversationDoc, ConversationFilter } from './conversations.store.ts';
import { messagePosition, positionOf } from './message-order.ts';
import { pageOfMessages } from './message-page.ts';

const list = 'conversations';
const messageList = 'messages';

/** Queries, the subscription and fields of conversations; changes are in mutations.ts, messages in message-resolvers.ts. */
export const conversationsResolvers: Resolvers = {
  Query: {
    conversations: (_source, args, context) => pageOf(args, context),
    inboxCounts: async (_source, _args, context) => {
      const waiting = await context.modules.conversations.store.waiting(viewerOf(context).brandId);
      const counts = { missed: 0, dueSoon: 0, waiting: 0, calm: 0 };
      for (const conversation of waiting) counts[riskOf(decidingOf(conversation), context.now)] += 1;
      return counts;
    },
    conversation: (_source, { id }, context) => {
      viewerOf(context);
      return context.loaders.conversations.load(id);
    },
  },
  Subscription: {
    conversationChanged: liveField('conversationChanged', async ({ conversationId }, context) => ({
      conversation: existing(await context.loaders.conversations.load(conversationId), 'changed conversation'),
    })),
  },
  Conversation: {
    id: (conversation) => conversation._id,
    account: async ({ accountId }, _args, { loaders }) =>
      existing(await loaders.accounts.load(accountId), 'account of a conversation'),
    contact: async ({ contactId }, _args, { loaders }) =>
      existing(await loaders.contacts.load(contactId), 'contact of a conversation'),
    assignee: ({ assigneeId }, _args, { loaders }) => (assigneeId === null ? null : loaders.users.load(assigneeId)),
    risk: (conversation, _args, { now }) => riskOf(decidingOf(conversation), now),
    topCues: ({ topCues }) => topCues.flatMap((code) => (isCueCode(code) ? [{ code, label: cueLabels[code] }] : [])),
    promise: ({ promiseId }, _args, { loaders }) => (promiseId === null ? null : loaders.promises.load(promiseId)),
    promises: async ({ _id }, { promisers }, { loaders }) => {
      const all = await loaders.promisesOfConversation.load(_id);
      const promises = promisers ? all.filter((promise) => promisers.includes(promiserOf(promise))) : [...all];
      return promises.sort((a, b) => b.madeAt.getTime() - a.madeAt.getTime() || b.index - a.index);
    },
    clock: async ({ _id, clockId }, _args, { loaders }) => {
      if (clockId === null) return null;
      const clocks = await loaders.clocksOfConversation.load(_id);
      return clocks.find((clock) => clock._id === clockId) ?? null;
    },
    clocks: async ({ _id }, _args, { loaders }) => {
      const clocks = await loaders.clocksOfConversation.load(_id);
      return [...clocks].sort((a, b) => b.startedAt.getTime() - a.startedAt.getTime());
    },
    messages: (conversation, { last, before }, context) => messagesOf(conversation, { last, before }, context),
    linkedConversations: async ({ privateThreadId, answersConversationIds }, _args, { loaders }) => {
      const ids = [...(privateThreadId === undefined ? [] : [privateThreadId]), ...(answersConversationIds ?? [])];
      const linked = await Promise.all(ids.map((id) => loaders.conversations.load(id)));
      return linked.filter((each) => each !== null);
    },
    replyWindow: (conversation, _args, { modules, now }) => modules.replies.window(conversation, now),
    mood: (conversation, _args, context) => conversationMood(conversation, context),
  },
};

function isCueCode(code: string): code is keyof typeof cueLabels {
  return code in cueLabels;
}

function decidingOf(conversation: Pick<ConversationDoc, 'riskAt' | 'warnAt'>): { dueAt: Date; warnAt: Date } | null {
  const { riskAt, warnAt } = conversation;
  return riskAt && warnAt ? { dueAt: riskAt, warnAt } : null;
}

function filterOf({ view, channel }: QueryConversationsArgs, userId: string): ConversationFilter {
  const ofChannel = channel ? { channel } : {};
  if (view === 'mine') return { state: 'open', assigneeId: userId, ...ofChannel };
  if (view === 'unassigned') return { state: 'open', assigneeId: null, ...ofChannel };
  return { state: view === 'closed' ? 'closed' : 'open', ...ofChannel };
}

async function pageOf(
  args: QueryConversationsArgs,
  context: GraphQLContext,
): Promise<ResolversTypes['ConversationConnection']> {
  const { brandId, userId } = viewerOf(context);
  const size = pageSize(args.first);
  const filter = filterOf(args, userId);
  const found = await readTiedPage({
    read: (after, limit) => context.modules.conversations.store.page(brandId, filter, after, limit),
    positionOf: placeInQueue,
    after: args.after ? decodeCursor(list, args.after, tiedPosition) : [0, ''],
    size: size + 1,
  });
  const nodes = found.slice(0, size);
  for (const conversation of nodes) context.loaders.conversations.prime(conversation._id, conversation);
  const last = nodes.at(-1);
  const endCursor = last ? encodeCursor(list, placeInQueue(last)) : null;
  return { nodes, pageInfo: { endCursor, hasNextPage: found.length > size } };
}

function placeInQueue({ queueKey, _id }: ConversationDoc): TiedPosition {
  return [queueKey, _id];
}

async function messagesOf(
  conversation: ConversationDoc,
  { last, before }: { last?: number | null; before?: string | null },
  { modules }: GraphQLContext,
): Promise<ResolversTypes['MessageConnection']> {
  const size = pageSize(last, 50);
  const position = before ? decodeCursor(messageList, before, messagePosition) : null;
  const page = await pageOfMessages(modules.conversations.messages, conversation, { size, before: position });
  const { nodes, hasPrevious } = page;
  const [first] = nodes;
  const startCursor = first ? encodeCursor(messageList, positionOf(first)) : null;
  return { nodes: [...nodes], startCursor, hasPreviousPage: hasPrevious };
}

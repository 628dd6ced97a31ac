import type { GraphQLContext } from '#server/graphql/context.ts';
import type { Resolvers, ResolversTypes } from '#server/graphql/generated/resolver-types.ts';
import { existing, viewerOf } from '#server/graphql/viewer-of.ts';
import type { ChangeRequest } from './change-conversation.ts';
import type { ConversationDoc } from './conversations.store.ts';

const longestReason = 500;

const notFound: ResolversTypes['NotFound'] & { __typename: 'NotFound' } = {
  __typename: 'NotFound',
  message: { nl: 'Dit gesprek bestaat niet.', en: 'No such conversation.' },
};

/** Mutations of schema.graphql. */
export const conversationsMutations: Resolvers = {
  Mutation: {
    claimConversation: async (_source, { id }, context) => {
      const outcome = await context.modules.conversations.claim(requestOf(id, context));
      if (!outcome) return notFound;
      if (outcome.claimed) return assigned(outcome.conversation);
      const { assigneeId } = outcome.conversation;
      const assignee = existing(assigneeId === null ? null : await context.loaders.users.load(assigneeId), 'assignee');
      const message = {
        nl: `${assignee.name} was je voor.`,
        en: `${assignee.name} was first.`,
      };
      return { __typename: 'AlreadyClaimed', assignee, message };
    },
    assignConversation: async (_source, { id, userId }, context) => {
      const assigneeId = userId ?? null;
      if (assigneeId !== null && !(await context.loaders.users.load(assigneeId))) return notFound;
      const request = { ...requestOf(id, context), assigneeId };
      return assignedOrNot(await context.modules.conversations.assign(request));
    },
    closeConversation: async (_source, { id, reason }, context) => {
      const words = reason?.trim().slice(0, longestReason) ?? '';
      const request = { ...requestOf(id, context), reason: words === '' ? null : words };
      const outcome = await context.modules.conversations.close(request);
      if (!outcome) return notFound;
      if ('conversation' in outcome) {
        return { __typename: 'CloseConversationSuccess', conversation: outcome.conversation };
      }
      const message = {
        nl: 'De klant wacht nog op antwoord. Zeg waarom er geen antwoord nodig is.',
        en: 'The customer is still waiting for an answer. Say why none is needed.',
      };
      return { __typename: 'CustomerWaiting', since: outcome.waitingSince, message };
    },
    reopenConversation: async (_source, { id }, context) =>
      assignedOrNot(await context.modules.conversations.reopen(requestOf(id, context))),
    markConversationRead: (_source, { id }, context) => context.modules.conversations.markRead(requestOf(id, context)),
    correctAuthorKind: async (_source, { messageId, authorKind }, context) => {
      // Only what an outgoing message can be: nobody turns a reply into a customer's message.
      if (authorKind === 'customer' || authorKind === 'system') return notFound;
      const { brandId, userId } = viewerOf(context);
      const request = { brandId, userId, messageId, authorKind, now: context.now };
      return assignedOrNot(await context.modules.conversations.correctAuthorKind(request));
    },
  },
};

function requestOf(id: string, context: GraphQLContext): ChangeRequest {
  const { brandId, userId } = viewerOf(context);
  return { brandId, id, userId, now: context.now };
}

function assigned(conversation: ConversationDoc): {
  __typename: 'AssignConversationSuccess';
  conversation: ConversationDoc;
} {
  return { __typename: 'AssignConversationSuccess', conversation };
}

function assignedOrNot(conversation: ConversationDoc | null): ReturnType<typeof assigned> | typeof notFound {
  return conversation ? assigned(conversation) : notFound;
}

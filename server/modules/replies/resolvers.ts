import type { MediaOptions, Resolvers, ResolversTypes } from '#server/graphql/generated/resolver-types.ts';
import { existing, viewerOf } from '#server/graphql/viewer-of.ts';
import type { MediaLimits } from '#server/channels/channel.ts';
import { limitsInWords, maxBytesOf } from '#server/modules/media/index.ts';
import type { ReplyOutcome } from './send-reply.ts';
import type { SettleOutcome } from './settle-by-hand.ts';
import { problemText } from './problem-texts.ts';

const notFound = {
  __typename: 'NotFound' as const,
  message: { nl: 'Dit gesprek of bericht bestaat niet.', en: 'No such conversation or message.' },
};

/** Resolvers of schema.graphql. */
export const repliesResolvers: Resolvers = {
  Mutation: {
    sendReply: async (_source, { input }, context) => {
      const { brandId, userId } = viewerOf(context);
      const user = existing(await context.loaders.users.load(userId), 'signed-in user');
      const outcome = await context.modules.replies.send({
        brandId,
        user: { id: userId, name: user.name },
        clientId: input.clientId,
        conversationId: input.conversationId,
        text: input.text,
        mediaIds: input.mediaIds ?? [],
        template: input.template ?? null,
        privately: input.privately ?? false,
        acceptedFindings: input.acceptedFindings ?? [],
        overrideReason: input.overrideReason ?? null,
        lastSeenMessageId: input.lastSeenMessageId ?? null,
        templateId: input.templateId ?? null,
      });
      return sendResult(outcome);
    },
    resendMessage: async (_source, { messageId }, context) =>
      settleResult(await context.modules.replies.resend(viewerOf(context).brandId, messageId)),
    markMessageSent: async (_source, { messageId }, context) =>
      settleResult(await context.modules.replies.markSent(viewerOf(context).brandId, messageId)),
  },
  Conversation: {
    mediaOptions: ({ channel, visibility }, _args, { modules }) => {
      const found = modules.channels.find(({ name }) => name === channel);
      return mediaOptionsOf(found?.capabilities.media[visibility] ?? null);
    },
    privateReply: async (conversation, _args, { modules, now }) => {
      const option = await modules.replies.privateReply(conversation, now);
      if (option === null) return null;
      const { open, closesAt, reason, maxLength } = option;
      const channel = modules.channels.find(({ name }) => name === conversation.channel);
      const media = mediaOptionsOf(channel?.capabilities.media.private ?? null);
      return { open, closesAt, reason, maxLength, media };
    },
    suggestedReplies: async (conversation, _args, context) => {
      const { userId } = viewerOf(context);
      // A live frame is shared by many viewers and knows no name.
      const user = userId === '' ? null : await context.loaders.users.load(userId);
      return context.modules.replies.suggestions(conversation, user?.name ?? '', context.now);
    },
    modelSuggestion: (conversation, _args, { modules, now }) => modules.replies.modelSuggestion(conversation, now),
    templateChoices: async (conversation, _args, context) => {
      const user = await context.loaders.users.load(viewerOf(context).userId);
      return context.modules.replies.choices(conversation, user?.name ?? '', context.now);
    },
    draftBasis: async (conversation, _args, { modules, now }) => {
      const basis = await modules.replies.draftBasis(conversation, now);
      const { wish, ...rest } = basis;
      return {
        ...rest,
        customerTexts: [...basis.customerTexts],
        repliesToCustomer: [...(basis.repliesToCustomer ?? [])],
        allowedHosts: [...(basis.allowedHosts ?? [])],
        cues: [...basis.cues],
        recentReplies: [...basis.recentReplies],
        advice: basis.advice ?? null,
        wish: wish?.text ?? null,
        wishKeywords: wish?.keywords ?? [],
      };
    },
  },
  MessageDelivery: { problem: (delivery) => problemText(delivery.problem) },
};

function mediaOptionsOf(limits: MediaLimits | null): MediaOptions | null {
  const words = limitsInWords(limits);
  if (limits === null || words === null) return null;
  const rules = limits.rules.map((rule) => ({
    kind: rule.kind,
    mimeTypes: [...rule.mimeTypes],
    maxBytes: maxBytesOf(rule),
  }));
  return { rules, limits: words };
}

function sendResult(outcome: ReplyOutcome): ResolversTypes['SendReplyResult'] {
  switch (outcome.kind) {
    case 'sent':
      return { __typename: 'SendReplySuccess', message: outcome.message, conversation: outcome.conversation };
    case 'stopped':
      return {
        __typename: 'DraftStopped',
        findings: [...outcome.findings],
        message: {
          nl: 'Dit antwoord maakt het waarschijnlijk erger. Pas het aan, of verstuur het bewust toch.',
          en: 'This reply will probably make things worse. Mend it, or send it anyway on purpose.',
        },
      };
    case 'notAllowed':
      return { __typename: 'ReplyNotAllowed', message: outcome.message };
    case 'customerWrote':
      return {
        __typename: 'CustomerWroteMeanwhile',
        newMessages: [...outcome.messages],
        message: {
          nl: 'De klant schreef intussen iets nieuws. Lees dat eerst.',
          en: 'The customer wrote something new meanwhile. Read that first.',
        },
      };
    case 'invalid':
      return { __typename: 'InvalidInput', field: outcome.field, message: outcome.message };
    case 'notFound':
      return notFound;
  }
}

function settleResult(outcome: SettleOutcome): ResolversTypes['SettleDeliveryResult'] {
  if (outcome === 'notFound') return notFound;
  if (outcome === 'notSettleable') {
    const message = {
      nl: 'Dit bericht hoeft niet meer te worden afgehandeld.',
      en: 'This message needs no settling any more.',
    };
    return { __typename: 'NotSettleable', message };
  }
  return { __typename: 'SettleDeliverySuccess', message: outcome.message };
}

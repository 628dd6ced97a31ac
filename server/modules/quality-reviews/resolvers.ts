import type { Resolvers, ResolversTypes } from '#server/graphql/generated/resolver-types.ts';
import { existing, viewerOf } from '#server/graphql/viewer-of.ts';
import { periodFault } from '#server/modules/reports/index.ts';
import { qualityParts } from '#shared/quality/quality-parts.ts';
import type { ReviewOutcome } from './index.ts';

const mostPerWriter = 20;
const mostRounds = 100;
const mostOwn = 100;

const noTeam = {
  __typename: 'NotFound' as const,
  message: { nl: 'Dit team bestaat niet (meer).', en: 'There is no such team (any more).' },
};
const noReply = {
  __typename: 'NotFound' as const,
  message: { nl: 'Dit antwoord is er niet (meer).', en: 'This reply is not there (any more).' },
};
const wrongSize = {
  perWriter: { nl: 'Kies 1 tot en met 20 antwoorden per persoon.', en: 'Choose 1 to 20 replies per person.' },
  round: { nl: 'Kies ronde 1 tot en met 100.', en: 'Choose round 1 to 100.' },
};

function sizeFault(perWriter: number, round: number): keyof typeof wrongSize | null {
  if (perWriter < 1 || perWriter > mostPerWriter) return 'perWriter';
  return round < 1 || round > mostRounds ? 'round' : null;
}

function resultOf(outcome: ReviewOutcome): ResolversTypes['ReviewReplyResult'] {
  if (outcome.kind === 'done') return { __typename: 'ReplyReviewed', review: outcome.review };
  if (outcome.kind === 'notFound') return noReply;
  return { __typename: 'InvalidInput', field: outcome.field, message: outcome.message };
}

/** Resolvers of schema.graphql. */
export const qualityReviewsResolvers: Resolvers = {
  Query: {
    qualitySample: async (_source, { input }, context) => {
      const { from, to, teamId = null } = input;
      const [perWriter, round] = [input.perWriter ?? 5, input.round ?? 1];
      const fault = periodFault(from, to);
      if (fault) return { __typename: 'InvalidInput', ...fault };
      const field = sizeFault(perWriter, round);
      if (field) return { __typename: 'InvalidInput', field, message: wrongSize[field] };
      const wish = { from, to, teamId, perWriter, round };
      const sample = await context.modules.qualityReviews.sample(viewerOf(context), wish);
      if (!sample) return noTeam;
      const replies = await Promise.all(
        sample.drawn.map(async ({ messageId, writerId, reviewed }) => ({
          ...{ messageId, reviewed },
          writer: await context.loaders.users.load(writerId),
        })),
      );
      return { __typename: 'QualitySample', ...sample, replies };
    },
    reviewCase: (_source, { messageId }, context) =>
      context.modules.qualityReviews.caseOf(viewerOf(context).brandId, messageId),
    qualityTrend: async (_source, { input }, context) => {
      const { from, to, teamId = null } = input;
      const fault = periodFault(from, to);
      if (fault) return { __typename: 'InvalidInput', ...fault };
      const trend = await context.modules.qualityReviews.trend(viewerOf(context).brandId, { from, to, teamId });
      return trend ? { __typename: 'QualityTrend', ...trend } : noTeam;
    },
    ownReviews: (_source, { first }, context) => {
      const { brandId, userId } = viewerOf(context);
      return context.modules.qualityReviews.ofAgent(brandId, userId, Math.min(mostOwn, Math.max(1, first)));
    },
  },
  Mutation: {
    reviewReply: async (_source, { input }, context) => {
      const { brandId, userId } = viewerOf(context);
      const { name: userName } = existing(await context.loaders.users.load(userId), 'signed-in user');
      const given = {
        messageId: input.messageId,
        scores: input.scores.map(({ part, score = null }) => ({ part, score })),
        note: input.note ?? '',
      };
      return resultOf(await context.modules.qualityReviews.review({ brandId, userId, userName }, given));
    },
  },
  QualityTrend: { steps: (trend, { step }) => trend.steps(step) },
  ReviewCase: {
    writer: ({ reply }, _args, { loaders }) => (reply.authorUserId ? loaders.users.load(reply.authorUserId) : null),
    contact: ({ reply }, _args, { loaders }) => loaders.contacts.load(reply.contactId),
    customerMessages: ({ customerMessages }) => [...customerMessages],
    findings: ({ findings }) => [...findings],
    reviews: ({ reply }, _args, { modules }) => modules.qualityReviews.ofMessage(reply.brandId, reply._id),
    ownReview: async ({ reply }, _args, context) => {
      const { userId } = viewerOf(context);
      const reviews = await context.modules.qualityReviews.ofMessage(reply.brandId, reply._id);
      return reviews.find(({ reviewerId }) => reviewerId === userId) ?? null;
    },
  },
  QualityReview: {
    id: ({ _id }) => _id,
    scores: ({ scores }) => qualityParts.map((part) => ({ part, score: scores[part] })),
    changes: ({ earlier }) => earlier.length,
    reply: ({ messageId }, _args, { loaders }) => loaders.messages.load(messageId),
  },
};

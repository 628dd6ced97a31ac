import type { Resolvers } from '#server/graphql/generated/resolver-types.ts';
import { viewerOf } from '#server/graphql/viewer-of.ts';

const messages = {
  channel: { nl: 'Dit kanaal bestaat niet.', en: 'This channel does not exist.' },
  usualMs: {
    nl: 'De gebruikelijke reactietijd ligt tussen 1 minuut en 30 dagen.',
    en: 'The usual reply time lies between 1 minute and 30 days.',
  },
  maxMs: {
    nl: 'De langste reactietijd is minstens de gebruikelijke en hooguit 30 dagen.',
    en: 'The longest reply time is at least the usual one and at most 30 days.',
  },
} as const;

/** Resolvers of schema.graphql. */
export const normsResolvers: Resolvers = {
  Query: {
    replyNorms: async (_source, _args, context) => {
      viewerOf(context);
      const table = await context.loaders.normTable();
      return table.inForceAt(context.now);
    },
    replyNormHistory: async (_source, _args, context) => {
      viewerOf(context);
      return (await context.loaders.normTable()).history().slice(0, 200);
    },
  },
  Mutation: {
    setReplyNorm: async (_source, { input }, context) => {
      const { brandId } = viewerOf(context);
      const channel = input.channel ?? null;
      if (channel !== null && !context.modules.channels.some(({ name }) => name === channel)) {
        return { __typename: 'InvalidInput', field: 'channel', message: messages.channel };
      }
      const outcome = await context.modules.norms.set(brandId, { ...input, channel });
      if ('fault' in outcome) {
        return { __typename: 'InvalidInput', field: outcome.fault, message: messages[outcome.fault] };
      }
      return { __typename: 'SetReplyNormSuccess', norm: outcome };
    },
  },
  ReplyNorm: {
    channel: (norm, _args, { modules }) => modules.channels.find(({ name }) => name === norm.channel) ?? null,
  },
};

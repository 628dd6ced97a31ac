import type { Resolvers } from '#server/graphql/generated/resolver-types.ts';
import { viewerOf } from '#server/graphql/viewer-of.ts';

const leads = {
  nl: 'Kies een tot vier verschillende momenten: 1 tot 90 procent van de tijd, of 1 minuut tot 7 dagen.',
  en: 'Choose one to four different moments: 1 to 90 percent of the time, or 1 minute to 7 days.',
} as const;
const noChannel = { nl: 'Dit kanaal bestaat niet.', en: 'This channel does not exist.' } as const;

/** Resolvers of schema.graphql. */
export const warningsResolvers: Resolvers = {
  Query: {
    warningRules: async (_source, _args, context) => {
      const book = await context.modules.warnings.bookOf(viewerOf(context).brandId);
      return book.inForceAt(context.now);
    },
  },
  Mutation: {
    setWarningRules: async (_source, { input }, context) => {
      const { brandId, userId } = viewerOf(context);
      const channel = input.channel ?? null;
      if (channel !== null && !context.modules.channels.some(({ name }) => name === channel)) {
        return { __typename: 'InvalidInput', field: 'channel', message: noChannel };
      }
      const outcome = await context.modules.warnings.set({ ...input, channel, brandId, createdBy: userId });
      if ('fault' in outcome) return { __typename: 'InvalidInput', field: outcome.fault, message: leads };
      return { __typename: 'SetWarningRulesSuccess', rules: outcome };
    },
  },
  WarningRules: {
    channel: ({ channel }, _args, { modules }) => modules.channels.find(({ name }) => name === channel) ?? null,
    norm: ({ norm }) => [...norm],
    explicit: ({ explicit }) => [...explicit],
    vague: ({ vague }) => [...vague],
  },
};

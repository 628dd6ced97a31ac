import type { Resolvers } from '#server/graphql/generated/resolver-types.ts';
import { existing, viewerOf } from '#server/graphql/viewer-of.ts';
import { periodFault } from '#server/modules/reports/index.ts';
import { cueCodes, cueLabels } from '#shared/emotion/cue-model.ts';
import { causesOf, channelsOf, stepsOf } from './cue-trend.ts';

const unknownSign = { nl: 'Dit signaal bestaat niet.', en: 'There is no such sign.' };

/** Resolvers of schema.graphql. */
export const cueTrendsResolvers: Resolvers = {
  Query: {
    cueTrend: async (_source, { input }, context) => {
      const { from, to, channel = null } = input;
      const fault = periodFault(from, to);
      if (fault) return { __typename: 'InvalidInput', ...fault };
      const trend = await context.modules.cueTrends.trend(viewerOf(context).brandId, { from, to, channel });
      return { __typename: 'CueTrend', ...trend };
    },
    cueMessages: async (_source, { input, code }, context) => {
      const { from, to, channel = null } = input;
      const fault = periodFault(from, to);
      if (fault) return { __typename: 'InvalidInput', ...fault };
      const known = code === 'dissatisfaction' || cueCodes.some((each) => each === code);
      if (!known) return { __typename: 'InvalidInput', field: 'code', message: unknownSign };
      const { brandId } = viewerOf(context);
      const found = await context.modules.cueTrends.messages(brandId, { from, to, channel, code });
      const { contacts } = context.loaders;
      const messages = await Promise.all(
        found.messages.map(async (message) => ({ message, contact: await contacts.load(message.contactId) })),
      );
      return { __typename: 'CueMessages', ...found, messages };
    },
  },
  CueTrend: {
    steps: (trend, { step }) => stepsOf(trend, step),
    causes: (trend) => causesOf(trend).map((cause) => ({ ...cause, label: cueLabels[cause.code] })),
    channels: (trend, _args, { modules }) =>
      channelsOf(trend).map(({ channel, sum }) => ({
        channel: existing(
          modules.channels.find(({ name }) => name === channel),
          'channel of a roll-up',
        ),
        sum,
      })),
  },
  CueSum: {
    counts: ({ codes }) =>
      cueCodes.flatMap((code) => {
        const count = codes.get(code) ?? 0;
        return count === 0 ? [] : [{ code, label: cueLabels[code], count }];
      }),
  },
};

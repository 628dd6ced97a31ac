import type { Resolvers } from '#server/graphql/generated/resolver-types.ts';
import { viewerOf } from '#server/graphql/viewer-of.ts';

/** Resolvers of schema.graphql. */
export const publicStatusResolvers: Resolvers = {
  Query: {
    statusPage: (_source, _args, context) => context.modules.publicStatus.pageOf(viewerOf(context).brandId),
  },
  Mutation: {
    setStatusPage: async (_source, { enabled }, context) => {
      const { brandId } = viewerOf(context);
      await context.modules.publicStatus.setEnabled(brandId, enabled);
      return context.modules.publicStatus.pageOf(brandId);
    },
  },
};

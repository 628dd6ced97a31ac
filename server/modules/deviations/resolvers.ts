import type { Resolvers } from '#server/graphql/generated/resolver-types.ts';
import { viewerOf } from '#server/graphql/viewer-of.ts';

const shownMs = 90 * 24 * 3_600_000;
const most = 200;

/** Resolvers of schema.graphql. */
export const deviationsResolvers: Resolvers = {
  Query: {
    deviations: async (_source, { first }, context) => {
      const { brandId } = viewerOf(context);
      const from = new Date(context.now.getTime() - shownMs);
      return context.modules.deviations.since(brandId, from, Math.min(most, Math.max(1, first)));
    },
  },
  Deviation: { id: ({ _id }) => _id, codes: ({ codes }) => [...codes] },
  Message: {
    deviation: async ({ _id, direction, authorKind }, _args, context) => {
      if (direction !== 'out' || authorKind !== 'agent') return null;
      const { role, userId } = viewerOf(context);
      const found = await context.loaders.deviations.load(_id);
      return found !== null && (role === 'lead' || role === 'admin' || found.userId === userId) ? found : null;
    },
  },
};

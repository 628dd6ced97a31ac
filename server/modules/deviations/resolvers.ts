import type { Resolvers } from '#server/graphql/generated/resolver-types.ts';
import { viewerOf } from '#server/graphql/viewer-of.ts';

const shownMs = 90 * 24 * 3_600_000;
const most = 200;
const mostCounted = 5_000;

/** Resolvers of schema.graphql. */
export const deviationsResolvers: Resolvers = {
  Query: {
    deviations: async (_source, { first }, context) => {
      const { brandId } = viewerOf(context);
      const from = new Date(context.now.getTime() - shownMs);
      return context.modules.deviations.since(brandId, from, Math.min(most, Math.max(1, first)));
    },
    deviationCounts: async (_source, _args, context) => {
      const { brandId } = viewerOf(context);
      const from = new Date(context.now.getTime() - shownMs);
      const found = await context.modules.deviations.codesSince(brandId, from, mostCounted);
      const counts = new Map<string, number>();
      for (const code of found.flatMap(({ codes }) => codes)) counts.set(code, (counts.get(code) ?? 0) + 1);
      return {
        replies: found.length,
        codes: [...counts].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count),
      };
    },
  },
  Deviation: {
    reply: ({ _id }, _args, { loaders }) => loaders.messages.load(_id),
    conversation: ({ conversationId }, _args, { loaders }) => loaders.conversations.load(conversationId),
    id: ({ _id }) => _id,
    codes: ({ codes }) => [...codes],
  },
  Message: {
    deviation: async ({ _id, direction, authorKind }, _args, context) => {
      if (direction !== 'out' || authorKind !== 'agent') return null;
      const { role, userId } = viewerOf(context);
      const found = await context.loaders.deviations.load(_id);
      return found !== null && (role === 'lead' || role === 'admin' || found.userId === userId) ? found : null;
    },
  },
};

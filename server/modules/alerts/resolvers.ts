import { readTiedPage, tiedPosition, type TiedPosition } from '#server/db/tied-page.ts';
import type { Resolvers } from '#server/graphql/generated/resolver-types.ts';
import { liveField } from '#server/graphql/live-field.ts';
import { decodeCursor, encodeCursor, pageSize } from '#server/graphql/pagination.ts';
import { existing, viewerOf } from '#server/graphql/viewer-of.ts';
import { alertText } from './alert-texts.ts';
import type { StoredAlert } from './alerts.store.ts';

const mostCounted = 99;
const list = 'alerts';
const beforeAll = -8.64e15;

const placeOf = ({ sortKey, _id }: StoredAlert): TiedPosition => [sortKey, _id];

/** Resolvers of schema.graphql. */
export const alertsResolvers: Resolvers = {
  Query: {
    alerts: async (_source, { first, after }, context) => {
      const { brandId } = viewerOf(context);
      const size = pageSize(first, 20);
      const found = await readTiedPage({
        read: (start, limit) => context.modules.alerts.newest(brandId, start, limit),
        positionOf: placeOf,
        after: after ? decodeCursor(list, after, tiedPosition) : [beforeAll, ''],
        size: size + 1,
      });
      const nodes = found.slice(0, size);
      const last = nodes.at(-1);
      const endCursor = last ? encodeCursor(list, placeOf(last)) : null;
      return { nodes, pageInfo: { endCursor, hasNextPage: found.length > size } };
    },
    unseenAlerts: async (_source, _args, context) => {
      const { brandId, userId } = viewerOf(context);
      const unsettled = await context.modules.alerts.unsettled(brandId, mostCounted);
      return unsettled.filter((alert) => !alert.seenBy.includes(userId)).length;
    },
  },
  Mutation: {
    markAlertsSeen: async (_source, { ids }, context) => {
      const { brandId, userId } = viewerOf(context);
      await context.modules.alerts.markSeen(brandId, ids.slice(0, mostCounted), userId);
      return true;
    },
  },
  Subscription: {
    alertRaised: liveField('alertRaised', async ({ alertId }, context) =>
      existing(await context.modules.alerts.byId(viewerOf(context).brandId, alertId), 'raised alert'),
    ),
  },
  Alert: {
    id: (alert) => alert._id,
    conversation: ({ conversationId }, _args, { loaders }) =>
      conversationId === null ? null : loaders.conversations.load(conversationId),
    message: (alert) => alertText(alert),
    seen: (alert, _args, context) => alert.seenBy.includes(viewerOf(context).userId),
  },
};

import { readTiedPage, tiedPosition } from '#server/db/tied-page.ts';
import type { Resolvers } from '#server/graphql/generated/resolver-types.ts';
import { liveField } from '#server/graphql/live-field.ts';
import { decodeCursor, encodeCursor, pageSize } from '#server/graphql/pagination.ts';
import { existing, viewerOf } from '#server/graphql/viewer-of.ts';
import { periodFault } from '#server/modules/reports/index.ts';
import { addDays, instantOf } from '#shared/time/zoned-time.ts';
import { alertHistory, alertPosition, progressOf } from './alert-history.ts';
import { alertText } from './alert-texts.ts';

const mostCounted = 99;
const list = 'alerts';
const historyList = 'alertHistory';
const beforeAll = -8.64e15;

const mostOfConversation = 50;

/** Resolvers of schema.graphql. */
export const alertsResolvers: Resolvers = {
  Query: {
    alerts: async (_source, { first, after }, context) => {
      const { brandId } = viewerOf(context);
      const size = pageSize(first, 20);
      const found = await readTiedPage({
        read: (start, limit) => context.modules.alerts.newest(brandId, start, limit),
        positionOf: alertPosition,
        after: after ? decodeCursor(list, after, tiedPosition) : [beforeAll, ''],
        size: size + 1,
      });
      const nodes = found.slice(0, size);
      const last = nodes.at(-1);
      const endCursor = last ? encodeCursor(list, alertPosition(last)) : null;
      return { nodes, pageInfo: { endCursor, hasNextPage: found.length > size } };
    },
    alertHistory: async (_source, { input, first, after }, context) => {
      const { brandId } = viewerOf(context);
      const { from, to, kinds, progress, toldUserId } = input;
      const fault = periodFault(from, to);
      if (fault) return { __typename: 'InvalidInput', ...fault };
      const { timeZone } = existing(await context.modules.agents.brand(brandId), 'brand of the viewer');
      const filter = {
        from: instantOf(from, '00:00', timeZone),
        until: instantOf(addDays(to, 1), '00:00', timeZone),
        kinds: kinds ?? [],
        progress: progress ?? null,
        toldUserId: toldUserId ?? null,
      };
      const start = after ? decodeCursor(historyList, after, tiedPosition) : null;
      const page = { size: pageSize(first, 50), after: start };
      const { nodes, last } = await alertHistory(context.modules.alerts, brandId, filter, page);
      const endCursor = last ? encodeCursor(historyList, last) : null;
      return { __typename: 'AlertConnection', nodes, pageInfo: { endCursor, hasNextPage: last !== null } };
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
  Conversation: {
    alerts: ({ _id }, _args, context) =>
      context.modules.alerts.ofConversation(viewerOf(context).brandId, _id, mostOfConversation),
  },
  Alert: {
    id: (alert) => alert._id,
    conversation: ({ conversationId }, _args, { loaders }) =>
      conversationId === null ? null : loaders.conversations.load(conversationId),
    message: (alert) => alertText(alert),
    raisedAt: ({ raisedAt }) => raisedAt ?? null,
    settledAt: ({ settledAt }) => settledAt ?? null,
    settledAs: ({ settledAs }) => settledAs ?? null,
    progress: progressOf,
    readings: async ({ readings }, _args, { loaders }) => {
      const found = await Promise.all(
        (readings ?? []).map(async ({ userId, at }) => ({ user: await loaders.users.load(userId), at })),
      );
      return found.flatMap(({ user, at }) => (user ? [{ user, at }] : []));
    },
    steps: async ({ _id }, _args, { loaders }) => {
      const steps = await loaders.stepsOfAlert.load(_id);
      return Promise.all(
        steps.map(async ({ at, userIds }) => {
          const users = await Promise.all(userIds.map((id) => loaders.users.load(id)));
          return { at, users: users.filter((user) => user !== null) };
        }),
      );
    },
    seen: (alert, _args, context) => alert.seenBy.includes(viewerOf(context).userId),
  },
};

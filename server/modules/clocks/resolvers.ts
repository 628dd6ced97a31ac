import type { Resolvers } from '#server/graphql/generated/resolver-types.ts';
import { bothClocks } from './clock-docs.ts';

/** Resolvers of schema.graphql. */
export const clocksResolvers: Resolvers = {
  ResponseClock: {
    id: (clock) => clock._id,
    calendarMs: (clock, _args, { now }) => clock.calendarMs ?? Math.max(0, now.getTime() - clock.startedAt.getTime()),
    openHoursMs: async (clock, _args, { now, loaders }) => {
      if (clock.openHoursMs !== null) return clock.openHoursMs;
      const { hours } = await loaders.normTable();
      return bothClocks(clock.startedAt, now, hours).openHoursMs;
    },
    missed: (clock, _args, { now }) => (clock.stoppedAt ?? now).getTime() > clock.dueAt.getTime(),
  },
};

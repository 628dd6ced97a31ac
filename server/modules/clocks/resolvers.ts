import type { Resolvers } from '#server/graphql/generated/resolver-types.ts';
import { bothClocks, waitingPartsOf } from './clock-docs.ts';

/** Resolvers of schema.graphql. */
export const clocksResolvers: Resolvers = {
  ResponseClock: {
    id: (clock) => clock._id,
    calendarMs: (clock, _args, { now }) => clock.calendarMs ?? Math.max(0, now.getTime() - clock.startedAt.getTime()),
    openHoursMs: async (clock, _args, { now, loaders }) => {
      if (clock.openHoursMs !== null) return clock.openHoursMs;
      const table = await loaders.normTable();
      const hours = table.hoursOf(clock.accountId, now);
      return bothClocks(clock.startedAt, now, hours).openHoursMs;
    },
    claim: (clock, _args, { now }) => {
      const { claim, state, stoppedAt } = clock;
      if (!claim) return null;
      const { text, dueAt } = claim;
      if (state === 'excused' || state === 'notNeeded') return { text, dueAt, state: 'withdrawn', lateByMs: null };
      const lateMs = (stoppedAt ?? now).getTime() - dueAt.getTime();
      if (lateMs > 0) return { text, dueAt, state: 'missed', lateByMs: lateMs };
      return { text, dueAt, state: stoppedAt ? 'kept' : 'open', lateByMs: null };
    },
    platformDelayMs: (clock, _args, { now }) => waitingPartsOf(clock, now)?.platformDelayMs ?? null,
    ownDelayMs: (clock, _args, { now }) => waitingPartsOf(clock, now)?.ownDelayMs ?? null,
    missed: (clock, _args, { now }) => (clock.stoppedAt ?? now).getTime() > clock.dueAt.getTime(),
  },
};

import type { GraphQLContext } from '#server/graphql/context.ts';
import type {
  HoursScopeInput,
  OpenIntervalInput,
  Resolvers,
  ResolversTypes,
} from '#server/graphql/generated/resolver-types.ts';
import { existing, viewerOf } from '#server/graphql/viewer-of.ts';
import { usualHolidays } from '#shared/time/dutch-holidays.ts';
import { localDateOf } from '#shared/time/zoned-time.ts';
import { chosenHolidays } from './hours-book.ts';
import type { HoursSetup } from './index.ts';
import type { HoursRecordDoc, HoursScope, HoursStatement } from './hours.store.ts';

const mostRecomputed = 100;

const notFound: ResolversTypes['NotFound'] & { __typename: 'NotFound' } = {
  __typename: 'NotFound',
  message: { nl: 'Dit account, team of deze regel bestaat niet.', en: 'No such account, team or entry.' },
};

/** Resolvers of schema.graphql. */
export const openingHoursResolvers: Resolvers = {
  Query: {
    openingHours: async (_source, { scope }, context) => {
      const found = await scopeOf(scope, context);
      return found && { scope: found };
    },
  },
  Mutation: {
    setOpeningWeek: async (_source, { input }, context) => {
      const week = input.week ? input.week.map((day) => day.map(intervalOf)) : null;
      const scope = await scopeOf(input.scope, context);
      const statement: HoursStatement = { kind: 'week', validFrom: input.validFrom, week };
      return scope ? setHours(context, scope, statement, input.acceptPast ?? false) : notFound;
    },
    setSpecialDays: async (_source, { input }, context) => {
      const { from, to, reason } = input;
      const scope = await scopeOf(input.scope, context);
      const intervals = input.intervals ? input.intervals.map(intervalOf) : null;
      const statement: HoursStatement = { kind: 'days', from, to, intervals, reason: reason.trim() };
      return scope ? setHours(context, scope, statement, input.acceptPast ?? false) : notFound;
    },
    setHolidays: (_source, { input }, context) => {
      const statement = { kind: 'holidays', validFrom: input.validFrom, codes: [...new Set(input.codes)] } as const;
      return setHours(context, 'brand', statement, input.acceptPast ?? false);
    },
    setBusinessZone: (_source, { timeZone }, context) =>
      setHours(context, 'brand', { kind: 'zone', timeZone: timeZone.trim() }, true),
    removeHours: async (_source, { id, scope }, context) => {
      const { brandId } = viewerOf(context);
      const found = await scopeOf(scope, context);
      if (!found || !(await context.modules.openingHours.remove(brandId, id))) return notFound;
      return successOf(context, found);
    },
    recomputePromises: async (_source, { ids }, context) => {
      if (ids.length > mostRecomputed) {
        const message = {
          nl: 'Herreken hooguit 100 beloften tegelijk.',
          en: 'Recompute at most 100 promises at once.',
        };
        return { __typename: 'InvalidInput', field: 'ids', message };
      }
      const { brandId, userId } = viewerOf(context);
      const request = { brandId, userId, ids, now: context.now };
      return {
        __typename: 'RecomputePromisesSuccess',
        promises: await context.modules.conversations.recompute(request),
      };
    },
  },
  ChannelAccount: {
    openingHours: async (account, _args, { modules, clock }) =>
      (await modules.openingHours.bookOf(account.brandId)).of(account._id, clock.now()),
  },
  OpeningHours: {
    versions: ({ versions }) =>
      versions.map(({ validFrom, week }) => ({ validFrom, week: week.map((day) => [...day]) })),
    closures: ({ closures }) => [...closures],
    openings: ({ openings }) =>
      (openings ?? []).map(({ date, intervals, reason }) => ({ date, intervals: [...intervals], reason })),
    holidayChoices: ({ holidayChoices }) =>
      (holidayChoices ?? [{ validFrom: '2000-01-01', codes: usualHolidays }]).map(({ validFrom, codes }) => ({
        validFrom,
        codes: [...codes],
      })),
  },
  OpeningHoursSetup: {
    account: ({ scope }, _args, { loaders }) =>
      scope.startsWith('account:') ? loaders.accounts.load(idOf(scope)) : null,
    team: async ({ scope }, _args, context) =>
      scope.startsWith('team:') ? context.modules.teams.byId(viewerOf(context).brandId, idOf(scope)) : null,
    effective: async ({ scope, at }, _args, context) => {
      const book = await context.modules.openingHours.bookOf(viewerOf(context).brandId);
      return book.ofScope(scope, at ?? context.now);
    },
    weeks: async (setup, _args, context) => {
      const weeks = (await recordsOf(setup, context)).flatMap((record) => (record.kind === 'week' ? [record] : []));
      weeks.sort((a, b) => b.validFrom.localeCompare(a.validFrom) || b.recordedAt.getTime() - a.recordedAt.getTime());
      return Promise.all(
        weeks.map(async ({ _id: id, validFrom, week, recordedAt, recordedBy }) => ({
          id,
          validFrom,
          week: week && week.map((day) => [...day]),
          recordedAt,
          recordedBy: recordedBy === null ? null : await context.loaders.users.load(recordedBy),
        })),
      );
    },
    days: async (setup, _args, context) => {
      const days = (await recordsOf(setup, context)).flatMap((record) => (record.kind === 'days' ? [record] : []));
      return days
        .sort((a, b) => a.from.localeCompare(b.from) || a.recordedAt.getTime() - b.recordedAt.getTime())
        .map(({ _id: id, from, to, intervals, reason, recordedAt }) => ({
          id,
          from,
          to,
          intervals: intervals && [...intervals],
          reason,
          recordedAt,
        }));
    },
    holidays: async (setup, _args, context) => {
      const at = setup.at ?? context.now;
      const book = await context.modules.openingHours.bookOf(viewerOf(context).brandId);
      const hours = book.ofScope('brand', at);
      return [...chosenHolidays(hours, localDateOf(at, hours.timeZone))];
    },
  },
};

function intervalOf({ from, to }: OpenIntervalInput): { from: string; to: string } {
  return { from, to };
}

function idOf(scope: HoursScope): string {
  return scope.slice(scope.indexOf(':') + 1);
}

async function scopeOf(input: HoursScopeInput, context: GraphQLContext): Promise<HoursScope | null> {
  const { brandId } = viewerOf(context);
  const { accountId, teamId } = input;
  if (accountId) return (await context.loaders.accounts.load(accountId)) ? `account:${accountId}` : null;
  if (teamId) return (await context.modules.teams.byId(brandId, teamId)) ? `team:${teamId}` : null;
  return 'brand';
}

async function recordsOf({ scope }: HoursSetup, context: GraphQLContext): Promise<HoursRecordDoc[]> {
  const { records } = await context.modules.openingHours.bookOf(viewerOf(context).brandId);
  return records.filter((record) => record.scope === scope && record.removedAt === null);
}

async function setHours(
  context: GraphQLContext,
  scope: HoursScope,
  statement: HoursStatement,
  acceptPast: boolean,
): Promise<ResolversTypes['SetHoursResult']> {
  const { brandId, userId } = viewerOf(context);
  const outcome = await context.modules.openingHours.set({ brandId, userId, scope, statement, acceptPast });
  if ('recorded' in outcome) return successOf(context, scope);
  if ('message' in outcome) return { __typename: 'InvalidInput', field: outcome.fault, message: outcome.message };
  const waiting = await context.modules.conversations.store.waiting(brandId);
  const count = String(waiting.length);
  const message = {
    nl: `${outcome.from} ligt in het verleden. Wat al geteld is, verandert niet; voor de ${count} gesprekken waarin nu iemand wacht, telt de openingstijd vanaf die dag anders.`,
    en: `${outcome.from} lies in the past. What was counted stays as it is; in the ${count} conversations in which somebody waits now, opening time is counted otherwise from that day.`,
  };
  return { __typename: 'HoursReachBack', message, from: outcome.from, waitingConversations: waiting.length };
}

async function successOf(
  context: GraphQLContext,
  scope: HoursScope,
): Promise<ResolversTypes['SetHoursSuccess'] & { __typename: 'SetHoursSuccess' }> {
  const { brandId } = viewerOf(context);
  // The change was recorded after this request's present: asked at that present, it would not be known yet.
  const at = context.clock.now();
  const found = await context.modules.conversations.otherwiseDue(brandId, at);
  const otherwiseDue = await Promise.all(
    found.slice(0, mostRecomputed).map(async ({ promise, wouldBeDueAt }) => ({
      promise,
      wouldBeDueAt,
      conversation: existing(
        await context.loaders.conversations.load(promise.conversationId),
        'conversation of a promise',
      ),
    })),
  );
  return { __typename: 'SetHoursSuccess', setup: { scope, at }, otherwiseDue };
}

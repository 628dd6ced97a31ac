import type { ChannelLag, Resolvers, ResolversTypes } from '#server/graphql/generated/resolver-types.ts';
import type { GraphQLContext } from '#server/graphql/context.ts';
import { clientError } from '#server/graphql/error-codes.ts';
import { existing, viewerOf } from '#server/graphql/viewer-of.ts';
import type { ChannelAccountDoc } from '#server/modules/channel-accounts/index.ts';
import type { LocalText } from '#shared/local-text.ts';
import type { ChannelFaultDoc } from './channel-health.store.ts';

const gone = { nl: 'Dit account bestaat niet.', en: 'No such account.' };
const noticesSinceMs = 30 * 24 * 3_600_000;
const noticesShown = 10;

const faultTexts: Record<ChannelFaultDoc['what'], LocalText> = {
  subscription: {
    nl: 'Het abonnement kon niet worden gecontroleerd.',
    en: 'The subscription could not be checked.',
  },
  reading: {
    nl: 'Gemiste berichten konden niet worden nagelezen.',
    en: 'Missed messages could not be read.',
  },
};

function lagOf(count: number, sumMs: number, longestMs: number): ChannelLag {
  return { count, meanMs: count === 0 ? null : Math.round(sumMs / count), longestMs: count === 0 ? null : longestMs };
}

type Act = (account: ChannelAccountDoc, context: GraphQLContext) => Promise<unknown>;

async function withAccount(
  context: GraphQLContext,
  accountId: string,
  act: Act,
): Promise<ResolversTypes['ChannelCareResult']> {
  const { brandId } = viewerOf(context);
  const account = await context.modules.accounts.byId(brandId, accountId);
  if (!account) return { __typename: 'NotFound', message: gone };
  await act(account, context);
  const now = existing(await context.modules.accounts.byId(brandId, accountId), 'account that was looked after');
  return { __typename: 'ChannelCareSuccess', account: now };
}

/** Resolvers of schema.graphql. */
export const channelHealthResolvers: Resolvers = {
  Mutation: {
    checkChannel: async (_source, { accountId }, context) =>
      withAccount(context, accountId, (account, { modules }) => modules.health.check(account)),
    resubscribeChannel: async (_source, { accountId }, context) =>
      withAccount(context, accountId, (account, { modules }) => modules.health.resubscribe(account)),
    fetchMissedMessages: async (_source, { accountId }, context) =>
      withAccount(context, accountId, (account, { modules }) => modules.health.fetchMissed(account)),
  },
  ChannelAccount: {
    care: (account, _args, context) => {
      // Not a root field, so the access table does not see it; the same people who may settle a dead letter may look.
      if (!['lead', 'admin'].includes(viewerOf(context).role)) throw clientError('FORBIDDEN');
      return context.modules.health.careOf(account);
    },
  },
  ChannelCare: {
    lastWebhookAt: ({ health }) => health.lastWebhookAt,
    usualUntil: ({ health }) => health.usual?.until ?? null,
    learnedDays: ({ health }) => health.usual?.learnedDays ?? 0,
    silentSince: ({ health: { silentSince, lastWebhookAt } }) =>
      silentSince && lastWebhookAt && lastWebhookAt > silentSince ? null : silentSince,
    eventsLastDay: ({ day }) => day.reduce((sum, { events }) => sum + events, 0),
    platformLag: ({ day }) =>
      lagOf(
        day.reduce((sum, { timed }) => sum + timed, 0),
        day.reduce((sum, { platformLagMs }) => sum + platformLagMs, 0),
        Math.max(0, ...day.map(({ longestPlatformLagMs }) => longestPlatformLagMs)),
      ),
    ownLag: ({ day }) =>
      lagOf(
        day.reduce((sum, { taken }) => sum + taken, 0),
        day.reduce((sum, { ownLagMs }) => sum + ownLagMs, 0),
        Math.max(0, ...day.map(({ longestOwnLagMs }) => longestOwnLagMs)),
      ),
    subscription: ({ health: { subscription } }) => ({
      status: subscription?.state ?? 'unknown',
      missing: subscription?.missing ?? [],
      checkedAt: subscription?.checkedAt ?? null,
    }),
    canSubscribe: ({ canSubscribe }) => canSubscribe,
    lastFault: ({ health: { lastFault } }) =>
      lastFault && { message: faultTexts[lastFault.what], code: lastFault.code, at: lastFault.at },
    missedNote: ({ account }, _args, { modules }) =>
      existing(
        modules.channels.find(({ name }) => name === account.channel),
        'channel of an account',
      ).missed.note,
    missedReads: ({ reads }) =>
      reads.map(({ stream, under, wantedFrom, last }) => ({
        stream,
        underWay: under !== null || wantedFrom !== null,
        readUntil: last?.startedAt ?? null,
        items: last?.items ?? null,
        reason: last?.reason ?? null,
      })),
    notices: async ({ account }, _args, { modules, now }) =>
      modules.conversations.accountNotices({
        brandId: account.brandId,
        accountId: account._id,
        since: new Date(now.getTime() - noticesSinceMs),
        limit: noticesShown,
      }),
  },
};

import type { ChannelDefinition, ChannelSender } from '#server/channels/channel.ts';
import type { Metrics } from '#server/metrics/metrics.ts';
import type { ChannelAccounts } from '#server/modules/channel-accounts/index.ts';
import type { NameLookupDependencies } from '#server/modules/contacts/index.ts';
import type { AppOptions } from './app-options.ts';

/** Senders by channel name, each at its configured endpoint or at the played platform. */
export function sendersOf(
  channels: readonly ChannelDefinition[],
  options: AppOptions,
  metrics: Metrics,
): ReadonlyMap<string, ChannelSender<unknown>> {
  return new Map(
    channels.map((channel) => {
      const configured = options.config.channels[channel.name]?.endpoint ?? {};
      const played = options.platformUrl === null ? {} : { baseUrl: options.platformUrl };
      const endpoint = { ...channel.defaultEndpoint, ...configured, ...played };
      const sender = channel.createSender({ endpoint, fetch: options.fetch ?? globalThis.fetch, clock: options.clock });
      return [channel.name, metrics.countedSender(channel.name, sender)];
    }),
  );
}

/** Asks the account's own platform; channels without `profileOf` tell names in their webhooks or not at all. */
export function profilesBy(
  accounts: ChannelAccounts,
  senders: ReadonlyMap<string, ChannelSender<unknown>>,
): NameLookupDependencies['profileOf'] {
  return async ({ brandId, accountId, externalId }, signal) => {
    const account = await accounts.byId(brandId, accountId);
    const sender = account === null ? undefined : senders.get(account.channel);
    if (account === null || sender?.profileOf === undefined) return null;
    return sender.profileOf(externalId, accounts.senderAccount(account), signal);
  };
}

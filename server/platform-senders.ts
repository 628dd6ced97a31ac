import type {
  ChannelDefinition,
  ChannelSender,
  ChannelUpkeep,
  SendBudget,
  SenderDependencies,
  Visibility,
} from '#server/channels/channel.ts';
import { findChannel } from '#server/channels/registry.ts';
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
      const sender = channel.createSender(senderDependencies(channel, options));
      return [channel.name, metrics.countedSender(channel.name, sender)];
    }),
  );
}

/** How often accounts may send: as configured, else as the platform says. The played platforms of demo and tests set no limit. */
export function budgetsOf({
  config,
  platformUrl,
}: AppOptions): (channel: string, lane: Visibility) => SendBudget | null {
  return (name, lane) => {
    const set = config.sending.budgets[`${name}.${lane}`];
    if (set !== undefined || platformUrl !== null) return set ?? null;
    return findChannel(name)?.capabilities.budgets[lane] ?? null;
  };
}

/** Upkeep by channel name, at the same endpoints as the senders. */
export function upkeepsOf(
  channels: readonly ChannelDefinition[],
  options: AppOptions,
): ReadonlyMap<string, ChannelUpkeep<unknown>> {
  return new Map(channels.map((channel) => [channel.name, channel.createUpkeep(senderDependencies(channel, options))]));
}

function senderDependencies(channel: ChannelDefinition, options: AppOptions): SenderDependencies {
  const configured = options.config.channels[channel.name]?.endpoint ?? {};
  const played = options.platformUrl === null ? {} : { baseUrl: options.platformUrl };
  const endpoint = { ...channel.defaultEndpoint, ...configured, ...played };
  return { endpoint, fetch: options.fetch ?? globalThis.fetch, clock: options.clock };
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

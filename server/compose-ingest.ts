import type { ChannelDefinition, ChannelSecrets } from '#server/channels/channel.ts';
import type { Config } from '#server/config.ts';
import type { Lease } from '#server/db/lease.ts';
import type { SharedLeases } from '#server/db/shared-leases.ts';
import type { Transactor } from '#server/db/transaction.ts';
import type { Metrics } from '#server/metrics/metrics.ts';
import type { Alerts } from '#server/modules/alerts/index.ts';
import type { ChannelAccounts } from '#server/modules/channel-accounts/index.ts';
import { createChannelHealth, type ChannelHealth } from '#server/modules/channel-health/index.ts';
import type { Conversations } from '#server/modules/conversations/index.ts';
import { createIngest, type Ingest } from '#server/modules/ingest/index.ts';
import type { Norms } from '#server/modules/norms/index.ts';
import type { AppOptions } from './app-options.ts';
import { concernAlerts } from './channel-alerts.ts';
import { upkeepsOf } from './platform-senders.ts';

type Parts = AppOptions & {
  readonly channels: readonly ChannelDefinition[];
  readonly accounts: ChannelAccounts;
  readonly conversations: Conversations;
  readonly norms: Norms;
  readonly alerts: Alerts;
  readonly transact: Transactor;
  readonly metrics: Metrics;
  readonly leaseOf: (name: string) => Lease;
  readonly leases: SharedLeases;
  onFolded(): void;
};

/** Makes what takes webhooks in and what looks after the channels they come by: each tells the other of what it has. */
export function composeIngest(parts: Parts): { ingest: Ingest; health: ChannelHealth } {
  const { config, channels, alerts, leaseOf } = parts;
  const health = createChannelHealth({
    ...parts,
    upkeeps: upkeepsOf(channels, parts),
    lease: leaseOf('channel upkeep'),
    watchSilence: !config.demo,
    onConcern: concernAlerts(alerts),
    takeRead: (channel, body) => ingest.takeRead(channel, body),
  });
  const ingest: Ingest = createIngest({
    ...parts,
    secrets: secretsOf(config),
    observer: parts.metrics.ingest,
    hasRoom: parts.hasRoom ?? (() => true),
    onTaken: (events) => {
      health.taken(events);
    },
  });
  return { ingest, health };
}

function secretsOf(config: Config): Record<string, ChannelSecrets> {
  return Object.fromEntries(Object.entries(config.channels).map(([name, channel]) => [name, channel.secrets]));
}

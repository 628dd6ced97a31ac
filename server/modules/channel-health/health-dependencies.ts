import type { ChannelDefinition, ChannelUpkeep } from '#server/channels/channel.ts';
import type { Clock } from '#server/clock.ts';
import type { Log } from '#server/log.ts';
import type { ChannelAccountDoc, ChannelAccounts } from '#server/modules/channel-accounts/index.ts';
import type { Norms } from '#server/modules/norms/index.ts';
import type { ChannelHealthStore } from './channel-health.store.ts';
import type { ChannelHoursStore } from './channel-hours.store.ts';

/** A concern about an account, told to people as an alert. */
export type Concern = { readonly code: 'silence' | 'subscription'; readonly since: Date };

/** What looking after accounts needs. */
export type HealthDependencies = {
  readonly store: ChannelHealthStore;
  readonly hours: ChannelHoursStore;
  readonly accounts: ChannelAccounts;
  readonly norms: Norms;
  readonly channels: readonly ChannelDefinition[];
  /** Upkeep by channel name, at the configured endpoint. */
  readonly upkeeps: ReadonlyMap<string, ChannelUpkeep<unknown>>;
  readonly clock: Clock;
  readonly log: Log;
  /** False in the demo, where customers write only when somebody plays one. */
  readonly watchSilence: boolean;
  onConcern(account: ChannelAccountDoc, concern: Concern, state: 'raised' | 'settled'): Promise<void>;
  /** Stores a body we read ourselves; see ingest. */
  takeRead(channel: string, body: Uint8Array): Promise<void>;
};

/** How long one call to a platform may take. */
export const callTimeoutMs = 15_000;

import { randomUUID } from 'node:crypto';
import type { ChannelDefinition, ChannelSecrets, ChannelSender } from '#server/channels/channel.ts';
import { channelRegistry } from '#server/channels/registry.ts';
import { systemClock } from '#server/clock.ts';
import type { Config } from '#server/config.ts';
import { followChanges, type ChangeFeed } from '#server/db/change-feed.ts';
import { createLease, type Lease } from '#server/db/lease.ts';
import { createTransactor } from '#server/db/transaction.ts';
import { createLiveBus } from '#server/graphql/live-bus.ts';
import { createNamedJobs, type NamedJobs } from '#server/jobs/named-jobs.ts';
import { createWorkLoop, type WorkLoop } from '#server/jobs/work-loop.ts';
import { createMetrics, type Metrics } from '#server/metrics/metrics.ts';
import { createAgents } from '#server/modules/agents/index.ts';
import { channelTroubleAlert, channelTroubleId, createAlerts, type Alerts } from '#server/modules/alerts/index.ts';
import { createChannelAccounts, type ChannelAccounts } from '#server/modules/channel-accounts/index.ts';
import { createClocks } from '#server/modules/clocks/index.ts';
import { createContacts, createNameLookup, type NameLookupDependencies } from '#server/modules/contacts/index.ts';
import { createConversations } from '#server/modules/conversations/index.ts';
import { createIngest, type Ingest } from '#server/modules/ingest/index.ts';
import type { Modules } from '#server/modules/modules.ts';
import { createNorms } from '#server/modules/norms/index.ts';
import { createOutbox, type Outbox } from '#server/modules/outbox/index.ts';
import { createPromises } from '#server/modules/promises/index.ts';
import { createReplies } from '#server/modules/replies/index.ts';
import { createSimulation } from '#server/modules/simulation/index.ts';
import { openCredentialVault } from '#server/secrets/credential-vault.ts';
import type { AppOptions } from './app-options.ts';
import { serveApp, type ServedApp } from './serve-app.ts';

/** The running server. */
export type App = Omit<ServedApp, 'publish'> & {
  readonly modules: Modules;
  readonly ingest: Ingest;
  readonly outbox: Outbox;
  /** Resolves when everything received is taken in and everything queued is sent. */
  settled(): Promise<void>;
  /** Says that users may come: until then /readyz answers 503 (the demo is still being played). */
  openDoors(): void;
  /** Makes indexes, starts the loops and listens. */
  start(): Promise<{ port: number; origin: string }>;
  /** Takes nothing new, finishes what runs, stops. The database stays. */
  stop(): Promise<void>;
};

const sweepEveryMs = 100;
const defaultLeaseMs = 5_000;
const keepRawMs = 30 * 24 * 3_600_000;

/** Puts the server together: the one place that knows every part. */
export async function createApp(options: AppOptions): Promise<App> {
  const { config, clock, client, db, log } = options;
  const transact = createTransactor(client);
  const vault = await openCredentialVault({ secretKey: config.secretKey, dataDir: config.dataDir });
  const channels = channelRegistry.filter((channel) => channel.name in config.channels);
  const metrics = createMetrics(channels.map(({ name }) => name));
  const outbox = createOutbox({ db });
  const agents = createAgents({ db, clock, log });
  const norms = createNorms({ db, clock });
  const contacts = createContacts({ db, clock });
  const [clocks, promises, alerts] = [createClocks(db), createPromises({ db }), createAlerts({ db })];
  const accounts = createChannelAccounts({ db, clock, vault, channels, onTrouble: troubleAlerts(alerts) });
  const parts = { db, clock, transact, accounts, contacts, norms, clocks, promises, alerts, outbox };
  const conversations = createConversations(parts);
  const leaseOf = createLeases(options);
  const senders = sendersOf(channels, options, metrics);
  const replies = createReplies({ ...parts, channels, senders, conversations, log });
  const names = createNameLookup({
    ...parts,
    log,
    profileOf: profilesBy(accounts, senders),
    onNamed: conversations.store.touchOfContact,
  });
  const ingest = createIngest({
    ...parts,
    channels,
    secrets: secretsOf(config),
    conversations,
    log,
    lease: leaseOf('ingest'),
    observer: metrics.ingest,
    onFolded: () => {
      replies.sender.wake();
      names.wake();
    },
  });
  const simulation = options.play
    ? createSimulation({ ...parts, play: options.play, leads: options.storyLeads ?? [], conversations })
    : null;
  const modules: Modules = {
    agents,
    accounts,
    contacts,
    conversations,
    clocks,
    promises,
    replies,
    alerts,
    norms,
    channels,
    simulation,
  };
  const served = await serveApp({ ...options, modules, ingest, outbox, metrics, live: createLiveBus() });
  return runnable({ ...options, modules, ingest, outbox, names, served, metrics, sweepLease: leaseOf('sweeper') });
}

/** Leases of this process. They run on the machine's clock, also while the demo moves the product's. */
function createLeases({ db, leaseMs = defaultLeaseMs }: AppOptions): (name: string) => Lease {
  const holder = randomUUID();
  return (name) => createLease(name, { db, clock: systemClock, holder, ttlMs: leaseMs });
}

function secretsOf(config: Config): Record<string, ChannelSecrets> {
  return Object.fromEntries(Object.entries(config.channels).map(([name, channel]) => [name, channel.secrets]));
}

function sendersOf(
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

/** Raises an alert when an account stops working and settles it when it works again. */
function troubleAlerts(alerts: Alerts): Parameters<typeof createChannelAccounts>[0]['onTrouble'] {
  return async ({ _id: accountId, brandId, name, trouble: before }, trouble, session) => {
    if (trouble) {
      const alert = channelTroubleAlert({ brandId, accountId, accountName: name, ...trouble });
      await alerts.raise([alert], session);
    } else if (before) {
      await alerts.overtake([channelTroubleId({ brandId, accountId, since: before.since })], session);
    }
  };
}

/** Asks the account's own platform; channels without `profileOf` tell names in their webhooks or not at all. */
function profilesBy(
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

type Parts = AppOptions & {
  modules: Modules;
  ingest: Ingest;
  outbox: Outbox;
  names: WorkLoop;
  served: ServedApp;
  metrics: Metrics;
  sweepLease: Lease;
};

function runnable(parts: Parts): App {
  const { modules, ingest, outbox, names, served, metrics, db, log, clock } = parts;
  const { sender } = modules.replies;
  const sweeper = createWorkLoop({
    name: 'sweeper',
    pollMs: sweepEveryMs,
    log,
    lease: parts.sweepLease,
    step: async () => (await modules.conversations.sweep(clock.now())) > 0,
  });
  const jobs = recurringJobs(parts, sweeper);
  const loops: readonly WorkLoop[] = [ingest.consumer, sender, sweeper, names];
  const follower = { onChange: served.publish, onRestart: metrics.changeStreamRestarted };
  let feed: ChangeFeed | null = null;
  return {
    ...served,
    modules,
    ingest,
    outbox,
    settled: async () => {
      do {
        await ingest.consumer.settled();
        await sender.settled();
      } while (!(await outbox.idle()));
      await ingest.consumer.settled();
      await names.settled();
    },
    start: async () => {
      await ensureIndexes(parts);
      feed = followChanges(db, ['conversations', 'alerts'], follower, log);
      for (const loop of loops) loop.start();
      await jobs.start();
      return served.http.listen();
    },
    stop: async () => {
      await served.http.close();
      await jobs.stop();
      await feed?.close();
      for (const loop of loops) await loop.stop();
      await served.apollo.stop();
      metrics.close();
    },
  };
}

/** The few chores that recur; each runs once however many servers there are. */
function recurringJobs({ modules, ingest, db, log, clock }: Parts, sweeper: WorkLoop): NamedJobs {
  const wakeSweeper = (): Promise<void> => {
    sweeper.wake();
    return Promise.resolve();
  };
  return createNamedJobs({
    db,
    log,
    jobs: [
      // A safety net: should the sweeper's own clockwork ever fail, a promise is still looked at within a minute.
      { name: 'sweeper.wake', every: '1 minute', run: wakeSweeper },
      { name: 'sessions.removeExpired', every: '1 hour', run: () => modules.agents.removeExpired() },
      {
        name: 'deliveries.removeDone',
        every: '1 day',
        run: async () => {
          const removed = await ingest.removeDone(new Date(clock.now().getTime() - keepRawMs));
          log.info({ removed }, 'old webhook bodies removed');
        },
      },
    ],
  });
}

async function ensureIndexes({ modules, ingest, outbox }: Parts): Promise<void> {
  const { agents, accounts, contacts, conversations, clocks, promises, alerts, norms } = modules;
  for (const part of [agents, accounts, contacts, conversations, clocks, promises, alerts, norms, ingest, outbox]) {
    await part.ensureIndexes();
  }
}

import { randomUUID } from 'node:crypto';
import { systemClock } from '#server/clock.ts';
import { followChanges, type ChangeFeed } from '#server/db/change-feed.ts';
import { createLease, type Lease, type LeaseOptions } from '#server/db/lease.ts';
import { createSharedLeases, type LeftSessions, type SharedLeases } from '#server/db/shared-leases.ts';
import { openTransactions, type Transactions } from '#server/db/transaction.ts';
import { createLiveBus } from '#server/graphql/live-bus.ts';
import { createWorkLoop, type WorkLoop } from '#server/jobs/work-loop.ts';
import { createMetrics, type Metrics } from '#server/metrics/metrics.ts';
import type { Ingest } from '#server/modules/ingest/index.ts';
import type { Modules } from '#server/modules/modules.ts';
import type { Outbox } from '#server/modules/outbox/index.ts';
import type { AppOptions } from './app-options.ts';
import { channelsOf, composeModules, type Composed } from './compose-modules.ts';
import { recurringJobs } from './recurring-jobs.ts';
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

/** Puts the server together: the one place that knows every part. */
export async function createApp(options: AppOptions): Promise<App> {
  const leases = leaseOptions(options);
  const metrics = createMetrics(channelsOf(options).map(({ name }) => name));
  const transactions = openTransactions(options.client);
  const left = leftSessions(transactions, options);
  const sharedLeases = (name: string, parts: number): SharedLeases =>
    createSharedLeases(name, parts, { ...leases, left });
  const leaseOf = (name: string): Lease => createLease(name, leases);
  const { transact } = transactions;
  const composed = await composeModules({ ...options, metrics, leaseOf, sharedLeases, transact });
  const served = await serveApp({ ...options, ...composed, metrics, live: createLiveBus() });
  return runnable({ ...options, ...composed, served, metrics, sweepLease: leaseOf('sweeper') });
}

/** Leases of this process. They run on the machine's clock, also while the demo moves the product's. */
function leaseOptions({ db, leaseMs = defaultLeaseMs }: AppOptions): LeaseOptions {
  return { db, clock: systemClock, holder: randomUUID(), ttlMs: leaseMs };
}

/** A database that does not let us end sessions ends their transactions by itself, after a minute as a rule. */
function leftSessions({ sessions, end }: Transactions, { log }: AppOptions): LeftSessions {
  return {
    sessions,
    end: async (ids) => {
      try {
        await end(ids);
        log.info({ sessions: ids.length }, 'ended the sessions of a server that fell silent');
      } catch (error) {
        log.warn({ err: error }, 'the sessions of a server that fell silent could not be ended');
      }
    },
  };
}

type Parts = AppOptions & Composed & { served: ServedApp; metrics: Metrics; sweepLease: Lease };

function runnable(parts: Parts): App {
  const { modules, ingest, outbox, names, served, metrics, db, log, clock } = parts;
  const { sender } = modules.replies;
  const sweeper = createWorkLoop({
    name: 'sweeper',
    pollMs: sweepEveryMs,
    log,
    lease: parts.sweepLease,
    step: async () => (await modules.conversations.sweep(clock.now())) > 0,
    nextInMs: () => modules.conversations.nextSweepInMs(clock.now(), sweepEveryMs),
  });
  const jobs = recurringJobs({ ...parts, sweeper });
  const { health, notifications } = modules;
  const loops: readonly WorkLoop[] = [
    ...[ingest.consumer, sender, sweeper, names],
    ...[notifications.loop, health.counting],
  ];
  const follower = { onChange: served.publish, onRestart: metrics.changeStreamRestarted };
  let feed: ChangeFeed | null = null;
  return {
    ...served,
    openDoors: () => {
      served.openDoors();
      // Not before: while the demo is played its clock jumps over days, which are no outages.
      if (parts.upkeep !== false) health.upkeep.start();
    },
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
      await modules.notifications.loop.settled();
    },
    start: async () => {
      for (const part of parts.indexed) await part.ensureIndexes();
      feed = followChanges(db, ['conversations', 'alerts', 'escalations'], follower, log);
      for (const loop of loops) loop.start();
      await jobs.start();
      return served.http.listen();
    },
    stop: async () => {
      await served.http.close();
      await jobs.stop();
      await feed?.close();
      for (const loop of [health.upkeep, ...loops]) await loop.stop();
      await served.apollo.stop();
      modules.notifications.close();
      metrics.close();
    },
  };
}

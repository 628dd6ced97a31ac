import { randomUUID } from 'node:crypto';
import { systemClock } from '#server/clock.ts';
import type { Config } from '#server/config.ts';
import { connectDatabase } from '#server/db/connect.ts';
import { openDatabase } from '#server/db/embedded/open-database.ts';
import { createLease } from '#server/db/lease.ts';
import { createSharedLeases } from '#server/db/shared-leases.ts';
import { createTransactor } from '#server/db/transaction.ts';
import { createLog } from '#server/log.ts';
import { createMetrics } from '#server/metrics/metrics.ts';
import { composeModules } from './compose-modules.ts';

const leaseMs = 30_000;

/**
 * Counts the reports of all brands of the configured database anew from everything stored; servers may be running. Safe to break off:
 * the next count of any server finishes it. `print` talks to the person at the terminal.
 */
export async function rebuildReports({ config, print }: { config: Config; print(line: string): void }): Promise<void> {
  const database = await openDatabase({ uri: config.mongodbUri, dataDir: config.dataDir, log: print });
  try {
    const { client, db, close } = await connectDatabase(database.uri, database.options, config.mongodbDb);
    const leases = { db, clock: systemClock, holder: randomUUID(), ttlMs: leaseMs };
    const metrics = createMetrics([]);
    try {
      const { modules } = await composeModules({
        config,
        client,
        db,
        metrics,
        clock: systemClock,
        log: createLog({ level: config.logLevel }),
        clientDir: '',
        play: null,
        platformUrl: null,
        transact: createTransactor(client),
        leaseOf: (name) => createLease(name, leases),
        sharedLeases: (name, parts) => createSharedLeases(name, parts, leases),
      });
      const brands = await modules.reports.rebuild(null);
      print(`Counted anew: the reports of ${String(brands)} ${brands === 1 ? 'brand' : 'brands'}.`);
    } finally {
      metrics.close();
      await close();
    }
  } finally {
    await database.stop();
  }
}

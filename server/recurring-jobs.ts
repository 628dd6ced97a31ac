import { createNamedJobs, type NamedJobs } from '#server/jobs/named-jobs.ts';
import type { WorkLoop } from '#server/jobs/work-loop.ts';
import type { Ingest } from '#server/modules/ingest/index.ts';
import type { Modules } from '#server/modules/modules.ts';
import type { AppOptions } from './app-options.ts';

const keepRawMs = 30 * 24 * 3_600_000;

type Chores = Pick<AppOptions, 'db' | 'log' | 'clock'> & {
  readonly modules: Modules;
  readonly ingest: Ingest;
  readonly sweeper: WorkLoop;
};

/** The few chores that recur; each runs once however many servers there are. */
export function recurringJobs({ modules, ingest, db, log, clock, sweeper }: Chores): NamedJobs {
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
      { name: 'reports.rollUp', every: '1 minute', run: () => modules.reports.rollUp() },
      { name: 'sessions.removeExpired', every: '1 hour', run: () => modules.agents.removeExpired() },
      { name: 'notifications.digest', every: '5 minutes', run: () => modules.notifications.planDigests() },
      {
        name: 'notifications.removeOld',
        every: '1 day',
        run: async () => {
          log.info({ removed: await modules.notifications.removeOld() }, 'old notifications removed');
        },
      },
      {
        name: 'media.removeOrphans',
        every: '1 hour',
        run: async () => {
          const removed = await modules.media.removeOrphans();
          log.info({ removed }, 'files that nobody sent removed');
        },
      },
      {
        name: 'deliveries.removeDone',
        every: '1 day',
        run: async () => {
          const removed = await ingest.removeDone(new Date(clock.now().getTime() - keepRawMs));
          log.info({ removed }, 'old webhook bodies removed');
        },
      },
      {
        name: 'channelHours.removeOld',
        every: '1 day',
        run: async () => {
          const removed = await modules.health.removeOld();
          log.info({ removed }, 'old channel counts removed');
        },
      },
    ],
  });
}

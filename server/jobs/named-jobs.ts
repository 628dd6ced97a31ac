import { MongoBackend } from '@agendajs/mongo-backend';
import { Agenda } from 'agenda';
import type { Db } from 'mongodb';
import type { Log } from '#server/log.ts';

/** A job that is few and named: never one per promise (limits section 0.7). */
export type NamedJob = {
  /** `module.verb`. */
  readonly name: string;
  /** How often, in words Agenda understands. */
  readonly every: string;
  run(): Promise<void>;
};

/** The jobs of one server process; several processes share them, each run happens once. */
export type NamedJobs = { start(): Promise<void>; stop(): Promise<void> };

const lookEvery = '15 seconds';
const drainMs = 5_000;

/** Makes the few recurring jobs run on Agenda. */
export function createNamedJobs(deps: { db: Db; log: Log; jobs: readonly NamedJob[] }): NamedJobs {
  const backend = new MongoBackend({ mongo: deps.db, collection: 'jobs' });
  const agenda = new Agenda({ backend, processEvery: lookEvery });
  for (const job of deps.jobs) {
    agenda.define(job.name, async () => {
      await job.run();
    });
  }
  agenda.on('fail', (error: Error, job) => {
    deps.log.error({ err: error, job: job.attrs.name }, 'a named job failed');
  });
  agenda.on('error', (error: Error) => {
    deps.log.error({ err: error }, 'agenda failed');
  });
  return {
    start: async () => {
      await agenda.start();
      for (const job of deps.jobs) await agenda.every(job.every, job.name);
    },
    stop: async () => {
      await agenda.drain(drainMs);
      await agenda.stop(false);
    },
  };
}

import type { Log } from '#server/log.ts';
import { createWorkLoop, type WorkLoop } from '#server/jobs/work-loop.ts';

/** A database process of this machine that may need to be started again. */
export type KeptDatabase = {
  takesWrites(): Promise<boolean>;
  revive(): Promise<void>;
};

const lookEveryMs = 5_000;

/**
 * Looks every few seconds whether the embedded database still takes writes, and starts it again when it does not: after a full
 * disk or a kill everything goes on without a restart of the server. `problem` says what is in the way of the disk, or null.
 */
export function createDatabaseKeeper(deps: {
  readonly database: KeptDatabase;
  readonly log: Log;
  problem(): Promise<string | null>;
}): WorkLoop {
  let told: string | null = null;
  return createWorkLoop({
    name: 'database keeper',
    pollMs: lookEveryMs,
    log: deps.log,
    step: async () => {
      if (await deps.database.takesWrites()) {
        if (told !== null) deps.log.info('the database takes writes again');
        told = null;
        return false;
      }
      const problem = await deps.problem();
      if (problem !== null) {
        // Said once per reason: a disk stays full for hours.
        if (told !== problem) deps.log.error({ problem }, 'the database takes no writes; waiting for room on its disk');
        told = problem;
        return false;
      }
      told = 'down';
      deps.log.warn('the database takes no writes; starting it again');
      await deps.database.revive();
      return true;
    },
  });
}

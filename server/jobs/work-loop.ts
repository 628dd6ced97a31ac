import type { Log } from '#server/log.ts';

/** Work that is done whenever there is some: woken at once, polled in case a wake was missed. */
export type WorkLoop = {
  start(): void;
  /** Says that there may be work. */
  wake(): void;
  /** Resolves when a step found nothing to do after this call. */
  settled(): Promise<void>;
  /** Finishes the running step and stops. */
  stop(): Promise<void>;
};

/** What a loop does. `step` returns true when there may be more to do at once. */
export type WorkLoopOptions = {
  readonly name: string;
  readonly pollMs: number;
  readonly log: Log;
  step(): Promise<boolean>;
};

const longestPauseMs = 5_000;

/** Makes a loop that runs one step at a time; a failing step is logged and tried again after a growing pause. */
export function createWorkLoop(options: WorkLoopOptions): WorkLoop {
  let state: 'new' | 'running' | 'stopped' = 'new';
  let woken = false;
  let rouse: (() => void) | null = null;
  let failures = 0;
  let running: Promise<void> = Promise.resolve();
  const idleWaiters: (() => void)[] = [];

  const wake = (): void => {
    woken = true;
    rouse?.();
  };
  const pause = async (ms: number): Promise<void> => {
    if (woken || state === 'stopped') return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    rouse = null;
  };
  const once = async (): Promise<void> => {
    woken = false;
    const waitersBefore = idleWaiters.length;
    try {
      const more = await options.step();
      failures = 0;
      if (more) woken = true;
      else for (const resolve of idleWaiters.splice(0, waitersBefore)) resolve();
    } catch (error) {
      failures += 1;
      options.log.error({ err: error, loop: options.name, failures }, 'a step failed; trying again');
    }
  };
  const run = async (): Promise<void> => {
    for (;;) {
      await once();
      if (isStopped()) return;
      if (failures > 0) {
        woken = false;
        await pause(Math.min(longestPauseMs, 100 * 2 ** failures));
      } else {
        await pause(options.pollMs);
      }
    }
  };
  const isStopped = (): boolean => state === 'stopped';

  return {
    start: () => {
      if (state !== 'new') return;
      state = 'running';
      running = run();
    },
    wake,
    settled: () =>
      new Promise<void>((resolve) => {
        idleWaiters.push(resolve);
        wake();
      }),
    stop: async () => {
      state = 'stopped';
      rouse?.();
      await running;
      for (const resolve of idleWaiters.splice(0)) resolve();
    },
  };
}

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
  /** In how many ms the next work is known to come, asked after a step that found nothing more; null when not before the next poll. */
  nextInMs?(): Promise<number | null>;
  /** Where only one process at a time may do the work: its right to do so. */
  readonly lease?: { hold(): Promise<boolean>; release(): Promise<void> };
};

const longestPauseMs = 5_000;
/** However near the next work is, the database gets a breath. */
const shortestRestMs = 5;

/** A pause that can be cut short. */
function createPause(): { wait(ms: number): Promise<void>; cut(): void } {
  let cut: (() => void) | null = null;
  return {
    wait: (ms) =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        cut = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    cut: () => cut?.(),
  };
}

/** Whether this process may do the work. */
async function mayWork({ lease }: WorkLoopOptions): Promise<boolean> {
  return lease === undefined || lease.hold();
}

/** How long to rest when nothing is left: until the next work is known to come, at most until the next poll. */
async function restAfter({ pollMs, nextInMs }: WorkLoopOptions): Promise<number> {
  const nextMs = (await nextInMs?.()) ?? pollMs;
  return Math.max(shortestRestMs, Math.min(pollMs, nextMs));
}

/** Makes a loop that runs one step at a time; a failing step is logged and tried again after a growing pause. */
export function createWorkLoop(options: WorkLoopOptions): WorkLoop {
  const loop = {
    started: false,
    stopped: false,
    woken: false,
    failures: 0,
    restMs: options.pollMs,
    running: Promise.resolve(),
  };
  const pause = createPause();
  const idleWaiters: (() => void)[] = [];

  const step = async (): Promise<void> => {
    Object.assign(loop, { woken: false, restMs: options.pollMs });
    // Who asks during the step must wait for the next one: this one may have looked already.
    const waitersBefore = idleWaiters.length;
    try {
      // While another process does the work nothing can be said about how much is left.
      if (!(await mayWork(options))) return;
      const more = await options.step();
      loop.failures = 0;
      if (more) loop.woken = true;
      else for (const resolve of idleWaiters.splice(0, waitersBefore)) resolve();
      if (!more) loop.restMs = await restAfter(options);
    } catch (error) {
      loop.failures += 1;
      loop.woken = false;
      options.log.error({ err: error, loop: options.name, failures: loop.failures }, 'a step failed; trying again');
    }
  };
  const run = async (): Promise<void> => {
    while (!loop.stopped) {
      await step();
      const waitMs = loop.failures > 0 ? Math.min(longestPauseMs, 100 * 2 ** loop.failures) : loop.restMs;
      if (!loop.woken && !isStopped()) await pause.wait(waitMs);
    }
  };
  const isStopped = (): boolean => loop.stopped;
  const wake = (): void => {
    loop.woken = true;
    pause.cut();
  };

  return {
    start: () => {
      if (loop.started) return;
      loop.started = true;
      loop.running = run();
    },
    wake,
    settled: () =>
      new Promise<void>((resolve) => {
        idleWaiters.push(resolve);
        wake();
      }),
    stop: async () => {
      loop.stopped = true;
      pause.cut();
      await loop.running;
      await options.lease?.release();
      for (const resolve of idleWaiters.splice(0)) resolve();
    },
  };
}

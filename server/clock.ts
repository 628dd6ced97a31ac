/** The only source of the present moment; tests and the demo replay pass their own. */
export type Clock = {
  /** The present instant (UTC). */
  now(): Date;
};

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved: for tests and for replaying the demo's past. */
export type MovableClock = Clock & {
  /** Sets the present to `at`; moving back is allowed (a replayed story may start anywhere). */
  set(at: Date): void;
  /** Moves the present forward by `ms` milliseconds. */
  advance(ms: number): void;
  /** Follows the machine's clock from now on. */
  release(): void;
};

/** Makes a movable clock that starts at `start`, or follows the machine's clock when no start is given. */
export function createMovableClock(start?: Date): MovableClock {
  let fixed = start ?? null;
  return {
    now: () => (fixed === null ? new Date() : new Date(fixed.getTime())),
    set: (at) => {
      fixed = new Date(at.getTime());
    },
    advance: (ms) => {
      fixed = new Date((fixed ?? new Date()).getTime() + ms);
    },
    release: () => {
      fixed = null;
    },
  };
}

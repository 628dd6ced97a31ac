const minute = 60_000;

/** Pauses between tries in ms: close together at first, then for about a day and a half. */
const pausesMs = [5_000, minute, 5 * minute, 30 * minute, 2 * 60 * minute, 5 * 60 * minute, 10 * 60 * minute] as const;
const repeatsOfLast = 2;

/** When to try again after `attempts` failed tries (at least 1); null when it is given up. */
export function nextTryAt(attempts: number, now: Date): Date | null {
  if (attempts > pausesMs.length + repeatsOfLast) return null;
  const pause = pausesMs[Math.min(attempts, pausesMs.length) - 1] ?? pausesMs[0];
  return new Date(now.getTime() + pause);
}

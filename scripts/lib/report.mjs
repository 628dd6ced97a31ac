/** A step that failed for a known reason, with what the reader can do about it. */
export class Obstacle extends Error {
  /** @param {string} problem @param {string} remedy */
  constructor(problem, remedy) {
    super(problem);
    this.remedy = remedy;
  }
}

/** Prints one line of progress. @param {string} text */
export function say(text) {
  console.log(`[woordhouder] ${text}`);
}

/** Prints a failure with its remedy; an unexpected error keeps its stack. @param {unknown} error */
export function explain(error) {
  if (error instanceof Obstacle)
    console.error(`\n[woordhouder] ${error.message}\n[woordhouder] Remedy: ${error.remedy}\n`);
  else console.error(error);
}

/** Seconds since `startedAt` (milliseconds of `performance.now()`), for print. @param {number} startedAt */
export function secondsSince(startedAt) {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
}

/** The two-sided test's limit at 5 %: 1.36 = sqrt(-ln(0.05 / 2) / 2). */
const limitAt5Percent = 1.3581;

/**
 * Whether two samples of durations (ms, any order) come from different distributions, by the two-sample Kolmogorov-Smirnov test at 5 %: the
 * largest distance between their cumulative shares. False when either is empty.
 */
export function timesDiffer(a: readonly number[], b: readonly number[]): boolean {
  if (a.length === 0 || b.length === 0) return false;
  const [first, second] = [ascending(a), ascending(b)];
  let [i, j, largest] = [0, 0, 0];
  while (i < first.length && j < second.length) {
    const at = Math.min(first[i] ?? Infinity, second[j] ?? Infinity);
    i = countUpTo(first, at, i);
    j = countUpTo(second, at, j);
    largest = Math.max(largest, Math.abs(i / first.length - j / second.length));
  }
  return largest > limitAt5Percent * Math.sqrt((a.length + b.length) / (a.length * b.length));
}

/** How many of the ascending values are at most `limit`, of which the first `from` are known to be. */
function countUpTo(values: readonly number[], limit: number, from: number): number {
  let count = from;
  while ((values[count] ?? Infinity) <= limit) count += 1;
  return count;
}

function ascending(values: readonly number[]): number[] {
  return [...values].sort((x, y) => x - y);
}

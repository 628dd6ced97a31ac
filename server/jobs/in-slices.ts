const sliceSize = 20;

/**
 * Does `work` for each item in order, letting whatever else waits have its turn after every few: a webhook or a frame must not wait
 * for a whole group of texts to be read.
 */
export async function inSlices<T, R>(items: readonly T[], work: (item: T) => R): Promise<R[]> {
  const results: R[] = [];
  for (const [index, item] of items.entries()) {
    if (index > 0 && index % sliceSize === 0) await new Promise<void>((resolve) => setImmediate(resolve));
    results.push(work(item));
  }
  return results;
}

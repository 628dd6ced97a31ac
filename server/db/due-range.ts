/** Before every instant that is stored. */
const epoch = new Date(0);

/**
 * The instants up to `until`, as a condition on a field that is null where nothing is due. With its lower end: without one the embedded
 * database walks all the nulls, which stand first in an index (measured: 126 ms among 50,000 instants and as many nulls, 1 ms with it).
 */
export function dueBy(until: Date): { readonly $gt: Date; readonly $lte: Date } {
  return { $gt: epoch, $lte: until };
}

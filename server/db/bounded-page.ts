import type { Collection, Document, Filter, WithId } from 'mongodb';

/** A page in ascending order of one numeric field. */
export type BoundedPageQuery<T extends Document> = {
  readonly collection: Collection<T>;
  /** Equality part of the filter; one index holds its fields followed by `field`. */
  readonly filter: Filter<T>;
  readonly field: string;
  /** Exclusive lower bound: the cursor. */
  readonly after: number;
  readonly limit: number;
  readonly projection?: Document;
};

const widening = 4;
const leastSpan = 3_600_000;
const farthest = Number.MAX_SAFE_INTEGER;

/**
 * Reads a sorted page by bounded ranges that widen until the page is full. The embedded database sorts every match of an
 * unbounded sort (22-44 ms at 3,000 matches against 1 ms for a range), and a range costs real MongoDB nothing.
 * Where the last full page under `key` ended is where the next one starts trying.
 */
export function createBoundedPager(): <T extends Document>(
  key: string,
  query: BoundedPageQuery<T>,
) => Promise<WithId<T>[]> {
  const lastEnds = new Map<string, number>();
  return async (key, query) => {
    let span = Math.max(leastSpan, (lastEnds.get(key) ?? 0) - query.after);
    for (;;) {
      const upper = Math.min(query.after + span, farthest);
      const rows = await readRange(query, upper);
      const last = rows.at(-1);
      if (rows.length >= query.limit && last) lastEnds.set(key, Number(last[query.field]));
      if (rows.length >= query.limit || upper === farthest) return rows;
      span *= widening;
    }
  };
}

async function readRange<T extends Document>(query: BoundedPageQuery<T>, upper: number): Promise<WithId<T>[]> {
  // One flat filter: the embedded planner does not look into $and.
  const filter: Filter<T> = { ...query.filter, [query.field]: { $gt: query.after, $lte: upper } };
  const cursor = query.collection.find(filter).sort({ [query.field]: 1 });
  if (query.projection) cursor.project(query.projection);
  return cursor.limit(query.limit).toArray();
}

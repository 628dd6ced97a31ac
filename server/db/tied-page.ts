import { z } from 'zod';

/** Where a page ended: sort key and id of its last item, since items of the same instant may have equal keys. */
export type TiedPosition = readonly [key: number, id: string];

/** Shape of a `TiedPosition` in a cursor. */
export const tiedPosition = z.tuple([z.number(), z.string()]);

/** What is read: `read` gives items with keys above `after` in ascending order, of equal keys in any order. */
export type TiedPageQuery<T> = {
  read(after: number, limit: number): Promise<T[]>;
  positionOf(item: T): TiedPosition;
  readonly after: TiedPosition;
  readonly size: number;
};

/** More than the keys of one instant lie apart by rounding, and little enough to read few items twice. */
const margin = 0.01;
const slack = 3;

/** Reads the `size` items after a position, in the order of key and id, so that no page skips or repeats one. */
export async function readTiedPage<T>(query: TiedPageQuery<T>): Promise<T[]> {
  const { read, positionOf, after, size } = query;
  for (let limit = size + slack; ; limit *= 2) {
    const rows = await read(after[0] - margin, limit);
    const isEnd = rows.length < limit;
    // The limit may have cut through equal keys: what stands there is not known to be all.
    const lastKey = rows.length === 0 || isEnd ? Infinity : positionOf(rows[rows.length - 1] as T)[0];
    const beyond = rows
      .filter((item) => positionOf(item)[0] < lastKey && compare(positionOf(item), after) > 0)
      .sort((a, b) => compare(positionOf(a), positionOf(b)));
    if (isEnd || beyond.length >= size) return beyond.slice(0, size);
  }
}

function compare(a: TiedPosition, b: TiedPosition): number {
  return a[0] - b[0] || (a[1] < b[1] ? -1 : Number(a[1] > b[1]));
}

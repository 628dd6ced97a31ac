import type { Clock } from '#server/clock.ts';
import type { Clocks, StartedTurn } from '#server/modules/clocks/index.ts';
import type { Norms, NormTable } from '#server/modules/norms/index.ts';
import { adviceGroupsOf, type AdviceGroups } from '#shared/advice/advise-at.ts';
import { replySamplesOf, type ReplySample, type WaitingTurn } from '#shared/advice/reply-samples.ts';
import type { OpeningHours } from '#shared/time/opening-hours.ts';

/** What a brand's reply times were in the last days. */
export type SampleBook = {
  readonly takenAt: Date;
  /** Oldest first. */
  readonly samples: readonly ReplySample[];
  readonly groups: AdviceGroups;
  /** True when there were more turns than are looked at; the latest are. */
  readonly capped: boolean;
  /** Customers who were waiting when the book was made, on any channel and on each. */
  readonly queue: number;
  readonly queueOf: ReadonlyMap<string, number>;
  /** The hours a sample's promise is read by: those known when the customer wrote. */
  hoursOf(sample: ReplySample): OpeningHours;
  readonly table: NormTable;
};

/** Sample books of brands, each kept for five minutes. */
export type SampleBooks = {
  of(brandId: string, days: number): Promise<SampleBook>;
  /** The same for who must not wait: one of up to an hour, renewed behind it, or the first one. */
  atHand(brandId: string, days: number): Promise<SampleBook>;
};

const dayMs = 86_400_000;
const keptMs = 5 * 60_000;
const atHandMs = 60 * 60_000;
const mostTurns = 50_000;
const mostBooks = 50;

/** Makes the books; what is older than five minutes is read again. */
export function createSampleBooks(deps: { clock: Clock; clocks: Clocks; norms: Norms }): SampleBooks {
  const books = new Map<string, { readonly madeAt: number; readonly book: Promise<SampleBook> }>();
  const keyOf = (brandId: string, days: number): string => `${brandId} ${String(days)}`;
  const known = (key: string, now: Date, atMostMs: number): Promise<SampleBook> | undefined => {
    const found = books.get(key);
    const age = found ? now.getTime() - found.madeAt : Infinity;
    // A negative age: the demo moved the product's clock back.
    return found && age >= 0 && age < atMostMs ? found.book : undefined;
  };
  const of: SampleBooks['of'] = (brandId, days) => {
    const key = keyOf(brandId, days);
    const now = deps.clock.now();
    const recent = known(key, now, keptMs);
    if (recent) return recent;
    const book = readBook(deps, { brandId, days, now });
    books.delete(key);
    books.set(key, { madeAt: now.getTime(), book });
    const [oldest] = books.keys();
    if (books.size > mostBooks && oldest !== undefined) books.delete(oldest);
    book.catch(() => {
      if (books.get(key)?.book === book) books.delete(key);
    });
    return book;
  };
  return {
    of,
    atHand: (brandId, days) => {
      const older = known(keyOf(brandId, days), deps.clock.now(), atHandMs);
      const renewed = of(brandId, days);
      return older ?? renewed;
    },
  };
}

async function readBook(
  { clocks, norms }: { clocks: Clocks; norms: Norms },
  { brandId, days, now }: { brandId: string; days: number; now: Date },
): Promise<SampleBook> {
  const from = new Date(now.getTime() - days * dayMs);
  const [turns, table] = await Promise.all([clocks.startedSince(brandId, from, mostTurns), norms.tableOf(brandId)]);
  const samples = replySamplesOf(turns.map(waitingTurnOf));
  const hoursOf = (sample: ReplySample): OpeningHours => table.hoursOf(sample.accountId, sample.startedAt);
  const queueOf = new Map<string, number>();
  const waiting = turns.filter(({ state }) => state === 'running');
  for (const { channel } of waiting) queueOf.set(channel, (queueOf.get(channel) ?? 0) + 1);
  return {
    takenAt: now,
    samples,
    groups: adviceGroupsOf(samples, hoursOf),
    capped: turns.length === mostTurns,
    queue: waiting.length,
    queueOf,
    hoursOf,
    table,
  };
}

function waitingTurnOf({ state, ...turn }: StartedTurn): WaitingTurn {
  return { ...turn, needsAnswer: state === 'running' || state === 'answered' };
}

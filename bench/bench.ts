import type { OpenDatabase } from '#server/db/embedded/open-database.ts';
import type { Findings } from './figures.ts';

/** How much is measured. */
export type BenchOptions = {
  readonly database: OpenDatabase;
  /** Length of one round under load. */
  readonly seconds: number;
  /** Stored messages of the small installation. */
  readonly scale: number;
  /** How many times as many the large one has. */
  readonly times: number;
  /** Rounds that count, of floor and ours each. */
  readonly rounds: number;
};

/** One benchmark: makes what it needs, measures, cleans up. */
export type Bench = (options: BenchOptions) => Promise<Findings>;

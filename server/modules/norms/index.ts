import type { Db } from 'mongodb';
import type { Clock } from '#server/clock.ts';
import type { Visibility } from '#server/channels/channel.ts';
import { createBrandBook } from '#server/db/brand-book.ts';
import { newId } from '#server/db/ids.ts';
import type { Transactor } from '#server/db/transaction.ts';
import { createNormTable, type BrandRules, type NormInForce, type NormTable } from './norm-table.ts';
import { createNormsStore } from './norms.store.ts';

export type { BrandRules, NormInForce, NormTable } from './norm-table.ts';

/** What is asked when a norm is set; durations in ms. */
export type SetNormInput = { channel: string | null; visibility: Visibility; usualMs: number; maxMs: number };

/** Reply norms of brands, together with the other rules that figures follow. */
export type Norms = {
  ensureIndexes(): Promise<void>;
  /** Norms and hours of a brand, fit for any past instant. */
  tableOf(brandId: string): Promise<NormTable>;
  /** Sets a norm from now on; returns the field at fault when the durations do not fit. */
  set(brandId: string, input: SetNormInput): Promise<NormInForce | { fault: 'usualMs' | 'maxMs' }>;
};

const minute = 60_000;
const longestNormMs = 30 * 24 * 60 * minute;

/** Makes the norms module; `rulesOf` gives a brand's opening hours, public claims and words. */
export function createNorms(deps: {
  db: Db;
  clock: Clock;
  transact: Transactor;
  rulesOf(brandId: string): Promise<BrandRules>;
}): Norms {
  const store = createNormsStore(deps.db);
  const book = createBrandBook(deps.db, 'norms', (brandId) => store.ofBrand(brandId));
  return {
    ensureIndexes: () => store.ensureIndexes(),
    tableOf: async (brandId) => {
      const [norms, rules] = await Promise.all([book.of(brandId), deps.rulesOf(brandId)]);
      return createNormTable(norms, rules);
    },
    set: async (brandId, input) => {
      if (input.usualMs < minute || input.usualMs > longestNormMs) return { fault: 'usualMs' };
      if (input.maxMs < input.usualMs || input.maxMs > longestNormMs) return { fault: 'maxMs' };
      const norm = { _id: newId(), brandId, ...input, validFrom: deps.clock.now() };
      await deps.transact(async (session) => {
        await store.insert(norm, session);
        await book.changed(brandId, session);
      });
      return { ...norm, id: norm._id };
    },
  };
}

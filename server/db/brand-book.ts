import type { ClientSession, Collection, Db } from 'mongodb';

/** What a brand's rules add up to, read once and kept until they change. */
export type BrandBook<T> = {
  /** The rules as they are now; read again only when `changed` was called since, in this process or another. */
  of(brandId: string): Promise<T>;
  /** To be called within the transaction that changes the rules. */
  changed(brandId: string, session: ClientSession): Promise<void>;
};

type Revision = { _id: string; revision: number };

/**
 * Keeps what `read` makes of a brand's rules. Every ask looks at one small document, because another process may have changed
 * them; the rules themselves are read once a change.
 */
export function createBrandBook<T>(db: Db, name: string, read: (brandId: string) => Promise<T>): BrandBook<T> {
  const revisions: Collection<Revision> = db.collection('brandRevisions');
  const kept = new Map<string, { readonly revision: number; readonly value: Promise<T> }>();
  const keyOf = (brandId: string): string => `${name}:${brandId}`;
  return {
    of: async (brandId) => {
      const found = await revisions.findOne({ _id: keyOf(brandId) });
      const revision = found?.revision ?? 0;
      const known = kept.get(brandId);
      if (known?.revision === revision) return known.value;
      // The revision was seen before the rules: should they change in between, the next ask reads them again.
      const value = read(brandId);
      kept.set(brandId, { revision, value });
      value.catch(() => {
        if (kept.get(brandId)?.value === value) kept.delete(brandId);
      });
      return value;
    },
    changed: async (brandId, session) => {
      await revisions.updateOne({ _id: keyOf(brandId) }, { $inc: { revision: 1 } }, { upsert: true, session });
    },
  };
}

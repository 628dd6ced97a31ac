import DataLoader from 'dataloader';
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
  const revisions = revisionsIn(db);
  const reader = readerOf(db);
  const kept = new Map<string, { readonly revision: number; readonly value: Promise<T> }>();
  const keyOf = (brandId: string): string => `${name}:${brandId}`;
  return {
    of: async (brandId) => {
      const revision = await reader.load(keyOf(brandId));
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

const revisionsIn = (db: Db): Collection<Revision> => db.collection('brandRevisions');

/** What is read by several books at once is one question to the database; nothing is remembered. */
const readers = new WeakMap<Db, DataLoader<string, number>>();

function readerOf(db: Db): DataLoader<string, number> {
  const known = readers.get(db);
  if (known) return known;
  const reader = new DataLoader<string, number>(
    async (keys) => {
      const found = await revisionsIn(db)
        .find({ _id: { $in: [...new Set(keys)] } })
        .toArray();
      const byKey = new Map(found.map(({ _id, revision }) => [_id, revision]));
      return keys.map((key) => byKey.get(key) ?? 0);
    },
    { cache: false },
  );
  readers.set(db, reader);
  return reader;
}

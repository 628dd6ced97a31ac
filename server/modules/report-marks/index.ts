import type { ClientSession, Collection, Db, Filter } from 'mongodb';
import { newId } from '#server/db/ids.ts';

/** Says that something about these contacts changed that reports count. Only ever inserted, so writers never wait for one another. */
export type ReportMarkDoc = { _id: string; brandId: string; contactIds: string[] };

/** What reports have yet to count: written with each change in its own transaction, taken away once counted. */
export type ReportMarks = {
  ensureIndexes(): Promise<void>;
  /** Marks contacts; nothing when there are none. */
  add(brandId: string, contactIds: readonly string[], session?: ClientSession): Promise<void>;
  /** Some marks of a brand, or of any when `brandId` is null; at most `limit`. */
  some(brandId: string | null, limit: number): Promise<ReportMarkDoc[]>;
  remove(brandId: string, ids: readonly string[], session: ClientSession): Promise<void>;
};

/** The only database code of marks. */
export function createReportMarks(db: Db): ReportMarks {
  const marks: Collection<ReportMarkDoc> = db.collection('reportMarks');
  return {
    ensureIndexes: async () => {
      await marks.createIndex({ brandId: 1, _id: 1 });
    },
    add: async (brandId, contactIds, session) => {
      const unique = [...new Set(contactIds)];
      if (unique.length > 0) await marks.insertOne({ _id: newId(), brandId, contactIds: unique }, { session });
    },
    some: async (brandId, limit) => {
      const filter: Filter<ReportMarkDoc> = brandId === null ? {} : { brandId };
      return marks.find(filter).limit(limit).toArray();
    },
    remove: async (brandId, ids, session) => {
      if (ids.length > 0) await marks.deleteMany({ brandId, _id: { $in: [...ids] } }, { session });
    },
  };
}

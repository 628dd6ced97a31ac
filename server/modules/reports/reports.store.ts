import { isDeepStrictEqual } from 'node:util';
import type { AnyBulkWriteOperation, ClientSession, Collection, Db } from 'mongodb';
import type { ReportDayDoc, ReportFact } from './report-days.ts';

/** What a contact adds at present: taken away before something new is added. `_id` is the contact's. */
export type ReportContactDoc = { _id: string; brandId: string; facts: readonly ReportFact[] };

/**
 * By which rules a brand was last counted from the ground up; null while that is under way, or was cut off. A brand without one has never
 * been counted: its messages are older than reports are.
 */
export type RebuildDoc = { _id: string; rules: number | null; startedAt: Date };

/** The rules of counting. Raise it when facts change: every brand is counted anew by the next run. */
const countingRules = 2;

/** Reads and writes roll-ups and what they were made of. */
export type ReportsStore = {
  ensureIndexes(): Promise<void>;
  /** Roll-ups of the local days from `from` to `to`, both included. */
  days(brandId: string, from: string, to: string): Promise<ReportDayDoc[]>;
  daysById(brandId: string, ids: readonly string[], session?: ClientSession): Promise<ReportDayDoc[]>;
  writeDays(days: readonly { id: string; doc: ReportDayDoc | null }[], session?: ClientSession): Promise<void>;
  contacts(brandId: string, ids: readonly string[], session: ClientSession): Promise<ReportContactDoc[]>;
  writeContacts(put: readonly ReportContactDoc[], session?: ClientSession): Promise<void>;
  /** Forgets everything counted of a brand. */
  clear(brandId: string): Promise<void>;
  beginRebuild(brandId: string, at: Date): Promise<void>;
  endRebuild(brandId: string): Promise<void>;
  inRebuild(brandId: string, session: ClientSession): Promise<boolean>;
  /** Brands not counted from the ground up by the present rules. */
  brandsToRebuild(): Promise<string[]>;
  /** Ids of a brand's contacts after `afterId`, ascending. */
  contactIds(brandId: string, afterId: string, limit: number): Promise<string[]>;
  brandIds(): Promise<string[]>;
};

/** True when two lists of facts are the same. */
export function sameFacts(a: readonly ReportFact[], b: readonly ReportFact[]): boolean {
  return isDeepStrictEqual(a, b);
}

/** The only database code of reports. */
export function createReportsStore(db: Db): ReportsStore {
  const days: Collection<ReportDayDoc> = db.collection('reportDays');
  const contacts: Collection<ReportContactDoc> = db.collection('reportContacts');
  const rebuilds: Collection<RebuildDoc> = db.collection('reportRebuilds');
  const people: Collection<{ _id: string; brandId: string }> = db.collection('contacts');
  const brands: Collection<{ _id: string }> = db.collection('brands');
  return {
    ensureIndexes: async () => {
      await days.createIndex({ brandId: 1, day: 1 });
      await days.createIndex({ brandId: 1, _id: 1 });
      await contacts.createIndex({ brandId: 1, _id: 1 });
    },
    days: async (brandId, from, to) => days.find({ brandId, day: { $gte: from, $lte: to } }).toArray(),
    daysById: async (brandId, ids, session) =>
      ids.length === 0 ? [] : days.find({ brandId, _id: { $in: [...ids] } }, { session }).toArray(),
    writeDays: (changes, session) => writeDays(days, changes, session),
    contacts: async (brandId, ids, session) =>
      contacts.find({ brandId, _id: { $in: [...ids] } }, { session }).toArray(),
    writeContacts: async (put, session) => {
      const operations = put.map((doc): AnyBulkWriteOperation<ReportContactDoc> =>
        doc.facts.length > 0
          ? { replaceOne: { filter: { _id: doc._id }, replacement: doc, upsert: true } }
          : { deleteOne: { filter: { _id: doc._id } } },
      );
      if (operations.length > 0) await contacts.bulkWrite(operations, { session });
    },
    clear: async (brandId) => {
      await days.deleteMany({ brandId });
      await contacts.deleteMany({ brandId });
    },
    beginRebuild: async (brandId, at) => {
      await rebuilds.updateOne({ _id: brandId }, { $set: { rules: null, startedAt: at } }, { upsert: true });
    },
    endRebuild: async (brandId) => {
      await rebuilds.updateOne({ _id: brandId }, { $set: { rules: countingRules } });
    },
    inRebuild: async (brandId, session) => {
      const doc = await rebuilds.findOne({ _id: brandId }, { session });
      return doc?.rules === null;
    },
    brandsToRebuild: async () => {
      const counted = new Map((await rebuilds.find().toArray()).map(({ _id, rules }) => [_id, rules]));
      const all = await brands.find().project<{ _id: string }>({ _id: 1 }).toArray();
      return all.map(({ _id }) => _id).filter((id) => counted.get(id) !== countingRules);
    },
    contactIds: async (brandId, afterId, limit) => {
      const found = await people
        .find({ brandId, _id: { $gt: afterId } })
        .sort({ _id: 1 })
        .limit(limit)
        .project<{ _id: string }>({ _id: 1 })
        .toArray();
      return found.map(({ _id }) => _id);
    },
    brandIds: async () => (await brands.find().project<{ _id: string }>({ _id: 1 }).toArray()).map(({ _id }) => _id),
  };
}

async function writeDays(
  days: Collection<ReportDayDoc>,
  changes: Parameters<ReportsStore['writeDays']>[0],
  session: ClientSession | undefined,
): Promise<void> {
  const operations = changes.map(({ id, doc }): AnyBulkWriteOperation<ReportDayDoc> =>
    doc
      ? { replaceOne: { filter: { _id: id }, replacement: doc, upsert: true } }
      : { deleteOne: { filter: { _id: id } } },
  );
  if (operations.length > 0) await days.bulkWrite(operations, { session });
}

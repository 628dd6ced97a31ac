import type { ClientSession, Collection, Db } from 'mongodb';
import type { DutchHolidayCode } from '#shared/time/dutch-holidays.ts';
import type { OpenInterval } from '#shared/time/opening-hours.ts';

/** Whose hours: the brand's, a team's or a channel account's. */
export type HoursScope = 'brand' | `team:${string}` | `account:${string}`;

/** What one record says; dates are local 'yyyy-mm-dd'. */
export type HoursStatement =
  /** The week from a day on; null = as the wider scope has it. */
  | { readonly kind: 'week'; readonly validFrom: string; readonly week: readonly (readonly OpenInterval[])[] | null }
  /** Which holidays close, from a day on; brand only. */
  | { readonly kind: 'holidays'; readonly validFrom: string; readonly codes: readonly DutchHolidayCode[] }
  /** The zone of business time; brand only. */
  | { readonly kind: 'zone'; readonly timeZone: string }
  /** Days closed (`intervals` null) or with hours of their own. */
  | {
      readonly kind: 'days';
      readonly from: string;
      readonly to: string;
      readonly intervals: readonly OpenInterval[] | null;
      readonly reason: string;
    }
  /** The team that works an account; null = none. */
  | { readonly kind: 'team'; readonly teamId: string | null };

/** A statement about hours, kept for good: `removedAt` ends its working, so what was counted before can be counted again. */
export type HoursRecordDoc = HoursStatement & {
  readonly _id: string;
  readonly brandId: string;
  readonly scope: HoursScope;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
  readonly removedAt: Date | null;
};

/** Reads and writes records; a brand has few, so they are read whole. */
export type HoursStore = {
  ensureIndexes(): Promise<void>;
  ofBrand(brandId: string): Promise<HoursRecordDoc[]>;
  insert(records: readonly HoursRecordDoc[], session: ClientSession): Promise<void>;
  /** True when there was such a record that still worked. */
  remove(brandId: string, id: string, removedAt: Date, session: ClientSession): Promise<boolean>;
};

/** The only database code of opening hours. */
export function createHoursStore(db: Db): HoursStore {
  const records: Collection<HoursRecordDoc> = db.collection('openingHours');
  return {
    ensureIndexes: async () => {
      await records.createIndex({ brandId: 1, _id: 1 });
    },
    ofBrand: async (brandId) => records.find({ brandId }).toArray(),
    insert: async (docs, session) => {
      if (docs.length > 0) await records.insertMany([...docs], { session });
    },
    remove: async (brandId, id, removedAt, session) => {
      const outcome = await records.updateOne(
        { brandId, _id: id, removedAt: null },
        { $set: { removedAt } },
        { session },
      );
      return outcome.modifiedCount === 1;
    },
  };
}

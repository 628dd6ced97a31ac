import type { Collection, Db } from 'mongodb';

/** Whether a brand shows its status to everybody; `_id` is the brand. */
export type StatusPageDoc = {
  readonly _id: string;
  readonly slug: string;
  readonly brandName: string;
  readonly enabled: boolean;
};

/** The only database code of public status pages. */
export function createPublicStatusStore(db: Db) {
  const pages: Collection<StatusPageDoc> = db.collection('statusPages');
  return {
    ensureIndexes: async () => {
      await pages.createIndex({ slug: 1 }, { unique: true }, {});
    },
    ofBrand: (brandId: string): Promise<StatusPageDoc | null> => pages.findOne({ _id: brandId }),
    /** The brand is not known yet: its name in the address is all a visitor brings. */
    ofSlug: (slug: string): Promise<StatusPageDoc | null> => pages.findOne({ slug }),
    put: async (page: StatusPageDoc): Promise<void> => {
      await pages.replaceOne({ _id: page._id }, page, { upsert: true });
    },
  };
}

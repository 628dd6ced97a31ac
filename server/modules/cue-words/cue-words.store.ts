import type { ClientSession, Collection, Db } from 'mongodb';
import type { BrandWord } from '#shared/emotion/brand-words.ts';

/** A word or phrase in use. `_id` follows from brand, language, cue and its plain form, so that it can be there only once. */
export type CueWordDoc = BrandWord & {
  readonly _id: string;
  readonly brandId: string;
  readonly addedBy: string;
  readonly addedByName: string;
  readonly addedAt: Date;
};

/** One change of a brand's words; versions count from 1. */
export type CueWordChangeDoc = BrandWord & {
  readonly _id: string;
  readonly brandId: string;
  readonly version: number;
  readonly kind: 'added' | 'removed';
  readonly userId: string;
  readonly userName: string;
  readonly at: Date;
};

/** Reads and writes the words of brands and their history. */
export type CueWordsStore = {
  ensureIndexes(): Promise<void>;
  ofBrand(brandId: string, session?: ClientSession): Promise<CueWordDoc[]>;
  byId(brandId: string, id: string, session?: ClientSession): Promise<CueWordDoc | null>;
  insert(word: CueWordDoc, session: ClientSession): Promise<void>;
  remove(brandId: string, id: string, session: ClientSession): Promise<void>;
  /** The latest changes, newest first. */
  changes(brandId: string, limit: number, session?: ClientSession): Promise<CueWordChangeDoc[]>;
  insertChange(change: CueWordChangeDoc, session: ClientSession): Promise<void>;
};

/** The only database code of the words. */
export function createCueWordsStore(db: Db): CueWordsStore {
  const words: Collection<CueWordDoc> = db.collection('cueWords');
  const changes: Collection<CueWordChangeDoc> = db.collection('cueWordChanges');
  return {
    ensureIndexes: async () => {
      await words.createIndex({ brandId: 1, _id: 1 });
      await changes.createIndex({ brandId: 1, version: 1 }, { unique: true }, {});
    },
    ofBrand: async (brandId, session) => words.find({ brandId }, { session }).toArray(),
    byId: async (brandId, id, session) => words.findOne({ brandId, _id: id }, { session }),
    insert: async (word, session) => {
      await words.insertOne(word, { session });
    },
    remove: async (brandId, id, session) => {
      await words.deleteOne({ brandId, _id: id }, { session });
    },
    changes: async (brandId, limit, session) =>
      changes
        .find({ brandId, version: { $gt: 0 } }, { session })
        .sort({ version: -1 })
        .limit(limit)
        .toArray(),
    insertChange: async (change, session) => {
      await changes.insertOne(change, { session });
    },
  };
}

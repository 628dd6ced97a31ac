import type { ClientSession, Collection, Db } from 'mongodb';
import type { Visibility } from '#server/channels/channel.ts';

/** A brand's target for one channel (null = those without their own) and visibility from an instant on. Durations in ms. */
export type ReplyNormDoc = {
  _id: string;
  brandId: string;
  channel: string | null;
  visibility: Visibility;
  usualMs: number;
  maxMs: number;
  validFrom: Date;
};

/** Reads and writes reply norms; a brand has few, so they are read whole. */
export type NormsStore = {
  ensureIndexes(): Promise<void>;
  insert(norm: ReplyNormDoc, session: ClientSession): Promise<void>;
  ofBrand(brandId: string): Promise<ReplyNormDoc[]>;
};

/** The only database code of norms. */
export function createNormsStore(db: Db): NormsStore {
  const norms: Collection<ReplyNormDoc> = db.collection('replyNorms');
  return {
    ensureIndexes: async () => {
      await norms.createIndex({ brandId: 1, _id: 1 });
    },
    insert: async (norm, session) => {
      await norms.insertOne(norm, { session });
    },
    ofBrand: async (brandId) => norms.find({ brandId }).toArray(),
  };
}

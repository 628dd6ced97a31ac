import type { ClientSession, Collection, Db } from 'mongodb';

/**
 * What an account's page says about its reply time ("usually replies within an hour") from an instant on. `withinMs` null: it says
 * nothing any more. `duringHours`: the time counts within opening hours only.
 */
export type PublicClaimDoc = {
  readonly _id: string;
  readonly brandId: string;
  readonly accountId: string;
  readonly text: string;
  readonly withinMs: number | null;
  readonly duringHours: boolean;
  readonly validFrom: Date;
  readonly createdBy: string | null;
};

/** Reads and writes claims; a brand has few, so they are read whole. */
export type PublicClaimsStore = {
  ensureIndexes(): Promise<void>;
  ofBrand(brandId: string): Promise<PublicClaimDoc[]>;
  insert(claim: PublicClaimDoc, session: ClientSession): Promise<void>;
};

/** The only database code of public claims. */
export function createPublicClaimsStore(db: Db): PublicClaimsStore {
  const claims: Collection<PublicClaimDoc> = db.collection('publicClaims');
  return {
    ensureIndexes: async () => {
      await claims.createIndex({ brandId: 1, _id: 1 });
    },
    ofBrand: async (brandId) => claims.find({ brandId }).toArray(),
    insert: async (claim, session) => {
      await claims.insertOne(claim, { session });
    },
  };
}

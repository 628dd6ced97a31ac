import type { ClientSession, Collection, Db } from 'mongodb';
import type { Visibility } from '#server/channels/channel.ts';
import type { WarningLead } from '#shared/turns/warning-times.ts';

/** What is warned of: a norm, a promise with a deadline in words, a promise without one. */
export type WarnedSubject = 'norm' | 'explicit' | 'vague';

/** When a brand is warned on one channel (null = those without their own) and visibility, for deadlines set from an instant on. */
export type WarningRulesDoc = Readonly<Record<WarnedSubject, readonly WarningLead[]>> & {
  readonly _id: string;
  readonly brandId: string;
  readonly channel: string | null;
  readonly visibility: Visibility;
  readonly validFrom: Date;
  readonly createdBy: string;
};

/** Reads and writes warning rules; a brand has few, so they are read whole. */
export type WarningsStore = {
  ensureIndexes(): Promise<void>;
  ofBrand(brandId: string): Promise<WarningRulesDoc[]>;
  insert(rules: WarningRulesDoc, session: ClientSession): Promise<void>;
};

/** The only database code of warnings. */
export function createWarningsStore(db: Db): WarningsStore {
  const rules: Collection<WarningRulesDoc> = db.collection('warningRules');
  return {
    ensureIndexes: async () => {
      await rules.createIndex({ brandId: 1, _id: 1 });
    },
    ofBrand: async (brandId) => rules.find({ brandId }).toArray(),
    insert: async (doc, session) => {
      await rules.insertOne(doc, { session });
    },
  };
}

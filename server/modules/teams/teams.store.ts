import type { ClientSession, Collection, Db } from 'mongodb';

/** A group of colleagues who work some channel accounts. */
export type TeamDoc = {
  readonly _id: string;
  readonly brandId: string;
  readonly name: string;
  readonly memberIds: readonly string[];
  readonly createdAt: Date;
};

/** Reads and writes teams; a brand has few. */
export type TeamsStore = {
  ensureIndexes(): Promise<void>;
  ofBrand(brandId: string): Promise<TeamDoc[]>;
  byId(brandId: string, id: string): Promise<TeamDoc | null>;
  save(team: TeamDoc, session: ClientSession): Promise<void>;
};

/** The only database code of teams. */
export function createTeamsStore(db: Db): TeamsStore {
  const teams: Collection<TeamDoc> = db.collection('teams');
  return {
    ensureIndexes: async () => {
      await teams.createIndex({ brandId: 1, _id: 1 });
    },
    ofBrand: async (brandId) => teams.find({ brandId }).toArray(),
    byId: async (brandId, id) => teams.findOne({ brandId, _id: id }),
    save: async ({ _id, ...team }, session) => {
      await teams.updateOne({ _id, brandId: team.brandId }, { $set: team }, { upsert: true, session });
    },
  };
}

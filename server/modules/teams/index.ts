import type { ClientSession, Db } from 'mongodb';
import type { Clock } from '#server/clock.ts';
import { newId } from '#server/db/ids.ts';
import type { Transactor } from '#server/db/transaction.ts';
import { createTeamsStore, type TeamDoc } from './teams.store.ts';

export type { TeamDoc } from './teams.store.ts';

/** A team to make (`id` null) or to change; members and accounts are the brand's. */
export type SaveTeamRequest = {
  readonly brandId: string;
  readonly userId: string;
  readonly id: string | null;
  readonly name: string;
  readonly memberIds: readonly string[];
  readonly accountIds: readonly string[];
};

/** Teams: who works which channel accounts. */
export type Teams = {
  ensureIndexes(): Promise<void>;
  /** The brand's teams by name. */
  ofBrand(brandId: string): Promise<TeamDoc[]>;
  byId(brandId: string, id: string): Promise<TeamDoc | null>;
  /** Null when `id` is not a team of the brand. */
  save(request: SaveTeamRequest): Promise<TeamDoc | null>;
};

/** Makes the module; `assignAccounts` notes from when on the team works its accounts, because their hours follow. */
export function createTeams(deps: {
  db: Db;
  clock: Clock;
  transact: Transactor;
  assignAccounts(
    request: { brandId: string; userId: string; teamId: string; accountIds: readonly string[] },
    session: ClientSession,
  ): Promise<void>;
}): Teams {
  const store = createTeamsStore(deps.db);
  return {
    ensureIndexes: () => store.ensureIndexes(),
    ofBrand: async (brandId) => (await store.ofBrand(brandId)).sort((a, b) => a.name.localeCompare(b.name)),
    byId: (brandId, id) => store.byId(brandId, id),
    save: async ({ brandId, userId, id, name, memberIds, accountIds }) => {
      const known = id === null ? null : await store.byId(brandId, id);
      if (id !== null && !known) return null;
      const team: TeamDoc = {
        _id: known?._id ?? newId(),
        brandId,
        name,
        memberIds: [...new Set(memberIds)],
        createdAt: known?.createdAt ?? deps.clock.now(),
      };
      await deps.transact(async (session) => {
        await store.save(team, session);
        await deps.assignAccounts({ brandId, userId, teamId: team._id, accountIds }, session);
      });
      return team;
    },
  };
}

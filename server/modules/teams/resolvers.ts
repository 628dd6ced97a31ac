import type { Resolvers } from '#server/graphql/generated/resolver-types.ts';
import { viewerOf } from '#server/graphql/viewer-of.ts';

const notFound = { nl: 'Dit team, account of deze collega bestaat niet.', en: 'No such team, account or colleague.' };

/** Resolvers of schema.graphql. */
export const teamsResolvers: Resolvers = {
  Query: {
    teams: (_source, _args, context) => context.modules.teams.ofBrand(viewerOf(context).brandId),
  },
  Mutation: {
    saveTeam: async (_source, { input }, context) => {
      const { brandId, userId } = viewerOf(context);
      const name = input.name.trim();
      if (name === '' || name.length > 80) {
        const message = { nl: 'Geef een naam van hooguit 80 tekens.', en: 'Give a name of at most 80 characters.' };
        return { __typename: 'InvalidInput', field: 'name', message };
      }
      const { memberIds, accountIds, id = null } = input;
      const known = await Promise.all([
        ...memberIds.map((each) => context.loaders.users.load(each)),
        ...accountIds.map((each) => context.loaders.accounts.load(each)),
      ]);
      const team = known.every((each) => each !== null)
        ? await context.modules.teams.save({ brandId, userId, id, name, memberIds, accountIds })
        : null;
      return team ? { __typename: 'SaveTeamSuccess', team } : { __typename: 'NotFound', message: notFound };
    },
  },
  Team: {
    id: (team) => team._id,
    members: async ({ memberIds }, _args, { loaders }) =>
      (await Promise.all(memberIds.map((id) => loaders.users.load(id)))).filter((user) => user !== null),
    // The clock's present: a change of this very request is recorded after the request began.
    accounts: async (team, _args, { modules, clock }) => {
      const [book, accounts] = await Promise.all([
        modules.openingHours.bookOf(team.brandId),
        modules.accounts.ofBrand(team.brandId),
      ]);
      return accounts.filter(({ _id }) => book.teamOf(_id, clock.now()) === team._id);
    },
  },
};

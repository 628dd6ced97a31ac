import type { Resolvers } from '#server/graphql/generated/resolver-types.ts';
import { viewerOf } from '#server/graphql/viewer-of.ts';

const faults = {
  text: { nl: 'Vul de woorden in, hooguit 200 tekens.', en: 'Give the words, at most 200 characters.' },
  withinMs: { nl: 'Kies een tijd van 1 minuut tot 30 dagen.', en: 'Choose a time from 1 minute to 30 days.' },
} as const;

/** Resolvers of schema.graphql. */
export const publicClaimsResolvers: Resolvers = {
  Mutation: {
    setPublicClaim: async (_source, { input }, context) => {
      const { brandId, userId } = viewerOf(context);
      const { accountId, text, duringHours, withinMs = null } = input;
      const account = await context.loaders.accounts.load(accountId);
      if (!account) {
        return { __typename: 'NotFound', message: { nl: 'Dit account bestaat niet.', en: 'No such account.' } };
      }
      const request = { brandId, accountId, text, withinMs, duringHours, createdBy: userId };
      const outcome = await context.modules.publicClaims.set(request);
      if ('fault' in outcome) {
        return { __typename: 'InvalidInput', field: outcome.fault, message: faults[outcome.fault] };
      }
      return { __typename: 'SetPublicClaimSuccess', account };
    },
  },
  PublicClaim: { id: (claim) => claim._id },
  ChannelAccount: {
    // The clock's present: a claim set by this very request holds from after the request began.
    publicClaim: async (account, _args, { modules, clock }) =>
      (await modules.publicClaims.bookOf(account.brandId)).at(account._id, clock.now()),
    publicClaims: async (account, _args, { modules }) => [
      ...(await modules.publicClaims.bookOf(account.brandId)).ofAccount(account._id),
    ],
  },
};

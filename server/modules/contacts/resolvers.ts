import type { Resolvers } from '#server/graphql/generated/resolver-types.ts';
import { existing, viewerOf } from '#server/graphql/viewer-of.ts';

const faults = {
  at: { nl: 'Het moment mag niet in de toekomst liggen.', en: 'The moment must not lie in the future.' },
  attempts: { nl: 'Het aantal pogingen ligt tussen 1 en 99.', en: 'The number of attempts lies between 1 and 99.' },
  summary: { nl: 'De samenvatting is te lang (5.000 tekens).', en: 'The summary is too long (5,000 characters).' },
} as const;

/** Resolvers of schema.graphql; timeline and journey are in the conversations module, which knows the messages. */
export const contactsResolvers: Resolvers = {
  Query: {
    contact: (_source, { id }, context) => {
      viewerOf(context);
      return context.loaders.contacts.load(id);
    },
  },
  Mutation: {
    logContactMoment: async (_source, { input }, context) => {
      const { brandId, userId } = viewerOf(context);
      const outcome = await context.modules.contacts.logMoment(brandId, {
        ...input,
        attempts: input.attempts ?? 1,
        loggedBy: userId,
      });
      if (!outcome) {
        return { __typename: 'NotFound', message: { nl: 'Deze klant bestaat niet.', en: 'No such customer.' } };
      }
      if ('fault' in outcome) {
        return { __typename: 'InvalidInput', field: outcome.fault, message: faults[outcome.fault] };
      }
      // A call that was not picked up reached nobody: the promise to call stands.
      if (outcome.kind === 'call' && !outcome.fromCustomer && outcome.outcome !== 'unanswered') {
        const actor = { brandId, userId, now: context.now };
        await context.modules.conversations.keepByCall(actor, outcome);
      }
      const contact = existing(await context.loaders.contacts.load(outcome.contactId), 'contact of a moment');
      return { __typename: 'LogContactMomentSuccess', moment: outcome, contact };
    },
  },
  Contact: {
    id: (contact) => contact._id,
    identities: (contact, _args, { modules }) => modules.contacts.identitiesOf(contact.brandId, contact._id),
  },
  ContactIdentity: {
    id: (identity) => identity._id,
    account: async (identity, _args, { loaders }) =>
      existing(await loaders.accounts.load(identity.accountId), 'account of an identity'),
  },
  ContactMoment: {
    id: (moment) => moment._id,
    loggedBy: (moment, _args, { loaders }) => (moment.loggedBy === null ? null : loaders.users.load(moment.loggedBy)),
  },
};

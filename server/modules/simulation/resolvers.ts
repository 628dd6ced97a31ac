import type { Resolvers } from '#server/graphql/generated/resolver-types.ts';
import { viewerOf } from '#server/graphql/viewer-of.ts';

const longestText = 10_000;
const longestName = 60;

const messages = {
  off: { nl: 'Simuleren kan alleen in de demo.', en: 'Simulating is only possible in the demo.' },
  account: { nl: 'Dit account bestaat niet.', en: 'No such account.' },
  customerName: { nl: 'Geef een naam van hooguit 60 tekens.', en: 'Give a name of at most 60 characters.' },
  text: { nl: 'Geef een tekst van hooguit 10.000 tekens.', en: 'Give a text of at most 10,000 characters.' },
} as const;

/** Resolvers of schema.graphql. */
export const simulationResolvers: Resolvers = {
  Query: {
    demoStories: async (_source, _args, context) => {
      const { brandId } = viewerOf(context);
      return (await context.modules.simulation?.stories(brandId)) ?? [];
    },
  },
  Mutation: {
    simulateIncomingMessage: async (_source, { input }, context) => {
      const { simulation, accounts } = context.modules;
      if (!simulation) return { __typename: 'NotFound', message: messages.off };
      const account = await accounts.byId(viewerOf(context).brandId, input.accountId);
      if (!account) return { __typename: 'NotFound', message: messages.account };
      const name = input.customerName.trim();
      const text = input.text.trim();
      if (name === '' || name.length > longestName) {
        return { __typename: 'InvalidInput', field: 'customerName', message: messages.customerName };
      }
      if (text === '' || text.length > longestText) {
        return { __typename: 'InvalidInput', field: 'text', message: messages.text };
      }
      const status = await simulation.customerWrites(account, { name, text, public: input.public ?? false });
      return { __typename: 'SimulateMessageSuccess', status };
    },
  },
};

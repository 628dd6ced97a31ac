import type { Resolvers } from '#server/graphql/generated/resolver-types.ts';
import { viewerOf } from '#server/graphql/viewer-of.ts';

const obstacles = {
  notApproved: {
    nl: 'Niet goedgekeurd door het platform.',
    en: 'Not approved by the platform.',
  },
  mediaHeader: {
    nl: 'Begint met een afbeelding of bestand; dat kan van hieruit niet worden ingevuld.',
    en: 'Begins with a picture or file, which cannot be filled in from here.',
  },
  buttonVariable: {
    nl: 'Heeft een knop met een open plek; die kan van hieruit niet worden ingevuld.',
    en: 'Has a button with an open place, which cannot be filled in from here.',
  },
} as const;

/** Resolvers of schema.graphql. */
export const platformTemplatesResolvers: Resolvers = {
  Query: {
    platformTemplates: async (_source, { conversationId, fresh }, context) => {
      viewerOf(context);
      const conversation = await context.loaders.conversations.load(conversationId);
      const account = conversation && (await context.loaders.accounts.load(conversation.accountId));
      const channel = context.modules.channels.find(({ name }) => name === account?.channel);
      if (!account || channel?.capabilities.templates !== true) return null;
      const list = await context.modules.platformTemplates.ofAccount(account, fresh);
      return {
        ...list,
        templates: list.templates.map((template) => ({
          ...template,
          id: `${template.name} ${template.language}`,
          headerVariables: [...template.headerVariables],
          bodyVariables: [...template.bodyVariables],
          obstacle: template.obstacle === null ? null : obstacles[template.obstacle],
        })),
      };
    },
  },
};

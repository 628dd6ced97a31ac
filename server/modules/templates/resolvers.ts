import type { GraphQLContext } from '#server/graphql/context.ts';
import type { Resolvers, ResolversTypes } from '#server/graphql/generated/resolver-types.ts';
import { existing, viewerOf } from '#server/graphql/viewer-of.ts';
import type { TemplateOutcome } from './change-template.ts';

const texts = {
  notFound: { nl: 'Dit sjabloon bestaat niet.', en: 'No such template.' },
  changed: {
    nl: 'Iemand anders wijzigde dit sjabloon net. Bekijk het opnieuw.',
    en: 'Somebody else has just changed this template. Look at it again.',
  },
  wish: { nl: 'Omschrijf de wens in 1 tot 200 tekens.', en: 'Describe the wish in 1 to 200 characters.' },
  offers: {
    nl: 'Noem 1 tot 20 ideeën van hooguit 300 tekens.',
    en: 'Name 1 to 20 ideas of at most 300 characters.',
  },
} as const;

function templateResult(outcome: TemplateOutcome): ResolversTypes['TemplateResult'] {
  switch (outcome.kind) {
    case 'done':
      return { __typename: 'TemplateChanged', template: outcome.template };
    case 'changedMeanwhile':
      return { __typename: 'ChangedMeanwhile', message: texts.changed };
    case 'invalid':
      return { __typename: 'InvalidInput', field: outcome.field, message: outcome.message };
    case 'notFound':
      return { __typename: 'NotFound', message: texts.notFound };
  }
}

async function personOf(context: GraphQLContext): Promise<{ brandId: string; userName: string }> {
  const { brandId, userId } = viewerOf(context);
  return { brandId, userName: existing(await context.loaders.users.load(userId), 'signed-in user').name };
}

const unused = { used: 0, calmer: 0, angrier: 0, wroteAgain: 0 };

/** Resolvers of schema.graphql. */
export const templatesResolvers: Resolvers = {
  Query: {
    replyTemplates: (_source, _args, context) => context.modules.templates.ofBrand(viewerOf(context).brandId),
    offerIdeas: (_source, _args, context) => context.modules.templates.ideas(viewerOf(context).brandId),
    allowedLinkHosts: async (_source, _args, context) => [
      ...(await context.modules.templates.allowedHosts(viewerOf(context).brandId)),
    ],
  },
  Mutation: {
    proposeTemplate: async (_source, { input }, context) => {
      const proposal = { ...input, id: input.id ?? null, visibility: input.visibility ?? null };
      return templateResult(await context.modules.templates.propose(await personOf(context), proposal));
    },
    approveTemplate: async (_source, { id, version }, context) =>
      templateResult(await context.modules.templates.approve(await personOf(context), { id, version })),
    archiveTemplate: async (_source, { id, archived }, context) =>
      templateResult(await context.modules.templates.archive(viewerOf(context).brandId, { id, archived })),
    setOfferIdea: async (_source, { input }, context) => {
      const { brandId } = viewerOf(context);
      const outcome = await context.modules.templates.setIdea(brandId, { ...input, id: input.id ?? null });
      if ('fault' in outcome) {
        return { __typename: 'InvalidInput', field: outcome.fault, message: texts[outcome.fault] };
      }
      return { __typename: 'OfferIdeaStored', idea: outcome };
    },
    removeOfferIdea: (_source, { id }, context) => context.modules.templates.removeIdea(viewerOf(context).brandId, id),
    setAllowedLinkHosts: async (_source, { hosts }, context) => {
      const { brandId } = viewerOf(context);
      const wrong = await context.modules.templates.setAllowedHosts(brandId, hosts);
      if (wrong !== null) {
        const message = { nl: `"${wrong}" is geen domeinnaam.`, en: `"${wrong}" is no domain name.` };
        return { __typename: 'InvalidInput', field: 'hosts', message };
      }
      return { __typename: 'AllowedHostsSet', hosts: [...(await context.modules.templates.allowedHosts(brandId))] };
    },
  },
  ReplyTemplate: {
    id: ({ _id }) => _id,
    versions: ({ versions }) => [...versions],
    outcomes: async ({ _id }, _args, { loaders }) => (await loaders.templateOutcomes()).get(_id) ?? unused,
  },
  OfferIdea: { id: ({ _id }) => _id, offers: ({ offers }) => [...offers] },
};

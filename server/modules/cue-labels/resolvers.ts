import type { Resolvers, ResolversTypes } from '#server/graphql/generated/resolver-types.ts';
import { existing, viewerOf } from '#server/graphql/viewer-of.ts';
import { cueLabels } from '#shared/emotion/cue-model.ts';
import type { LocalText } from '#shared/local-text.ts';
import { corpusLines, type CueLabelDoc, type JudgeOutcome } from './index.ts';

const mostShown = 200;
const gone = { nl: 'Dit bericht is er niet (meer).', en: 'This message is not there (any more).' };
const dissatisfied = { nl: 'ontevreden', en: 'not content' };

function labelOf(code: string): LocalText {
  return Object.hasOwn(cueLabels, code) ? cueLabels[code as keyof typeof cueLabels] : dissatisfied;
}

function resultOf(outcome: JudgeOutcome): ResolversTypes['JudgeCueResult'] {
  if (outcome.kind === 'done') return { __typename: 'CueJudged', judged: outcome.message };
  if (outcome.kind === 'notFound') return { __typename: 'NotFound', message: gone };
  return { __typename: 'InvalidInput', field: outcome.field, message: outcome.message };
}

const spanOf = (start: number | null | undefined, end: number | null | undefined): CueLabelDoc['span'] =>
  typeof start === 'number' && typeof end === 'number' ? { start, end } : null;

/** Resolvers of schema.graphql. */
export const cueLabelsResolvers: Resolvers = {
  Query: {
    cueLabels: (_source, { first }, context) =>
      context.modules.cueLabels.newest(viewerOf(context).brandId, Math.min(mostShown, Math.max(1, first))),
    cueLabelLines: async (_source, _args, context) => {
      const { brandId } = viewerOf(context);
      const { modules, loaders } = context;
      const [labelled, users] = await Promise.all([modules.cueLabels.labelled(brandId), modules.agents.users(brandId)]);
      const contactIds = [...new Set(labelled.map(({ message }) => message.contactId))];
      const contacts = await loaders.contacts.loadMany(contactIds);
      const names = new Map(
        contacts.flatMap((each) => (each && !(each instanceof Error) ? [[each._id, each.displayName] as const] : [])),
      );
      const colleagues = users.map(({ name }) => name);
      return corpusLines(labelled, ({ contactId, authorName }) => [
        names.get(contactId) ?? '',
        authorName ?? '',
        ...colleagues,
      ]);
    },
  },
  Mutation: {
    judgeCue: async (_source, { input }, context) => {
      const { brandId, userId } = viewerOf(context);
      const { messageId, code, verdict = null, start, end } = input;
      const { name: userName } = existing(await context.loaders.users.load(userId), 'signed-in user');
      const judgement = { messageId, code, verdict, span: spanOf(start, end) };
      const outcome = await context.modules.cueLabels.judge({ brandId, userId, userName }, judgement);
      context.loaders.cueLabels.clear(messageId);
      return resultOf(outcome);
    },
  },
  CueLabel: {
    id: ({ _id }) => _id,
    label: ({ code }) => labelOf(code),
    words: async ({ span, messageId, at }, _args, { loaders }) => {
      if (span === null) return null;
      const message = await loaders.messages.load(messageId);
      if (!message || message.deletedAt || (message.editedAt && message.editedAt.getTime() > at.getTime())) return null;
      return { ...span, text: message.text.slice(span.start, span.end) };
    },
    message: ({ messageId }, _args, { loaders }) => loaders.messages.load(messageId),
  },
  Message: {
    cueLabels: ({ _id, direction }, _args, { loaders }) => (direction === 'in' ? loaders.cueLabels.load(_id) : []),
  },
};

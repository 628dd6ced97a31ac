import { readTiedPage, tiedPosition, type TiedPosition } from '#server/db/tied-page.ts';
import type { Resolvers } from '#server/graphql/generated/resolver-types.ts';
import { decodeCursor, encodeCursor, pageSize } from '#server/graphql/pagination.ts';
import { existing, viewerOf } from '#server/graphql/viewer-of.ts';
import type { DeadLetterDoc } from './dead-letters.store.ts';

const list = 'deadLetters';
const beforeAll = -8.64e15;
const longestReason = 500;

const placeOf = ({ sortKey, _id }: DeadLetterDoc): TiedPosition => [sortKey, _id];

const messages = {
  gone: { nl: 'Deze aflevering bestaat niet.', en: 'No such delivery.' },
  reason: {
    nl: 'Geef een reden van hooguit 500 tekens.',
    en: 'Give a reason of at most 500 characters.',
  },
} as const;

/** Resolvers of schema.graphql. */
export const ingestResolvers: Resolvers = {
  Query: {
    deadLetters: async (_source, { state, first, after }, context) => {
      const { brandId } = viewerOf(context);
      const size = pageSize(first, 20);
      const found = await readTiedPage({
        read: (start, limit) => context.modules.deadLetters.page(brandId, state, start, limit),
        positionOf: placeOf,
        after: after ? decodeCursor(list, after, tiedPosition) : [beforeAll, ''],
        size: size + 1,
      });
      const nodes = found.slice(0, size);
      const last = nodes.at(-1);
      const endCursor = last ? encodeCursor(list, placeOf(last)) : null;
      return { nodes, pageInfo: { endCursor, hasNextPage: found.length > size } };
    },
    deadLetterBody: async (_source, { id }, context) => {
      const { brandId, userId } = viewerOf(context);
      return context.modules.deadLetters.bodyOf({ brandId, userId, id });
    },
  },
  Mutation: {
    replayDeadLetter: async (_source, { id }, context) => {
      const { brandId, userId } = viewerOf(context);
      const letter = await context.modules.deadLetters.replay({ brandId, userId, id });
      return letter ? { __typename: 'DeadLetterSuccess', letter } : { __typename: 'NotFound', message: messages.gone };
    },
    replayAllDeadLetters: async (_source, _args, context) => {
      const { brandId, userId } = viewerOf(context);
      return context.modules.deadLetters.replayAll({ brandId, userId });
    },
    discardDeadLetter: async (_source, { id, reason: given }, context) => {
      const { brandId, userId } = viewerOf(context);
      const reason = given.trim();
      if (reason === '' || reason.length > longestReason) {
        return { __typename: 'InvalidInput', field: 'reason', message: messages.reason };
      }
      const letter = await context.modules.deadLetters.discard({ brandId, userId, id, reason });
      return letter ? { __typename: 'DeadLetterSuccess', letter } : { __typename: 'NotFound', message: messages.gone };
    },
  },
  DeadLetter: {
    id: (letter) => letter._id,
    channel: (letter, _args, { modules }) =>
      existing(
        modules.channels.find(({ name }) => name === letter.channel),
        'channel of a dead letter',
      ),
    account: (letter, _args, { loaders }) => loaders.accounts.load(letter.accountId),
  },
  DeadLetterStep: { by: ({ userId }, _args, { loaders }) => loaders.users.load(userId) },
};

import { promiserOf } from './promiser.ts';
import type { Resolvers } from '#server/graphql/generated/resolver-types.ts';

/** Resolvers of schema.graphql. */
export const promisesResolvers: Resolvers = {
  ReplyPromise: {
    id: (promise) => promise._id,
    promiser: (promise) => promiserOf(promise),
    chasedBy: ({ chasedBy }) => [...(chasedBy ?? [])],
    corrected: ({ corrected }) => corrected ?? false,
    keptByAct: ({ doneAt, settledAt, settledByMessageId }) =>
      doneAt !== undefined && settledAt !== null && settledByMessageId === null,
    wording: ({ start, end, wording }) => ({ start, end, text: wording }),
    // The sweeper may be a moment behind: a deadline that has passed is missed, whatever is stored.
    state: (promise, _args, { now }) =>
      promise.state === 'open' && promise.dueAt.getTime() < now.getTime() ? 'missed' : promise.state,
    lateByMs: (promise, _args, { now }) => {
      if (promise.lateByMs !== null) return promise.lateByMs;
      const unanswered = promise.settledAt === null && promise.dueAt.getTime() < now.getTime();
      return unanswered ? now.getTime() - promise.dueAt.getTime() : null;
    },
    autoReplyVersion: ({ autoReplyVersionId }, _args, { loaders }) =>
      autoReplyVersionId === null ? null : loaders.autoReplyVersions.load(autoReplyVersionId),
  },
};

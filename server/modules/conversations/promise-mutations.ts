import type { GraphQLContext } from '#server/graphql/context.ts';
import type { LabelledPromise, Resolvers, ResolversTypes } from '#server/graphql/generated/resolver-types.ts';
import { viewerOf } from '#server/graphql/viewer-of.ts';
import { labelLines, type PromiseLabelDoc, type ReplyPromiseDoc } from '#server/modules/promises/index.ts';
import type { Actor, MarkOutcome } from './mark-promises.ts';

const mostLabels = 100;
const exportedLabels = 5_000;

const notFound: ResolversTypes['NotFound'] & { __typename: 'NotFound' } = {
  __typename: 'NotFound',
  message: { nl: 'Deze belofte of dit bericht bestaat niet.', en: 'No such promise or message.' },
};

const faults = {
  dueAt: {
    nl: 'De termijn ligt niet voor het bericht en hooguit een jaar erna.',
    en: 'The deadline lies not before the message and at most a year after it.',
  },
  words: {
    nl: 'Kies de woorden van de belofte in het bericht.',
    en: 'Choose the words of the promise in the message.',
  },
  at: {
    nl: 'Het moment ligt na de belofte en niet in de toekomst.',
    en: 'The moment lies after the promise and not in the future.',
  },
} as const;

/** Corrections of promises, what was done about them, and what customers did meanwhile. */
export const promiseMutations: Resolvers = {
  Query: {
    promiseLabels: async (_source, { first }, context) => {
      const { brandId } = viewerOf(context);
      const limit = Math.min(mostLabels, Math.max(1, first));
      const labels = await context.modules.promises.labels.newest(brandId, limit);
      return Promise.all(labels.map((label) => shownLabel(label, context)));
    },
    promiseLabelLines: async (_source, _args, context) => {
      const { brandId } = viewerOf(context);
      const labels = await context.modules.promises.labels.newest(brandId, exportedLabels);
      const contacts = await context.loaders.contacts.loadMany([...new Set(labels.map(({ contactId }) => contactId))]);
      const names = new Map(
        contacts.flatMap((each) => (each && !(each instanceof Error) ? [[each._id, each.displayName] as const] : [])),
      );
      const colleagues = (await context.modules.agents.users(brandId)).map(({ name }) => name);
      return labelLines(labels, ({ contactId }) => [names.get(contactId) ?? '', ...colleagues]);
    },
  },
  Mutation: {
    correctPromise: async (_source, { input: { promiseId, meant } }, context) => {
      const correction = meant
        ? ({ verdict: 'changed', promiseId, ...meant } as const)
        : ({ verdict: 'noPromise', promiseId } as const);
      return resultOf(await context.modules.conversations.correctPromise(actorOf(context), correction));
    },
    addPromise: async (_source, { input: { messageId, start, end, meant } }, context) => {
      const correction = { verdict: 'added', messageId, start, end, ...meant } as const;
      return resultOf(await context.modules.conversations.correctPromise(actorOf(context), correction));
    },
    markPromiseDone: async (_source, { promiseId, at }, context) =>
      resultOf(
        await context.modules.conversations.markPromiseDone(actorOf(context), { promiseId, at: at ?? context.now }),
      ),
  },
  ReplyPromise: { otherContacts },
  Message: {
    chases: async ({ _id, conversationId, chaser }, _args, { loaders }) => {
      if (chaser !== true) return null;
      const promises = await loaders.promisesOfConversation.load(conversationId);
      return promises.find(({ chasedBy = [] }) => chasedBy.includes(_id)) ?? null;
    },
  },
};

function actorOf(context: GraphQLContext): Actor {
  const { brandId, userId } = viewerOf(context);
  return { brandId, userId, now: context.now };
}

function resultOf(outcome: MarkOutcome): ResolversTypes['ChangePromiseResult'] {
  if (!outcome) return notFound;
  if ('fault' in outcome) return { __typename: 'InvalidInput', field: outcome.fault, message: faults[outcome.fault] };
  return { __typename: 'ChangePromiseSuccess', conversation: outcome.conversation, changed: outcome.message };
}

/** Who has to come back by another way while something was promised did not get it in time, whatever the deadline says. */
async function otherContacts(
  promise: ReplyPromiseDoc,
  _args: object,
  { loaders, now }: GraphQLContext,
): Promise<ResolversTypes['OtherContact'][]> {
  const until = (promise.settledAt ?? now).getTime();
  const within = (at: Date): boolean => at.getTime() > promise.madeAt.getTime() && at.getTime() <= until;
  const [messages, moments] = await Promise.all([
    loaders.messagesOfContact.load(promise.contactId),
    loaders.momentsOfContact.load(promise.contactId),
  ]);
  const ofMessages = messages
    .filter(({ direction, conversationId, sentAt, history }) => {
      const elsewhere = direction === 'in' && conversationId !== promise.conversationId;
      return elsewhere && history !== true && within(sentAt);
    })
    .map((message) => ({ at: message.sentAt, message, moment: null }));
  const ofMoments = moments
    .filter(({ fromCustomer, at }) => fromCustomer && within(at))
    .map((moment) => ({ at: moment.at, message: null, moment }));
  return [...ofMessages, ...ofMoments].sort((a, b) => a.at.getTime() - b.at.getTime());
}

async function shownLabel(
  label: PromiseLabelDoc,
  { loaders }: GraphQLContext,
): Promise<Awaited<ResolversTypes['PromiseLabel']>> {
  const shown = (said: PromiseLabelDoc['person']): LabelledPromise | null =>
    said && {
      kind: said.kind,
      act: said.act,
      dueAt: said.dueAt,
      wording: { start: said.start, end: said.end, text: said.wording },
    };
  const { _id: id, verdict, text, userId, at, conversationId } = label;
  const conversation = await loaders.conversations.load(conversationId);
  return {
    id,
    verdict,
    text,
    at,
    reader: shown(label.reader),
    person: shown(label.person),
    conversation,
    by: userId === null ? null : await loaders.users.load(userId),
  };
}

import type { GraphQLContext } from '#server/graphql/context.ts';
import type { Resolvers, ResolversTypes } from '#server/graphql/generated/resolver-types.ts';
import { existing, viewerOf } from '#server/graphql/viewer-of.ts';
import type { MessageDoc } from '#server/modules/conversations/index.ts';
import { cueLabels, type CueCode } from '#shared/emotion/cue-model.ts';
import type { LocalText } from '#shared/local-text.ts';
import type { WordOutcome } from './change-words.ts';
import type { SetEffect } from './effect-of-words.ts';
import type { CueWordEffect, ThoughtChange } from './index.ts';

const dayMs = 24 * 3_600_000;
const [mostDays, mostLooked, mostShown] = [60, 2_000, 50];

const texts = {
  notFound: { nl: 'Dit woord staat er niet meer.', en: 'This word is not there any more.' },
  oneOfTwo: { nl: 'Kies één wijziging.', en: 'Choose one change.' },
  days: { nl: 'Kies 1 tot 60 dagen.', en: 'Choose 1 to 60 days.' },
} as const;

type Refused = Exclude<WordOutcome, { kind: 'done' }>;

function refusal(
  outcome: Refused,
): ResolversTypes['NotFound' | 'InvalidInput'] & { __typename: 'NotFound' | 'InvalidInput' } {
  if (outcome.kind === 'notFound') return { __typename: 'NotFound', message: texts.notFound };
  return { __typename: 'InvalidInput', field: outcome.field, message: outcome.message };
}

async function changed(outcome: WordOutcome, context: GraphQLContext): Promise<ResolversTypes['CueWordsResult']> {
  if (outcome.kind !== 'done') return refusal(outcome);
  return { __typename: 'CueWordsSaved', list: await context.modules.cueWords.list(viewerOf(context).brandId) };
}

async function changerOf(context: GraphQLContext): Promise<{ brandId: string; userId: string; userName: string }> {
  const { brandId, userId } = viewerOf(context);
  return { brandId, userId, userName: existing(await context.loaders.users.load(userId), 'signed-in user').name };
}

type SignTag = { readonly code: CueCode; readonly label: LocalText };

const tagOf = (code: CueCode): SignTag => ({ code, label: cueLabels[code] });

function figuresOf({ messages, figures }: SetEffect) {
  return { messages, figures: figures.map(({ code, before, after }) => ({ ...tagOf(code), before, after })) };
}

async function effectOf(
  change: ThoughtChange,
  days: number,
  context: GraphQLContext,
): Promise<ResolversTypes['CueWordEffectResult']> {
  const { brandId } = viewerOf(context);
  const { cueWords, cueLabels: labels, conversations } = context.modules;
  const since = new Date(context.now.getTime() - days * dayMs);
  const [labelled, recent] = await Promise.all([
    labels.judgedTexts(brandId),
    conversations.messages.fromCustomers(brandId, since, context.now, mostLooked),
  ]);
  const effect = await cueWords.effect(brandId, change, { labelled, recent });
  if (effect.kind !== 'effect') return refusal(effect);
  const byId = new Map(recent.map((message) => [message._id, message]));
  return {
    __typename: 'CueWordEffect',
    labelled: figuresOf(effect.labelled),
    shipped: figuresOf(effect.shipped),
    since,
    looked: recent.length,
    ...otherwiseOf(effect, byId),
  };
}

function otherwiseOf({ otherwise }: CueWordEffect, byId: ReadonlyMap<string, MessageDoc>) {
  const shown = otherwise.slice(0, mostShown).flatMap(({ messageId, gained, lost }) => {
    const message = byId.get(messageId);
    return message === undefined ? [] : [{ message, gained: gained.map(tagOf), lost: lost.map(tagOf) }];
  });
  return { otherwiseCount: otherwise.length, otherwise: shown };
}

/** Resolvers of schema.graphql. */
export const cueWordsResolvers: Resolvers = {
  Query: {
    cueWords: (_source, _args, context) => context.modules.cueWords.list(viewerOf(context).brandId),
    cueWordEffect: async (_source, { input, days }, context) => {
      const { add, removeId } = input;
      const change: ThoughtChange | null = add && !removeId ? { add } : removeId && !add ? { removeId } : null;
      if (change === null) return { __typename: 'InvalidInput', field: null, message: texts.oneOfTwo };
      if (days < 1 || days > mostDays) return { __typename: 'InvalidInput', field: 'days', message: texts.days };
      return effectOf(change, days, context);
    },
  },
  Mutation: {
    addCueWord: async (_source, { input }, context) =>
      changed(await context.modules.cueWords.add(await changerOf(context), input), context),
    removeCueWord: async (_source, { id }, context) =>
      changed(await context.modules.cueWords.remove(await changerOf(context), id), context),
  },
  CueWordList: {
    words: ({ words }) => [...words].sort((a, b) => b.addedAt.getTime() - a.addedAt.getTime()),
    changes: ({ changes }) => [...changes],
  },
  CueWord: { id: ({ _id }) => _id, label: ({ code }) => cueLabels[code] },
  CueWordChange: { label: ({ code }) => cueLabels[code] },
  CueAccuracy: {
    precision: ({ right, wrong }) => (right + wrong === 0 ? null : right / (right + wrong)),
    recall: ({ right, missed }) => (right + missed === 0 ? null : right / (right + missed)),
  },
};

import type { GraphQLContext } from '#server/graphql/context.ts';
import type { Resolvers } from '#server/graphql/generated/resolver-types.ts';
import { viewerOf } from '#server/graphql/viewer-of.ts';
import type { Advice } from '#shared/advice/advise-at.ts';
import type { Contradiction } from '#shared/advice/contradictions.ts';
import type { LocalText } from '#shared/local-text.ts';
import type { AdviceRequest } from './index.ts';

const longestText = 2_000;
const [leastRate, mostRate, mostDays] = [0.5, 0.99, 90];

const faults = {
  channel: { nl: 'Dit kanaal bestaat niet.', en: 'This channel does not exist.' },
  rate: { nl: 'Kies een aandeel van 50 tot 99 %.', en: 'Choose a share from 50 to 99 %.' },
  days: { nl: 'Kies 1 tot 90 dagen.', en: 'Choose 1 to 90 days.' },
  text: { nl: 'Een tekst heeft hooguit 2.000 tekens.', en: 'A text has at most 2,000 characters.' },
} as const satisfies Record<string, LocalText>;

type Asked = Omit<AdviceRequest, 'brandId'> & { readonly text?: string };

function faultOf({ channel, rate, days, text = '' }: Asked, { modules }: GraphQLContext): keyof typeof faults | null {
  if (!modules.channels.some(({ name }) => name === channel)) return 'channel';
  if (!(rate >= leastRate && rate <= mostRate)) return 'rate';
  if (days < 1 || days > mostDays) return 'days';
  return text.length > longestText ? 'text' : null;
}

function invalid(field: keyof typeof faults) {
  return { __typename: 'InvalidInput' as const, field, message: faults[field] };
}

function adviceOf(advice: Advice | null, at: Date) {
  if (!advice) return null;
  const { step, wording, sentence, dueAt, n, level, visibility, keptShare } = advice;
  return {
    ...step,
    wording,
    sentence,
    dueAt,
    n,
    level,
    visibility,
    keptShare,
    withinMs: dueAt.getTime() - at.getTime(),
  };
}

function contradictionOf({ code, words, remedy }: Contradiction, { modules }: GraphQLContext) {
  if (!remedy) return { code, words, remedy };
  const wording = remedy.kind === 'callback' ? null : remedy.wording;
  const name = remedy.kind === 'otherChannel' ? remedy.channel : null;
  const channel = modules.channels.find((each) => each.name === name) ?? null;
  return { code, words, remedy: { kind: remedy.kind, wording, channel } };
}

/** Resolvers of schema.graphql. */
export const adviceResolvers: Resolvers = {
  Query: {
    promiseAdvice: async (_source, args, context) => {
      const { brandId } = viewerOf(context);
      const asked = { ...args, visibility: args.visibility ?? null };
      const fault = faultOf(asked, context);
      if (fault) return invalid(fault);
      const { cells, now, ...rest } = await context.modules.adviser.grid({ brandId, ...asked });
      return {
        __typename: 'PromiseAdviceGrid',
        ...rest,
        kinds: [...rest.kinds],
        now: adviceOf(now, context.now),
        cells: cells.map(({ weekday, hour, open, at, advice }) => ({
          weekday,
          hour,
          open,
          advice: adviceOf(advice, at),
        })),
      };
    },
    simulatePromise: async (_source, args, context) => {
      const { brandId } = viewerOf(context);
      const asked = { ...args, visibility: args.visibility ?? null };
      const fault = faultOf(asked, context);
      if (fault) return invalid(fault);
      const result = await context.modules.adviser.simulate({ brandId, ...asked });
      return {
        __typename: 'PromiseSimulation',
        ...result,
        misses: result.misses.map(({ sample: { conversationId, startedAt, answeredAt }, dueAt, lateByMs }) => ({
          conversationId,
          startedAt,
          answeredAt,
          dueAt,
          lateByMs,
        })),
        contradictions: result.contradictions.map((each) => contradictionOf(each, context)),
      };
    },
  },
};

import { journeyOf, type ContactDoc, type ContactMomentDoc } from '#server/modules/contacts/index.ts';
import type { GraphQLContext } from '#server/graphql/context.ts';
import type { Resolvers, ResolversTypes } from '#server/graphql/generated/resolver-types.ts';
import { contactMood } from './contact-mood.ts';
import { journeyMessageOf } from './journey-message.ts';
import { inOrder } from './message-order.ts';
import type { MessageDoc } from './messages.store.ts';

type History = { readonly messages: readonly MessageDoc[]; readonly moments: readonly ContactMomentDoc[] };

/** Resolvers of a contact's history over all channels. */
export const contactHistoryResolvers: Resolvers = {
  Contact: {
    mood: (contact, _args, context) => contactMood(contact, context),
    timeline: async (contact, _args, context) => timelineOf(contact, await historyOf(contact, context), context),
    journey: async (contact, _args, context) => {
      const { messages, moments } = await historyOf(contact, context);
      const journey = journeyOf(messages.map(journeyMessageOf), moments);
      return {
        momentsBeforeAnswer: journey.momentsBeforeAnswer,
        firstContactAt: journey.firstContactAt,
        answeredAt: journey.answeredAt,
        firstTimeFix: journey.firstTimeFix,
      };
    },
  },
};

async function historyOf(contact: ContactDoc, { modules }: GraphQLContext): Promise<History> {
  const [messages, moments] = await Promise.all([
    modules.conversations.messages.ofContact(contact.brandId, contact._id),
    modules.contacts.momentsOf(contact.brandId, contact._id),
  ]);
  return { messages, moments };
}

async function timelineOf(
  contact: ContactDoc,
  history: History,
  { modules }: GraphQLContext,
): Promise<ResolversTypes['TimelineItem'][]> {
  const conversationIds = [...new Set(history.messages.map((message) => message.conversationId))];
  const promises = await modules.promises.ofConversations(contact.brandId, conversationIds);
  const { momentNumbers } = journeyOf(history.messages.map(journeyMessageOf), history.moments);
  const ofMessages = inOrder(history.messages).map((message) => ({
    id: message._id,
    at: message.sentAt,
    moment: null,
    message,
    promise: promises.find((promise) => promise.messageId === message._id) ?? null,
    momentNumber: momentNumbers.get(message._id) ?? null,
  }));
  const ofMoments = history.moments.map((moment) => ({
    id: moment._id,
    at: moment.at,
    moment,
    message: null,
    promise: null,
    momentNumber: momentNumbers.get(moment._id) ?? null,
  }));
  return [...ofMessages, ...ofMoments].sort((a, b) => a.at.getTime() - b.at.getTime());
}

import type { Resolvers } from '#server/graphql/generated/resolver-types.ts';
import { cueLabels } from '#shared/emotion/cues.ts';
import { existing } from '#server/graphql/viewer-of.ts';
import { isAuthorCorrectable } from './change-conversation.ts';

/** Fields of messages and their parts. */
export const messageResolvers: Resolvers = {
  Message: {
    id: (message) => message._id,
    channel: (message, _args, { modules }) =>
      existing(
        modules.channels.find(({ name }) => name === message.channel),
        'channel of a message',
      ),
    platformDelayMs: ({ sentAt, receivedAt }) => Math.max(0, receivedAt.getTime() - sentAt.getTime()),
    authorCorrectable: (message) => isAuthorCorrectable(message),
    privateReply: ({ outgoing }) => typeof outgoing?.privateReplyTo === 'string',
    attachments: ({ attachments }) =>
      attachments.map(({ type, url, title, fileName, latitude, longitude }) => ({
        type,
        // Anything but http(s) or a file of our own could run in the agent's browser.
        url: url !== null && /^(https?:\/\/|\/media\/[\w-]{22}$)/u.test(url) ? url : null,
        title: title ?? fileName,
        latitude,
        longitude,
      })),
    editedAt: ({ editedAt }) => editedAt ?? null,
    deletedAt: ({ deletedAt }) => deletedAt ?? null,
    reactions: ({ reactions }) =>
      (reactions ?? []).flatMap(({ emoji, by }) => (emoji === null ? [] : [{ emoji, byCustomer: by === 'customer' }])),
    replyTo: ({ accountId, replyToExternalId }, _args, { loaders }) =>
      replyToExternalId === null
        ? null
        : loaders.messagesByExternalId.load({ accountId, externalId: replyToExternalId }),
    promises: async ({ _id, conversationId }, _args, { loaders }) => {
      const promises = await loaders.promisesOfConversation.load(conversationId);
      return promises.filter((promise) => promise.messageId === _id).sort((a, b) => a.index - b.index);
    },
  },
  Cue: { label: ({ code }) => cueLabels[code] },
};

import type { ChannelDefinition, MediaRule } from '#server/channels/channel.ts';
import { megabyte } from '#server/channels/transport/media-types.data.ts';
import type { OutgoingLimits } from '#server/channels/transport/outgoing-checks.ts';
import { countUtf16, countXWeighted, xPostLimit } from '#shared/text-length.ts';
import { parseX } from './parse.ts';
import { xErrors } from './send-errors.data.ts';
import type { XCredentials } from './send.ts';
import { createXSender, xCredentialsSchema } from './send.ts';
import { createXUpkeep, xStreams } from './upkeep.ts';
import { signX, verifyX, xHandshake } from './verify.ts';

const minuteMs = 60_000;

/** Pictures and video, with the words beside them. */
function mediaRules(captionMaxLength: number): MediaRule[] {
  return [
    { kind: 'image', mimeTypes: ['image/jpeg', 'image/png'], maxBytes: 5 * megabyte, captionMaxLength },
    { kind: 'image', mimeTypes: ['image/gif'], maxBytes: 15 * megabyte, captionMaxLength },
    { kind: 'video', mimeTypes: ['video/mp4'], maxBytes: 512 * megabyte, captionMaxLength },
  ];
}

const limits: OutgoingLimits = {
  capabilities: {
    maxLength: { private: 10_000, public: xPostLimit },
    windowMs: null,
    humanWindowMs: null,
    sendsPublic: true,
    sendsPrivate: true,
    media: {
      private: { maxPerMessage: 1, rules: mediaRules(10_000) },
      public: { maxPerMessage: 4, rules: mediaRules(xPostLimit) },
    },
    // The daily limits (1,440 messages, 10,000 posts for the app) are these, all day long.
    budgets: { private: { count: 15, perMs: 15 * minuteMs }, public: { count: 100, perMs: 15 * minuteMs } },
    privateReply: { withinMs: null, oncePerPost: false },
    templates: false,
  },
  countLength: (text: string, visibility: 'private' | 'public') =>
    visibility === 'public' ? countXWeighted(text) : countUtf16(text),
};

/** X: mentions, replies, quotes and direct messages. */
export const xChannel: ChannelDefinition<XCredentials> = {
  name: 'x',
  label: 'X',
  ...limits,
  defaultEndpoint: { baseUrl: 'https://api.x.com', apiVersion: '2' },
  sendErrors: xErrors,
  credentialsSchema: xCredentialsSchema,
  accountFields: [
    {
      name: 'webhookId',
      label: { nl: 'Webhook-id bij X', en: 'Webhook id at X' },
      hint: {
        nl: 'Nodig om het abonnement te controleren en opnieuw te nemen (X Activity API of Account Activity API).',
        en: 'Needed to check the subscription and to take it again (X Activity API or Account Activity API).',
      },
      secret: false,
    },
  ],
  accountIdLabel: { nl: 'Gebruikers-id (niet de naam met @)', en: 'User id (not the name with @)' },
  missed: {
    everyMs: 15 * 60_000,
    streams: xStreams,
    note: {
      nl: 'Vermeldingen, eigen berichten en privéberichten worden elk kwartier nagelezen, en na een onderbreking.',
      en: 'Mentions, own posts and messages are read again every quarter of an hour, and after an interruption.',
    },
  },
  handshake: xHandshake,
  verify: verifyX,
  sign: signX,
  parse: parseX,
  createSender: (dependencies) => createXSender(dependencies, limits),
  createUpkeep: createXUpkeep,
};

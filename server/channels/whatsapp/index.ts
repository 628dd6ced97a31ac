import type { ChannelDefinition } from '#server/channels/channel.ts';
import { graphErrors } from '#server/channels/meta/graph-errors.data.ts';
import { metaHandshake } from '#server/channels/meta/handshake.ts';
import { signMeta, verifyMeta } from '#server/channels/meta/signature.ts';
import { documentTypes, megabyte } from '#server/channels/transport/media-types.data.ts';
import type { OutgoingLimits } from '#server/channels/transport/outgoing-checks.ts';
import { countUtf16 } from '#shared/text-length.ts';
import { whatsAppCredentialsSchema, type WhatsAppCredentials } from './credentials.ts';
import { parseWhatsApp } from './parse.ts';
import { whatsAppErrors } from './send-errors.data.ts';
import { createWhatsAppSender } from './send.ts';

/** Second-hand: no figure stands in the documents read. Longer words go as a text of their own. */
const captionMaxLength = 1024;

const limits: OutgoingLimits = {
  capabilities: {
    maxLength: { private: 4096, public: 0 },
    windowMs: 24 * 3_600_000,
    humanWindowMs: null,
    sendsPublic: false,
    sendsPrivate: true,
    media: {
      private: {
        maxPerMessage: 1,
        rules: [
          { kind: 'image', mimeTypes: ['image/jpeg', 'image/png'], maxBytes: 5 * megabyte, captionMaxLength },
          {
            kind: 'audio',
            mimeTypes: ['audio/mpeg', 'audio/mp4', 'audio/ogg', 'audio/aac', 'audio/amr'],
            maxBytes: 16 * megabyte,
            captionMaxLength: null,
          },
          { kind: 'video', mimeTypes: ['video/mp4'], maxBytes: 16 * megabyte, captionMaxLength },
          { kind: 'file', mimeTypes: documentTypes, maxBytes: 100 * megabyte, captionMaxLength },
        ],
      },
      public: null,
    },
    // 80 a second for a number, in and out together; numbers shared with the Business app have 20 (SEND_BUDGETS).
    budgets: { private: { count: 80, perMs: 1000 }, public: null },
    privateReply: null,
    templates: true,
  },
  countLength: countUtf16,
};

/** WhatsApp by Meta's Cloud API. */
export const whatsAppChannel: ChannelDefinition<WhatsAppCredentials> = {
  name: 'whatsapp',
  label: 'WhatsApp',
  ...limits,
  defaultEndpoint: { baseUrl: 'https://graph.facebook.com', apiVersion: 'v26.0' },
  sendErrors: [...whatsAppErrors, ...graphErrors],
  credentialsSchema: whatsAppCredentialsSchema,
  handshake: metaHandshake,
  verify: verifyMeta,
  sign: signMeta,
  parse: parseWhatsApp,
  createSender: (dependencies) => createWhatsAppSender(dependencies, limits),
};

import type { ChannelDefinition } from '#server/channels/channel.ts';
import type { GraphCredentials } from '#server/channels/meta/graph-call.ts';
import { graphCredentialsSchema } from '#server/channels/meta/graph-call.ts';
import { metaHandshake } from '#server/channels/meta/handshake.ts';
import { signMeta, verifyMeta } from '#server/channels/meta/signature.ts';
import { countUtf16 } from '#shared/text-length.ts';
import { parseWhatsApp } from './parse.ts';
import { createWhatsAppSender } from './send.ts';

const limits = {
  capabilities: {
    maxLength: { private: 4096, public: 0 },
    windowMs: 24 * 3_600_000,
    humanWindowMs: null,
    sendsPublic: false,
    sendsPrivate: true,
  },
  countLength: countUtf16,
};

/** WhatsApp by Meta's Cloud API. */
export const whatsAppChannel: ChannelDefinition<GraphCredentials> = {
  name: 'whatsapp',
  label: 'WhatsApp',
  ...limits,
  defaultEndpoint: { baseUrl: 'https://graph.facebook.com', apiVersion: 'v26.0' },
  credentialsSchema: graphCredentialsSchema,
  handshake: metaHandshake,
  verify: verifyMeta,
  sign: signMeta,
  parse: parseWhatsApp,
  createSender: (dependencies) => createWhatsAppSender(dependencies, limits),
};

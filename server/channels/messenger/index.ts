import type { ChannelDefinition } from '#server/channels/channel.ts';
import type { GraphCredentials } from '#server/channels/meta/graph-call.ts';
import { graphCredentialsSchema } from '#server/channels/meta/graph-call.ts';
import { metaHandshake } from '#server/channels/meta/handshake.ts';
import { signMeta, verifyMeta } from '#server/channels/meta/signature.ts';
import { countUtf16 } from '#shared/text-length.ts';
import { parseMessenger } from './parse.ts';
import { createMessengerSender } from './send.ts';

const hourMs = 3_600_000;

const limits = {
  capabilities: {
    maxLength: { private: 2000, public: 8000 },
    windowMs: 24 * hourMs,
    humanWindowMs: 7 * 24 * hourMs,
    sendsPublic: true,
    sendsPrivate: true,
  },
  countLength: countUtf16,
};

/** Facebook Messenger and the comments on a page's posts. */
export const messengerChannel: ChannelDefinition<GraphCredentials> = {
  name: 'messenger',
  label: 'Facebook Messenger',
  ...limits,
  defaultEndpoint: { baseUrl: 'https://graph.facebook.com', apiVersion: 'v26.0' },
  credentialsSchema: graphCredentialsSchema,
  handshake: metaHandshake,
  verify: verifyMeta,
  sign: signMeta,
  parse: parseMessenger,
  createSender: (dependencies) => createMessengerSender(dependencies, limits),
};

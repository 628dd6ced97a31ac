import type { ChannelDefinition } from '#server/channels/channel.ts';
import { countUtf16, countXWeighted, xPostLimit } from '#shared/text-length.ts';
import { parseX } from './parse.ts';
import type { XCredentials } from './send.ts';
import { createXSender, xCredentialsSchema } from './send.ts';
import { signX, verifyX, xHandshake } from './verify.ts';

const limits = {
  capabilities: {
    maxLength: { private: 10_000, public: xPostLimit },
    windowMs: null,
    humanWindowMs: null,
    sendsPublic: true,
    sendsPrivate: true,
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
  credentialsSchema: xCredentialsSchema,
  handshake: xHandshake,
  verify: verifyX,
  sign: signX,
  parse: parseX,
  createSender: (dependencies) => createXSender(dependencies, limits),
};

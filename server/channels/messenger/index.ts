import { appSecretField } from '#server/channels/account-field.ts';
import type { ChannelDefinition } from '#server/channels/channel.ts';
import { onlyPairIn } from '#server/channels/body/one-customer.ts';
import { metaHandshake } from '#server/channels/meta/handshake.ts';
import { graphErrors } from '#server/channels/meta/graph-errors.data.ts';
import { signMeta, verifyMeta } from '#server/channels/meta/signature.ts';
import { documentTypes, megabyte } from '#server/channels/transport/media-types.data.ts';
import type { OutgoingLimits } from '#server/channels/transport/outgoing-checks.ts';
import { countUtf16 } from '#shared/text-length.ts';
import { instagramPageField, messengerCredentialsSchema, type MessengerCredentials } from './credentials.ts';
import { parseMessenger } from './parse.ts';
import { messengerErrors } from './send-errors.data.ts';
import { createMessengerSender } from './send.ts';
import { createMessengerUpkeep, messengerStreams } from './upkeep.ts';

const hourMs = 3_600_000;

const limits: OutgoingLimits = {
  capabilities: {
    maxLength: { private: 2000, public: 8000 },
    windowMs: 24 * hourMs,
    humanWindowMs: 7 * 24 * hourMs,
    sendsPublic: true,
    sendsPrivate: true,
    media: {
      private: {
        maxPerMessage: 1,
        rules: [
          {
            kind: 'image',
            mimeTypes: ['image/jpeg', 'image/png', 'image/gif'],
            maxBytes: 8 * megabyte,
            captionMaxLength: null,
          },
          {
            kind: 'audio',
            mimeTypes: ['audio/mpeg', 'audio/mp4', 'audio/ogg'],
            maxBytes: 25 * megabyte,
            captionMaxLength: null,
          },
          { kind: 'video', mimeTypes: ['video/mp4'], maxBytes: 25 * megabyte, captionMaxLength: null },
          { kind: 'file', mimeTypes: documentTypes, maxBytes: 25 * megabyte, captionMaxLength: null },
        ],
      },
      public: null,
    },
    // 300 texts a second for a page; comments fall under an hourly share of the app that the answers' headers tell.
    budgets: { private: { count: 300, perMs: 1000 }, public: null },
    privateReply: { withinMs: 7 * 24 * hourMs, oncePerPost: true },
    templates: false,
  },
  countLength: countUtf16,
};

/** Page and customer of a private item, whichever of them wrote. */
const parties = /"(?:sender|recipient)":\{"id":"([^"\\]{1,64})"/gu;

/** Facebook Messenger and the comments on a page's posts; the same of an Instagram account. */
export const messengerChannel: ChannelDefinition<MessengerCredentials> = {
  name: 'messenger',
  label: 'Facebook Messenger',
  ...limits,
  defaultEndpoint: { baseUrl: 'https://graph.facebook.com', apiVersion: 'v26.0' },
  sendErrors: [...messengerErrors, ...graphErrors],
  credentialsSchema: messengerCredentialsSchema,
  accountFields: [appSecretField, instagramPageField],
  accountIdLabel: {
    nl: 'Pagina-id (of het id van het Instagram-account)',
    en: 'Page id (or the Instagram account’s id)',
  },
  missed: {
    everyMs: null,
    streams: messengerStreams,
    note: {
      nl: 'Na een onderbreking lezen we de gesprekken van de pagina na. Reacties onder berichten kunnen niet worden nagelezen.',
      en: 'After an interruption we read the page’s conversations again. Comments cannot be read afterwards.',
    },
  },
  handshake: metaHandshake,
  verify: verifyMeta,
  sign: signMeta,
  parse: parseMessenger,
  talkOf: (body) => onlyPairIn(body, parties),
  createSender: (dependencies) => createMessengerSender(dependencies, limits),
  createUpkeep: createMessengerUpkeep,
};

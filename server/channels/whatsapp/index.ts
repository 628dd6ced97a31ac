import { appSecretField } from '#server/channels/account-field.ts';
import type { ChannelDefinition } from '#server/channels/channel.ts';
import { onlyIdIn } from '#server/channels/body/one-customer.ts';
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
import { createWhatsAppUpkeep } from './upkeep.ts';

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

/** The customer as messages, reports and echoes name them. */
const customers = /"(?:wa_id|recipient_id|to)":"(\d{1,32})"/gu;

/** WhatsApp by Meta's Cloud API. */
export const whatsAppChannel: ChannelDefinition<WhatsAppCredentials> = {
  name: 'whatsapp',
  label: 'WhatsApp',
  ...limits,
  defaultEndpoint: { baseUrl: 'https://graph.facebook.com', apiVersion: 'v26.0' },
  sendErrors: [...whatsAppErrors, ...graphErrors],
  credentialsSchema: whatsAppCredentialsSchema,
  accountFields: [
    {
      name: 'businessAccountId',
      label: { nl: 'WhatsApp Business-account-id', en: 'WhatsApp Business account id' },
      hint: {
        nl: 'Nodig om sjablonen te versturen, het abonnement te controleren en meldingen over kwaliteit te zien.',
        en: 'Needed to send templates, to check the subscription and to see notices about quality.',
      },
      secret: false,
    },
    appSecretField,
  ],
  accountIdLabel: { nl: 'Telefoonnummer-id (phone_number_id)', en: 'Phone number id (phone_number_id)' },
  missed: {
    everyMs: null,
    streams: [],
    note: {
      nl: 'WhatsApp laat gemiste berichten niet nalezen. Meta bezorgt wat niet aankwam tot zeven dagen lang opnieuw.',
      en: 'WhatsApp does not let missed messages be read afterwards. Meta delivers what did not arrive again for up to seven days.',
    },
  },
  groupIdOf: ({ businessAccountId }) => businessAccountId ?? null,
  handshake: metaHandshake,
  verify: verifyMeta,
  sign: signMeta,
  parse: parseWhatsApp,
  talkOf: (body) => onlyIdIn(body, customers),
  createSender: (dependencies) => createWhatsAppSender(dependencies, limits),
  createUpkeep: createWhatsAppUpkeep,
};

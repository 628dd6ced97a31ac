import { z } from 'zod';
import { graphCredentialsSchema } from '#server/channels/meta/graph-call.ts';

/** A number's token; `businessAccountId` is the WhatsApp Business Account (WABA): templates, subscriptions and facts hang there. */
export const whatsAppCredentialsSchema = graphCredentialsSchema.extend({
  businessAccountId: z
    .string()
    .regex(/^\d{5,32}$/u)
    .optional(),
});

/** Credentials of a WhatsApp number. */
export type WhatsAppCredentials = z.infer<typeof whatsAppCredentialsSchema>;

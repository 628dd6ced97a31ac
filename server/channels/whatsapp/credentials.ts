import { z } from 'zod';
import { graphCredentialsSchema } from '#server/channels/meta/graph-call.ts';

/** A number's token; `businessAccountId` is the WhatsApp Business Account (WABA) that owns its templates. */
export const whatsAppCredentialsSchema = graphCredentialsSchema.extend({
  businessAccountId: z
    .string()
    .regex(/^[0-9A-Za-z_-]{1,64}$/)
    .optional(),
});

/** Credentials of a WhatsApp number. */
export type WhatsAppCredentials = z.infer<typeof whatsAppCredentialsSchema>;

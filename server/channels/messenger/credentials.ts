import { z } from 'zod';
import type { AccountField } from '#server/channels/account-field.ts';
import type { SenderAccount } from '#server/channels/channel.ts';
import { graphCredentialsSchema } from '#server/channels/meta/graph-call.ts';

/** A page's token; `pageId` names the linked page when the account is an Instagram account, whose messages go through that page. */
export const messengerCredentialsSchema = graphCredentialsSchema.extend({
  pageId: z
    .string()
    .regex(/^\d{1,32}$/u)
    .optional(),
});

/** Credentials of a page or an Instagram account. */
export type MessengerCredentials = z.infer<typeof messengerCredentialsSchema>;

/** The page behind an Instagram account; left empty for a page. */
export const instagramPageField: AccountField = {
  name: 'pageId',
  label: { nl: 'Gekoppelde pagina-id (alleen bij Instagram)', en: 'Linked page id (Instagram only)' },
  hint: {
    nl: 'Vul dit in als het account een Instagram-account is: berichten gaan dan via de pagina waaraan het gekoppeld is.',
    en: 'Fill this in when the account is an Instagram account: messages then go through the page it is linked to.',
  },
  secret: false,
};

/** Whether an account is one of Instagram's. */
export function isInstagram({ credentials }: SenderAccount<MessengerCredentials>): boolean {
  return credentials.pageId !== undefined;
}

/** The page below which an account's calls hang: itself, or the one an Instagram account is linked to. */
export function pageOf({ externalId, credentials }: SenderAccount<MessengerCredentials>): string {
  return credentials.pageId ?? externalId;
}

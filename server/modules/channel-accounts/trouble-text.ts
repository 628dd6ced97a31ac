import type { LocalText } from '#shared/local-text.ts';
import type { ChannelAccountDoc } from './accounts.store.ts';

/** Code of the trouble that the owner withdrew our access. */
export const revokedCode = 'revoked';

/** Code of the trouble that the platform gave no clear answer several times in a row. */
export const platformDownCode = 'platformDown';

/** Why sending on an account stopped, in words; null when it did not. */
export function problemOfTrouble(trouble: ChannelAccountDoc['trouble']): LocalText | null {
  if (!trouble) return null;
  if (trouble.code === revokedCode) {
    return {
      nl: 'De toegang tot dit account is ingetrokken. Koppel het opnieuw.',
      en: 'Access to this account was withdrawn. Reconnect it.',
    };
  }
  if (trouble.code === platformDownCode) {
    return {
      nl: 'Het platform antwoordt niet of met storingen. We proberen het steeds opnieuw; antwoorden wachten zolang.',
      en: 'The platform does not answer, or with faults. We keep trying; replies wait meanwhile.',
    };
  }
  return {
    nl: `Het platform weigert de toegang (${trouble.code}). Koppel dit account opnieuw.`,
    en: `The platform refuses access (${trouble.code}). Reconnect this account.`,
  };
}

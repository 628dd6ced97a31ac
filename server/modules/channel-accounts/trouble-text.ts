import type { LocalText } from '#shared/local-text.ts';
import type { ChannelAccountDoc } from './accounts.store.ts';

/** Why sending on an account stopped, in words; null when it did not. */
export function problemOfTrouble(trouble: ChannelAccountDoc['trouble']): LocalText | null {
  if (!trouble) return null;
  return {
    nl: `Het platform weigert de toegang (${trouble.code}). Koppel dit account opnieuw.`,
    en: `The platform refuses access (${trouble.code}). Reconnect this account.`,
  };
}

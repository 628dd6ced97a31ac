import type { SendErrorRule } from '#server/channels/errors.ts';

/** Old error codes that X still sends inside `errors[]`; its newer answers name a problem type instead. */
export const xErrors: readonly SendErrorRule[] = [
  { code: '32', meaning: 'tokenExpired' },
  { code: '64', meaning: 'accountRestricted' },
  { code: '88', meaning: 'rateLimited' },
  { code: '89', meaning: 'tokenExpired' },
  { code: '130', meaning: 'unavailable' },
  { code: '131', meaning: 'unavailable' },
  { code: '150', meaning: 'blockedByCustomer' },
  { code: '186', meaning: 'tooLong' },
  { code: '187', meaning: 'duplicate' },
  { code: '226', meaning: 'looksAutomated' },
  { code: '326', meaning: 'accountRestricted' },
  { code: '349', meaning: 'blockedByCustomer' },
  { code: '354', meaning: 'tooLong' },
  { code: '385', meaning: 'targetGone' },
];

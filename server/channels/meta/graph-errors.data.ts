import type { SendErrorRule } from '#server/channels/errors.ts';

/** Codes that mean the same on every product of the Graph API; a product's own table goes before it. */
export const graphErrors: readonly SendErrorRule[] = [
  { code: '-1', meaning: 'unavailable' },
  { code: '0', meaning: 'tokenExpired' },
  { code: '1', meaning: 'unavailable' },
  { code: '2', meaning: 'unavailable' },
  { code: '3', meaning: 'permissionMissing' },
  { code: '4', meaning: 'rateLimited' },
  { code: '10', meaning: 'permissionMissing' },
  { code: '17', meaning: 'rateLimited' },
  { code: '32', meaning: 'rateLimited' },
  { code: '100', meaning: 'invalidMessage' },
  { code: '102', meaning: 'tokenExpired' },
  { code: '190', meaning: 'tokenExpired' },
  { code: '190-458', meaning: 'tokenExpired' },
  { code: '190-460', meaning: 'tokenExpired' },
  { code: '190-463', meaning: 'tokenExpired' },
  { code: '200..299', meaning: 'permissionMissing' },
  { code: '368', meaning: 'accountRestricted' },
  { code: '613', meaning: 'rateLimited' },
  { code: '80001..80014', meaning: 'rateLimited' },
];

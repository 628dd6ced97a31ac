import type { SendErrorRule } from '#server/channels/errors.ts';

/** Messenger's own codes beside those every Graph product shares. */
export const messengerErrors: readonly SendErrorRule[] = [
  { code: '10-2018278', meaning: 'windowClosed' },
  { code: '10-2534022', meaning: 'windowClosed' },
  { code: '10-2018065', meaning: 'windowClosed' },
  { code: '10-2018108', meaning: 'blockedByCustomer' },
  { code: '10-1893063', meaning: 'accountRestricted' },
  { code: '100-2018047', meaning: 'mediaRejected' },
  { code: '200-1545041', meaning: 'blockedByCustomer' },
  { code: '551', meaning: 'blockedByCustomer' },
  { code: '551-1545041', meaning: 'blockedByCustomer' },
];

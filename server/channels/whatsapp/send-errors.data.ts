import type { SendErrorRule } from '#server/channels/errors.ts';

/** One message per six seconds to one customer is the documented pace. */
const pairPauseMs = 6_000;

/** WhatsApp's own codes beside those every Graph product shares; most refusals come later, in a status. */
export const whatsAppErrors: readonly SendErrorRule[] = [
  { code: '130429', meaning: 'rateLimited' },
  { code: '130472', meaning: 'heldBack' },
  { code: '131000', meaning: 'unavailable' },
  { code: '131005', meaning: 'permissionMissing' },
  { code: '131008', meaning: 'invalidMessage' },
  { code: '131009', meaning: 'invalidMessage' },
  { code: '131016', meaning: 'unavailable' },
  { code: '131026', meaning: 'customerUnreachable' },
  { code: '131030', meaning: 'accountSetup' },
  { code: '131031', meaning: 'accountRestricted' },
  { code: '131042', meaning: 'accountSetup' },
  { code: '131045', meaning: 'accountSetup' },
  { code: '131047', meaning: 'templateNeeded' },
  { code: '131048', meaning: 'rateLimited' },
  { code: '131049', meaning: 'heldBack' },
  { code: '131050', meaning: 'optedOut' },
  { code: '131051', meaning: 'unsupportedContent' },
  { code: '131052', meaning: 'mediaRejected' },
  { code: '131053', meaning: 'mediaRejected' },
  { code: '131056', meaning: 'customerRateLimited', retryAfterMs: pairPauseMs },
  { code: '131057', meaning: 'accountSetup' },
  { code: '131064', meaning: 'rateLimited' },
  { code: '132000', meaning: 'templateInvalid' },
  { code: '132001', meaning: 'templateInvalid' },
  { code: '132005', meaning: 'tooLong' },
  { code: '132007', meaning: 'templateInvalid' },
  { code: '132008', meaning: 'templateInvalid' },
  { code: '132012', meaning: 'templateInvalid' },
  { code: '132015', meaning: 'templatePaused' },
  { code: '132016', meaning: 'templatePaused' },
  { code: '135000', meaning: 'unavailable' },
];

/**
 * Why a send did not succeed, in terms the outbox acts on:
 * - `rateLimited`: nothing went out; try again after `retryAfterMs`.
 * - `unauthorised`: token dead or permission missing; the account needs reconnecting.
 * - `windowClosed`: outside the platform's reply window; final.
 * - `rejected`: the platform refused this message; final.
 * - `unreachable`: nothing went out (connection refused, DNS); may be tried again.
 * - `uncertain`: the message may have gone out (time-out, reset, 5xx after the request was written); never resent by itself.
 */
export type ChannelErrorKind =
  'rateLimited' | 'unauthorised' | 'windowClosed' | 'rejected' | 'unreachable' | 'uncertain';

/** What the outbox does about each meaning; docs/send-errors.md tells agents what each asks of them. */
export const kindOfMeaning = {
  windowClosed: 'windowClosed',
  templateNeeded: 'windowClosed',
  blockedByCustomer: 'rejected',
  customerUnreachable: 'rejected',
  optedOut: 'rejected',
  heldBack: 'rejected',
  tokenExpired: 'unauthorised',
  permissionMissing: 'unauthorised',
  accountRestricted: 'unauthorised',
  accountSetup: 'unauthorised',
  rateLimited: 'rateLimited',
  customerRateLimited: 'rateLimited',
  tooLong: 'rejected',
  invalidMessage: 'rejected',
  unsupportedContent: 'rejected',
  mediaRejected: 'rejected',
  templateInvalid: 'rejected',
  templatePaused: 'rejected',
  duplicate: 'rejected',
  looksAutomated: 'rejected',
  targetGone: 'rejected',
  refused: 'rejected',
  unavailable: 'uncertain',
  unreachable: 'unreachable',
} as const satisfies Record<string, ChannelErrorKind>;

/** The class of a platform's refusal: what it means for the agent, whatever number the platform gave it. */
export type SendMeaning = keyof typeof kindOfMeaning;

/** One line of a channel's table of error codes. */
export type SendErrorRule = {
  /** `code` or `code-subcode`; a range of whole codes as `80001..80014`. The most exact line wins. */
  readonly code: string;
  readonly meaning: SendMeaning;
  /** Where the platform's documents name a wait, in ms. */
  readonly retryAfterMs?: number;
};

/** The line of the first table that knows `code` (with its subcode, alone, or in a range); null when none does. */
export function ruleOf(
  tables: readonly (readonly SendErrorRule[])[],
  code: string,
  subcode: string | null = null,
): SendErrorRule | null {
  const exact = (wanted: string): SendErrorRule | undefined => tables.flat().find((rule) => rule.code === wanted);
  const inRange = tables.flat().find((rule) => {
    const [first, last] = rule.code.split('..').map(Number);
    return first !== undefined && last !== undefined && Number(code) >= first && Number(code) <= last;
  });
  return (subcode === null ? undefined : exact(`${code}-${subcode}`)) ?? exact(code) ?? inRange ?? null;
}

/** The plainest meaning of each kind, for refusals nobody named more exactly. */
const meaningOfKind: Record<ChannelErrorKind, SendMeaning> = {
  rateLimited: 'rateLimited',
  unauthorised: 'permissionMissing',
  windowClosed: 'windowClosed',
  rejected: 'refused',
  unreachable: 'unreachable',
  uncertain: 'unavailable',
};

/** What is known beyond kind, code and words. */
type MoreOfError = { readonly retryAfterMs?: number | null; readonly meaning?: SendMeaning };

/** A platform's refusal or silence. `code` is the platform's own code as text, `detail` its words (never shown without ours). */
export class ChannelError extends Error {
  readonly kind: ChannelErrorKind;
  readonly meaning: SendMeaning;
  readonly code: string;
  readonly detail: string;
  /** How long to wait before another try, in ms; null when the platform did not say. */
  readonly retryAfterMs: number | null;

  constructor(kind: ChannelErrorKind, code: string, detail: string, more: MoreOfError = {}) {
    super(`${kind} (${code}): ${detail}`);
    this.name = 'ChannelError';
    this.kind = kind;
    this.meaning = more.meaning ?? meaningOfKind[kind];
    this.code = code;
    this.detail = detail;
    this.retryAfterMs = more.retryAfterMs ?? null;
  }

  /** True when the same message may be tried again without risk of a double. */
  get retryable(): boolean {
    return this.kind === 'rateLimited' || this.kind === 'unreachable';
  }
}

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

/** A platform's refusal or silence. `code` is the platform's own code as text, `detail` its words (never shown without ours). */
export class ChannelError extends Error {
  readonly kind: ChannelErrorKind;
  readonly code: string;
  readonly detail: string;
  /** How long to wait before another try, in ms; null when the platform did not say. */
  readonly retryAfterMs: number | null;

  constructor(kind: ChannelErrorKind, code: string, detail: string, retryAfterMs: number | null = null) {
    super(`${kind} (${code}): ${detail}`);
    this.name = 'ChannelError';
    this.kind = kind;
    this.code = code;
    this.detail = detail;
    this.retryAfterMs = retryAfterMs;
  }

  /** True when the same message may be tried again without risk of a double. */
  get retryable(): boolean {
    return this.kind === 'rateLimited' || this.kind === 'unreachable';
  }
}

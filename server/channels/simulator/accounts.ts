/** The three platforms played here. */
export type SimulatedChannel = 'messenger' | 'whatsapp' | 'x';

/** An account on a played platform; calls are let in by its token. */
export type SimulatedAccount = {
  readonly channel: SimulatedChannel;
  /** Page id, phone_number_id or X user id. */
  readonly externalId: string;
  readonly accessToken: string;
  readonly name: string;
  /** X handle or WhatsApp number in digits; unused on Messenger. */
  readonly handle: string;
  /** Set on an Instagram account, which is played as a Messenger account: the page its calls hang below. */
  readonly pageId?: string;
  /** WhatsApp: the business account that owns the templates, and those templates as the platform tells them. */
  readonly businessAccountId?: string;
  readonly templates?: readonly unknown[];
};

/** A customer as the played platform knows one; on WhatsApp `id` is the number in digits. */
export type SimulatedCustomer = { readonly id: string; readonly name: string; readonly handle?: string };

/** How the next call, or every call, for an account goes wrong. */
export type SimulatedFault =
  /** Takes the message, then breaks the connection. */
  | { readonly kind: 'dropConnection' }
  /** Takes the message, answers after `ms`. */
  | { readonly kind: 'late'; readonly ms: number }
  /** Takes the message, answers 500. */
  | { readonly kind: 'serverError' }
  /** Takes the message, answers 200 with words that are no JSON. */
  | { readonly kind: 'unreadable' }
  /** Takes the message; the echo arrives before the answer. */
  | { readonly kind: 'echoFirst' }
  /** Takes and answers, but sends neither echo nor status. */
  | { readonly kind: 'silent' }
  /** Takes and answers; a failed status follows (WhatsApp). */
  | { readonly kind: 'failedLater'; readonly code: number; readonly detail: string }
  /** Takes nothing: 429. */
  | { readonly kind: 'rateLimited'; readonly retryAfterSeconds: number }
  /** Takes nothing: an error body with this code. */
  | { readonly kind: 'refused'; readonly status: number; readonly code: number; readonly subcode?: number };

/** One message a platform took. */
export type SimulatedSend = {
  readonly channel: SimulatedChannel;
  readonly accountExternalId: string;
  readonly externalId: string;
  readonly visibility: 'private' | 'public';
  /** The customer, or the comment or post that was answered. */
  readonly to: string;
  /** Empty for a file without words and for a template. */
  readonly text: string;
  /** Files that go with it. */
  readonly mediaIds: readonly string[];
  /** A template as it was filled in. */
  readonly template: unknown;
  /** The comment that a private message answers. */
  readonly privateReplyTo: string | null;
  readonly clientTag: string | null;
  readonly at: Date;
  /** The request as it came. */
  readonly body: unknown;
};

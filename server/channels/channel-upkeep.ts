import type { SenderAccount } from './channel.ts';

/** Whether the platform sends us this account's events; `missing`: what it leaves out, in the platform's own words. */
export type SubscriptionState = {
  readonly state: 'subscribed' | 'partly' | 'lost';
  readonly missing: readonly string[];
};

/** A list of events that a platform lets us read ourselves. */
export type MissedStream = {
  readonly name: string;
  /** Least time between two reads of one account, from the platform's rate limits, in ms. */
  readonly pauseMs: number;
};

/** Asks for what happened since an instant: the first page (`cursor` null) or the one a page named. */
export type MissedRequest = { readonly stream: string; readonly since: Date; readonly cursor: string | null };

/** One page, as bodies in the form of the platform's webhooks, so that they go the same way as those. */
export type MissedPage = {
  readonly bodies: readonly unknown[];
  /** How many events the bodies hold. */
  readonly items: number;
  /** Where to read on; null at the end. */
  readonly next: string | null;
};

/** What can be looked after at a platform for one account. Throws `ChannelError`, whose kinds mean the same as for a send. */
export type ChannelUpkeep<Credentials> = {
  /** Null: the account's credentials do not name what is needed to ask. */
  checkSubscription(account: SenderAccount<Credentials>, signal: AbortSignal): Promise<SubscriptionState | null>;
  /** Subscribes (again) to everything we read; null as above. */
  subscribe(account: SenderAccount<Credentials>, signal: AbortSignal): Promise<SubscriptionState | null>;
  /** Reads one page of what may have been missed; absent where the platform shows nothing afterwards. */
  readMissed?(request: MissedRequest, account: SenderAccount<Credentials>, signal: AbortSignal): Promise<MissedPage>;
};

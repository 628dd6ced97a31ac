import { readCustomer } from '../emotion/cues.ts';
import { xPostLimit } from '../text-length.ts';
import { defaultOpeningHours } from '../time/opening-hours.ts';
import { asksIn } from './customer-ask.ts';
import type { DraftContext } from './draft-model.ts';

/** States in which a promise to the customer can be when a draft is checked from outside the inbox. */
export const promiseStates = [
  'none',
  'open',
  'due',
  'kept',
  'superseded',
  'withdrawn',
  'missed',
  'missed_once',
  'missed_often',
  'broken',
] as const;

/**
 * A draft with what is known about it, as the command line and the evaluation give it. `lateMinutes`: how far past our norm, 0 = in time;
 * `now`: when it would be sent, as an ISO 8601 instant that can be read: only then are promises held against the opening hours.
 */
export type CheckInput = {
  readonly draft: string;
  readonly customer: string;
  readonly lateMinutes?: number;
  readonly promise?: (typeof promiseStates)[number];
  readonly channel?: string;
  readonly name?: string;
  readonly now?: string;
};

const missed: ReadonlySet<string> = new Set(['missed', 'missed_once', 'missed_often', 'broken']);
const open: ReadonlySet<string> = new Set(['open', 'due']);
const publicChannels =
  /public|openbaar|comment|mention|tweet|post|reply|review|^(?:x|twitter|facebook|fb|instagram|insta|threads|bluesky|mastodon|tiktok|youtube|trustpilot|google)$/i;
const privateChannels = /private|dm|direct|messenger|whatsapp|mail|chat|sms|inbox|prive/i;

/** True when everybody can read what is written on a channel of this name ("x", "facebook_comment", "public", ...). */
export function isPublicChannel(channel: string): boolean {
  return !privateChannels.test(channel) && publicChannels.test(channel.trim());
}

const xChannel = /^(?:x|twitter|tweet|x[_ -]?(?:post|reply|mention|tweet|public))$/i;

// Messages between two on X are longer than any reply.
function longestOn(channel: string): number | null {
  return xChannel.test(channel.trim()) ? xPostLimit : null;
}

const dayMs = 86_400_000;
const someMonday = new Date('2026-11-23T09:00:00Z');

/** The context of a draft outside the inbox: cues and wish from the customer's text; no history. */
export function contextOfInput({
  customer,
  lateMinutes = 0,
  promise = 'none',
  channel = '',
  name,
  now,
}: CheckInput): DraftContext {
  const { language, cues, wish, sentences } = readCustomer(customer);
  const customerTexts = [customer];
  return {
    asks: asksIn(wish, [{ text: customer, sentences }]),
    language,
    now: now === undefined ? someMonday : new Date(now),
    judgesCalendar: now !== undefined,
    hours: defaultOpeningHours,
    vagueMaxMs: dayMs,
    customerName: name ?? null,
    customerTexts,
    cues,
    wish,
    // How late is known, how long the customer waited in all is not.
    waitedMs: 0,
    late: lateMinutes > 0 || missed.has(promise),
    promiseState: missed.has(promise) ? 'missed' : open.has(promise) ? 'open' : 'none',
    contactMoments: 0,
    maxLength: longestOn(channel),
    recentReplies: [],
    delayReason: null,
    visibility: isPublicChannel(channel) ? 'public' : 'private',
  };
}

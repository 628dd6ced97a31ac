import { analyse } from '../emotion/cues.ts';
import { defaultOpeningHours } from '../time/opening-hours.ts';
import { customerAsks } from './customer-ask.ts';
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

/** A draft with what is known about it, as the command line and the evaluation give it. `lateMinutes`: how far past our norm, 0 = in time. */
export type CheckInput = {
  readonly draft: string;
  readonly customer: string;
  readonly lateMinutes?: number;
  readonly promise?: (typeof promiseStates)[number];
  readonly channel?: string;
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

const dayMs = 86_400_000;
const someMonday = new Date('2026-11-23T09:00:00Z');

/** The context of a draft outside the inbox: cues and wish from the customer's text; no name, history or calendar. */
export function contextOfInput({
  customer,
  lateMinutes = 0,
  promise = 'none',
  channel = '',
}: CheckInput): DraftContext {
  const { language, cues, wish } = analyse(customer);
  const customerTexts = [customer];
  return {
    asks: customerAsks({ wish, customerTexts }),
    language,
    now: someMonday,
    hours: defaultOpeningHours,
    vagueMaxMs: dayMs,
    customerName: null,
    customerTexts,
    cues,
    wish,
    // How late is known, how long the customer waited in all is not.
    waitedMs: 0,
    late: lateMinutes > 0 || missed.has(promise),
    promiseState: missed.has(promise) ? 'missed' : open.has(promise) ? 'open' : 'none',
    contactMoments: 0,
    maxLength: null,
    recentReplies: [],
    delayReason: null,
    visibility: isPublicChannel(channel) ? 'public' : 'private',
  };
}

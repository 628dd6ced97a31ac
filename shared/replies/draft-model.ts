import type { Bilingual, Cue, Language, Wish } from '../emotion/cue-model.ts';
import type { CustomerAsk } from './customer-ask.ts';
import type { OpeningHours } from '../time/opening-hours.ts';

/** Every finding the draft check can give. */
export const draftCodes = [
  'late_no_apology',
  'wish_ignored',
  'vague_promise',
  'superficial',
  'conditional_apology',
  'defensive',
  'org_centred',
  'emoji_on_grief',
  'mixed_address',
  'boilerplate',
  'too_long',
  'no_next_step',
  'no_greeting',
  'no_empathy',
  'open_slot',
  'promise_in_past',
  'promise_when_closed',
  'promise_too_early',
  'private_data_public',
  'wrong_name',
  'unsafe_link',
  'near_copy',
  'missing_sign_off',
  'jargon',
] as const;

/** One of {@link draftCodes}. */
export type DraftCode = (typeof draftCodes)[number];

/** A remark on a draft. Offsets are UTF-16 in the draft, null when the remark is about the whole or about something absent. */
export type DraftFinding = {
  code: DraftCode;
  level: 'error' | 'warn' | 'hint';
  start: number | null;
  end: number | null;
  message: Bilingual;
  suggestion: Bilingual | null;
};

/**
 * What a draft is judged against. `customerTexts` is the unanswered turn, oldest first; `late` says that our clock or a promise
 * missed its goal; `maxLength` counts UTF-16 units of the channel; `recentReplies` are earlier texts of the same team.
 */
export type DraftContext = {
  language: Language;
  now: Date;
  hours: OpeningHours;
  vagueMaxMs: number;
  customerName: string | null;
  customerTexts: readonly string[];
  cues: readonly Cue[];
  wish: Wish | null;
  waitedMs: number;
  late: boolean;
  promiseState: 'none' | 'open' | 'missed';
  contactMoments: number;
  maxLength: number | null;
  recentReplies: readonly string[];
  delayReason: string | null;
  /** What the customer asks, where it was worked out already; absent = worked out from `customerTexts` and `wish`. */
  asks?: readonly CustomerAsk[];
  /** How many promises to this customer were missed in this conversation. */
  missedPromises?: number;
  /** Who can read the reply; absent = private. */
  visibility?: 'public' | 'private';
  /** Whether promises are held against the opening hours; absent = no, as where the date of sending is not known. */
  judgesCalendar?: boolean;
  /** The earliest moment that can honestly be promised, and which share (0..1) of recent cases would have kept it. */
  advice?: PromiseAdvice | null;
  /** Our own latest texts to this customer. */
  repliesToCustomer?: readonly string[];
  /** Host names that links may lead to, with their subdomains; absent or empty = all. */
  allowedHosts?: readonly string[];
  /** True where the house style wants a name under each reply. */
  signOffWanted?: boolean;
};

/** What the adviser on honest promises knows of a draft's channel and hour. */
export type PromiseAdvice = { honestAt: Date; keptShare: number | null };

import type { Bilingual, Cue, Language, Wish } from '../emotion/cue-model.ts';
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
};

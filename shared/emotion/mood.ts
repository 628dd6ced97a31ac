import type { Bilingual, CueCode } from './cue-model.ts';
import { dissatisfactionWeights } from './dissatisfaction.ts';
import { knownEvidence } from './known-evidence.ts';

/** How a conversation develops: the customer calms down, gets more upset, or neither. */
export const moodTrends = ['calming', 'rising', 'steady'] as const;

/** One of {@link moodTrends}. */
export type MoodTrend = (typeof moodTrends)[number];

/** A customer message as the mood needs it: its signs, in the order of sending. Cue codes as stored, unknown ones count for nothing. */
export type MoodMessage = { id: string; sentAt: Date; cues: readonly { code: string; score: number }[] };

/** What our own clocks and counters know about the customer who waits now. They outrank what the words say. */
export type MoodFacts = { waitedMs: number; contactMoments: number; missedPromise: boolean };

/** The tension of one message, 0 (friendly) to 1 (very upset); 0.3 is a message without signs. */
export type MoodPoint = { messageId: string; sentAt: Date; tension: number };

/** The course of a conversation or of all contact with a customer, with the reason in words. */
export type Mood = { points: MoodPoint[]; trend: MoodTrend; reason: Bilingual };

const neutral = 0.3;
// Less than this is the noise of wording.
const clearChange = 0.15;
const factLift = 0.25;

function isCueCode(code: string): code is CueCode {
  return code in dissatisfactionWeights;
}

/** How tense a message is by its signs. */
export function tensionOf(cues: MoodMessage['cues']): number {
  let upset = 0;
  let pleased = 0;
  for (const { code, score } of cues) {
    const weight = isCueCode(code) ? dissatisfactionWeights[code] : 0;
    if (weight > 0) upset += weight * score;
    else pleased -= weight * score;
  }
  return Math.min(1, Math.max(0, neutral + (1 - neutral) * Math.tanh(upset / 6) - neutral * Math.tanh(pleased)));
}

const quietReasons: Record<MoodTrend, Bilingual> = {
  calming: {
    nl: 'het laatste bericht klinkt rustiger dan de eerdere',
    en: 'the last message sounds calmer than earlier ones',
  },
  rising: {
    nl: 'het laatste bericht klinkt feller dan de eerdere',
    en: 'the last message sounds more upset than earlier ones',
  },
  steady: { nl: 'de toon van de berichten blijft gelijk', en: 'the tone of the messages stays the same' },
};
const firstReason: Bilingual = { nl: 'er is nog maar één bericht', en: 'there is only one message so far' };
const noneReason: Bilingual = {
  nl: 'er is nog geen bericht van de klant',
  en: 'there is no message from the customer yet',
};

function trendOf(change: number): MoodTrend {
  if (change >= clearChange) return 'rising';
  return change <= -clearChange ? 'calming' : 'steady';
}

/** Joins points with what our own clocks know: they lift the last point and give the reason, unless the customer calms down all the same. */
function courseOf<T extends { readonly tension: number }>(
  points: readonly T[],
  facts: MoodFacts,
  reasons: { readonly quiet: Record<MoodTrend, Bilingual>; readonly first: Bilingual },
): { points: T[]; trend: MoodTrend; reason: Bilingual } {
  const last = points.at(-1);
  if (last === undefined) return { points: [], trend: 'steady', reason: noneReason };
  const known = knownEvidence(facts);
  const lifted = { ...last, tension: Math.min(1, last.tension + factLift * known.length) };
  const shown = [...points.slice(0, -1), lifted];
  const before = points.slice(0, -1).slice(-3);
  const usual = before.length === 0 ? last.tension : meanOf(before);
  const trend = trendOf(lifted.tension - usual);
  const heaviest = known.at(-1);
  if (heaviest !== undefined && trend !== 'calming') return { points: shown, trend, reason: heaviest.why };
  return { points: shown, trend, reason: before.length === 0 ? reasons.first : reasons.quiet[trend] };
}

const meanOf = (points: readonly { readonly tension: number }[]): number =>
  points.reduce((sum, { tension }) => sum + tension, 0) / points.length;

/**
 * The course of the mood over a customer's messages, oldest first. Facts of our own (a long wait, many messages, a missed promise)
 * raise the last point and give the reason, whatever the words say.
 */
export function moodOf(messages: readonly MoodMessage[], facts: MoodFacts): Mood {
  const points = messages.map(({ id, sentAt, cues }) => ({ messageId: id, sentAt, tension: tensionOf(cues) }));
  return courseOf(points, facts, { quiet: quietReasons, first: firstReason });
}

/** A conversation with the customer's messages in it, oldest first. */
export type MoodConversation = { readonly id: string; readonly messages: readonly MoodMessage[] };

/** The tension of a conversation: the mean of its latest three messages. */
export type ContactMoodPoint = { conversationId: string; at: Date; tension: number };

/** The course over a customer's conversations; `conversations` counts those with words of the customer. */
export type ContactMood = { points: ContactMoodPoint[]; trend: MoodTrend; reason: Bilingual; conversations: number };

const contactReasons: Record<MoodTrend, Bilingual> = {
  calming: {
    nl: 'het laatste gesprek klinkt rustiger dan de eerdere',
    en: 'the last conversation sounds calmer than earlier ones',
  },
  rising: {
    nl: 'het laatste gesprek klinkt feller dan de eerdere',
    en: 'the last conversation sounds more upset than earlier ones',
  },
  steady: {
    nl: 'de toon van de gesprekken blijft gelijk',
    en: 'the tone of the conversations stays the same',
  },
};

/**
 * The course of the mood over a customer's conversations on all channels, ordered by the customer's latest message in each. One conversation
 * alone is read message by message. Facts count as in {@link moodOf}.
 */
export function contactMoodOf(all: readonly MoodConversation[], facts: MoodFacts): ContactMood {
  const spoken = all.flatMap(({ id, messages }) => {
    const points = messages.map(({ sentAt, cues }) => ({ conversationId: id, at: sentAt, tension: tensionOf(cues) }));
    const last = points.at(-1);
    return last === undefined ? [] : [{ points, last }];
  });
  const [only] = spoken;
  if (only !== undefined && spoken.length === 1) {
    return { ...courseOf(only.points, facts, { quiet: quietReasons, first: firstReason }), conversations: 1 };
  }
  const points = spoken.map(({ points: own, last }) => ({ ...last, tension: meanOf(own.slice(-3)) }));
  points.sort((a, b) => a.at.getTime() - b.at.getTime());
  return {
    ...courseOf(points, facts, { quiet: contactReasons, first: firstReason }),
    conversations: spoken.length,
  };
}

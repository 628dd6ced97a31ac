import type { Clock } from '#server/clock.ts';
import { derivedId } from '#server/db/derived-id.ts';
import type { MessageDoc } from '#server/modules/conversations/index.ts';
import { qualityParts, type QualityPart, type QualityScores } from '#shared/quality/quality-parts.ts';
import type { LocalText } from '#shared/local-text.ts';
import type { QualityReviewDoc, QualityReviewsStore } from './quality-reviews.store.ts';

/** Who reviews. */
export type Reviewer = { readonly brandId: string; readonly userId: string; readonly userName: string };

/** What a reviewer says of a reply; `score` null = not applicable. */
export type ReviewGiven = {
  readonly messageId: string;
  readonly scores: readonly { readonly part: QualityPart; readonly score: number | null }[];
  readonly note: string;
};

/** What became of it. */
export type ReviewOutcome =
  | { readonly kind: 'done'; readonly review: QualityReviewDoc }
  | { readonly kind: 'notFound' }
  | { readonly kind: 'invalid'; readonly field: string; readonly message: LocalText };

/** What reviewing needs. */
export type ReviewDependencies = {
  readonly store: QualityReviewsStore;
  readonly clock: Clock;
  readonly messageOf: (brandId: string, id: string) => Promise<MessageDoc | null>;
  readonly teamsOf: (brandId: string, userId: string) => Promise<string[]>;
};

const keptSteps = 20;
const longestNote = 2_000;

const faults = {
  own: ['messageId', { nl: 'Je eigen antwoorden beoordeel je niet.', en: 'You do not score your own replies.' }],
  parts: [
    'scores',
    { nl: 'Geef elk onderdeel één keer, of “n.v.t.”.', en: 'Give every part once, or “not applicable”.' },
  ],
  range: ['scores', { nl: 'Een cijfer is 1, 2, 3, 4 of 5.', en: 'A score is 1, 2, 3, 4 or 5.' }],
  none: ['scores', { nl: 'Geef minstens één onderdeel een cijfer.', en: 'Score at least one part.' }],
  note: [
    'note',
    { nl: 'De toelichting is hooguit 2000 tekens lang.', en: 'The note is at most 2,000 characters long.' },
  ],
} as const satisfies Record<string, readonly [string, LocalText]>;

function faultOf({ scores, note }: ReviewGiven): keyof typeof faults | null {
  const given = new Set(scores.map(({ part }) => part));
  if (scores.length !== qualityParts.length || given.size !== qualityParts.length) return 'parts';
  const values = scores.flatMap(({ score }) => score ?? []);
  if (values.some((value) => !Number.isInteger(value) || value < 1 || value > 5)) return 'range';
  if (values.length === 0) return 'none';
  return note.length > longestNote ? 'note' : null;
}

/** A reply that a person of ours wrote and that still stands. */
export function reviewableMessage(message: MessageDoc | null): (MessageDoc & { authorUserId: string }) | null {
  if (message?.direction !== 'out' || message.authorKind !== 'agent' || message.deletedAt) return null;
  const { authorUserId } = message;
  return authorUserId === null ? null : { ...message, authorUserId };
}

const scoresOf = ({ scores }: ReviewGiven): QualityScores => {
  const scoreOf = (wanted: QualityPart): number | null => scores.find(({ part }) => part === wanted)?.score ?? null;
  return {
    timeliness: scoreOf('timeliness'),
    empathy: scoreOf('empathy'),
    content: scoreOf('content'),
    tone: scoreOf('tone'),
    expectation: scoreOf('expectation'),
  };
};

/** Keeps what a reviewer says of a reply: one review per reply and reviewer, the last counts, earlier ones stay readable. */
export async function reviewReply(
  { store, clock, messageOf, teamsOf }: ReviewDependencies,
  by: Reviewer,
  given: ReviewGiven,
): Promise<ReviewOutcome> {
  const { brandId, userId: reviewerId, userName: reviewerName } = by;
  const message = reviewableMessage(await messageOf(brandId, given.messageId));
  if (!message) return { kind: 'notFound' };
  const { _id: messageId, conversationId, authorUserId: agentId, sentAt: repliedAt } = message;
  const fault = agentId === reviewerId ? 'own' : faultOf(given);
  if (fault) {
    const [field, text] = faults[fault];
    return { kind: 'invalid', field, message: text };
  }
  const id = derivedId('qualityReview', messageId, reviewerId);
  const [before, teamIds] = await Promise.all([store.byId(brandId, id), teamsOf(brandId, agentId)]);
  const review: QualityReviewDoc = {
    ...{ _id: id, brandId, messageId, conversationId, agentId, repliedAt, reviewerId, reviewerName },
    teamIds: before?.teamIds ?? teamIds,
    scores: scoresOf(given),
    note: given.note.trim(),
    at: clock.now(),
    earlier: before
      ? [...before.earlier, { scores: before.scores, note: before.note, at: before.at }].slice(-keptSteps)
      : [],
  };
  await store.put(review);
  return { kind: 'done', review };
}

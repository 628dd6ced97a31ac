import { derivedId } from '#server/db/derived-id.ts';
import { wentOut, type AgentReply } from '#server/modules/conversations/index.ts';
import { groupBy } from '#shared/group-by.ts';

/** How a sample is drawn: `round` 1 is the first draw of a period, each later one takes the next replies of the same order. */
export type SampleDraw = {
  /** Brand and period: the same seed gives the same order, on every process and at every time. */
  readonly seed: string;
  readonly perWriter: number;
  readonly round: number;
  /** Only replies of these people; null = of everybody. */
  readonly writerIds: readonly string[] | null;
  /** Nobody scores their own replies. */
  readonly reviewerId: string;
};

/** Replies that somebody of us wrote, that left, and of which there are words to read. */
function isReviewable({ authorUserId, text, delivery, deletedAt, history }: AgentReply): boolean {
  return authorUserId !== null && text.trim() !== '' && wentOut(delivery) && !deletedAt && history !== true;
}

/**
 * So many replies of each writer, chosen by chance yet the same each time: the order follows from the seed and the reply's id, which
 * nobody can steer. Equally many of everybody, so that a busy colleague is not looked at more. Writers take turns in the result, for a
 * reviewer who stops halfway has then seen all of them.
 */
export function fairSample(
  replies: readonly AgentReply[],
  draw: SampleDraw,
): { drawn: AgentReply[]; reviewable: number; left: number } {
  const { seed, perWriter, round, writerIds, reviewerId } = draw;
  const wanted = replies.filter(
    (reply) =>
      isReviewable(reply) &&
      reply.authorUserId !== reviewerId &&
      (writerIds === null || writerIds.includes(reply.authorUserId ?? '')),
  );
  const keyed = wanted.map((reply) => ({ reply, key: derivedId('qualitySample', seed, reply._id) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
  const byWriter = groupBy(keyed, ({ reply }) => reply.authorUserId);
  const taken = [...byWriter.values()].flatMap((own) =>
    own.slice((round - 1) * perWriter, round * perWriter).map(({ reply, key }, turn) => ({ reply, key, turn })),
  );
  taken.sort((a, b) => a.turn - b.turn || (a.key < b.key ? -1 : 1));
  const left = [...byWriter.values()].reduce((sum, own) => sum + Math.max(0, own.length - round * perWriter), 0);
  return { drawn: taken.map(({ reply }) => reply), reviewable: wanted.length, left };
}

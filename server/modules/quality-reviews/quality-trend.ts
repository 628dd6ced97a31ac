import { groupBy } from '#shared/group-by.ts';
import { fewestForMean, qualityParts, type QualityPart } from '#shared/quality/quality-parts.ts';
import { addDays, localDateOf, weekdayOf } from '#shared/time/zoned-time.ts';
import type { QualityReviewDoc } from './quality-reviews.store.ts';

/** The mean of one part over some replies; null with fewer than five of them. */
export type PartMean = { readonly part: QualityPart; readonly mean: number | null; readonly count: number };

/** A week (from its Monday) or month (from its first day) of the course, also one without reviews. */
export type QualityStepSum = { readonly from: string; readonly replies: number; readonly means: PartMean[] };

const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;

/** A reply counts once, however many people scored it: with the mean of their scores. */
function meansOf(reviews: readonly QualityReviewDoc[]): PartMean[] {
  const byReply = [...groupBy(reviews, ({ messageId }) => messageId).values()];
  return qualityParts.map((part) => {
    const scores = byReply.flatMap((ofReply) => {
      const given = ofReply.flatMap(({ scores: each }) => each[part] ?? []);
      return given.length === 0 ? [] : [mean(given)];
    });
    return { part, count: scores.length, mean: scores.length < fewestForMean ? null : mean(scores) };
  });
}

const repliesIn = (reviews: readonly QualityReviewDoc[]): number =>
  new Set(reviews.map(({ messageId }) => messageId)).size;

/** First day of the week or month that a local day lies in. */
function stepOf(day: string, step: 'week' | 'month'): string {
  return step === 'month' ? `${day.slice(0, 7)}-01` : addDays(day, -weekdayOf(day));
}

/** The course of a period by the day the replies were sent, in the brand's time zone. */
export function qualitySteps(
  reviews: readonly QualityReviewDoc[],
  { from, to, step, zone }: { from: string; to: string; step: 'week' | 'month'; zone: string },
): QualityStepSum[] {
  const byStep = groupBy(reviews, ({ repliedAt }) => stepOf(localDateOf(repliedAt, zone), step));
  const steps: QualityStepSum[] = [];
  const next = (key: string): string => stepOf(addDays(key, step === 'month' ? 31 : 7), step);
  for (let key = stepOf(from, step); key <= to; key = next(key)) {
    const own = byStep.get(key) ?? [];
    steps.push({ from: key, replies: repliesIn(own), means: meansOf(own) });
  }
  return steps;
}

/** All reviews of the period together. */
export function qualityTotal(reviews: readonly QualityReviewDoc[]): { replies: number; means: PartMean[] } {
  return { replies: repliesIn(reviews), means: meansOf(reviews) };
}

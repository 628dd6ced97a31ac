import type { Db } from 'mongodb';
import type { Clock } from '#server/clock.ts';
import type { AgentReply, MessageDoc } from '#server/modules/conversations/index.ts';
import type { Teams } from '#server/modules/teams/index.ts';
import { addDays, instantOf } from '#shared/time/zoned-time.ts';
import { fairSample } from './fair-sample.ts';
import { createQualityReviewsStore, type QualityReviewDoc } from './quality-reviews.store.ts';
import { qualitySteps, qualityTotal, type PartMean, type QualityStepSum } from './quality-trend.ts';
import { reviewCaseOf, type ReviewCase, type ReviewCaseDependencies } from './review-case.ts';
import { reviewableMessage, reviewReply, type Reviewer, type ReviewGiven, type ReviewOutcome } from './review-reply.ts';

export type { QualityReviewDoc } from './quality-reviews.store.ts';
export type { PartMean, QualityStepSum } from './quality-trend.ts';
export type { ReviewCase } from './review-case.ts';
export type { ReviewOutcome } from './review-reply.ts';

/** Local days, both included, and a team; null = the whole brand. */
export type QualityPeriod = { readonly from: string; readonly to: string; readonly teamId: string | null };

/** Which sample: so many replies per writer; round 2 and further draw on. */
export type SampleWish = QualityPeriod & { readonly perWriter: number; readonly round: number };

/** A fair sample of a period's replies. */
export type QualitySampleData = {
  readonly drawn: readonly { readonly messageId: string; readonly writerId: string; readonly reviewed: boolean }[];
  /** How many replies there were to draw from, and how many further rounds have. */
  readonly reviewable: number;
  readonly left: number;
  /** False when the period holds more replies than are looked at: then only the newest were drawn from. */
  readonly complete: boolean;
};

/** The course of a team's scores. */
export type QualityTrendData = QualityPeriod & {
  readonly replies: number;
  readonly means: PartMean[];
  readonly complete: boolean;
  steps(step: 'week' | 'month'): QualityStepSum[];
};

/** Leads score sampled replies; scores are shown by team over time, never as an order of people. */
export type QualityReviews = {
  ensureIndexes(): Promise<void>;
  /** Null when the team is not the brand's. */
  sample(reviewer: Pick<Reviewer, 'brandId' | 'userId'>, wish: SampleWish): Promise<QualitySampleData | null>;
  /** A reply with what belongs beside it; null when it is gone, or nobody of us wrote it. */
  caseOf(brandId: string, messageId: string): Promise<ReviewCase | null>;
  review(by: Reviewer, given: ReviewGiven): Promise<ReviewOutcome>;
  ofMessage(brandId: string, messageId: string): Promise<QualityReviewDoc[]>;
  /** The reviews of somebody's own replies of the last year, the latest reply first. */
  ofAgent(brandId: string, agentId: string, limit: number): Promise<QualityReviewDoc[]>;
  /** Null when the team is not the brand's. */
  trend(brandId: string, period: QualityPeriod): Promise<QualityTrendData | null>;
};

/** What the module is made of. */
export type QualityReviewsDependencies = ReviewCaseDependencies & {
  readonly db: Db;
  readonly clock: Clock;
  readonly teams: Pick<Teams, 'ofBrand' | 'byId'>;
  readonly zoneOf: (brandId: string) => Promise<string>;
};

/** A brand's agents write fewer in a month or so; beyond it the newest are drawn from, and the screen says so. */
const mostLooked = 20_000;
const mostReviews = 20_000;
const yearMs = 366 * 24 * 3_600_000;

/** Makes the module. */
export function createQualityReviews(deps: QualityReviewsDependencies): QualityReviews {
  const { db, clock, conversations, teams, zoneOf } = deps;
  const store = createQualityReviewsStore(db);
  const messageOf = async (brandId: string, id: string): Promise<MessageDoc | null> =>
    (await conversations.messages.byIds(brandId, [id]))[0] ?? null;
  const spanOf = async (
    brandId: string,
    { from, to }: QualityPeriod,
  ): Promise<{ zone: string; span: [Date, Date] }> => {
    const zone = await zoneOf(brandId);
    return { zone, span: [instantOf(from, '00:00', zone), instantOf(addDays(to, 1), '00:00', zone)] };
  };
  const teamsOf = async (brandId: string, userId: string): Promise<string[]> =>
    (await teams.ofBrand(brandId)).filter(({ memberIds }) => memberIds.includes(userId)).map(({ _id }) => _id);
  return {
    ensureIndexes: () => store.ensureIndexes(),
    sample: async ({ brandId, userId }, { perWriter, round, ...period }) => {
      const team = period.teamId === null ? null : await teams.byId(brandId, period.teamId);
      if (period.teamId !== null && !team) return null;
      const { span } = await spanOf(brandId, period);
      const replies: AgentReply[] = await conversations.messages.byAgents(brandId, ...span, mostLooked);
      const seed = `${brandId} ${period.from} ${period.to}`;
      const writerIds = team?.memberIds ?? null;
      const { drawn, ...counts } = fairSample(replies, { seed, perWriter, round, writerIds, reviewerId: userId });
      const ids = drawn.map(({ _id }) => _id);
      const reviewed = new Set((await store.ofMessages(brandId, ids)).map(({ messageId }) => messageId));
      return {
        ...counts,
        drawn: drawn.map(({ _id, authorUserId }) => ({
          messageId: _id,
          writerId: authorUserId ?? '',
          reviewed: reviewed.has(_id),
        })),
        complete: replies.length < mostLooked,
      };
    },
    caseOf: async (brandId, messageId) => {
      const reply = reviewableMessage(await messageOf(brandId, messageId));
      return reply ? reviewCaseOf(deps, reply) : null;
    },
    review: (by, given) => reviewReply({ store, clock, messageOf, teamsOf }, by, given),
    ofMessage: (brandId, messageId) => store.ofMessages(brandId, [messageId]),
    ofAgent: (brandId, agentId, limit) =>
      store.ofAgent(brandId, agentId, new Date(clock.now().getTime() - yearMs), limit),
    trend: async (brandId, period) => {
      const { teamId } = period;
      if (teamId !== null && !(await teams.byId(brandId, teamId))) return null;
      const { zone, span } = await spanOf(brandId, period);
      const found = await store.ofPeriod(brandId, ...span, mostReviews);
      const own = teamId === null ? found : found.filter(({ teamIds }) => teamIds.includes(teamId));
      return {
        ...period,
        ...qualityTotal(own),
        complete: found.length < mostReviews,
        steps: (step) => qualitySteps(own, { ...period, step, zone }),
      };
    },
  };
}

import type { Collection, Db } from 'mongodb';
import type { QualityScores } from '#shared/quality/quality-parts.ts';

/** What one reviewer says of one reply; `_id` follows from the two. The note may hold a customer's name, so it goes with the brand's data only. */
export type QualityReviewDoc = {
  readonly _id: string;
  readonly brandId: string;
  readonly messageId: string;
  readonly conversationId: string;
  /** Who wrote the reply. */
  readonly agentId: string;
  /** The teams the writer was in when the review was given: moving to another team changes no course of the past. */
  readonly teamIds: readonly string[];
  /** When the reply was sent. */
  readonly repliedAt: Date;
  readonly reviewerId: string;
  readonly reviewerName: string;
  readonly scores: QualityScores;
  readonly note: string;
  readonly at: Date;
  /** What the same reviewer said before, the latest last; at most 20. */
  readonly earlier: readonly { readonly scores: QualityScores; readonly note: string; readonly at: Date }[];
};

/** Reads and writes reviews. */
export type QualityReviewsStore = {
  ensureIndexes(): Promise<void>;
  byId(brandId: string, id: string): Promise<QualityReviewDoc | null>;
  put(review: QualityReviewDoc): Promise<void>;
  ofMessages(brandId: string, messageIds: readonly string[]): Promise<QualityReviewDoc[]>;
  /** Reviews of an agent's replies since `since`, the latest reply first. */
  ofAgent(brandId: string, agentId: string, since: Date, limit: number): Promise<QualityReviewDoc[]>;
  /** Reviews of replies sent from `from` until `until`, the latest reply first. */
  ofPeriod(brandId: string, from: Date, until: Date, limit: number): Promise<QualityReviewDoc[]>;
};

/** The only database code of reviews. */
export function createQualityReviewsStore(db: Db): QualityReviewsStore {
  const reviews: Collection<QualityReviewDoc> = db.collection('qualityReviews');
  return {
    ensureIndexes: async () => {
      await reviews.createIndex({ brandId: 1, _id: 1 });
      await reviews.createIndex({ brandId: 1, messageId: 1 });
      await reviews.createIndex({ brandId: 1, agentId: 1, repliedAt: 1 });
      await reviews.createIndex({ brandId: 1, repliedAt: 1 });
    },
    byId: async (brandId, id) => reviews.findOne({ brandId, _id: id }),
    put: async (review) => {
      await reviews.replaceOne({ _id: review._id }, review, { upsert: true });
    },
    ofMessages: async (brandId, messageIds) =>
      messageIds.length === 0 ? [] : reviews.find({ brandId, messageId: { $in: [...messageIds] } }).toArray(),
    ofAgent: async (brandId, agentId, since, limit) =>
      reviews
        .find({ brandId, agentId, repliedAt: { $gte: since } })
        .sort({ repliedAt: -1 })
        .limit(limit)
        .toArray(),
    ofPeriod: async (brandId, from, until, limit) =>
      reviews
        .find({ brandId, repliedAt: { $gte: from, $lt: until } })
        .sort({ repliedAt: -1 })
        .limit(limit)
        .toArray(),
  };
}

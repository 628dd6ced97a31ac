import type { Collection, Db } from 'mongodb';

/** What an agent says of a sign: rightly found, wrongly found, or not found though it is there. */
export type CueVerdict = 'confirmed' | 'rejected' | 'missed';

/**
 * What one agent says of one sign in one message; `_id` follows from the three, so that saying it twice is saying it once. No words are
 * kept: they are read from the message, and go with it.
 */
export type CueLabelDoc = {
  readonly _id: string;
  readonly brandId: string;
  readonly conversationId: string;
  readonly messageId: string;
  /** A sign's code, or `dissatisfaction`. */
  readonly code: string;
  /** Null once it was taken back. */
  readonly verdict: CueVerdict | null;
  /** The words that show a missed sign, as UTF-16 positions in the text of that moment; null when none were chosen. */
  readonly span: { readonly start: number; readonly end: number } | null;
  readonly userId: string;
  readonly userName: string;
  readonly at: Date;
  /** What the same agent said before, the latest last; at most 20. */
  readonly earlier: readonly { readonly verdict: CueVerdict | null; readonly at: Date }[];
  /** Sorts newest first within the brand: minus the instant in ms. */
  readonly sortKey: number;
};

/** Reads and writes labels. */
export type CueLabelsStore = {
  ensureIndexes(): Promise<void>;
  byId(brandId: string, id: string): Promise<CueLabelDoc | null>;
  put(label: CueLabelDoc): Promise<void>;
  ofMessages(brandId: string, messageIds: readonly string[]): Promise<CueLabelDoc[]>;
  newest(brandId: string, limit: number): Promise<CueLabelDoc[]>;
};

/** The only database code of labels. */
export function createCueLabelsStore(db: Db): CueLabelsStore {
  const labels: Collection<CueLabelDoc> = db.collection('cueLabels');
  return {
    ensureIndexes: async () => {
      await labels.createIndex({ brandId: 1, _id: 1 });
      await labels.createIndex({ brandId: 1, messageId: 1 });
      await labels.createIndex({ brandId: 1, sortKey: 1 });
    },
    byId: async (brandId, id) => labels.findOne({ brandId, _id: id }),
    put: async (label) => {
      await labels.replaceOne({ _id: label._id }, label, { upsert: true });
    },
    ofMessages: async (brandId, messageIds) =>
      messageIds.length === 0 ? [] : labels.find({ brandId, messageId: { $in: [...messageIds] } }).toArray(),
    newest: async (brandId, limit) =>
      labels
        .find({ brandId, sortKey: { $lt: 0 } })
        .sort({ sortKey: 1 })
        .limit(limit)
        .toArray(),
  };
}

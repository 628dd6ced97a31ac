import type { ClientSession, Collection, Db } from 'mongodb';
import type { StoredReading } from './promises.store.ts';

/** What a reading says, without its place among others. */
export type LabelledReading = Pick<StoredReading, 'kind' | 'act' | 'wording' | 'start' | 'end' | 'dueAt'>;

/** A person's judgement on a reading, kept to tune the reader; positions are UTF-16 in `text`. */
export type PromiseLabelDoc = {
  readonly _id: string;
  readonly brandId: string;
  readonly conversationId: string;
  readonly contactId: string;
  readonly messageId: string;
  /** The text as it was read, and when it was sent. */
  readonly text: string;
  readonly sentAt: Date;
  readonly verdict: 'noPromise' | 'changed' | 'added';
  /** What the reader said; null when it found nothing there. */
  readonly reader: (LabelledReading & Pick<StoredReading, 'confidence' | 'ruleId'>) | null;
  /** What the person said; null for no promise. */
  readonly person: LabelledReading | null;
  readonly userId: string | null;
  readonly at: Date;
  /** Sorts newest first within the brand: minus the instant in ms. */
  readonly sortKey: number;
};

/** Reads and writes labels. */
export type PromiseLabelsStore = {
  ensureIndexes(): Promise<void>;
  insert(label: PromiseLabelDoc, session: ClientSession): Promise<void>;
  newest(brandId: string, limit: number): Promise<PromiseLabelDoc[]>;
};

/** The only database code of labels. */
export function createPromiseLabelsStore(db: Db): PromiseLabelsStore {
  const labels: Collection<PromiseLabelDoc> = db.collection('promiseLabels');
  return {
    ensureIndexes: async () => {
      await labels.createIndex({ brandId: 1, sortKey: 1 });
    },
    insert: async (label, session) => {
      await labels.insertOne(label, { session });
    },
    newest: async (brandId, limit) =>
      labels
        .find({ brandId, sortKey: { $lt: 0 } })
        .sort({ sortKey: 1 })
        .limit(limit)
        .toArray(),
  };
}

import type { ClientSession, Collection, Db } from 'mongodb';
import { putAndRemove } from '#server/db/put-and-remove.ts';
import type { TurnState } from '#shared/turns/turn-types.ts';

/** What a long conversation's older messages amount to, so that they need not be read for each new one. `_id` is the conversation's. */
export type CheckpointDoc = {
  _id: string;
  brandId: string;
  /** Of the rules it was made by; one of other rules is not used. */
  version: number;
  /** All messages sent before this instant are in it, and none sent at or after it. */
  throughAt: Date;
  turns: TurnState;
  /** The strongest score of each sign since the running turn began. */
  cues: { code: string; score: number }[];
  lastCustomer: { id: string; at: Date } | null;
  /** Unread messages as of `readThroughAt`, and when the last of all was received. */
  unread: { count: number; readThroughAt: Date; lastReceivedAt: Date | null };
  lastAutoReplyAt: Date | null;
  /** When the first message was sent of which no delivery report came; null = none. */
  unreportedSince: Date | null;
  /** The same for reports that it was read. */
  unreadSince: Date | null;
  /** When the message was received that began the running turn; null when none runs. */
  startReceivedAt: Date | null;
};

/** Reads and writes checkpoints. */
export type CheckpointsStore = {
  ensureIndexes(): Promise<void>;
  byIds(brandId: string, conversationIds: readonly string[], session: ClientSession): Promise<CheckpointDoc[]>;
  write(put: readonly CheckpointDoc[], removeIds: readonly string[], session: ClientSession): Promise<void>;
};

/** Read in one answer as a rule. */
const readAtOnce = 2_000;

/** The only database code of checkpoints. */
export function createCheckpointsStore(db: Db): CheckpointsStore {
  const checkpoints: Collection<CheckpointDoc> = db.collection('conversationCheckpoints');
  return {
    ensureIndexes: async () => {
      await checkpoints.createIndex({ brandId: 1, _id: 1 });
    },
    byIds: async (brandId, conversationIds, session) =>
      conversationIds.length === 0
        ? []
        : checkpoints
            .find({ brandId, _id: { $in: [...conversationIds] } }, { session, batchSize: readAtOnce })
            .toArray(),
    write: (put, removeIds, session) => putAndRemove(checkpoints, put, removeIds, session),
  };
}

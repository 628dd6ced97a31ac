import type { ClientSession, Collection, Db } from 'mongodb';
import type { Visibility } from '#server/channels/channel.ts';
import { putAndRemove } from '#server/db/put-and-remove.ts';
import type { Turn } from '#shared/turns/turn-types.ts';

/** What the account's page claimed when a turn began, and until when that could be kept. */
export type ClockClaim = { readonly claimId: string; readonly text: string; readonly dueAt: Date };

/** A waiting turn; `_id` is the message that started it. `calendarMs` and `openHoursMs` are set once it stopped. */
export type ResponseClockDoc = Omit<Turn, 'startMessageId'> & {
  _id: string;
  brandId: string;
  conversationId: string;
  contactId: string;
  accountId: string;
  channel: string;
  visibility: Visibility;
  calendarMs: number | null;
  openHoursMs: number | null;
  /** Absent when the page claimed nothing. */
  claim?: ClockClaim;
  /** When we received the message that started the turn; absent on turns worked out before this was kept. */
  startReceivedAt?: Date;
};

/** Reads and writes response clocks. */
export type Clocks = {
  ensureIndexes(): Promise<void>;
  ofConversations(
    brandId: string,
    conversationIds: readonly string[],
    session?: ClientSession,
  ): Promise<ResponseClockDoc[]>;
  /** Turns that still run and began before `before`. */
  runningBefore(brandId: string, before: Date): Promise<ResponseClockDoc[]>;
  write(put: readonly ResponseClockDoc[], removeIds: readonly string[], session: ClientSession): Promise<void>;
};

/** The only database code of clocks. */
export function createClocksStore(db: Db): Clocks {
  const clocks: Collection<ResponseClockDoc> = db.collection('responseClocks');
  return {
    ensureIndexes: async () => {
      await clocks.createIndex({ brandId: 1, conversationId: 1 });
      await clocks.createIndex({ brandId: 1, state: 1, startedAt: 1 });
    },
    ofConversations: async (brandId, conversationIds, session) =>
      clocks.find({ brandId, conversationId: { $in: [...conversationIds] } }, { session }).toArray(),
    runningBefore: async (brandId, before) =>
      clocks.find({ brandId, state: 'running', startedAt: { $lt: before } }).toArray(),
    write: (put, removeIds, session) => putAndRemove(clocks, put, removeIds, session),
  };
}

import type { ClientSession, Collection, Db } from 'mongodb';
import type { Visibility } from '#server/channels/channel.ts';
import { putAndRemove } from '#server/db/put-and-remove.ts';
import { spanGroups, type Span } from '#server/db/span-groups.ts';
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

/** What reply times are made of. */
export type StartedTurn = Pick<
  ResponseClockDoc,
  '_id' | 'conversationId' | 'accountId' | 'channel' | 'visibility' | 'state' | 'startedAt' | 'stoppedAt'
>;

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
  /** The latest turns of a brand that began at `from` or later, newest first, at most `most`. */
  startedSince(brandId: string, from: Date, most: number): Promise<StartedTurn[]>;
  /** Those of conversations that began at or after an instant each, and these beside. */
  since(
    brandId: string,
    spans: readonly Span[],
    ids: readonly string[],
    session: ClientSession,
  ): Promise<ResponseClockDoc[]>;
  write(put: readonly ResponseClockDoc[], removeIds: readonly string[], session: ClientSession): Promise<void>;
};

/** One ordered read each, because the index holds the state before the instant. */
const clockStates = ['running', 'answered', 'excused', 'notNeeded'] as const;
/** The fields of a `StartedTurn`. */
const startedFields = {
  ...{ conversationId: 1, accountId: 1, channel: 1, visibility: 1, state: 1, startedAt: 1, stoppedAt: 1 },
};
/** Read in one answer as a rule. */
const readAtOnce = 2_000;

/** The only database code of clocks. */
export function createClocksStore(db: Db): Clocks {
  const clocks: Collection<ResponseClockDoc> = db.collection('responseClocks');
  return {
    ensureIndexes: async () => {
      await clocks.createIndex({ brandId: 1, conversationId: 1, startedAt: 1 });
      await clocks.createIndex({ brandId: 1, state: 1, startedAt: 1 });
    },
    ofConversations: async (brandId, conversationIds, session) =>
      conversationIds.length === 0
        ? []
        : clocks
            .find({ brandId, conversationId: { $in: [...conversationIds] } }, { session, batchSize: readAtOnce })
            .toArray(),
    since: async (brandId, spans, ids, session) => {
      const found = new Map<string, ResponseClockDoc>();
      const sinceOf = new Map(spans.map(({ id, since }) => [id, since.getTime()]));
      const add = (docs: readonly ResponseClockDoc[]): void => {
        for (const doc of docs) found.set(doc._id, doc);
      };
      for (const group of spanGroups(spans)) {
        const filter = { brandId, conversationId: { $in: [...group.ids] }, startedAt: { $gte: group.since } };
        const docs = await clocks.find(filter, { session, batchSize: readAtOnce }).toArray();
        add(docs.filter((doc) => doc.startedAt.getTime() >= (sinceOf.get(doc.conversationId) ?? 0)));
      }
      const missing = ids.filter((id) => !found.has(id));
      if (missing.length > 0) {
        const named = await clocks.find({ _id: { $in: missing } }, { session, batchSize: readAtOnce }).toArray();
        add(named.filter((clock) => clock.brandId === brandId));
      }
      return [...found.values()];
    },
    runningBefore: async (brandId, before) =>
      clocks.find({ brandId, state: 'running', startedAt: { $lt: before } }).toArray(),
    startedSince: async (brandId, from, most) => {
      const found = await Promise.all(
        clockStates.map((state) =>
          clocks
            .find({ brandId, state, startedAt: { $gte: from } })
            .sort({ startedAt: -1 })
            .limit(most)
            .project<StartedTurn>(startedFields)
            .toArray(),
        ),
      );
      return found
        .flat()
        .sort((a, b) => b.startedAt.getTime() - a.startedAt.getTime())
        .slice(0, most);
    },
    write: (put, removeIds, session) => putAndRemove(clocks, put, removeIds, session),
  };
}

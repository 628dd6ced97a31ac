import type { ClientSession, Collection, Db } from 'mongodb';
import { putAndRemove } from '#server/db/put-and-remove.ts';
import { spanGroups, type Span } from '#server/db/span-groups.ts';
import type { Promiser } from './promiser.ts';
import type { AuthorKind, PromiseFate } from '#shared/turns/turn-types.ts';

/** A promise as read from an outgoing text when it was stored; positions are UTF-16 in the message text. */
export type StoredReading = {
  readonly index: number;
  readonly kind: 'explicit' | 'vague';
  readonly act: 'reply' | 'call' | 'action';
  readonly wording: string;
  readonly start: number;
  readonly end: number;
  readonly understood: { readonly nl: string; readonly en: string };
  readonly dueAt: Date;
  readonly confidence: number;
  readonly ruleId: string;
  /** When the promised act was done, where a person or a logged call said so. */
  readonly doneAt?: Date;
  /** Whether the reading or its deadline is a person's and not the reader's. */
  readonly corrected?: boolean;
};

/** A promise and its fate. `lateByMs` is set once a missed promise was answered. */
export type ReplyPromiseDoc = Omit<StoredReading, 'dueAt'> & {
  _id: string;
  brandId: string;
  conversationId: string;
  contactId: string;
  accountId: string;
  channel: string;
  messageId: string;
  madeAt: Date;
  madeBy: AuthorKind;
  dueAt: Date;
  /** Who or what promised: the kinds that are compared with each other. */
  promiser?: Promiser;
  /** The customer's messages that chased it. */
  chasedBy?: string[];
  onTopOfMissed: boolean;
  state: PromiseFate['state'];
  settledAt: Date | null;
  settledByMessageId: string | null;
  lateByMs: number | null;
  autoReplyVersionId: string | null;
};

/** Reads and writes reply promises. */
export type PromisesStore = {
  ensureIndexes(): Promise<void>;
  ofConversations(
    brandId: string,
    conversationIds: readonly string[],
    session?: ClientSession,
  ): Promise<ReplyPromiseDoc[]>;
  byIds(brandId: string, ids: readonly string[]): Promise<ReplyPromiseDoc[]>;
  /** Open promises due after `now`, soonest first. */
  openAfter(brandId: string, now: Date, limit: number): Promise<ReplyPromiseDoc[]>;
  /** Promises of a contact that no answer or act has settled. */
  unsettledOf(brandId: string, contactId: string): Promise<ReplyPromiseDoc[]>;
  /** Missed promises due since `since` that nobody answered yet, latest deadline first; at most `limit`. */
  missedUnanswered(brandId: string, since: Date, limit: number): Promise<ReplyPromiseDoc[]>;
  /** Promises kept since `since`, latest first; at most `limit`. */
  keptSince(brandId: string, since: Date, limit: number): Promise<ReplyPromiseDoc[]>;
  /** Those of conversations that were made at or after an instant each, and these beside. */
  since(
    brandId: string,
    spans: readonly Span[],
    ids: readonly string[],
    session: ClientSession,
  ): Promise<ReplyPromiseDoc[]>;
  write(put: readonly ReplyPromiseDoc[], removeIds: readonly string[], session: ClientSession): Promise<void>;
};

/** Read in one answer as a rule. */
const readAtOnce = 2_000;

/** The only database code of promises. */
export function createPromisesStore(db: Db): PromisesStore {
  const promises: Collection<ReplyPromiseDoc> = db.collection('replyPromises');
  return {
    ensureIndexes: async () => {
      await promises.createIndex({ brandId: 1, conversationId: 1, madeAt: 1 });
      await promises.createIndex({ brandId: 1, _id: 1 });
      await promises.createIndex({ brandId: 1, state: 1, dueAt: 1 });
      await promises.createIndex({ brandId: 1, contactId: 1, settledAt: 1 });
      await promises.createIndex({ brandId: 1, state: 1, settledAt: 1 });
      await promises.createIndex({ brandId: 1, state: 1, settledAt: 1, dueAt: 1 });
    },
    ofConversations: async (brandId, conversationIds, session) =>
      conversationIds.length === 0
        ? []
        : promises
            .find({ brandId, conversationId: { $in: [...conversationIds] } }, { session, batchSize: readAtOnce })
            .toArray(),
    byIds: async (brandId, ids) => promises.find({ brandId, _id: { $in: [...ids] } }).toArray(),
    openAfter: async (brandId, now, limit) =>
      promises
        .find({ brandId, state: 'open', dueAt: { $gt: now } })
        .sort({ dueAt: 1 })
        .limit(limit)
        .toArray(),
    unsettledOf: async (brandId, contactId) => promises.find({ brandId, contactId, settledAt: null }).toArray(),
    missedUnanswered: async (brandId, since, limit) =>
      promises
        .find({ brandId, state: 'missed', settledAt: null, dueAt: { $gte: since } })
        .sort({ dueAt: -1 })
        .limit(limit)
        .toArray(),
    keptSince: async (brandId, since, limit) =>
      promises
        .find({ brandId, state: 'kept', settledAt: { $gte: since } })
        .sort({ settledAt: -1 })
        .limit(limit)
        .toArray(),
    since: async (brandId, spans, ids, session) => {
      const found = new Map<string, ReplyPromiseDoc>();
      const sinceOf = new Map(spans.map(({ id, since }) => [id, since.getTime()]));
      const add = (docs: readonly ReplyPromiseDoc[]): void => {
        for (const doc of docs) found.set(doc._id, doc);
      };
      for (const group of spanGroups(spans)) {
        const filter = { brandId, conversationId: { $in: [...group.ids] }, madeAt: { $gte: group.since } };
        const docs = await promises.find(filter, { session, batchSize: readAtOnce }).toArray();
        add(docs.filter((doc) => doc.madeAt.getTime() >= (sinceOf.get(doc.conversationId) ?? 0)));
      }
      const missing = ids.filter((id) => !found.has(id));
      if (missing.length > 0) {
        add(await promises.find({ brandId, _id: { $in: missing } }, { session, batchSize: readAtOnce }).toArray());
      }
      return [...found.values()];
    },
    write: (put, removeIds, session) => putAndRemove(promises, put, removeIds, session),
  };
}

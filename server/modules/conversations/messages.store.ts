import type { AnyBulkWriteOperation, ClientSession, Collection, Db, UpdateFilter } from 'mongodb';
import type { Attachment, ContentKind, OutgoingTemplate, Visibility } from '#server/channels/channel.ts';
import type { SendMeaning } from '#server/channels/errors.ts';
import type { PromiseMark, StoredReading } from '#server/modules/promises/index.ts';
import type { Cue, Wish } from '#shared/emotion/cues.ts';
import type { AuthorKind } from '#shared/turns/turn-types.ts';
import { groupBy } from '#shared/group-by.ts';
import { spanGroups, type Span } from '#server/db/span-groups.ts';
import { foldProjection, type FoldMessage } from './fold-message.ts';

/** Where an outgoing message is; `problem` holds the platform's code and words when it failed or is unknown. */
export type MessageDelivery = {
  state: 'queued' | 'sending' | 'sent' | 'delivered' | 'read' | 'failed' | 'unknown';
  at: Date;
  problem: { kind: string; code: string; detail: string; meaning?: SendMeaning } | null;
};

/** Somebody's reaction on a message; `emoji` null = taken off, kept so that an older report cannot put it back. */
export type MessageReaction = {
  by: 'customer' | 'account';
  reactorExternalId: string;
  emoji: string | null;
  at: Date;
};

/** What happened to a message after it was sent; absent where nothing did. */
export type MessageAmendments = {
  /** Instant and number of the latest edit; `firstText` is what was said first, and empty once the message was deleted. */
  editedAt?: Date;
  editNumber?: number | null;
  firstText?: string;
  /** Promises that only the edited words make; `readings` stays that of the first words. */
  editReadings?: StoredReading[];
  deletedAt?: Date;
  reactions?: MessageReaction[];
  /** Imported from before the account was connected: no part in clocks and promises. */
  history?: boolean;
  /** A customer asks where the answer stays, and little else. Absent otherwise. */
  chaser?: boolean;
  /** The customer shows dissatisfaction (ISO 10002); absent on outgoing messages and on those taken in before it was kept. */
  dissatisfied?: boolean;
  /** What people said about the promises of this message: inputs of every working-out, oldest first. */
  promiseMarks?: PromiseMark[];
  /** Known by a later version only; the first one replaces its time when it comes. */
  standIn?: boolean;
};

/** What goes out beside the words of a message of ours; absent where nothing does. */
export type OutgoingParts = {
  /** Files of ours, by id, in the order of `attachments`. */
  fileIds: string[];
  template: OutgoingTemplate | null;
  /** The public post that it answers in private, and the conversation of that post. */
  privateReplyTo: string | null;
  answersConversationId: string | null;
};

/** A message in or out. Instants are UTC; positions in readings, cues and wish are UTF-16 in `text`. */
export type MessageDoc = MessageAmendments & {
  _id: string;
  brandId: string;
  conversationId: string;
  contactId: string;
  accountId: string;
  channel: string;
  /** The platform's id; `pending:` and our id until the platform gave one. */
  externalId: string;
  direction: 'in' | 'out';
  visibility: Visibility;
  authorKind: AuthorKind;
  authorFixed: boolean;
  authorGuessed: boolean;
  authorUserId: string | null;
  authorName: string | null;
  sentAt: Date;
  /** False while `sentAt` is our own time: an own message the platform has not told the time of. */
  platformTime: boolean;
  receivedAt: Date;
  arrival: number;
  content: ContentKind;
  text: string;
  attachments: Attachment[];
  replyToExternalId: string | null;
  delivery: MessageDelivery | null;
  needsReply: boolean;
  substantive: boolean;
  automaticWording: boolean;
  fingerprint: string;
  readings: StoredReading[];
  cues: Cue[];
  wish: Wish | null;
  language: 'nl' | 'en' | null;
  autoReplyVersionId: string | null;
  outgoing?: OutgoingParts;
};

/** A message without its words; of what was read in them only which signs there are: all that reports need. */
export type WordlessMessage = Omit<
  MessageDoc,
  'text' | 'attachments' | 'readings' | 'editReadings' | 'cues' | 'wish' | 'reactions' | 'firstText'
> & { cues: Omit<Cue, 'spans' | 'why'>[] };

/** A reply as a sample draws it: who wrote it and whether there is anything to read. */
export type AgentReply = Pick<
  MessageDoc,
  '_id' | 'authorUserId' | 'sentAt' | 'text' | 'delivery' | 'deletedAt' | 'history'
>;

const agentReplyFields = { authorUserId: 1, sentAt: 1, text: 1, delivery: 1, deletedAt: 1, history: 1 } as const;

const withoutWords = {
  text: 0,
  attachments: 0,
  readings: 0,
  editReadings: 0,
  'cues.spans': 0,
  'cues.why': 0,
  wish: 0,
  reactions: 0,
  firstText: 0,
} as const;

/** A change of one message. */
export type MessageChange = { id: string; update: UpdateFilter<MessageDoc> };

/** Reads and writes messages. */
export type MessagesStore = {
  ensureIndexes(): Promise<void>;
  byIds(brandId: string, ids: readonly string[], session?: ClientSession): Promise<MessageDoc[]>;
  byExternalIds(
    brandId: string,
    keys: readonly { accountId: string; externalId: string }[],
    session?: ClientSession,
  ): Promise<MessageDoc[]>;
  ofConversations(brandId: string, conversationIds: readonly string[], session?: ClientSession): Promise<MessageDoc[]>;
  /** A conversation's `limit` latest messages sent at `until` or before, newest first. */
  latestUntil(brandId: string, conversationId: string, until: Date, limit: number): Promise<MessageDoc[]>;
  /** All messages of conversations without their words. */
  forFold(brandId: string, conversationIds: readonly string[], session?: ClientSession): Promise<FoldMessage[]>;
  /** The same of conversations from an instant on each. */
  forFoldSince(brandId: string, spans: readonly Span[], session?: ClientSession): Promise<FoldMessage[]>;
  ofContact(brandId: string, contactId: string): Promise<MessageDoc[]>;
  wordlessOfContacts(brandId: string, contactIds: readonly string[]): Promise<WordlessMessage[]>;
  /** Gives a contact's messages to another contact. */
  moveContact(brandId: string, from: string, to: string, session: ClientSession): Promise<void>;
  insert(messages: readonly MessageDoc[], session: ClientSession): Promise<void>;
  change(changes: readonly MessageChange[], session: ClientSession): Promise<void>;
  remove(brandId: string, id: string, session: ClientSession): Promise<void>;
  /** Customers' messages sent from `from` until `until`, newest first. */
  fromCustomers(brandId: string, from: Date, until: Date, limit: number): Promise<MessageDoc[]>;
  /** Replies by agents sent from `from` until `until`, newest first, as far as a sample needs them. */
  byAgents(brandId: string, from: Date, until: Date, limit: number): Promise<AgentReply[]>;
  /** Texts of the brand's latest replies by agents, newest first. */
  recentReplies(brandId: string, since: Date, limit: number): Promise<string[]>;
};

/** Read in one answer as a rule. */
const foldBatch = 5_000;

/** The only database code of messages. */
export function createMessagesStore(db: Db): MessagesStore {
  const messages: Collection<MessageDoc> = db.collection('messages');
  return {
    ensureIndexes: async () => {
      await messages.createIndex({ brandId: 1, _id: 1 });
      await messages.createIndex({ brandId: 1, externalId: 1, accountId: 1 }, { unique: true }, {});
      await messages.createIndex({ brandId: 1, conversationId: 1, sentAt: 1 });
      await messages.createIndex({ brandId: 1, contactId: 1 });
      await messages.createIndex({ brandId: 1, authorKind: 1, sentAt: 1 });
    },
    byIds: async (brandId, ids, session) =>
      ids.length === 0 ? [] : messages.find({ brandId, _id: { $in: [...ids] } }, { session }).toArray(),
    byExternalIds: async (brandId, keys, session) => {
      if (keys.length === 0) return [];
      // By the index's first two fields: one command, however many accounts there are.
      const byExternalId = groupBy(keys, (key) => key.externalId);
      const filter = { brandId, externalId: { $in: [...byExternalId.keys()] } };
      const found = await messages.find(filter, { session, batchSize: foldBatch }).toArray();
      return found.filter(({ accountId, externalId }) =>
        byExternalId.get(externalId)?.some((key) => key.accountId === accountId),
      );
    },
    ofConversations: async (brandId, conversationIds, session) =>
      messages.find({ brandId, conversationId: { $in: [...conversationIds] } }, { session }).toArray(),
    ...foldReads(messages),
    ofContact: async (brandId, contactId) => messages.find({ brandId, contactId }).toArray(),
    wordlessOfContacts: async (brandId, contactIds) =>
      messages
        .find({ brandId, contactId: { $in: [...contactIds] } })
        .project<WordlessMessage>(withoutWords)
        .toArray(),
    moveContact: async (brandId, from, to, session) => {
      await messages.updateMany({ brandId, contactId: from }, { $set: { contactId: to } }, { session });
    },
    insert: async (docs, session) => {
      if (docs.length > 0) await messages.insertMany([...docs], { session });
    },
    change: async (changes, session) => {
      const operations: AnyBulkWriteOperation<MessageDoc>[] = changes.map(({ id, update }) => ({
        updateOne: { filter: { _id: id }, update },
      }));
      if (operations.length > 0) await messages.bulkWrite(operations, { session });
    },
    remove: async (brandId, id, session) => {
      await messages.deleteOne({ brandId, _id: id }, { session });
    },
    ...latestReads(messages),
  };
}

/** What is read to work conversations out. */
function foldReads(messages: Collection<MessageDoc>): Pick<MessagesStore, 'forFold' | 'forFoldSince'> {
  return {
    forFold: async (brandId, conversationIds, session) =>
      conversationIds.length === 0
        ? []
        : messages
            .find({ brandId, conversationId: { $in: [...conversationIds] } }, { session, batchSize: foldBatch })
            .project<FoldMessage>(foldProjection)
            .toArray(),
    forFoldSince: async (brandId, spans, session) => {
      const sinceOf = new Map(spans.map(({ id, since }) => [id, since.getTime()]));
      const found: FoldMessage[] = [];
      for (const { ids, since } of spanGroups(spans)) {
        const filter = { brandId, conversationId: { $in: [...ids] }, sentAt: { $gte: since } };
        const cursor = messages.find(filter, { session, batchSize: foldBatch }).project<FoldMessage>(foldProjection);
        found.push(...(await cursor.toArray()));
      }
      return found.filter(({ conversationId, sentAt }) => sentAt.getTime() >= (sinceOf.get(conversationId) ?? 0));
    },
  };
}

/** What is read from the end, bounded. */
function latestReads(
  messages: Collection<MessageDoc>,
): Pick<MessagesStore, 'latestUntil' | 'fromCustomers' | 'byAgents' | 'recentReplies'> {
  return {
    latestUntil: async (brandId, conversationId, until, limit) =>
      messages
        .find({ brandId, conversationId, sentAt: { $lte: until } })
        .sort({ sentAt: -1 })
        .limit(limit)
        .toArray(),
    fromCustomers: async (brandId, from, until, limit) =>
      messages
        .find({ brandId, authorKind: 'customer', sentAt: { $gte: from, $lt: until } })
        .sort({ sentAt: -1 })
        .limit(limit)
        .toArray(),
    byAgents: async (brandId, from, until, limit) =>
      messages
        .find({ brandId, authorKind: 'agent', sentAt: { $gte: from, $lt: until } })
        .sort({ sentAt: -1 })
        .limit(limit)
        .project<AgentReply>(agentReplyFields)
        .toArray(),
    recentReplies: async (brandId, since, limit) => {
      const found = await messages
        .find({ brandId, authorKind: 'agent', sentAt: { $gte: since } })
        .sort({ sentAt: -1 })
        .limit(limit)
        .project<{ text: string }>({ text: 1 })
        .toArray();
      return found.map((message) => message.text);
    },
  };
}

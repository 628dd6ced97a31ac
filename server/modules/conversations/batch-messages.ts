import type { ClientSession } from 'mongodb';
import type { CheckpointDoc, CheckpointsStore } from './checkpoints.store.ts';
import { wentOut } from './delivery-progress.ts';
import { isFoldField, type FoldMessage } from './fold-message.ts';
import type { MessageChange, MessageDoc, MessagesStore } from './messages.store.ts';

/** Messages as the steps of one batch see them. */
export type BatchMessages = Pick<MessagesStore, 'byIds' | 'byExternalIds' | 'insert' | 'change'> & {
  /** What is to be replayed of these conversations: everything, or what came since their checkpoints. */
  forFold(brandId: string, conversationIds: readonly string[]): Promise<FoldMessage[]>;
  /** Reads everything of these conversations; their checkpoints are not used from then on. */
  leaveCheckpoints(conversationIds: readonly string[]): Promise<void>;
  /** The checkpoint that `forFold` follows on; null when it gives everything. */
  checkpointOf(conversationId: string): CheckpointDoc | null;
  /** When the earliest message was sent that this batch added or changed in a way that matters to its conversation, ms; null = none. */
  changedFrom(conversationId: string): number | null;
  /** Messages in a checkpoint that may not be reported on yet (`read`: as read). */
  unreported(conversationIds: readonly string[], read: boolean): Promise<FoldMessage[]>;
  /** Notes that everything up to the present was reported on (`read`: as read): a checkpoint then holds nothing more to report. */
  noteReported(conversationId: string, watermarkAt: Date, read: boolean): void;
  /** Whether `noteReported` changed a checkpoint. */
  isReported(conversationId: string): boolean;
  /** Says that these conversations are new: nothing is stored in them yet. */
  noteNew(conversationIds: readonly string[]): void;
  /** Writes what was inserted and changed: each message once. */
  flush(): Promise<void>;
};

/** Where a batch's messages are kept. */
export type BatchMessageStores = { readonly messages: MessagesStore; readonly checkpoints: CheckpointsStore };

type ExternalKey = { readonly accountId: string; readonly externalId: string };

const keyOf = ({ accountId, externalId }: ExternalKey): string => `${accountId} ${externalId}`;

/** What a batch has read and is going to write. */
type Memory = {
  readonly whole: Map<string, MessageDoc>;
  readonly lean: Map<string, FoldMessage>;
  /** By external key: the message's id, or null when there is none. */
  readonly byKey: Map<string, string | null>;
  /** Ids of the messages that were read of a conversation. */
  readonly byConversation: Map<string, Set<string>>;
  readonly checkpoints: Map<string, CheckpointDoc>;
  /** Conversations whose checkpoints were changed here. */
  readonly reported: Set<string>;
  readonly inserted: Set<string>;
  readonly changed: Map<string, Partial<MessageDoc>>;
  readonly changedFrom: Map<string, number>;
};

/**
 * Messages of one brand within one transaction, each read once and written once, however many steps ask for it or change it. Takes
 * the store's place for the steps of a batch.
 */
export function createBatchMessages(
  { messages: store, checkpoints }: BatchMessageStores,
  brandId: string,
  session: ClientSession,
): BatchMessages {
  const memory = emptyMemory();
  const source: Source = { store, checkpoints, brandId, session };
  const { whole, byKey, inserted, changed } = memory;
  return {
    byIds: async (_brandId, ids) => {
      const missing = ids.filter((id) => !whole.has(id));
      for (const message of await store.byIds(brandId, missing, session)) keep(memory, message);
      return wholeOf(memory, ids);
    },
    byExternalIds: async (_brandId, keys) => {
      const missing = keys.filter((key) => !byKey.has(keyOf(key)));
      const found = await store.byExternalIds(brandId, missing, session);
      for (const key of missing) byKey.set(keyOf(key), null);
      for (const message of found) keep(memory, message);
      const ids = keys.map((key) => byKey.get(keyOf(key)));
      return wholeOf(memory, ids);
    },
    ...courseReads(memory, source),
    insert: (messages) => {
      for (const message of messages) {
        inserted.add(message._id);
        noteChange(memory, message.conversationId, message.sentAt);
        keep(memory, message);
      }
      return Promise.resolve();
    },
    change: (changes) => {
      for (const change of changes) apply(memory, change);
      return Promise.resolve();
    },
    flush: async () => {
      await store.insert(wholeOf(memory, inserted), session);
      await store.change(
        [...changed].map(([id, set]) => ({ id, update: { $set: set } })),
        session,
      );
      inserted.clear();
      changed.clear();
    },
  };
}

type Source = {
  readonly store: MessagesStore;
  readonly checkpoints: CheckpointsStore;
  readonly brandId: string;
  readonly session: ClientSession;
};

type CourseReads = Omit<BatchMessages, 'byIds' | 'byExternalIds' | 'insert' | 'change' | 'flush'>;

/** Reading conversations as a whole or from their checkpoints. */
function courseReads(memory: Memory, { store, checkpoints, brandId, session }: Source): CourseReads {
  const { whole, lean, byConversation, changed } = memory;
  const keepLean = (messages: readonly FoldMessage[]): void => {
    for (const message of messages) {
      lean.set(message._id, { ...message, ...changed.get(message._id) });
      byConversation.get(message.conversationId)?.add(message._id);
    }
  };
  const read = async (ids: readonly string[]): Promise<void> => {
    for (const id of ids) byConversation.set(id, new Set());
    const since = ids.flatMap((id) => memory.checkpoints.get(id) ?? []);
    const fromStart = ids.filter((id) => !memory.checkpoints.has(id));
    keepLean(await store.forFold(brandId, fromStart, session));
    keepLean(await store.forFoldSince(brandId, since.map(spanOf), session));
    for (const message of whole.values()) byConversation.get(message.conversationId)?.add(message._id);
  };
  return {
    forFold: async (_brandId, conversationIds) => {
      const missing = conversationIds.filter((id) => !byConversation.has(id));
      for (const doc of await checkpoints.byIds(brandId, missing, session)) memory.checkpoints.set(doc._id, doc);
      if (missing.length > 0) await read(missing);
      return conversationIds.flatMap((id) => foldedOf(memory, id));
    },
    leaveCheckpoints: async (conversationIds) => {
      const ids = conversationIds.filter((id) => memory.checkpoints.has(id) || !byConversation.has(id));
      for (const id of ids) memory.checkpoints.delete(id);
      if (ids.length > 0) await read(ids);
    },
    checkpointOf: (conversationId) => memory.checkpoints.get(conversationId) ?? null,
    changedFrom: (conversationId) => memory.changedFrom.get(conversationId) ?? null,
    unreported: async (conversationIds, isRead) => {
      const spans = conversationIds.flatMap((id) => unreportedSpan(memory.checkpoints.get(id), isRead) ?? []);
      const found = await store.forFoldSince(brandId, spans, session);
      for (const message of found) lean.set(message._id, { ...message, ...changed.get(message._id) });
      return found.flatMap(({ _id }) => lean.get(_id) ?? []);
    },
    noteReported: (conversationId, watermarkAt, isRead) => {
      noteReported(memory, conversationId, { watermarkAt, isRead });
    },
    isReported: (conversationId) => memory.reported.has(conversationId),
    noteNew: (conversationIds) => {
      for (const id of conversationIds) byConversation.set(id, new Set());
    },
  };
}

function emptyMemory(): Memory {
  return {
    whole: new Map(),
    lean: new Map(),
    byKey: new Map(),
    byConversation: new Map(),
    checkpoints: new Map(),
    reported: new Set(),
    inserted: new Set(),
    changed: new Map(),
    changedFrom: new Map(),
  };
}

const spanOf = ({ _id, throughAt }: CheckpointDoc): { id: string; since: Date } => ({ id: _id, since: throughAt });

function unreportedSpan(checkpoint: CheckpointDoc | undefined, read: boolean): { id: string; since: Date } | null {
  const instants = [checkpoint?.unreportedSince, read ? checkpoint?.unreadSince : null].flatMap(
    (at) => at?.getTime() ?? [],
  );
  return checkpoint && instants.length > 0 ? { id: checkpoint._id, since: new Date(Math.min(...instants)) } : null;
}

function noteReported(
  { checkpoints, reported }: Memory,
  conversationId: string,
  { watermarkAt, isRead }: { watermarkAt: Date; isRead: boolean },
): void {
  const checkpoint = checkpoints.get(conversationId);
  if (!checkpoint || watermarkAt.getTime() < checkpoint.throughAt.getTime()) return;
  const { unreportedSince, unreadSince } = checkpoint;
  if (unreportedSince === null && (!isRead || unreadSince === null)) return;
  const unread = [unreportedSince, unreadSince].flatMap((at) => at?.getTime() ?? []);
  const stillUnread = isRead || unread.length === 0 ? null : new Date(Math.min(...unread));
  checkpoints.set(conversationId, { ...checkpoint, unreportedSince: null, unreadSince: stillUnread });
  reported.add(conversationId);
}

function foldedOf({ whole, lean, byConversation, checkpoints }: Memory, conversationId: string): FoldMessage[] {
  const since = checkpoints.get(conversationId)?.throughAt.getTime() ?? -Infinity;
  return [...(byConversation.get(conversationId) ?? [])]
    .flatMap((id) => whole.get(id) ?? lean.get(id) ?? [])
    .filter(({ sentAt }) => sentAt.getTime() >= since);
}

function wholeOf({ whole }: Memory, ids: Iterable<string | null | undefined>): MessageDoc[] {
  return [...new Set(ids)].flatMap((id) => whole.get(id ?? '') ?? []);
}

function keep({ whole, byKey, byConversation, changed }: Memory, message: MessageDoc): void {
  const known = { ...message, ...changed.get(message._id) };
  whole.set(known._id, known);
  byKey.set(keyOf(known), known._id);
  byConversation.get(known.conversationId)?.add(known._id);
}

function apply(memory: Memory, { id, update }: MessageChange): void {
  const { whole, lean, inserted, changed } = memory;
  const { $set = {}, ...others } = update;
  if (Object.keys(others).length > 0) throw new TypeError('a batch only sets fields of messages');
  const set: Partial<MessageDoc> = $set;
  const before = whole.get(id) ?? lean.get(id);
  if (!before) throw new RangeError('a batch changes only messages that it has read');
  if (matters(before, set)) {
    noteChange(memory, before.conversationId, before.sentAt);
    if (set.sentAt) noteChange(memory, before.conversationId, set.sentAt);
  }
  if (!inserted.has(id)) changed.set(id, { ...changed.get(id), ...set });
  const message = whole.get(id);
  if (message) keep(memory, { ...message, ...set });
  const folded = lean.get(id);
  if (folded) lean.set(id, { ...folded, ...set });
}

/** Whether a change makes another conversation of it: a guess at an author does not, nor a report that tells only how far it came. */
function matters(before: FoldMessage, set: Partial<MessageDoc>): boolean {
  return Object.keys(set).some((field) => {
    if (field === 'delivery') return wentOut(before.delivery) !== wentOut(set.delivery ?? null);
    return isFoldField(field) && field !== 'authorKind' && field !== 'authorGuessed' && field !== 'externalId';
  });
}

function noteChange({ changedFrom }: Memory, conversationId: string, at: Date): void {
  const known = changedFrom.get(conversationId) ?? Infinity;
  changedFrom.set(conversationId, Math.min(known, at.getTime()));
}

import type { ClientSession } from 'mongodb';
import type { ResponseClockDoc } from '#server/modules/clocks/index.ts';
import { promiseIdOf, type ReplyPromiseDoc } from '#server/modules/promises/index.ts';
import { groupBy } from '#shared/group-by.ts';
import type { BatchStores } from './batch-stores.ts';
import { isUsable } from './checkpoint.ts';
import type { CheckpointDoc } from './checkpoints.store.ts';
import type { ConversationDoc } from './conversations.store.ts';
import type { FoldMessage } from './fold-message.ts';
import { inOrder } from './message-order.ts';
import type { MessageDoc } from './messages.store.ts';
import { privateAnswersTo, withAnswered } from './private-answers.ts';
import { withMarks } from './promise-marking.ts';
import type { RefoldRequest } from './refold-conversations.ts';
import type { Course } from './work-out.ts';

/** A conversation with what is stored about its course, as far as working it out may change it. */
export type Stored = {
  readonly conversation: ConversationDoc;
  readonly course: Course;
  readonly clocks: readonly ResponseClockDoc[];
  readonly promises: readonly ReplyPromiseDoc[];
};

/**
 * Reads conversations, and the public ones that messages of theirs answer, with their course: all of it, or what follows on a
 * checkpoint that still holds.
 */
export async function readStored(
  stores: BatchStores,
  request: Pick<RefoldRequest, 'brandId' | 'ids' | 'sameMessages'>,
  session: ClientSession,
): Promise<Stored[]> {
  const { brandId } = request;
  const { messages } = stores;
  const asked = await stores.conversations.byIds(brandId, request.ids, session);
  const conversations = await withAnswered(stores.conversations, brandId, asked, session);
  const ids = conversations.map(({ _id }) => _id);
  await messages.forFold(brandId, ids);
  await messages.leaveCheckpoints(conversations.filter((each) => !holds(stores, each)).map(({ _id }) => _id));
  const byConversation = await messagesOf(stores, brandId, conversations, session);
  const last = request.sameMessages
    ? new Map<string, MessageDoc>()
    : await lastOf(messages, brandId, byConversation, session);
  const { clocks, promises } = await readCourses(stores, { brandId, ids }, session);
  return conversations.map((conversation) => {
    const ofConversation = promises.get(conversation._id) ?? [];
    return {
      conversation,
      course: {
        before: messages.checkpointOf(conversation._id),
        messages: byConversation.get(conversation._id) ?? [],
        lastMessage: last.get(conversation._id) ?? null,
        promises: ofConversation,
      },
      clocks: clocks.get(conversation._id) ?? [],
      promises: ofConversation,
    };
  });
}

/** By conversation: its own messages and the private ones that answer it, as people corrected their promises. */
async function messagesOf(
  { messages }: BatchStores,
  brandId: string,
  conversations: readonly ConversationDoc[],
  session: ClientSession,
): Promise<ReadonlyMap<string, FoldMessage[]>> {
  const own = await messages.forFold(
    brandId,
    conversations.map(({ _id }) => _id),
  );
  // Whether corrected words answer is read in the words.
  const markedIds = own.flatMap(({ _id, promiseMarks }) => (promiseMarks && promiseMarks.length > 0 ? [_id] : []));
  const marked = new Map((await messages.byIds(brandId, markedIds, session)).map((doc) => [doc._id, withMarks(doc)]));
  const answers = await privateAnswersTo(messages, brandId, conversations, session);
  // A promise that was added to an answer stays with the private thread, too.
  const answered = answers.map((answer) => ({ ...withMarks(answer), readings: [], editReadings: [] }));
  return groupBy(
    [...own.map((message) => marked.get(message._id) ?? message), ...answered],
    (doc) => doc.conversationId,
  );
}

/** The last message of each conversation with its words. */
async function lastOf(
  messages: BatchStores['messages'],
  brandId: string,
  byConversation: ReadonlyMap<string, readonly FoldMessage[]>,
  session: ClientSession,
): Promise<ReadonlyMap<string, MessageDoc>> {
  const lastIds = [...byConversation].flatMap(([id, all]) => {
    const last = inOrder(all).at(-1);
    return last ? [[id, last._id] as const] : [];
  });
  const found = await messages.byIds(brandId, [...new Set(lastIds.map(([, id]) => id))], session);
  const byId = new Map(found.map((message) => [message._id, message]));
  return new Map(
    lastIds.flatMap(([id, lastId]) => {
      const last = byId.get(lastId);
      return last ? [[id, last] as const] : [];
    }),
  );
}

function holds({ messages }: BatchStores, conversation: ConversationDoc): boolean {
  const checkpoint = messages.checkpointOf(conversation._id);
  return !checkpoint || isUsable(checkpoint, conversation, messages.changedFrom(conversation._id));
}

type Courses = {
  readonly clocks: ReadonlyMap<string, ResponseClockDoc[]>;
  readonly promises: ReadonlyMap<string, ReplyPromiseDoc[]>;
};

async function readCourses(
  stores: BatchStores,
  { brandId, ids }: { readonly brandId: string; readonly ids: readonly string[] },
  session: ClientSession,
): Promise<Courses> {
  const checkpoints = ids.flatMap((id) => stores.messages.checkpointOf(id) ?? []);
  // A conversation that was just made has no clock and no promise yet.
  const fromStart = ids.filter((id) => !stores.messages.checkpointOf(id) && !stores.conversations.isNew(id));
  const clocks = await stores.clocks.ofConversations(brandId, fromStart, session);
  const promises = await stores.promises.ofConversations(brandId, fromStart, session);
  if (checkpoints.length > 0) {
    const spans = checkpoints.map(({ _id, throughAt }) => ({ id: _id, since: throughAt }));
    clocks.push(...(await stores.clocks.since(brandId, spans, checkpoints.flatMap(runningId), session)));
    promises.push(...(await stores.promises.since(brandId, spans, checkpoints.flatMap(unsettledIds), session)));
  }
  return {
    clocks: groupBy(clocks, (doc) => doc.conversationId),
    promises: groupBy(promises, (doc) => doc.conversationId),
  };
}

function runningId({ turns }: CheckpointDoc): string[] {
  return turns.running ? [turns.running.startMessageId] : [];
}

function unsettledIds({ turns }: CheckpointDoc): string[] {
  return turns.unsettled.map(({ messageId, index }) => promiseIdOf(messageId, index));
}

import type { ClientSession } from 'mongodb';
import type { Alerts } from '#server/modules/alerts/index.ts';
import type { Clocks } from '#server/modules/clocks/index.ts';
import type { ReportMarks } from '#server/modules/report-marks/index.ts';
import type { Promises } from '#server/modules/promises/index.ts';
import { createBatchConversations, type BatchConversations } from './batch-conversations.ts';
import { createBatchMessages, type BatchMessages } from './batch-messages.ts';
import type { CheckpointsStore } from './checkpoints.store.ts';
import type { ConversationsStore } from './conversations.store.ts';
import type { EventBatch } from './event-batch.ts';
import type { MessagesStore } from './messages.store.ts';

/** What is stored of a conversation beside itself and its messages. */
type CourseStores = {
  readonly clocks: Clocks;
  readonly promises: Promises;
  readonly alerts: Alerts;
  readonly marks: ReportMarks;
  readonly checkpoints: CheckpointsStore;
};

/** Everything stored about conversations. */
export type ConversationStores = CourseStores & {
  readonly conversations: ConversationsStore;
  readonly messages: MessagesStore;
};

/** The same as one batch sees it: messages and conversations are read once and written at the end. */
export type BatchStores = CourseStores & {
  readonly messages: BatchMessages;
  readonly conversations: BatchConversations;
};

/** Makes the stores of one batch. */
export function createBatchStores(stores: ConversationStores, brandId: string, session: ClientSession): BatchStores {
  return {
    ...stores,
    messages: createBatchMessages(stores, brandId, session),
    conversations: createBatchConversations(stores.conversations, brandId, session),
  };
}

/** Writes what a batch changed in messages and conversations. */
export async function flushBatch({ conversations, messages }: BatchStores): Promise<void> {
  await conversations.flush();
  await messages.flush();
}

/** Reads every message that a batch names at once, so that its steps need not ask one after the other. */
export async function readNamed(messages: BatchMessages, batch: EventBatch, session: ClientSession): Promise<void> {
  const own = [...batch.messages, ...batch.standIns].flatMap(({ account, event }) => {
    const answered = event.visibility === 'public' && event.direction === 'out' ? event.replyToExternalId : null;
    return [event.externalId, answered].map((externalId) => ({ accountId: account._id, externalId }));
  });
  const others = [...batch.statuses, ...batch.amendments].map(({ account, event }) => ({
    accountId: account._id,
    externalId: event.messageExternalId,
  }));
  const keys = [...own, ...others].flatMap(({ accountId, externalId }) =>
    externalId === null ? [] : [{ accountId, externalId }],
  );
  const tags = [
    ...batch.messages.flatMap(({ event }) => event.origin?.clientTag ?? []),
    ...batch.statuses.flatMap(({ event }) => event.clientTag ?? []),
  ];
  await messages.byExternalIds(batch.brandId, keys, session);
  await messages.byIds(batch.brandId, [...new Set(tags)], session);
}

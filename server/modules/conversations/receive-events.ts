import type { ClientSession } from 'mongodb';
import type { ChannelAccounts } from '#server/modules/channel-accounts/index.ts';
import type { Outbox } from '#server/modules/outbox/index.ts';
import type { NormTable } from '#server/modules/norms/index.ts';
import { createBatchStores, flushBatch, readNamed, type BatchStores, type ConversationStores } from './batch-stores.ts';
import { batchOf, type EventBatch, type ReceivedEvent } from './event-batch.ts';
import { progressed } from './delivery-progress.ts';
import { enqueueAutoReplies, type FillAutoReply } from './enqueue-auto-replies.ts';
import { toFirstVersions } from './first-versions.ts';
import { followIdentities } from './follow-identities.ts';
import { keepRawEvents } from './keep-raw-events.ts';
import type { MessageVersionsStore } from './message-versions.store.ts';
import type { MessageDoc } from './messages.store.ts';
import type { RawEventDoc, RawEventsStore } from './raw-events.store.ts';
import { keptAbout, receiveAmendments } from './receive-amendments.ts';
import { receiveMessages, type ReceiveDependencies } from './receive-messages.ts';
import { settleOutgoing } from './settle-outgoing.ts';
import { receiveStatuses } from './receive-statuses.ts';
import { refoldBatch } from './refold-conversations.ts';

/** What receiving events needs. */
export type EventDependencies = Omit<ReceiveDependencies, 'stores'> & {
  readonly stores: ConversationStores;
  readonly accounts: ChannelAccounts;
  readonly outbox: Outbox;
  readonly rawEvents: RawEventsStore;
  readonly versions: MessageVersionsStore;
  readonly fillAutoReply?: FillAutoReply | undefined;
};

type BatchDependencies = Omit<EventDependencies, 'stores'> & { readonly stores: BatchStores };

/** Whose events, by which norms, at which present. */
export type ReceiveBasis = {
  readonly brandId: string;
  readonly table: NormTable;
  readonly now: Date;
  /** No two batches at work at once have the same: what all of them count is counted apart. */
  readonly shard: number;
};

/**
 * Takes the events of one brand into messages, conversations, clocks, promises, signs and counters, all within the
 * caller's transaction. Repeating it changes nothing. Returns the ids of the conversations concerned.
 */
export async function receiveEvents(
  deps: EventDependencies,
  received: readonly ReceivedEvent[],
  basis: ReceiveBasis,
  session: ClientSession,
): Promise<ReadonlySet<string>> {
  const events = await toFirstVersions(deps.versions, basis.brandId, received, session);
  const batch = batchOf(basis.brandId, events);
  const moved = await followIdentities(deps, batch, session);
  const stores = createBatchStores(deps.stores, basis.brandId, session);
  const { ids, inserted } = await receiveBatch({ ...deps, stores }, batch, { ...basis, moved }, session);
  const folded = await refoldBatch(stores, { ...basis, ids: [...ids], touched: true }, session);
  await enqueueAutoReplies({ ...deps, stores }, { folded, inserted, received, ...basis }, session);
  await flushBatch(stores);
  return ids;
}

async function receiveBatch(
  deps: BatchDependencies,
  batch: EventBatch,
  basis: ReceiveBasis & { moved: ReadonlySet<string> },
  session: ClientSession,
): Promise<{ ids: ReadonlySet<string>; inserted: readonly MessageDoc[] }> {
  // Clocks and promises of a conversation that changed its contact are all concerned.
  await deps.stores.messages.leaveCheckpoints([...basis.moved]);
  await readNamed(deps.stores.messages, batch, session);
  const kept = await keptAbout(deps.rawEvents, batch, session);
  const messages = await receiveMessages(deps, batch, basis.table, session);
  for (const { received: echo, message } of messages.settled) {
    const { externalId, sentAt } = echo.event;
    const ofMessage = kept.filter((doc) => doc.accountId === message.accountId && doc.messageExternalId === externalId);
    const proof = { externalId, sentAt, platformTime: true, table: basis.table, kept: ofMessage };
    await settleOutgoing(deps, message, proof, session);
  }
  // Before the batch's own reports, which read the deliveries as they are then.
  await applyKeptReports(deps, messages.inserted, kept, session);
  const statuses = await receiveStatuses(deps.stores.messages, batch, session);
  for (const id of statuses.proven) await deps.outbox.setState(id, 'sent', session);
  const amendments = await receiveAmendments(deps, batch, { table: basis.table, kept }, session);
  await keepRawEvents(
    deps,
    { ...batch, shard: basis.shard },
    { reports: statuses.unmatched, amendments: amendments.kept },
    session,
  );
  const ids = new Set([
    ...basis.moved,
    ...messages.conversationIds,
    ...statuses.conversationIds,
    ...amendments.conversationIds,
  ]);
  return { ids, inserted: messages.inserted.filter((message) => message.history !== true) };
}

/** Reports may overtake the message they are about: those kept earlier are applied when it turns up. */
async function applyKeptReports(
  deps: BatchDependencies,
  inserted: readonly MessageDoc[],
  kept: readonly RawEventDoc[],
  session: ClientSession,
): Promise<void> {
  for (const { accountId, messageExternalId, report } of kept) {
    const message = inserted.find((each) => each.accountId === accountId && each.externalId === messageExternalId);
    const delivery = message && report && progressed(message.delivery, report);
    if (!message || !delivery) continue;
    message.delivery = delivery;
    await deps.stores.messages.change([{ id: message._id, update: { $set: { delivery } } }], session);
  }
}

import type { ClientSession } from 'mongodb';
import type { StatusEvent } from '#server/channels/channel.ts';
import type { ChannelAccounts } from '#server/modules/channel-accounts/index.ts';
import type { Outbox } from '#server/modules/outbox/index.ts';
import type { NormTable } from '#server/modules/norms/index.ts';
import { groupBy } from '#shared/group-by.ts';
import { batchOf, type EventBatch, type ReceivedEvent } from './event-batch.ts';
import { progressed } from './delivery-progress.ts';
import { enqueueAutoReplies } from './enqueue-auto-replies.ts';
import type { MessageDoc } from './messages.store.ts';
import { rawEventIdOf, type RawEventDoc, type RawEventsStore } from './raw-events.store.ts';
import { receiveMessages, type ReceiveDependencies } from './receive-messages.ts';
import { settleOutgoing } from './settle-outgoing.ts';
import { receiveStatuses } from './receive-statuses.ts';
import { refoldConversations } from './refold-conversations.ts';

/** What receiving events needs. */
export type EventDependencies = ReceiveDependencies & {
  readonly accounts: ChannelAccounts;
  readonly outbox: Outbox;
  readonly rawEvents: RawEventsStore;
};

/** Kind under which a report on a message not seen yet is kept. */
const keptReport = 'status.unmatched';

/**
 * Takes the events of one brand into messages, conversations, clocks, promises, signs and counters, all within the
 * caller's transaction. Repeating it changes nothing. Returns the ids of the conversations concerned.
 */
export async function receiveEvents(
  deps: EventDependencies,
  received: readonly ReceivedEvent[],
  basis: { brandId: string; table: NormTable; now: Date },
  session: ClientSession,
): Promise<ReadonlySet<string>> {
  const batch = batchOf(basis.brandId, received);
  const messages = await receiveMessages(deps, batch, basis.table, session);
  for (const { received: echo, message } of messages.settled) {
    const proof = { externalId: echo.event.externalId, sentAt: echo.event.sentAt, platformTime: true };
    await settleOutgoing(deps, message, { ...proof, table: basis.table }, session);
  }
  // Before the batch's own reports, which read the deliveries as they are then.
  await applyKeptReports(deps, batch, messages.inserted, session);
  const statuses = await receiveStatuses(deps.stores.messages, batch, session);
  for (const id of statuses.proven) await deps.outbox.setState(id, 'sent', session);
  await keepRaw(deps, batch, statuses.unmatched, session);
  const ids = new Set([...messages.conversationIds, ...statuses.conversationIds]);
  const folded = await refoldConversations(deps.stores, { ...basis, ids: [...ids], touched: true }, session);
  await enqueueAutoReplies(deps, { folded, inserted: messages.inserted, received, ...basis }, session);
  return ids;
}

/** Reports may overtake the message they are about: those kept earlier are applied when it turns up. */
async function applyKeptReports(
  deps: EventDependencies,
  batch: EventBatch,
  inserted: readonly MessageDoc[],
  session: ClientSession,
): Promise<void> {
  const outgoing = inserted.filter((message) => message.direction === 'out');
  for (const [accountId, messages] of groupBy(outgoing, (message) => message.accountId)) {
    const ids = messages.map((message) => message.externalId);
    const reports = await deps.rawEvents.reportsOn(batch.brandId, accountId, ids, session);
    for (const report of reports) {
      const message = messages.find((candidate) => candidate.externalId === report.messageExternalId);
      const delivery = message && report.report && progressed(message.delivery, report.report);
      if (!message || !delivery) continue;
      message.delivery = delivery;
      await deps.stores.messages.change([{ id: message._id, update: { $set: { delivery } } }], session);
    }
  }
}

async function keepRaw(
  deps: EventDependencies,
  batch: EventBatch,
  unmatched: readonly ReceivedEvent<StatusEvent>[],
  session: ClientSession,
): Promise<void> {
  const { brandId } = batch;
  const unknown: RawEventDoc[] = batch.unknown.map(({ account, event, receivedAt }) => ({
    _id: rawEventIdOf(account._id, event.name, event.key),
    brandId,
    accountId: account._id,
    kind: event.name,
    messageExternalId: null,
    receivedAt,
    report: null,
    raw: rawText(event.raw),
  }));
  const reports: RawEventDoc[] = unmatched.map(({ account, event, receivedAt }) => ({
    _id: rawEventIdOf(account._id, keptReport, `${event.messageExternalId ?? ''}:${event.status}`),
    brandId,
    accountId: account._id,
    kind: keptReport,
    messageExternalId: event.messageExternalId,
    receivedAt,
    report: { status: event.status, at: event.at, error: event.error },
    raw: '',
  }));
  const kept = await deps.rawEvents.insertNew([...unknown, ...reports], session);
  const everything = [...batch.messages, ...batch.statuses, ...batch.unknown];
  for (const [, group] of groupBy(everything, ({ account }) => account._id)) {
    const [first] = group;
    if (!first) continue;
    const latest = group.reduce((a, b) => (a.receivedAt.getTime() > b.receivedAt.getTime() ? a : b));
    const counts = new Map<string, number>();
    for (const doc of kept) {
      if (doc.accountId === first.account._id) counts.set(doc.kind, (counts.get(doc.kind) ?? 0) + 1);
    }
    await deps.accounts.noteEvents(first.account, latest.receivedAt, counts, session);
  }
}

/** The item as JSON text; a body part that was absent altogether has none. */
function rawText(raw: unknown): string {
  return raw === undefined ? '' : JSON.stringify(raw);
}

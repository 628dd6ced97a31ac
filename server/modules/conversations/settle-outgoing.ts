import type { ClientSession } from 'mongodb';
import type { NormTable } from '#server/modules/norms/index.ts';
import type { Outbox } from '#server/modules/outbox/index.ts';
import { amendedBy } from './amend-message.ts';
import { progressed, wentOut } from './delivery-progress.ts';
import { outgoingReading, type PromiseReadings } from './message-docs.ts';
import type { MessageDelivery, MessageDoc, MessagesStore } from './messages.store.ts';
import { appliedOf, type RawEventDoc, type RawEventsStore } from './raw-events.store.ts';

/** What proves that a message went out. */
export type SendProof = {
  readonly externalId: string;
  readonly sentAt: Date;
  /** True when `sentAt` is the platform's own time. */
  readonly platformTime: boolean;
  readonly table: NormTable;
  /** What was kept about the message under its new id, where that was read already. */
  readonly kept?: readonly RawEventDoc[];
};

/** What settling needs. */
export type SettleDependencies = {
  readonly stores: { readonly messages: Pick<MessagesStore, 'change'> };
  readonly rawEvents: RawEventsStore;
  readonly outbox: Outbox;
  readonly read: PromiseReadings;
};

/**
 * Notes that our own message went out: the platform's id and time, its promises read anew from that time, and the outbox
 * done with it. A later delivery state stays.
 */
export async function settleOutgoing(
  deps: SettleDependencies,
  message: MessageDoc,
  proof: SendProof,
  session: ClientSession,
): Promise<void> {
  const { externalId, sentAt, platformTime, table } = proof;
  const kept =
    proof.kept ??
    (await deps.rawEvents.keptOn(message.brandId, [{ accountId: message.accountId, externalId }], session));
  const place = {
    accountId: message.accountId,
    channel: message.channel,
    visibility: message.visibility,
    sentAt,
    hasAttachment: message.attachments.length > 0,
  };
  // Once edited or deleted the words are no longer those that were sent.
  const isFirst = !message.editedAt && !message.deletedAt;
  const reading = isFirst ? outgoingReading(message.text, place, table, deps.read) : {};
  const delivery = deliveryOf(message, proof, kept);
  const set = { externalId, sentAt, platformTime, delivery, ...reading };
  const amendments = kept.flatMap(({ amendment }) => amendment ?? []);
  const changed = amendedBy({ ...message, ...set }, amendments, { table, read: deps.read });
  await deps.stores.messages.change([{ id: message._id, update: { $set: { ...set, ...changed } } }], session);
  await deps.rawEvents.remove(appliedOf(kept), session);
  await deps.outbox.setState(message._id, 'sent', session);
}

/** The platform's own reports may be ahead of its answer or echo: what they said stays. */
function deliveryOf(
  message: MessageDoc,
  { externalId, sentAt }: SendProof,
  kept: readonly RawEventDoc[],
): MessageDelivery {
  const failed = message.delivery?.state === 'failed' && message.externalId === externalId;
  const known = message.delivery && (failed || wentOut(message.delivery)) ? message.delivery : null;
  let delivery: MessageDelivery = known ?? { state: 'sent', at: sentAt, problem: null };
  for (const { report } of kept) delivery = (report && progressed(delivery, report)) ?? delivery;
  return delivery;
}

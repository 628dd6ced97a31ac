import type { ClientSession } from 'mongodb';
import type { NormTable } from '#server/modules/norms/index.ts';
import type { Outbox } from '#server/modules/outbox/index.ts';
import { wentOut } from './delivery-progress.ts';
import { outgoingReading, type PromiseReadings } from './message-docs.ts';
import type { MessageDoc, MessagesStore } from './messages.store.ts';

/** What proves that a message went out. */
export type SendProof = {
  readonly externalId: string;
  readonly sentAt: Date;
  /** True when `sentAt` is the platform's own time. */
  readonly platformTime: boolean;
  readonly table: NormTable;
};

/**
 * Notes that our own message went out: the platform's id and time, its promises read anew from that time, and the outbox
 * done with it. A later delivery state stays.
 */
export async function settleOutgoing(
  deps: { stores: { messages: MessagesStore }; outbox: Outbox; read: PromiseReadings },
  message: MessageDoc,
  proof: SendProof,
  session: ClientSession,
): Promise<void> {
  const { externalId, sentAt, platformTime, table } = proof;
  const reading = outgoingReading(
    message.text,
    { channel: message.channel, visibility: message.visibility, sentAt, hasAttachment: message.attachments.length > 0 },
    table,
    deps.read,
  );
  const delivery = wentOut(message.delivery) ? message.delivery : { state: 'sent' as const, at: sentAt, problem: null };
  await deps.stores.messages.change(
    [{ id: message._id, update: { $set: { externalId, sentAt, platformTime, delivery, ...reading } } }],
    session,
  );
  await deps.outbox.setState(message._id, 'sent', session);
}

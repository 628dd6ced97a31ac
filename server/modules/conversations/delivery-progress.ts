import type { StatusEvent } from '#server/channels/channel.ts';
import type { FoldMessage } from './fold-message.ts';
import type { MessageDelivery } from './messages.store.ts';

// `failed` may follow `sent`, and `read` proves arrival whatever was said before; nothing steps back (channels.md section 3).
const rank: Record<MessageDelivery['state'], number> = {
  queued: 0,
  sending: 1,
  unknown: 1,
  sent: 2,
  delivered: 3,
  failed: 4,
  read: 5,
};

/** The delivery after a platform's report; null when the report says nothing new. */
export function progressed(
  delivery: MessageDelivery | null,
  event: Pick<StatusEvent, 'status' | 'at' | 'error'>,
): MessageDelivery | null {
  if (!delivery || rank[event.status] <= rank[delivery.state]) return null;
  const problem = event.status === 'failed' ? { kind: 'rejected', ...(event.error ?? { code: '', detail: '' }) } : null;
  return { state: event.status, at: event.at, problem };
}

/** Whether a message certainly left: only then does it settle clocks and promises. */
export function wentOut(delivery: MessageDelivery | null): boolean {
  return delivery !== null && rank[delivery.state] >= rank.sent && delivery.state !== 'failed';
}

/** Whether a status is about a message: by id, by our tag, or as part of everything up to a watermark. */
export function concerns(event: StatusEvent, message: FoldMessage): boolean {
  if (message.direction !== 'out') return false;
  if (event.messageExternalId !== null && message.externalId === event.messageExternalId) return true;
  if (event.clientTag !== null && message._id === event.clientTag) return true;
  return (
    event.watermarkAt !== null && message.sentAt.getTime() <= event.watermarkAt.getTime() && wentOut(message.delivery)
  );
}

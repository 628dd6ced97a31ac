import { wentOut } from './delivery-progress.ts';
import type { WordlessMessage } from './messages.store.ts';

/** What a message means for the customer's journey: `answers` = a substantive human reply that went out. */
export function journeyMessageOf(message: WordlessMessage): {
  id: string;
  sentAt: Date;
  fromCustomer: boolean;
  answers: boolean;
} {
  const human = ['agent', 'outsideAgent', 'outsideUnknown'].includes(message.authorKind);
  return {
    id: message._id,
    sentAt: message.sentAt,
    fromCustomer: message.direction === 'in' && message.needsReply,
    answers: message.direction === 'out' && human && message.substantive && wentOut(message.delivery),
  };
}

import type { TurnMessage } from '#shared/turns/turn-types.ts';
import { wentOut } from './delivery-progress.ts';
import type { MessageDoc } from './messages.store.ts';

/** What working out turns needs of a stored message; an earlier guess at its author is undone first. */
export function turnMessageOf(message: MessageDoc): TurnMessage {
  return {
    id: message._id,
    direction: message.direction,
    authorKind: message.authorGuessed ? 'outsideUnknown' : message.authorKind,
    authorFixed: message.authorFixed,
    sentAt: message.sentAt,
    arrival: message.arrival,
    needsReply: message.needsReply,
    substantive: message.substantive,
    automaticWording: message.automaticWording,
    fingerprint: message.fingerprint,
    wentOut: message.direction === 'out' && wentOut(message.delivery),
    readings: message.readings.map(({ index, dueAt }) => ({ index, dueAt })),
  };
}

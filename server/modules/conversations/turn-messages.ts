import type { StoredReading } from '#server/modules/promises/index.ts';
import type { TurnMessage, TurnReading } from '#shared/turns/turn-types.ts';
import { wentOut } from './delivery-progress.ts';
import type { FoldMessage } from './fold-message.ts';

/**
 * What working out turns needs of stored messages. Imported history has no part in turns. An edit that promises something new
 * is a step of its own: made at the edit, by the same author, answering nothing.
 */
export function turnMessagesOf(messages: readonly FoldMessage[]): TurnMessage[] {
  return messages
    .filter((message) => message.history !== true)
    .flatMap((message) => {
      const first = turnMessageOf(message);
      const promised = message.editReadings ?? [];
      if (promised.length === 0 || !message.editedAt) return [first];
      const sentAt = message.editedAt.getTime() < message.sentAt.getTime() ? message.sentAt : message.editedAt;
      const readings = promised.map(turnReadingOf);
      const arrival = Number.MAX_SAFE_INTEGER;
      return [first, { ...first, sentAt, arrival, readings, substantive: false, automaticWording: false }];
    });
}

function turnReadingOf({ index, dueAt, act, doneAt }: StoredReading): TurnReading {
  return { index, dueAt, act, doneAt: doneAt ?? null };
}

/** What a message means for turns as it was first said; an earlier guess at its author is undone first. */
export function turnMessageOf(message: FoldMessage): TurnMessage {
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
    readings: message.readings.map(turnReadingOf),
    ...(message.chaser ? { chaser: true } : {}),
    retractedAt: message.direction === 'out' ? (message.deletedAt ?? null) : null,
  };
}

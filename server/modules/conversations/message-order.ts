import { z } from 'zod';
import type { MessageDoc } from './messages.store.ts';

/** Place of a message in its conversation: instant in ms, customer before us, order of arrival, id. */
export type MessagePosition = z.infer<typeof messagePosition>;

/** Shape of a position in a cursor. */
export const messagePosition = z.tuple([z.number(), z.number(), z.number(), z.string()]);

/** Where a message stands. Whole-second platforms put question and answer into one second: the question comes first. */
export function positionOf(message: Pick<MessageDoc, '_id' | 'sentAt' | 'direction' | 'arrival'>): MessagePosition {
  return [message.sentAt.getTime(), message.direction === 'in' ? 0 : 1, message.arrival, message._id];
}

/** Negative when `a` stands before `b`. */
export function comparePositions(a: MessagePosition, b: MessagePosition): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || (a[3] < b[3] ? -1 : Number(a[3] > b[3]));
}

/** The messages of a conversation as they are read, oldest first. */
export function inOrder<T extends Pick<MessageDoc, '_id' | 'sentAt' | 'direction' | 'arrival'>>(
  messages: readonly T[],
): T[] {
  return [...messages].sort((a, b) => comparePositions(positionOf(a), positionOf(b)));
}

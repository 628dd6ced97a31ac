import { markedReadings } from '#server/modules/promises/index.ts';
import { outgoingFacts } from '#shared/turns/message-facts.ts';
import type { MessageDoc } from './messages.store.ts';

/**
 * A message as people corrected its promises: what conversations are worked out from. Whether it answers follows too, for words that are
 * no promise after all may be the answer.
 */
export function withMarks(message: MessageDoc): MessageDoc {
  const marks = message.promiseMarks;
  if (!marks || marks.length === 0) return message;
  const readings = markedReadings(message.readings, marks, true);
  const editReadings = message.editReadings && markedReadings(message.editReadings, marks, false);
  const marked = { ...message, readings, ...(editReadings ? { editReadings } : {}) };
  const says = marks.some(({ kind }) => kind === 'noPromise' || kind === 'added');
  // Once edited or deleted, places no longer fit the words that were sent.
  if (!says || message.editedAt || message.deletedAt) return marked;
  const { substantive } = outgoingFacts(message.text, readings, message.attachments.length > 0);
  return { ...marked, substantive };
}

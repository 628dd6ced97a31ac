import type { ConversationDoc } from './conversations.store.ts';
import { comparePositions, inOrder, positionOf, type MessagePosition } from './message-order.ts';
import type { MessageDoc, MessagesStore } from './messages.store.ts';
import { privateAnswersTo } from './private-answers.ts';

/** Messages of a conversation, oldest first, and whether there are older ones. */
export type MessagePage = { readonly nodes: readonly MessageDoc[]; readonly hasPrevious: boolean };

/** Which page: the latest `size` messages that stand before `before` (null = the very latest). */
export type PageRequest = { readonly size: number; readonly before: MessagePosition | null };

/** Messages that share an instant are read together; more than this of them cost another read. */
const tiesAtOnce = 8;
const endOfTime = new Date(8e15);

/** Reads a page without reading the conversation: a talk of years opens as fast as one of today. */
export async function pageOfMessages(
  messages: MessagesStore,
  conversation: ConversationDoc,
  { size, before }: PageRequest,
): Promise<MessagePage> {
  const answers = await privateAnswersTo(messages, conversation.brandId, [conversation]);
  const until = before ? new Date(before[0]) : endOfTime;
  for (let limit = size + 1 + tiesAtOnce; ; limit *= 2) {
    const found = await messages.latestUntil(conversation.brandId, conversation._id, until, limit);
    // Of those sent at the instant of the last one there may be more.
    const cut = found.length < limit ? -Infinity : (found.at(-1)?.sentAt.getTime() ?? -Infinity);
    const ordered = inOrder([...found, ...answers].filter(({ sentAt }) => sentAt.getTime() > cut));
    const older = ordered.filter((message) => before === null || comparePositions(positionOf(message), before) < 0);
    if (cut === -Infinity || older.length > size) {
      return { nodes: older.slice(-size), hasPrevious: older.length > size };
    }
  }
}

import type { MessageDoc } from './messages.store.ts';
import type { ConversationDoc } from './conversations.store.ts';
import { queueKeyOf } from '#shared/turns/turn-risk.ts';

const previewLength = 140;

/** The first part of a text on one line, or a word for what it holds instead. */
export function previewOf(message: Pick<MessageDoc, 'text' | 'content' | 'attachments' | 'deletedAt'>): string {
  if (message.deletedAt) return '[deleted]';
  const line = message.text.replace(/\s+/gu, ' ').trim();
  if (line !== '') return firstCharacters(line, previewLength);
  const [first] = message.attachments;
  return `[${first ? first.type : message.content}]`;
}

/** The first `count` code points: a cut must not leave half a character. */
function firstCharacters(text: string, count: number): string {
  return Array.from(text).slice(0, count).join('');
}

/** A new conversation, before its messages are worked out. */
export function newConversation(
  place: Pick<
    ConversationDoc,
    '_id' | 'brandId' | 'accountId' | 'channel' | 'visibility' | 'threadExternalId' | 'customerExternalId' | 'contactId'
  >,
  firstAt: Date,
): ConversationDoc {
  return {
    ...place,
    state: 'open',
    assigneeId: null,
    excuses: [],
    readThroughAt: new Date(0),
    unread: 0,
    riskAt: null,
    warnAt: null,
    queueKey: queueKeyOf(place._id, null, firstAt),
    nextWakeAt: null,
    preview: '',
    lastAuthorKind: 'customer',
    lastMessageAt: firstAt,
    lastCustomerAt: null,
    lastCustomerMessageId: null,
    topCues: [],
    promiseId: null,
    clockId: null,
    revision: 0,
    createdAt: firstAt,
  };
}

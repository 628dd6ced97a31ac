import type { InboundEvent } from '#server/channels/channel.ts';
import { messageEvent } from '#server/channels/body/events.ts';
import { field, firstId, firstText, id, path, text, unixTime } from '#server/channels/body/fields.ts';
import { postItems, readFeedChange } from './feed-changes.ts';
import type { MessagingContext } from './messaging-item.ts';

/** Ids of comments and posts hold a line, those of people never: a mention's author stands under the mention's own id. */
export function isMentionId(customerExternalId: string): boolean {
  return customerExternalId.includes('_');
}

/**
 * Reads a comment or post elsewhere that names the page. Its body tells no author, so that each mention has a customer of its own, whose
 * name is asked for afterwards (profile.ts). Null for the page's own, for those on the page itself (`feed` brings them, with their
 * author) and for what names no comment or post.
 */
export function readMention(value: unknown, context: MessagingContext): InboundEvent | null {
  const { pageId, receivedAt } = context;
  const item = text(field(value, 'item')) ?? '';
  const postId = id(field(value, 'post_id'));
  const own = item === 'comment' ? id(field(value, 'comment_id')) : postItems.has(item) ? postId : null;
  const author = firstId(path(value, 'from', 'id'), field(value, 'sender_id'));
  if (own === null || author === pageId || postId?.startsWith(`${pageId}_`) === true) return null;
  if (field(value, 'verb') !== 'add') return readFeedChange(value, context);
  return messageEvent({
    accountExternalId: pageId,
    externalId: own,
    direction: 'in',
    visibility: 'public',
    customerExternalId: author ?? own,
    customerName: firstText(path(value, 'from', 'name'), field(value, 'sender_name')),
    threadExternalId: own,
    sentAt: unixTime(field(value, 'created_time')) ?? receivedAt,
    text: text(field(value, 'message')) ?? '',
  });
}

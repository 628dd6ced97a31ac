import type { MessageEvent } from '#server/channels/channel.ts';
import { messageEvent } from '#server/channels/body/events.ts';
import { field, id, path, text, unixTime } from '#server/channels/body/fields.ts';
import type { MessagingContext } from './messaging-item.ts';

/**
 * Reads a comment on an Instagram post. It has no time of its own: the notification's stands in. Null without an author, for it
 * might be our own.
 */
export function readInstagramComment(value: unknown, context: MessagingContext): MessageEvent | null {
  const externalId = id(field(value, 'id'));
  const authorId = id(path(value, 'from', 'id'));
  if (externalId === null || authorId === null) return null;
  const parentId = id(field(value, 'parent_id'));
  const isOwn = authorId === context.pageId;
  const handle = text(path(value, 'from', 'username'));
  const customer = isOwn ? { customerExternalId: '' } : { customerExternalId: authorId, customerHandle: handle };
  return messageEvent({
    accountExternalId: context.pageId,
    externalId,
    direction: isOwn ? 'out' : 'in',
    visibility: 'public',
    ...customer,
    threadExternalId: parentId ?? externalId,
    sentAt: unixTime(field(value, 'created_time')) ?? context.entryAt ?? context.receivedAt,
    text: text(field(value, 'text')) ?? '',
    replyToExternalId: parentId,
    origin: isOwn ? { clientTag: null, appId: null, appName: null, author: 'unknown' } : null,
  });
}

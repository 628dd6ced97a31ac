import type { Attachment, InboundEvent } from '#server/channels/channel.ts';
import { attachment, malformed, messageEvent, unknownEvent } from '#server/channels/body/events.ts';
import { field, firstId, firstText, id, isRecord, list, text, unixTime } from '#server/channels/body/fields.ts';
import { readFeedChange, postItems } from './feed-changes.ts';
import type { MessagingContext } from './messaging-item.ts';
import { readInstagramComment } from './parse-instagram.ts';
import { readMention } from './parse-mention.ts';
import { parseMessagingItem } from './parse-messaging.ts';

type Author = { readonly id: string | null; readonly name: string | null };

function readAuthor(value: unknown): Author {
  const from = field(value, 'from');
  return {
    id: firstId(field(from, 'id'), field(value, 'sender_id')),
    name: firstText(field(from, 'name'), field(value, 'sender_name')),
  };
}

function readMedia(value: unknown): Attachment[] {
  const photos = [field(value, 'photo'), field(value, 'link'), ...(list(field(value, 'photos')) ?? [])];
  const photoUrls = new Set(photos.map(text).filter((url) => url !== null));
  const video = text(field(value, 'video'));
  const isPhoto =
    field(value, 'item') === 'photo' || field(value, 'photo') !== undefined || list(field(value, 'photos')) !== null;
  return [
    ...(isPhoto ? [...photoUrls].map((url) => attachment({ type: 'image', url })) : []),
    ...(video === null ? [] : [attachment({ type: 'video', url: video })]),
  ];
}

type Ids = { readonly own: string; readonly thread: string; readonly replyTo: string | null };

/**
 * A comment's thread is its top-level comment. The page's own top-level comment is filed under the post, so that it reaches
 * the thread of a visitor's post.
 */
function commentIds(value: unknown, isOwn: boolean): Ids | null {
  const own = id(field(value, 'comment_id'));
  if (own === null) return null;
  const postId = id(field(value, 'post_id'));
  const parentId = id(field(value, 'parent_id'));
  const isTopLevel = parentId === null || parentId === postId;
  if (!isTopLevel) return { own, thread: parentId, replyTo: parentId };
  return isOwn && postId !== null ? { own, thread: postId, replyTo: postId } : { own, thread: own, replyTo: null };
}

function postIds(value: unknown): Ids | null {
  const own = id(field(value, 'post_id'));
  return own === null ? null : { own, thread: own, replyTo: null };
}

/** The ids of an item that belongs in an inbox: an added comment, or a post that a visitor made; null for all else. */
function talkIds(value: unknown, isOwn: boolean): Ids | null {
  if (field(value, 'verb') !== 'add') return null;
  const item = text(field(value, 'item')) ?? '';
  if (item === 'comment') return commentIds(value, isOwn);
  const isVisitorPost = postItems.has(item) && !isOwn && field(value, 'published') !== 0;
  return isVisitorPost ? postIds(value) : null;
}

function readFeed(value: unknown, context: MessagingContext): InboundEvent[] {
  const changed = readFeedChange(value, context);
  if (changed !== null) return [changed];
  const at = unixTime(field(value, 'created_time'));
  const author = readAuthor(value);
  const isOwn = author.id === context.pageId;
  const ids = author.id === null ? null : talkIds(value, isOwn);
  if (ids === null || author.id === null) {
    const name = `feed.${text(field(value, 'item')) ?? 'item'}.${text(field(value, 'verb')) ?? 'change'}`;
    return [unknownEvent({ accountExternalId: context.pageId, name, raw: value, at })];
  }
  // The page's own comment does not say whom it answers: the thread does.
  const customer = isOwn ? { customerExternalId: '' } : { customerExternalId: author.id, customerName: author.name };
  return [
    messageEvent({
      accountExternalId: context.pageId,
      externalId: ids.own,
      direction: isOwn ? 'out' : 'in',
      visibility: 'public',
      ...customer,
      threadExternalId: ids.thread,
      sentAt: at ?? context.receivedAt,
      text: text(field(value, 'message')) ?? '',
      attachments: readMedia(value),
      replyToExternalId: ids.replyTo,
      origin: isOwn ? { clientTag: null, appId: null, appName: null, author: 'unknown' } : null,
    }),
  ];
}

const instagramComments: ReadonlySet<string> = new Set(['comments', 'live_comments']);

function readElsewhere(name: string, value: unknown, context: MessagingContext): InboundEvent | null {
  if (name === 'mention') return readMention(value, context);
  return instagramComments.has(name) ? readInstagramComment(value, context) : null;
}

/** Reads one item of `changes[]`: page feed, mentions, and the dashboard's test events, which wrap a messaging item. */
export function parseChange(raw: unknown, context: MessagingContext): InboundEvent[] {
  const name = text(field(raw, 'field'));
  if (!isRecord(raw) || name === null) return [malformed(raw, context.pageId)];
  const value = raw['value'];
  if (isRecord(value) && isRecord(value['sender']) && isRecord(value['recipient']))
    return parseMessagingItem(value, context);
  if (name === 'feed' && isRecord(value)) return readFeed(value, context);
  const talk = readElsewhere(name, value, context);
  if (talk !== null) return [talk];
  return [unknownEvent({ accountExternalId: context.pageId, name, raw, at: unixTime(field(value, 'created_time')) })];
}

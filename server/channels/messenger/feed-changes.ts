import type { AmendmentEvent, NoticeEvent } from '#server/channels/channel.ts';
import { happeningKey, noticeEvent } from '#server/channels/body/events.ts';
import { field, firstId, id, lookUp, path, text, unixTime } from '#server/channels/body/fields.ts';
import type { MessagingContext } from './messaging-item.ts';

/** Items of `feed` that are a visitor's own post on the page. */
export const postItems: ReadonlySet<string> = new Set(['post', 'status', 'photo', 'video']);

type Change = {
  readonly value: unknown;
  readonly item: string;
  readonly verb: string;
  readonly messageId: string | null;
  /** When it happened: `created_time` may be that of the comment, so the later of it and the notification's own time. */
  readonly platformAt: Date | null;
  readonly context: MessagingContext;
};

function later(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b;
  return a.getTime() > b.getTime() ? a : b;
}

function readChange(value: unknown, context: MessagingContext): Change {
  const item = text(field(value, 'item')) ?? '';
  const messageId =
    item === 'comment' ? id(field(value, 'comment_id')) : postItems.has(item) ? id(field(value, 'post_id')) : null;
  const platformAt = later(unixTime(field(value, 'created_time')), context.entryAt);
  return { value, item, verb: text(field(value, 'verb')) ?? '', messageId, platformAt, context };
}

function edited(change: Change): AmendmentEvent | null {
  const { messageId, platformAt, context } = change;
  if (messageId === null) return null;
  const newText = text(field(change.value, 'message')) ?? '';
  return {
    kind: 'edit',
    accountExternalId: context.pageId,
    key: happeningKey('edit', platformAt, messageId, newText),
    at: platformAt ?? context.receivedAt,
    messageExternalId: messageId,
    newText,
    editNumber: null,
    versionExternalId: null,
    standIn: null,
  };
}

function removed(change: Change): AmendmentEvent | null {
  const { messageId, platformAt, context } = change;
  if (messageId === null) return null;
  return {
    kind: 'delete',
    accountExternalId: context.pageId,
    key: happeningKey('delete', null, messageId),
    at: platformAt ?? context.receivedAt,
    messageExternalId: messageId,
    whole: change.item !== 'comment',
  };
}

const emojis: Readonly<Record<string, string>> = {
  like: '\u{1F44D}',
  love: '\u2764\uFE0F',
  care: '\u{1F917}',
  haha: '\u{1F606}',
  wow: '\u{1F62E}',
  sad: '\u{1F622}',
  angry: '\u{1F620}',
};

/** A reaction on a comment; those on a post are no part of a talk. */
function reacted(change: Change): AmendmentEvent | null {
  const { value, verb, platformAt, context } = change;
  const messageId = id(field(value, 'comment_id'));
  const reactor = firstId(path(value, 'from', 'id'), field(value, 'sender_id'));
  if (messageId === null || reactor === null) return null;
  const name = text(field(value, 'reaction_type')) ?? 'like';
  const emoji = verb === 'remove' ? null : (lookUp(emojis, name) ?? name);
  return {
    kind: 'reaction',
    accountExternalId: context.pageId,
    key: happeningKey('reaction', platformAt, messageId, reactor, emoji),
    at: platformAt ?? context.receivedAt,
    messageExternalId: messageId,
    emoji,
    by: reactor === context.pageId ? 'account' : 'customer',
    reactorExternalId: reactor,
  };
}

function moderated({ value, item, verb, platformAt, context }: Change): NoticeEvent {
  const name = `feed.${item}.${verb}`;
  return noticeEvent({
    accountExternalId: context.pageId,
    name,
    raw: value,
    at: platformAt,
    words: [field(value, 'message')],
  });
}

/** The page's own posts are no talk, so nothing that happens to them is. */
function isOwnPost({ item, value, context }: Change): boolean {
  return item !== 'comment' && id(path(value, 'from', 'id')) === context.pageId;
}

/** Reads what happened to a comment or post after it was made; null for new ones and for everything else. */
export function readFeedChange(value: unknown, context: MessagingContext): AmendmentEvent | NoticeEvent | null {
  const change = readChange(value, context);
  if (change.item === 'reaction' || change.item === 'like') return reacted(change);
  if (change.messageId === null || isOwnPost(change)) return null;
  if (change.verb === 'edited') return edited(change);
  if (change.verb === 'remove') return removed(change);
  return change.verb === 'hide' || change.verb === 'unhide' ? moderated(change) : null;
}

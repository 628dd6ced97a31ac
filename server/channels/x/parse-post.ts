import type { Attachment, EditEvent, InboundEvent, MessageEvent } from '#server/channels/channel.ts';
import { happeningKey, malformed, messageEvent, unknownEvent } from '#server/channels/body/events.ts';
import {
  field,
  firstId,
  firstText,
  id,
  isRecord,
  isoTime,
  legacyPostTime,
  list,
  path,
  unixTime,
} from '#server/channels/body/fields.ts';
import type { XPerson } from './payloads.ts';
import { findPerson, readMedia, readPerson, readText } from './payloads.ts';

/** What surrounds a post: whose subscription brought it, and the people the body names beside it. */
export type PostContext = { readonly accountId: string; readonly receivedAt: Date; readonly includes?: unknown };

/** Somebody a post is by, at or for. */
type Partner = { readonly id: string; readonly person: XPerson };

/** A post in either form, brought to one shape. */
type Post = {
  readonly id: string | null;
  readonly authorId: string | null;
  readonly author: XPerson;
  readonly at: Date | null;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly isRepost: boolean;
  /** Ids of the versions so far, oldest first; empty when the body tells nothing of edits. */
  readonly versionIds: readonly string[];
  readonly repliedToId: string | null;
  readonly repliedToUserId: string | null;
  readonly quotedId: string | null;
  readonly mentions: readonly Partner[];
};

function readMentions(entities: unknown): Post['mentions'] {
  const all = list(field(entities, 'user_mentions')) ?? list(field(entities, 'mentions')) ?? [];
  return all.flatMap((mention) => {
    const mentionedId = firstId(field(mention, 'id_str'), field(mention, 'id'));
    return mentionedId === null ? [] : [{ id: mentionedId, person: readPerson(mention) }];
  });
}

function idsIn(values: readonly unknown[]): string[] {
  return [...new Set(values.map(id).filter((each) => each !== null))];
}

function readLegacyPost(raw: unknown): Post {
  const long = field(raw, 'extended_tweet');
  const entities = field(long, 'entities') ?? field(raw, 'entities');
  const media =
    path(long, 'extended_entities', 'media') ?? path(raw, 'extended_entities', 'media') ?? field(entities, 'media');
  return {
    id: firstId(field(raw, 'id_str'), field(raw, 'id')),
    authorId: firstId(path(raw, 'user', 'id_str'), path(raw, 'user', 'id')),
    author: readPerson(field(raw, 'user')),
    at: legacyPostTime(field(raw, 'created_at')) ?? unixTime(field(raw, 'timestamp_ms')),
    text: readText(firstText(field(long, 'full_text'), field(raw, 'full_text'), field(raw, 'text')), entities),
    attachments: (list(media) ?? []).map(readMedia),
    isRepost: isRecord(field(raw, 'retweeted_status')),
    versionIds: idsIn([
      path(raw, 'edit_history', 'initial_tweet_id'),
      ...(list(path(raw, 'edit_history', 'edit_tweet_ids')) ?? []),
    ]),
    repliedToId: firstId(field(raw, 'in_reply_to_status_id_str'), field(raw, 'in_reply_to_status_id')),
    repliedToUserId: firstId(field(raw, 'in_reply_to_user_id_str'), field(raw, 'in_reply_to_user_id')),
    quotedId: firstId(field(raw, 'quoted_status_id_str'), path(raw, 'quoted_status', 'id_str')),
    mentions: readMentions(entities),
  };
}

function referenced(raw: unknown, type: string): string | null {
  const match = (list(field(raw, 'referenced_tweets')) ?? []).find((each) => field(each, 'type') === type);
  return id(field(match, 'id'));
}

function readNewPost(raw: unknown, includes: unknown): Post {
  const long = field(raw, 'note_tweet');
  const entities = field(long, 'entities') ?? field(raw, 'entities');
  const authorId = id(field(raw, 'author_id'));
  const keys = new Set((list(path(raw, 'attachments', 'media_keys')) ?? []).map(id));
  const known = (list(field(includes, 'media')) ?? []).filter((media) => keys.has(id(field(media, 'media_key'))));
  const media = known.length > 0 ? known : [...keys].map((key) => ({ media_key: key }));
  return {
    id: id(field(raw, 'id')),
    authorId,
    author: authorId === null ? readPerson(undefined) : findPerson(field(includes, 'users'), authorId),
    at: isoTime(field(raw, 'created_at')),
    text: readText(field(long, 'text') ?? field(raw, 'text'), entities),
    attachments: media.map(readMedia),
    isRepost: referenced(raw, 'retweeted') !== null,
    versionIds: idsIn(list(field(raw, 'edit_history_tweet_ids')) ?? []),
    repliedToId: referenced(raw, 'replied_to'),
    repliedToUserId: id(field(raw, 'in_reply_to_user_id')),
    quotedId: referenced(raw, 'quoted'),
    mentions: readMentions(entities),
  };
}

/**
 * Whom our own post answers: the author it replies to; when that is our own account (a thread of ours goes on), the first other
 * account it mentions. Null for a post that answers nobody.
 */
function answeredBy(post: Post, accountId: string): Partner | null {
  if (post.repliedToId === null) return null;
  const others = post.mentions.filter((mention) => mention.id !== accountId);
  if (post.repliedToUserId === null || post.repliedToUserId === accountId) return others[0] ?? null;
  const answered = others.find((mention) => mention.id === post.repliedToUserId);
  return { id: post.repliedToUserId, person: answered?.person ?? { name: null, handle: null } };
}

/** Why a post is no message of a talk, as the name it is kept under; null when it is one. */
function keptAs(post: Post): string | null {
  if (post.id === null || post.authorId === null) return 'post';
  return post.isRepost ? 'repost' : null;
}

function toMessage(post: Post, postId: string, customer: Partner, context: PostContext): MessageEvent {
  const isOwn = post.authorId === context.accountId;
  return messageEvent({
    accountExternalId: context.accountId,
    externalId: postId,
    direction: isOwn ? 'out' : 'in',
    visibility: 'public',
    customerExternalId: customer.id,
    customerName: customer.person.name,
    customerHandle: customer.person.handle,
    // Old bodies name no thread: only by the customer does a talk stay together in whatever order and form its posts come (ADR 0052).
    threadExternalId: customer.id,
    sentAt: post.at ?? context.receivedAt,
    text: post.text,
    attachments: post.attachments,
    replyToExternalId: firstId(post.repliedToId, post.quotedId),
    origin: isOwn ? { clientTag: null, appId: null, appName: null, author: 'unknown' } : null,
  });
}

/**
 * Each edit is a post of its own; taken as a message, one customer's correction would become a second question. A customer's
 * edit carries the message as it stands, under its first version's id: an edit that adds our name is the first we see of it.
 */
function toEdit(
  post: Post,
  ids: { versionId: string; firstVersionId: string },
  customer: Partner,
  context: PostContext,
): EditEvent {
  const { versionId, firstVersionId } = ids;
  const place = post.versionIds.indexOf(versionId);
  const isOwn = post.authorId === context.accountId;
  return {
    kind: 'edit',
    accountExternalId: context.accountId,
    key: happeningKey('edit', null, firstVersionId, versionId),
    at: post.at ?? context.receivedAt,
    messageExternalId: firstVersionId,
    newText: post.text,
    editNumber: place > 0 ? place : null,
    versionExternalId: versionId,
    standIn: isOwn ? null : toMessage(post, firstVersionId, customer, context),
  };
}

function customerOf(post: Post, accountId: string): Partner | null {
  if (post.authorId === accountId) return answeredBy(post, accountId);
  return post.authorId === null ? null : { id: post.authorId, person: post.author };
}

function toEvents(post: Post, raw: unknown, context: PostContext): InboundEvent[] {
  const { accountId } = context;
  const customer = customerOf(post, accountId);
  const name = keptAs(post);
  const [firstVersionId = post.id] = post.versionIds;
  const isTalk = name === null && customer !== null;
  if (isTalk && post.id !== null && firstVersionId !== null && firstVersionId !== post.id) {
    return [toEdit(post, { versionId: post.id, firstVersionId }, customer, context)];
  }
  if (isTalk && post.id !== null) return [toMessage(post, post.id, customer, context)];
  const keptName = name ?? 'own_post';
  const key = post.id === null ? {} : { key: `${keptName}:${post.id}` };
  return [unknownEvent({ accountExternalId: accountId, name: keptName, raw, at: post.at, ...key })];
}

/** Reads a post in the old form of the Account Activity API. */
export function parseLegacyPost(raw: unknown, context: PostContext): InboundEvent[] {
  return isRecord(raw) ? toEvents(readLegacyPost(raw), raw, context) : [malformed(raw, context.accountId)];
}

/** Reads a post in the new form of the X Activity API. */
export function parseNewPost(raw: unknown, context: PostContext): InboundEvent[] {
  return isRecord(raw)
    ? toEvents(readNewPost(raw, context.includes), raw, context)
    : [malformed(raw, context.accountId)];
}

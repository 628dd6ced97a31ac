import { field, id, list, path, text } from '#server/channels/body/fields.ts';
import type { SimulatedAccount, SimulatedSend } from './accounts.ts';

/** A call as a platform reads it: what is to be sent, still without id and time. Null when the request's shape is wrong. */
export type ReadCall = Omit<SimulatedSend, 'externalId' | 'at' | 'channel' | 'accountExternalId'>;

const nothingMore = { clientTag: null, mediaIds: [], template: null, privateReplyTo: null } as const;

function readMessenger(segments: readonly string[], body: unknown, account: SimulatedAccount): ReadCall | null {
  const words = text(path(body, 'message', 'text'));
  const mediaId = id(path(body, 'message', 'attachment', 'payload', 'attachment_id'));
  const commentId = id(path(body, 'recipient', 'comment_id'));
  const to = commentId ?? id(path(body, 'recipient', 'id'));
  const type = field(body, 'messaging_type');
  const typed = type === 'RESPONSE' || (type === 'MESSAGE_TAG' && field(body, 'tag') === 'HUMAN_AGENT');
  // Text and attachment need two calls.
  const isOneThing = (words === null) !== (mediaId === null);
  if (segments[1] !== (account.pageId ?? account.externalId) || !isOneThing || to === null || !typed) return null;
  return {
    visibility: 'private',
    to,
    text: words ?? '',
    body,
    ...nothingMore,
    clientTag: text(path(body, 'message', 'metadata')),
    mediaIds: mediaId === null ? [] : [mediaId],
    privateReplyTo: commentId,
  };
}

function readComment(segments: readonly string[], body: unknown): ReadCall | null {
  const words = text(field(body, 'message'));
  const to = segments[1];
  return words === null || to === undefined ? null : { visibility: 'public', to, text: words, body, ...nothingMore };
}

const mediaTypes = ['image', 'audio', 'video', 'document'];

function readWhatsAppContent(body: unknown): Pick<ReadCall, 'text' | 'mediaIds' | 'template'> | null {
  const type = text(field(body, 'type')) ?? '';
  const content = field(body, type);
  if (type === 'text') {
    const words = text(field(content, 'body'));
    return words === null ? null : { text: words, mediaIds: [], template: null };
  }
  if (type === 'template') {
    const [name, language] = [text(field(content, 'name')), text(path(content, 'language', 'code'))];
    return name === null || language === null ? null : { text: '', mediaIds: [], template: content };
  }
  const mediaId = id(field(content, 'id'));
  if (!mediaTypes.includes(type) || mediaId === null) return null;
  return { text: text(field(content, 'caption')) ?? '', mediaIds: [mediaId], template: null };
}

function readWhatsApp(segments: readonly string[], body: unknown, account: SimulatedAccount): ReadCall | null {
  const content = readWhatsAppContent(body);
  const to = id(field(body, 'to')) ?? id(field(body, 'recipient'));
  const shaped = field(body, 'messaging_product') === 'whatsapp';
  if (segments[1] !== account.externalId || content === null || to === null || !shaped) return null;
  const clientTag = text(field(body, 'biz_opaque_callback_data'));
  return { visibility: 'private', to, body, ...nothingMore, ...content, clientTag };
}

function readPost(body: unknown): ReadCall | null {
  const words = text(field(body, 'text'));
  const to = text(path(body, 'reply', 'in_reply_to_tweet_id'));
  const mediaIds = (list(path(body, 'media', 'media_ids')) ?? []).flatMap((each) => id(each) ?? []);
  if ((words === null && mediaIds.length === 0) || to === null || mediaIds.length > 4) return null;
  return { visibility: 'public', to, text: words ?? '', body, ...nothingMore, mediaIds };
}

function readDm(segments: readonly string[], body: unknown): ReadCall | null {
  const words = text(field(body, 'text'));
  const to = segments[3];
  const mediaIds = (list(field(body, 'attachments')) ?? []).flatMap((each) => id(field(each, 'media_id')) ?? []);
  if ((words === null && mediaIds.length === 0) || to === undefined || mediaIds.length > 1) return null;
  return { visibility: 'private', to, text: words ?? '', body, ...nothingMore, mediaIds };
}

function readXCall(segments: readonly string[], body: unknown): ReadCall | null {
  if (segments.length === 2 && segments[1] === 'tweets') return readPost(body);
  const isDm =
    segments.length === 5 && segments.slice(1, 3).join('/') === 'dm_conversations/with' && segments[4] === 'messages';
  return isDm ? readDm(segments, body) : null;
}

function readGraphCall(segments: readonly string[], body: unknown, account: SimulatedAccount): ReadCall | null {
  const last = segments[2];
  if (account.channel === 'whatsapp') return last === 'messages' ? readWhatsApp(segments, body, account) : null;
  if (last === (account.pageId === undefined ? 'comments' : 'replies')) return readComment(segments, body);
  return last === 'messages' ? readMessenger(segments, body, account) : null;
}

/** The parts of an address. */
export function segmentsOf(pathname: string): string[] {
  return pathname
    .split('/')
    .filter((each) => each !== '')
    .map(decodeURIComponent);
}

/** Reads a call by its address, exactly in the shapes our senders make; anything else is null. */
export function readCall(segments: readonly string[], body: unknown, account: SimulatedAccount): ReadCall | null {
  if (account.channel === 'x') return segments[0] === '2' ? readXCall(segments, body) : null;
  const isVersioned = segments.length === 3 && /^v\d+\.\d+$/.test(segments[0] ?? '');
  return isVersioned ? readGraphCall(segments, body, account) : null;
}

import { field, id, path, text } from '#server/channels/body/fields.ts';
import type { SimulatedAccount, SimulatedSend } from './accounts.ts';

/** A call as a platform reads it: what is to be sent, still without id and time. Null when the request's shape is wrong. */
export type ReadCall = Omit<SimulatedSend, 'externalId' | 'at' | 'channel' | 'accountExternalId'>;

function readMessenger(segments: readonly string[], body: unknown, account: SimulatedAccount): ReadCall | null {
  const words = text(path(body, 'message', 'text'));
  const to = id(path(body, 'recipient', 'id'));
  const type = field(body, 'messaging_type');
  const typed = type === 'RESPONSE' || (type === 'MESSAGE_TAG' && field(body, 'tag') === 'HUMAN_AGENT');
  if (segments[1] !== account.externalId || words === null || to === null || !typed) return null;
  const metadata = text(path(body, 'message', 'metadata'));
  return { visibility: 'private', to, text: words, clientTag: metadata, body };
}

function readComment(segments: readonly string[], body: unknown): ReadCall | null {
  const words = text(field(body, 'message'));
  const to = segments[1];
  return words === null || to === undefined ? null : { visibility: 'public', to, text: words, clientTag: null, body };
}

function readWhatsApp(segments: readonly string[], body: unknown, account: SimulatedAccount): ReadCall | null {
  const words = text(path(body, 'text', 'body'));
  const to = id(field(body, 'to')) ?? id(field(body, 'recipient'));
  const shaped = field(body, 'messaging_product') === 'whatsapp' && field(body, 'type') === 'text';
  if (segments[1] !== account.externalId || words === null || to === null || !shaped) return null;
  return { visibility: 'private', to, text: words, clientTag: text(field(body, 'biz_opaque_callback_data')), body };
}

function readPost(body: unknown): ReadCall | null {
  const words = text(field(body, 'text'));
  const to = text(path(body, 'reply', 'in_reply_to_tweet_id'));
  return words === null || to === null ? null : { visibility: 'public', to, text: words, clientTag: null, body };
}

function readDm(segments: readonly string[], body: unknown): ReadCall | null {
  const words = text(field(body, 'text'));
  const to = segments[3];
  return words === null || to === undefined ? null : { visibility: 'private', to, text: words, clientTag: null, body };
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
  if (last === 'comments') return readComment(segments, body);
  return last === 'messages' ? readMessenger(segments, body, account) : null;
}

/** Reads a call by its address, exactly in the shapes our senders make; anything else is null. */
export function readCall(pathname: string, body: unknown, account: SimulatedAccount): ReadCall | null {
  const segments = pathname
    .split('/')
    .filter((each) => each !== '')
    .map(decodeURIComponent);
  if (account.channel === 'x') return segments[0] === '2' ? readXCall(segments, body) : null;
  const isVersioned = segments.length === 3 && /^v\d+\.\d+$/.test(segments[0] ?? '');
  return isVersioned ? readGraphCall(segments, body, account) : null;
}

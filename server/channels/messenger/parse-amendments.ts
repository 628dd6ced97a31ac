import type { AmendmentEvent, NoticeEvent } from '#server/channels/channel.ts';
import { happeningKey, noticeEvent } from '#server/channels/body/events.ts';
import { field, firstText, id, list, lookUp, number, path, text } from '#server/channels/body/fields.ts';
import type { MessagingItem } from './messaging-item.ts';

/** Names of the reactions that older bodies give instead of the emoji itself. */
const namedReactions: Readonly<Record<string, string>> = {
  like: '\u{1F44D}',
  dislike: '\u{1F44E}',
  love: '\u2764\uFE0F',
  smile: '\u{1F606}',
  wow: '\u{1F62E}',
  sad: '\u{1F622}',
  angry: '\u{1F620}',
};

function emojiOf(reaction: unknown): string {
  const name = text(field(reaction, 'reaction'));
  return text(field(reaction, 'emoji')) ?? (name === null ? null : lookUp(namedReactions, name)) ?? name ?? '\u{1F44D}';
}

/** Reads a reaction of the customer or, when the page is the sender, of the account. Null when it names no message. */
export function readReaction(item: MessagingItem, reaction: unknown): AmendmentEvent | null {
  const mid = id(field(reaction, 'mid'));
  if (mid === null || item.senderId === null) return null;
  const emoji = field(reaction, 'action') === 'unreact' ? null : emojiOf(reaction);
  return {
    kind: 'reaction',
    accountExternalId: item.pageId,
    key: happeningKey('reaction', item.at, mid, item.senderId, emoji),
    at: item.at ?? item.receivedAt,
    messageExternalId: mid,
    emoji,
    by: item.senderId === item.pageId ? 'account' : 'customer',
    reactorExternalId: item.senderId,
  };
}

/** Reads an edit: the same mid with new words. Null when it names no message. */
export function readEdit(item: MessagingItem, edit: unknown): AmendmentEvent | null {
  const mid = id(field(edit, 'mid'));
  if (mid === null) return null;
  const newText = text(field(edit, 'text')) ?? '';
  // Documented as a number, seen as a string.
  const editNumber = number(field(edit, 'num_edit'));
  return {
    kind: 'edit',
    accountExternalId: item.pageId,
    key: happeningKey('edit', item.at, mid, newText),
    at: item.at ?? item.receivedAt,
    messageExternalId: mid,
    newText,
    editNumber,
    versionExternalId: null,
    standIn: null,
  };
}

/** Reads an unsend: the mid of the message that went. Null when it names none. */
export function readUnsend(item: MessagingItem, message: unknown): AmendmentEvent | null {
  const mid = id(field(message, 'mid'));
  if (mid === null) return null;
  return {
    kind: 'delete',
    accountExternalId: item.pageId,
    // The instant is left out: a message is taken back once, whatever each notification says of when.
    key: happeningKey('delete', null, mid),
    at: item.at ?? item.receivedAt,
    messageExternalId: mid,
    whole: false,
  };
}

/** Event keys that state a fact and are no talk, with the words each has for it. */
const noticeWords: Readonly<Record<string, (body: unknown) => readonly unknown[]>> = {
  referral: (body) => [field(body, 'source'), field(body, 'type'), firstText(field(body, 'ref'), field(body, 'ad_id'))],
  optin: (body) => [field(body, 'type'), firstText(field(body, 'ref'), field(body, 'payload'), field(body, 'title'))],
  account_linking: (body) => [field(body, 'status')],
  policy_enforcement: (body) => [field(body, 'action'), field(body, 'reason')],
  pass_thread_control: (body) => [field(body, 'new_owner_app_id'), field(body, 'metadata')],
  take_thread_control: (body) => [field(body, 'previous_owner_app_id'), field(body, 'metadata')],
  request_thread_control: (body) => [field(body, 'requested_owner_app_id'), field(body, 'metadata')],
  app_roles: (body) =>
    Object.values(typeof body === 'object' && body !== null ? body : {}).flatMap((each) => list(each) ?? []),
};

/** Reads an item that states a fact; null when its key is none of those. Bodies write some keys with a hyphen, docs with a line. */
export function readNotice(item: MessagingItem, key: string): NoticeEvent | null {
  const name = key.replaceAll('-', '_');
  const words = lookUp(noticeWords, name);
  if (words === undefined) return null;
  const body = field(item.raw, key);
  return noticeEvent({ accountExternalId: item.pageId, name, raw: item.raw, at: item.at, words: words(body) });
}

/** The advertisement or link that brought a message or tap, beside the message itself; none is the usual case. */
export function readReferrals(item: MessagingItem, talk: unknown): NoticeEvent[] {
  const referral = path(talk, 'referral');
  if (referral === undefined) return [];
  const words = noticeWords['referral']?.(referral) ?? [];
  return [noticeEvent({ accountExternalId: item.pageId, name: 'referral', raw: item.raw, at: item.at, words })];
}

import type { InboundEvent } from '#server/channels/channel.ts';
import { malformed, readEach, unknownEvent } from '#server/channels/body/events.ts';
import { field, id, isRecord, lookUp, path, text, unixTime } from '#server/channels/body/fields.ts';
import type { DmContext } from './parse-dm.ts';
import { parseEncryptedChat } from './parse-chat.ts';
import { parseDm, parseDmRead } from './parse-dm.ts';
import { parseNewPost } from './parse-post.ts';
import { readDeletedPost, readRevocation } from './parse-withdrawal.ts';

/** Names were written in PascalCase until March 2026: `PostMentionCreate` is `post.mention.create`. */
function modernName(name: string): string {
  if (name.includes('.')) return name;
  return name.replace(/([a-z])([A-Z])|([A-Z])([A-Z][a-z])/g, '$1$3.$2$4').toLowerCase();
}

const postEvents = new Set(['post.create', 'post.mention.create', 'post.reply.create', 'post.quote.create']);

type ItemReader = (item: unknown, context: DmContext) => InboundEvent[];

/** The items of a `dm.*` payload: the old event array, a bare array, or one bare event. */
function itemsOf(payload: unknown, arrayName: string): readonly unknown[] {
  const wrapped = field(payload, arrayName);
  if (Array.isArray(wrapped)) return wrapped;
  return Array.isArray(payload) ? payload : [payload];
}

const dmReaders: Readonly<Record<string, { readonly array: string; readonly read: ItemReader }>> = {
  'dm.received': { array: 'direct_message_events', read: parseDm },
  'dm.sent': { array: 'direct_message_events', read: parseDm },
  'dm.read': { array: 'direct_message_mark_read_events', read: parseDmRead },
  'chat.received': { array: 'chat_events', read: parseEncryptedChat },
  'chat.sent': { array: 'chat_events', read: parseEncryptedChat },
};

/** A revocation names the account in its payload: its filter may be empty. */
function readWithdrawal(
  name: string,
  payload: unknown,
  accountId: string | null,
  receivedAt: Date,
): InboundEvent | null {
  if (name === 'oauth.revoke') return readRevocation(payload, name, receivedAt);
  return name === 'post.delete' && accountId !== null ? readDeletedPost(payload, { accountId, receivedAt }) : null;
}

/** Reads one event of the X Activity API. */
export function parseActivity(raw: unknown, receivedAt: Date): InboundEvent[] {
  const type = text(field(raw, 'event_type'));
  if (!isRecord(raw) || type === null) return [malformed(raw, null)];
  const name = modernName(type);
  const accountId = id(path(raw, 'filter', 'user_id'));
  const payload = raw['payload'];
  const includes = raw['includes'];
  if (accountId !== null && postEvents.has(name)) return parseNewPost(payload, { accountId, receivedAt, includes });
  const dm = lookUp(dmReaders, name);
  if (accountId !== null && dm !== undefined) {
    const context = {
      accountId,
      receivedAt,
      users: field(payload, 'users') ?? field(includes, 'users'),
      apps: field(payload, 'apps'),
    };
    return readEach(itemsOf(payload, dm.array), accountId, (item) => dm.read(item, context));
  }
  const withdrawal = readWithdrawal(name, payload, accountId, receivedAt);
  if (withdrawal !== null) return [withdrawal];
  // `event_uuid` names the delivery, not the event, so the key comes from what happened.
  const at = unixTime(field(payload, 'created_timestamp')) ?? unixTime(field(payload, 'created_at_msec'));
  const event = unknownEvent({
    accountExternalId: accountId,
    name,
    raw: { event_type: type, filter: raw['filter'], payload },
    at,
  });
  return [{ ...event, raw }];
}

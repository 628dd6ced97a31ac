import type { MissedPage } from '#server/channels/channel-upkeep.ts';
import { field, id, isoTime, isRecord, list, path, text } from '#server/channels/body/fields.ts';

function nextOf(json: unknown): string | null {
  return text(path(json, 'meta', 'next_token'));
}

/** A page of posts as X Activity events; `eventType` says what kind of list it is of. */
export function missedPosts(json: unknown, accountId: string, eventType: string): MissedPage {
  const includes = field(json, 'includes');
  const posts = (list(field(json, 'data')) ?? []).filter(isRecord);
  const events = posts.map((payload) => ({
    event_type: eventType,
    filter: { user_id: accountId },
    payload,
    includes,
  }));
  // Newest first on X; taken in as they were written.
  return { bodies: events.length === 0 ? [] : [{ data: events.reverse() }], items: events.length, next: nextOf(json) };
}

/** Of a talk of two the id names both; of a group's it is a single number, and groups reach no webhook either. */
function recipientOf(raw: unknown, senderId: string): string | null {
  const pair = (text(field(raw, 'dm_conversation_id')) ?? '').split('-');
  const named =
    pair.length === 2 ? pair : (list(field(raw, 'participant_ids')) ?? []).flatMap((each) => id(each) ?? []);
  const others = named.filter((each) => each !== senderId);
  return named.length === 2 && others.length === 1 ? (others[0] ?? null) : null;
}

function attachmentOf(raw: unknown, includes: unknown): unknown {
  const key = id(list(path(raw, 'attachments', 'media_keys'))?.[0]);
  if (key === null) return undefined;
  const media = (list(field(includes, 'media')) ?? []).find((each) => id(field(each, 'media_key')) === key);
  return { type: 'media', media: media ?? { media_key: key } };
}

function eventOf(raw: unknown, includes: unknown): { readonly at: Date; readonly event: unknown } | null {
  const eventId = id(field(raw, 'id'));
  const at = isoTime(field(raw, 'created_at'));
  const senderId = id(field(raw, 'sender_id'));
  const recipientId = senderId === null ? null : recipientOf(raw, senderId);
  if (eventId === null || at === null || senderId === null || recipientId === null) return null;
  const attachment = attachmentOf(raw, includes);
  const message = {
    target: { recipient_id: recipientId },
    sender_id: senderId,
    message_data: { text: text(field(raw, 'text')) ?? '', ...(attachment === undefined ? {} : { attachment }) },
  };
  const event = {
    type: 'message_create',
    id: eventId,
    created_timestamp: String(at.getTime()),
    message_create: message,
  };
  return { at, event };
}

/** A page of direct messages since `since`, in the form the Account Activity API has; newest first on X. */
export function missedDms(json: unknown, accountId: string, since: Date): MissedPage {
  const includes = field(json, 'includes');
  const raw = list(field(json, 'data')) ?? [];
  const found = raw.flatMap((each) => eventOf(each, includes) ?? []);
  const wanted = found.filter(({ at }) => at.getTime() >= since.getTime());
  const users = (list(field(includes, 'users')) ?? []).flatMap((user) => {
    const userId = id(field(user, 'id'));
    return userId === null ? [] : [[userId, user] as const];
  });
  const oldest = isoTime(field(raw.at(-1), 'created_at'));
  const isEnd = oldest === null || oldest.getTime() < since.getTime();
  const body = {
    for_user_id: accountId,
    direct_message_events: wanted.map(({ event }) => event).reverse(),
    users: Object.fromEntries(users),
  };
  return { bodies: wanted.length === 0 ? [] : [body], items: wanted.length, next: isEnd ? null : nextOf(json) };
}

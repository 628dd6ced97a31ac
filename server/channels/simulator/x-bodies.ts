import { createHash } from 'node:crypto';
import type { Body } from './messenger-bodies.ts';

/** A person on X. */
type XUser = { readonly id: string; readonly name: string; readonly handle: string };

/** The post that is answered: its id and its author. */
export type XAnswered = { readonly postId: string; readonly userId: string; readonly handle?: string };

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function legacyTime(at: Date): string {
  const time = at.toISOString().slice(11, 19);
  const day = String(at.getUTCDate()).padStart(2, '0');
  return `${days[at.getUTCDay()] ?? ''} ${months[at.getUTCMonth()] ?? ''} ${day} ${time} +0000 ${String(at.getUTCFullYear())}`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A post in an Account Activity body; `accountId` is the subscribed account, `author` may be that account itself. */
export type XPostParts = {
  readonly accountId: string;
  readonly author: XUser;
  readonly id: string;
  readonly text: string;
  readonly at: Date;
  readonly inReplyTo?: XAnswered | null;
};

/** A post that mentions the account, answers it, or was made by it, in the old form. */
export function xMention(parts: XPostParts): Body {
  const { author, inReplyTo } = parts;
  const post = {
    // The number a client would lose digits of; only `id_str` may be read.
    id: Number(parts.id),
    id_str: parts.id,
    created_at: legacyTime(parts.at),
    text: escapeText(parts.text),
    truncated: false,
    in_reply_to_status_id_str: inReplyTo?.postId ?? null,
    in_reply_to_user_id_str: inReplyTo?.userId ?? null,
    in_reply_to_screen_name: inReplyTo?.handle ?? null,
    user: { id_str: author.id, name: author.name, screen_name: author.handle },
    is_quote_status: false,
    entities: { urls: [], user_mentions: [] },
  };
  return { for_user_id: parts.accountId, user_has_blocked: false, tweet_create_events: [post] };
}

/** A reply by the account itself, in the old form. */
export function xOwnPost(parts: Omit<XPostParts, 'author'> & { handle: string; inReplyTo: XAnswered }): Body {
  return xMention({ ...parts, author: { id: parts.accountId, name: parts.handle, handle: parts.handle } });
}

/** A direct message between the account and a customer. */
export type XDmParts = {
  readonly accountId: string;
  readonly from: XUser;
  readonly to: XUser;
  readonly id: string;
  readonly text: string;
  readonly at: Date;
  readonly sourceApp?: { readonly id: string; readonly name: string };
};

function dmParts(parts: XDmParts): { readonly event: Body; readonly users: Body; readonly apps: Body } {
  const { from, to, sourceApp } = parts;
  const users = [from, to].map(
    (user) => [user.id, { id: user.id, name: user.name, screen_name: user.handle }] as const,
  );
  const event = {
    type: 'message_create',
    id: parts.id,
    created_timestamp: String(parts.at.getTime()),
    message_create: {
      target: { recipient_id: to.id },
      sender_id: from.id,
      ...(sourceApp === undefined ? {} : { source_app_id: sourceApp.id }),
      message_data: { text: escapeText(parts.text), entities: { urls: [] } },
    },
  };
  return {
    event,
    users: Object.fromEntries(users),
    apps: sourceApp === undefined ? {} : { [sourceApp.id]: sourceApp },
  };
}

/** A direct message in the old form, in or out. */
export function xDm(parts: XDmParts): Body {
  const { event, users, apps } = dmParts(parts);
  return { for_user_id: parts.accountId, direct_message_events: [event], users, apps };
}

function activity(accountId: string, eventType: string, payload: unknown, includes: Body): Body {
  const digest = createHash('sha256')
    .update(`${eventType}:${JSON.stringify(payload)}`)
    .digest();
  const data = {
    event_uuid: digest.readBigInt64BE().toString(),
    event_type: eventType,
    filter: { user_id: accountId },
    payload,
    includes,
  };
  return { data };
}

/** A post in an X Activity body. */
export type XActivityPostParts = XPostParts & {
  readonly eventType: 'post.mention.create' | 'post.reply.create' | 'post.quote.create' | 'post.create';
  readonly conversationId?: string;
};

/** A post in the new form. */
export function xActivityPost(parts: XActivityPostParts): Body {
  const { author, inReplyTo } = parts;
  const payload = {
    id: parts.id,
    text: escapeText(parts.text),
    author_id: author.id,
    created_at: new Date(Math.floor(parts.at.getTime() / 1000) * 1000).toISOString(),
    conversation_id: parts.conversationId ?? inReplyTo?.postId ?? parts.id,
    edit_history_tweet_ids: [parts.id],
    ...(inReplyTo === undefined || inReplyTo === null
      ? {}
      : {
          in_reply_to_user_id: inReplyTo.userId,
          referenced_tweets: [{ type: 'replied_to', id: inReplyTo.postId }],
        }),
  };
  const users = [{ id: author.id, name: author.name, username: author.handle }];
  return activity(parts.accountId, parts.eventType, payload, { users });
}

/** A direct message in the new form, which wraps the old event. */
export function xActivityDm(parts: XDmParts): Body {
  const { event, users, apps } = dmParts(parts);
  const eventType = parts.from.id === parts.accountId ? 'dm.sent' : 'dm.received';
  return activity(parts.accountId, eventType, { direct_message_events: [event], users: { data: users }, apps }, {});
}

/** The customer read the talk up to `lastReadId`. */
export function xDmRead(parts: { accountId: string; readerId: string; lastReadId: string; at: Date }): Body {
  const event = {
    created_timestamp: String(parts.at.getTime()),
    sender_id: parts.readerId,
    target: { recipient_id: parts.accountId },
    last_read_event_id: parts.lastReadId,
  };
  return { for_user_id: parts.accountId, direct_message_mark_read_events: [event] };
}

/** A body as the platform would send it, before it is written as JSON. */
export type Body = Readonly<Record<string, unknown>>;

/** What every private Messenger item names. Times are the platform's (UTC). */
export type MessengerTalk = { readonly pageId: string; readonly psid: string; readonly at: Date };

function messaging(talk: MessengerTalk, fromPage: boolean, event: Body, key = 'messaging'): Body {
  const sender = { id: fromPage ? talk.pageId : talk.psid };
  const recipient = { id: fromPage ? talk.psid : talk.pageId };
  const item = { sender, recipient, timestamp: talk.at.getTime(), ...event };
  return { object: 'page', entry: [{ id: talk.pageId, time: talk.at.getTime(), [key]: [item] }] };
}

/** A text from a customer to a page. */
export function messengerText(parts: MessengerTalk & { mid: string; text: string; replyTo?: string | null }): Body {
  const quoted = parts.replyTo === undefined || parts.replyTo === null ? {} : { reply_to: { mid: parts.replyTo } };
  return messaging(parts, false, { message: { mid: parts.mid, text: parts.text, ...quoted } });
}

/** An image from a customer to a page. */
export function messengerImage(parts: MessengerTalk & { mid: string; url: string }): Body {
  const attachments = [{ type: 'image', payload: { url: parts.url } }];
  return messaging(parts, false, { message: { mid: parts.mid, attachments } });
}

/** A tap on a button. */
export function messengerPostback(parts: MessengerTalk & { mid: string; title: string; payload: string }): Body {
  return messaging(parts, false, { postback: { mid: parts.mid, title: parts.title, payload: parts.payload } });
}

/** What an echo adds: the app that sent it, its metadata, and whether another app holds the thread. */
export type MessengerEchoParts = MessengerTalk & {
  readonly mid: string;
  readonly text: string;
  readonly attachments?: readonly unknown[];
  readonly appId?: number | string;
  readonly metadata?: string;
  readonly standby?: boolean;
};

/** A message the page sent, by whatever tool. */
export function messengerEcho(parts: MessengerEchoParts): Body {
  const { mid, text, appId, metadata } = parts;
  const message = {
    mid,
    ...(text === '' ? {} : { text }),
    ...(parts.attachments === undefined ? {} : { attachments: parts.attachments }),
    is_echo: true,
    ...(appId === undefined ? {} : { app_id: appId }),
    ...(metadata === undefined ? {} : { metadata }),
  };
  return messaging(parts, true, { message }, parts.standby === true ? 'standby' : 'messaging');
}

/** The customer's telephone took these messages, and everything up to `watermarkAt`. */
export function messengerDelivery(parts: MessengerTalk & { mids: readonly string[]; watermarkAt: Date }): Body {
  return messaging(parts, false, { delivery: { mids: parts.mids, watermark: parts.watermarkAt.getTime() } });
}

/** The customer read everything up to `watermarkAt`. */
export function messengerRead(parts: MessengerTalk & { watermarkAt: Date }): Body {
  return messaging(parts, false, { read: { watermark: parts.watermarkAt.getTime() } });
}

/** A comment on an Instagram account's post, by a customer or by the account itself; it tells no time of its own. */
export function instagramComment(parts: Omit<MessengerCommentParts, 'pageId'> & { readonly accountId: string }): Body {
  const { accountId, commentId, parentId, postId, from, text, at } = parts;
  const value = {
    id: commentId,
    from: { id: from.id, username: from.name },
    media: { id: postId, media_product_type: 'FEED' },
    text,
    ...(parentId === undefined ? {} : { parent_id: parentId }),
  };
  const time = Math.floor(at.getTime() / 1000);
  return { object: 'instagram', entry: [{ id: accountId, time, changes: [{ field: 'comments', value }] }] };
}

/** What a comment on a page's post names; without `parentId` it is a top-level comment. */
export type MessengerCommentParts = {
  readonly pageId: string;
  readonly postId: string;
  readonly commentId: string;
  readonly parentId?: string;
  readonly from: { readonly id: string; readonly name: string };
  readonly text: string;
  readonly at: Date;
};

/** A comment, by a customer or by the page itself (`from.id` is the page's). */
export function messengerComment(parts: MessengerCommentParts): Body {
  const seconds = Math.floor(parts.at.getTime() / 1000);
  const value = {
    item: 'comment',
    verb: 'add',
    comment_id: parts.commentId,
    post_id: parts.postId,
    parent_id: parts.parentId ?? parts.postId,
    from: parts.from,
    message: parts.text,
    created_time: seconds,
  };
  return { object: 'page', entry: [{ id: parts.pageId, time: seconds, changes: [{ field: 'feed', value }] }] };
}

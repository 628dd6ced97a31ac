import type { SimulatedAccount, SimulatedFault, SimulatedSend } from './accounts.ts';
import type { Body } from './bodies.ts';
import {
  instagramComment,
  messengerComment,
  messengerDelivery,
  messengerEcho,
  messengerRead,
  whatsappStatus,
  xActivityDm,
  xActivityPost,
} from './bodies.ts';
import type { KnownItem } from './memory.ts';

/** The app id under which the played Messenger shows our own sends. */
const simulatedAppId = 100200300400500;

type EchoContext = {
  readonly account: SimulatedAccount;
  readonly send: SimulatedSend;
  /** What the platform knows of the post or comment that was answered. */
  readonly answered: KnownItem | undefined;
  readonly fault: SimulatedFault | null;
};

function messengerFollowUps({ account, send, answered }: EchoContext): Body[] {
  if (send.visibility === 'public') {
    const from = { id: account.externalId, name: account.name };
    const root = answered?.root ?? send.to;
    const comment = {
      postId: answered?.postId ?? `${account.externalId}_0`,
      commentId: send.externalId,
      parentId: root,
      from,
      text: send.text,
      at: send.at,
    };
    const { externalId } = account;
    return account.pageId === undefined
      ? [messengerComment({ ...comment, pageId: externalId })]
      : [instagramComment({ ...comment, accountId: externalId })];
  }
  const talk = { pageId: account.externalId, psid: send.to, at: send.at };
  const echo = { ...talk, mid: send.externalId, text: send.text, appId: simulatedAppId };
  const attachments = send.mediaIds.map((mediaId) => ({
    type: 'image',
    payload: { url: `https://cdn.example/${mediaId}` },
  }));
  const metadata = send.clientTag === null ? {} : { metadata: send.clientTag };
  return [
    messengerEcho({ ...echo, ...metadata, ...(attachments.length === 0 ? {} : { attachments }) }),
    messengerDelivery({ ...talk, mids: [send.externalId], watermarkAt: send.at }),
    messengerRead({ ...talk, watermarkAt: send.at }),
  ];
}

function whatsappFollowUps({ account, send, fault }: EchoContext): Body[] {
  const parts = {
    numberId: account.externalId,
    displayNumber: account.handle,
    id: send.externalId,
    to: send.to,
    at: send.at,
    ...(send.clientTag === null ? {} : { clientTag: send.clientTag }),
  };
  if (fault?.kind === 'failedLater') {
    const error = { code: fault.code, detail: fault.detail };
    return [whatsappStatus({ ...parts, status: 'failed', error })];
  }
  const statuses = ['sent', 'delivered', 'read'] as const;
  return statuses.map((status) => whatsappStatus({ ...parts, status, category: 'service' }));
}

function xFollowUps({ account, send, answered }: EchoContext): Body[] {
  const accountId = account.externalId;
  const own = { id: accountId, name: account.name, handle: account.handle };
  // X ends the words of a post or message with a picture with a link to it.
  const link = send.mediaIds.length === 0 ? '' : ' https://t.co/abc123';
  const common = { accountId, id: send.externalId, text: `${send.text}${link}`.trim(), at: send.at };
  if (send.visibility === 'private') {
    const to = { id: send.to, name: send.to, handle: send.to };
    return [xActivityDm({ ...common, from: own, to })];
  }
  // A post nobody told the simulator of has an author all the same; a stand-in keeps the echo readable.
  const inReplyTo = { postId: send.to, userId: answered?.authorId ?? '1' };
  const conversationId = answered?.root ?? send.to;
  return [xActivityPost({ ...common, author: own, inReplyTo, conversationId, eventType: 'post.create' })];
}

/** The webhooks a platform sends after it took a message, in order: the echo (or first status) leads. */
export function followUps(context: EchoContext): Body[] {
  if (context.fault?.kind === 'silent') return [];
  if (context.account.channel === 'messenger') return messengerFollowUps(context);
  return context.account.channel === 'whatsapp' ? whatsappFollowUps(context) : xFollowUps(context);
}

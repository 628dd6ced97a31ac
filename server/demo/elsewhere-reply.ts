import { createHash } from 'node:crypto';
import {
  messengerComment,
  messengerEcho,
  whatsappEcho,
  xDm,
  xOwnPost,
  type Body,
} from '#server/channels/simulator/bodies.ts';
import { demoAccounts } from './demo-accounts.ts';
import type { StoryPlace } from './story.ts';

/** Facebook's own page inbox (docs/channels.md): it does not say whether a person or an instant reply wrote. */
const pageInboxAppId = '263902037430900';

/** The echo of a reply that was not sent from here. `answeredId` is the customer's message or post it answers. */
export function elsewhereReplyBody(
  reply: StoryPlace & { readonly text: string; readonly at: Date },
  answeredId: string,
): Body {
  const { channel, customer, text, at, thread } = reply;
  const id = inventedId(`${channel} ${customer.id} ${String(at.getTime())} ${text}`);
  if (channel === 'whatsapp') {
    const { externalId, handle } = demoAccounts.whatsapp;
    return whatsappEcho({ numberId: externalId, displayNumber: handle, to: customer.id, id: `wamid.${id}`, text, at });
  }
  if (channel === 'x') {
    const { externalId, handle, name } = demoAccounts.x;
    if (thread !== undefined) {
      const inReplyTo = { postId: answeredId, userId: customer.id, handle: customer.handle };
      return xOwnPost({ accountId: externalId, handle, id, text, at, inReplyTo });
    }
    return xDm({ accountId: externalId, from: { id: externalId, name, handle }, to: customer, id, text, at });
  }
  const pageId = demoAccounts.messenger.externalId;
  if (thread !== undefined) {
    const from = { id: pageId, name: demoAccounts.messenger.name };
    return messengerComment({ pageId, postId: `${pageId}_1`, commentId: id, parentId: answeredId, from, text, at });
  }
  return messengerEcho({ pageId, psid: customer.id, mid: `m_${id}`, text, at, appId: pageInboxAppId });
}

function inventedId(seed: string): string {
  return BigInt(`0x${createHash('sha256').update(seed).digest('hex').slice(0, 15)}`).toString();
}

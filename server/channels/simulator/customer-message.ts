import type { SimulatedAccount, SimulatedCustomer } from './accounts.ts';
import type { Body } from './bodies.ts';
import {
  instagramComment,
  messengerComment,
  messengerText,
  whatsappText,
  xActivityDm,
  xActivityPost,
} from './bodies.ts';
import type { PlatformMemory } from './memory.ts';

/** Something a customer says to an account. */
export type CustomerMessageInput = {
  readonly account: SimulatedAccount;
  readonly customer: SimulatedCustomer;
  readonly text: string;
  readonly at: Date;
  /** A comment or mention; WhatsApp has none. */
  readonly public?: boolean;
  /** The message, comment or post that is answered. */
  readonly replyTo?: string | null;
};

/** A webhook body and the id its message has. */
export type CustomerMessage = { readonly body: Body; readonly externalId: string };

function comment(input: CustomerMessageInput, externalId: string, memory: PlatformMemory): Body {
  const { account, customer, replyTo } = input;
  const parent = typeof replyTo === 'string' ? memory.recall(replyTo) : undefined;
  const postId = parent?.postId ?? `${account.externalId}_1`;
  const root = parent?.root ?? externalId;
  memory.remember(externalId, { authorId: customer.id, root, postId, at: input.at });
  const parts = {
    postId,
    commentId: externalId,
    ...(root === externalId ? {} : { parentId: root }),
    from: { id: customer.id, name: customer.name },
    text: input.text,
    at: input.at,
  };
  return account.pageId === undefined
    ? messengerComment({ ...parts, pageId: account.externalId })
    : instagramComment({ ...parts, accountId: account.externalId });
}

function mention(input: CustomerMessageInput, externalId: string, memory: PlatformMemory): Body {
  const { account, customer, replyTo } = input;
  const parent = typeof replyTo === 'string' ? memory.recall(replyTo) : undefined;
  const root = parent?.root ?? replyTo ?? externalId;
  memory.remember(externalId, { authorId: customer.id, root, postId: root });
  return xActivityPost({
    accountId: account.externalId,
    author: { id: customer.id, name: customer.name, handle: customer.handle ?? customer.id },
    id: externalId,
    text: input.text,
    at: input.at,
    conversationId: root,
    eventType: typeof replyTo === 'string' ? 'post.reply.create' : 'post.mention.create',
    inReplyTo: typeof replyTo === 'string' ? { postId: replyTo, userId: parent?.authorId ?? account.externalId } : null,
  });
}

/** Makes the webhook body of a customer's message and remembers public items, so that replies to them find their root. */
export function customerMessageBody(input: CustomerMessageInput, externalId: string, memory: PlatformMemory): Body {
  const { account, customer, text, at, replyTo } = input;
  if (account.channel === 'whatsapp') {
    const number = { numberId: account.externalId, displayNumber: account.handle };
    return whatsappText({ ...number, from: customer.id, name: customer.name, id: externalId, text, at, replyTo });
  }
  if (input.public === true) {
    return account.channel === 'x' ? mention(input, externalId, memory) : comment(input, externalId, memory);
  }
  if (account.channel === 'messenger') {
    return messengerText({ pageId: account.externalId, psid: customer.id, mid: externalId, text, at, replyTo });
  }
  const from = { id: customer.id, name: customer.name, handle: customer.handle ?? customer.id };
  const to = { id: account.externalId, name: account.name, handle: account.handle };
  return xActivityDm({ accountId: account.externalId, from, to, id: externalId, text, at });
}

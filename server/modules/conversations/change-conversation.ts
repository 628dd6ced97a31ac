import type { Transactor } from '#server/db/transaction.ts';
import type { Norms } from '#server/modules/norms/index.ts';
import type { AuthorKind } from '#shared/turns/turn-types.ts';
import type { ConversationStores } from './batch-stores.ts';
import type { ConversationDoc } from './conversations.store.ts';
import type { MessageDoc } from './messages.store.ts';
import { refoldConversations } from './refold-conversations.ts';

/** What changing a conversation needs. */
export type ChangeDependencies = {
  readonly stores: ConversationStores;
  readonly norms: Norms;
  readonly transact: Transactor;
};

/** Whose conversation is changed, by whom, when. */
export type ChangeRequest = {
  readonly brandId: string;
  readonly id: string;
  readonly userId: string;
  readonly now: Date;
};

/** The conversation, or who was first. */
export type ClaimOutcome = { conversation: ConversationDoc; claimed: boolean };

/** Gives an unassigned conversation to the user; of several at once exactly one succeeds. Null when it does not exist. */
export async function claimConversation(
  deps: ChangeDependencies,
  request: ChangeRequest,
): Promise<ClaimOutcome | null> {
  const before = await find(deps, request);
  if (!before) return null;
  await deps.stores.conversations.claim(request.id, request.userId);
  const conversation = await find(deps, request);
  return conversation && { conversation, claimed: conversation.assigneeId === request.userId };
}

/** Hands a conversation to a colleague, or releases it. Null when it does not exist. */
export async function assignConversation(
  deps: ChangeDependencies,
  request: ChangeRequest & { assigneeId: string | null },
): Promise<ConversationDoc | null> {
  if (!(await find(deps, request))) return null;
  const update = { $set: { assigneeId: request.assigneeId }, $inc: { revision: 1 } };
  await deps.stores.conversations.change(request.brandId, request.id, update);
  return find(deps, request);
}

/** The conversation, or since when its customer waits. */
export type CloseOutcome = { conversation: ConversationDoc } | { waitingSince: Date };

/** Closes a conversation; with a customer waiting only with a reason, which ends the turn as excused. */
export async function closeConversation(
  deps: ChangeDependencies,
  request: ChangeRequest & { reason: string | null },
): Promise<CloseOutcome | null> {
  const table = await deps.norms.tableOf(request.brandId);
  return deps.transact(async (session) => {
    const [conversation] = await deps.stores.conversations.byIds(request.brandId, [request.id], session);
    if (!conversation) return null;
    const { reason, now, userId } = request;
    if (conversation.riskAt !== null && reason === null) {
      const clocks = await deps.stores.clocks.ofConversations(request.brandId, [request.id], session);
      const running = clocks.find((clock) => clock.state === 'running');
      return { waitingSince: running?.startedAt ?? conversation.lastCustomerAt ?? conversation.lastMessageAt };
    }
    const excuse = reason === null ? {} : { $push: { excuses: { at: now, reason, userId } } };
    const update = { $set: { state: 'closed' as const }, ...excuse };
    await deps.stores.conversations.change(request.brandId, request.id, update, session);
    const [closed] = await refoldConversations(
      deps.stores,
      { brandId: request.brandId, ids: [request.id], table, now, touched: true },
      session,
    );
    return closed ? { conversation: closed } : null;
  });
}

/** Opens a closed conversation again. Null when it does not exist. */
export async function reopenConversation(
  deps: ChangeDependencies,
  request: ChangeRequest,
): Promise<ConversationDoc | null> {
  if (!(await find(deps, request))) return null;
  const update = { $set: { state: 'open' as const }, $inc: { revision: 1 } };
  await deps.stores.conversations.change(request.brandId, request.id, update);
  return find(deps, request);
}

/** Notes that an agent has seen everything received until now. False when the conversation does not exist. */
export async function markConversationRead(deps: ChangeDependencies, request: ChangeRequest): Promise<boolean> {
  const conversation = await find(deps, request);
  if (!conversation) return false;
  if (conversation.unread === 0) return true;
  const update = { $set: { readThroughAt: request.now, unread: 0 }, $inc: { revision: 1 } };
  await deps.stores.conversations.change(request.brandId, request.id, update);
  return true;
}

/** What we sent ourselves we know; only echoes can be mistaken. */
export function isAuthorCorrectable(
  message: Pick<MessageDoc, 'direction' | 'authorUserId' | 'autoReplyVersionId'>,
): boolean {
  return message.direction === 'out' && message.authorUserId === null && message.autoReplyVersionId === null;
}

/** Corrects who wrote an outgoing message and works the conversation out anew. Null when there is no such message. */
export async function correctAuthorKind(
  deps: ChangeDependencies,
  request: Omit<ChangeRequest, 'id'> & { messageId: string; authorKind: AuthorKind },
): Promise<ConversationDoc | null> {
  const { brandId, messageId, authorKind, now } = request;
  const table = await deps.norms.tableOf(brandId);
  return deps.transact(async (session) => {
    const [message] = await deps.stores.messages.byIds(brandId, [messageId], session);
    if (!message || !isAuthorCorrectable(message)) return null;
    const update = { $set: { authorKind, authorFixed: true, authorGuessed: false } };
    await deps.stores.messages.change([{ id: messageId, update }], session);
    const [conversation] = await refoldConversations(
      deps.stores,
      { brandId, ids: [message.conversationId], table, now, touched: true },
      session,
    );
    return conversation ?? null;
  });
}

async function find(deps: ChangeDependencies, request: ChangeRequest): Promise<ConversationDoc | null> {
  const [conversation] = await deps.stores.conversations.byIds(request.brandId, [request.id]);
  return conversation ?? null;
}

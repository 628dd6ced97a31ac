import type { ClientSession } from 'mongodb';
import { derivedId } from '#server/db/derived-id.ts';
import type { ChannelAccountDoc } from '#server/modules/channel-accounts/index.ts';
import type { NormTable } from '#server/modules/norms/index.ts';
import { outboxEntryOf } from '#server/modules/outbox/index.ts';
import { answeredPostOf, placeOf } from './conversation-place.ts';
import type { ConversationDoc } from './conversations.store.ts';
import type { ReceivedEvent } from './event-batch.ts';
import { ownMessageDocOf } from './message-docs.ts';
import type { MessageDoc } from './messages.store.ts';
import type { EventDependencies } from './receive-events.ts';

/** An older message is history being replayed or a late delivery: an instant reply to it would be absurd. */
const freshMs = 3_600_000;

/** Gives the text of an automatic reply as it goes out at `now`. */
export type FillAutoReply = (account: ChannelAccountDoc, text: string, now: Date) => Promise<string>;

type AutoReplyRequest = {
  readonly folded: readonly ConversationDoc[];
  readonly inserted: readonly MessageDoc[];
  readonly received: readonly ReceivedEvent[];
  readonly brandId: string;
  readonly table: NormTable;
  readonly now: Date;
};

/**
 * Queues the account's automatic reply for each waiting turn that a new customer message runs on: once per turn, by an id
 * that follows from the turn, and never to public posts unless the account says so.
 */
export async function enqueueAutoReplies(
  deps: EventDependencies,
  request: AutoReplyRequest,
  session: ClientSession,
): Promise<void> {
  const accounts = new Map(request.received.map(({ account }) => [account._id, account]));
  const fresh = new Set(
    request.inserted
      .filter((message) => message.direction === 'in' && isFresh(message, request.now))
      .map((message) => message.conversationId),
  );
  for (const conversation of request.folded) {
    const account = accounts.get(conversation.accountId);
    if (!account || !fresh.has(conversation._id) || conversation.clockId === null) continue;
    if (conversation.visibility === 'public' && !account.autoReply.publicEnabled) continue;
    await enqueueFor(deps, { ...request, conversation, account, clockId: conversation.clockId }, session);
  }
}

function isFresh(message: MessageDoc, now: Date): boolean {
  return message.needsReply && Math.abs(now.getTime() - message.sentAt.getTime()) <= freshMs;
}

async function enqueueFor(
  deps: EventDependencies,
  request: AutoReplyRequest & { conversation: ConversationDoc; account: ChannelAccountDoc; clockId: string },
  session: ClientSession,
): Promise<void> {
  const { conversation, account, brandId, now } = request;
  const version = await deps.accounts.activeAutoReply(account);
  if (!version) return;
  const id = derivedId('auto-reply', request.clockId);
  if (await wasSentInTurn(deps, { brandId, id, conversationId: conversation._id, clockId: request.clockId }, session)) {
    return;
  }
  const message = ownMessageDocOf(
    {
      ...placeOf(conversation),
      id,
      text: (await deps.fillAutoReply?.(account, version.text, now)) ?? version.text,
      author: { kind: 'autoReply', userId: null, name: null },
      replyToExternalId: await answeredPostOf(deps.stores.messages, conversation, session),
      autoReplyVersionId: version._id,
      now,
    },
    request.table,
    deps.read,
  );
  await deps.stores.messages.insert([message], session);
  await deps.outbox.enqueue(outboxEntryOf(message, now), session);
}

/** A message that arrives late may turn out to have begun the turn, which then has another id than when it was answered. */
async function wasSentInTurn(
  deps: EventDependencies,
  turn: { brandId: string; id: string; conversationId: string; clockId: string },
  session: ClientSession,
): Promise<boolean> {
  const clocks = await deps.stores.clocks.ofConversations(turn.brandId, [turn.conversationId], session);
  const startedAt = clocks.find((clock) => clock._id === turn.clockId)?.startedAt;
  const messages = await deps.stores.messages.ofConversations(turn.brandId, [turn.conversationId], session);
  return messages.some(
    (message) =>
      message._id === turn.id ||
      (message.autoReplyVersionId !== null &&
        startedAt !== undefined &&
        message.sentAt.getTime() >= startedAt.getTime()),
  );
}

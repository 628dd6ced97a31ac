import type { ClientSession } from 'mongodb';
import { derivedId } from '#server/db/derived-id.ts';
import type { AutoReplyVersionDoc, ChannelAccountDoc } from '#server/modules/channel-accounts/index.ts';
import type { NormTable } from '#server/modules/norms/index.ts';
import { outboxEntryOf } from '#server/modules/outbox/index.ts';
import { groupBy } from '#shared/group-by.ts';
import { answeredPostOf, placeOf } from './conversation-place.ts';
import type { ConversationDoc } from './conversations.store.ts';
import type { ReceivedEvent } from './event-batch.ts';
import { ownMessageDocOf } from './message-docs.ts';
import type { MessageDoc } from './messages.store.ts';
import type { BatchStores } from './batch-stores.ts';
import type { EventDependencies } from './receive-events.ts';

/** An older message is history being replayed or a late delivery: an instant reply to it would be absurd. */
const freshMs = 3_600_000;

/** Gives the text of an automatic reply as it goes out at `now`. */
export type FillAutoReply = (
  account: ChannelAccountDoc,
  text: string,
  now: Date,
  visibility: ConversationDoc['visibility'],
) => Promise<string>;

type AutoReplyRequest = {
  readonly folded: readonly ConversationDoc[];
  readonly inserted: readonly MessageDoc[];
  readonly received: readonly ReceivedEvent[];
  readonly brandId: string;
  readonly table: NormTable;
  readonly now: Date;
};

/** What queueing needs. */
export type AutoReplyDependencies = Pick<EventDependencies, 'accounts' | 'outbox' | 'read' | 'fillAutoReply'> & {
  readonly stores: BatchStores;
};

/** A conversation that runs on a new customer message, with the turn and the text that may answer it. */
type Waiting = {
  conversation: ConversationDoc;
  clockId: string;
  id: string;
  account: ChannelAccountDoc;
  version: AutoReplyVersionDoc;
};

/**
 * Queues the account's automatic reply for each waiting turn that a new customer message runs on: once per turn, by an id
 * that follows from the turn, and never to public posts unless the account says so.
 */
export async function enqueueAutoReplies(
  deps: AutoReplyDependencies,
  request: AutoReplyRequest,
  session: ClientSession,
): Promise<void> {
  const waiting = await waitingOf(deps, request);
  const sent = await sentInTurn(deps.stores, request.brandId, waiting, session);
  for (const { conversation, id, account, version } of waiting) {
    if (sent.has(id)) continue;
    const { table, now } = request;
    const replyToExternalId = await answeredPostOf(deps.stores.messages, conversation, session);
    const author = { kind: 'autoReply' as const, userId: null, name: null };
    const text = (await deps.fillAutoReply?.(account, version.text, now, conversation.visibility)) ?? version.text;
    const own = { ...placeOf(conversation), id, text, author, replyToExternalId, now };
    const message = ownMessageDocOf({ ...own, autoReplyVersionId: version._id }, table, deps.read);
    await deps.stores.messages.insert([message], session);
    await deps.outbox.enqueue(outboxEntryOf(message, now), session);
  }
}

async function waitingOf(deps: AutoReplyDependencies, request: AutoReplyRequest): Promise<Waiting[]> {
  const fresh = new Set(
    request.inserted
      .filter((message) => message.direction === 'in' && isFresh(message, request.now))
      .map((message) => message.conversationId),
  );
  const accounts = new Map(request.received.map(({ account }) => [account._id, account]));
  const versions = new Map<string, AutoReplyVersionDoc | null>();
  const waiting: Waiting[] = [];
  for (const conversation of request.folded) {
    const { accountId, clockId, visibility } = conversation;
    const account = accounts.get(accountId);
    if (!account || !fresh.has(conversation._id) || clockId === null) continue;
    if (visibility === 'public' && !account.autoReply.publicEnabled) continue;
    if (!versions.has(accountId)) versions.set(accountId, await deps.accounts.activeAutoReply(account));
    const version = versions.get(accountId);
    if (version) waiting.push({ conversation, clockId, id: derivedId('auto-reply', clockId), account, version });
  }
  return waiting;
}

function isFresh(message: MessageDoc, now: Date): boolean {
  return message.needsReply && Math.abs(now.getTime() - message.sentAt.getTime()) <= freshMs;
}

/**
 * Of these turns' replies those that were sent. A message that arrives late may turn out to have begun the turn, which then has
 * another id than when it was answered.
 */
async function sentInTurn(
  stores: BatchStores,
  brandId: string,
  waiting: readonly Waiting[],
  session: ClientSession,
): Promise<ReadonlySet<string>> {
  if (waiting.length === 0) return new Set();
  const known = await stores.messages.byIds(
    brandId,
    waiting.map(({ id }) => id),
    session,
  );
  const sent = new Set(known.map(({ _id }) => _id));
  const conversationIds = waiting.map(({ conversation }) => conversation._id);
  const clocks = await stores.clocks.ofConversations(brandId, conversationIds, session);
  const startedAt = new Map(clocks.map((clock) => [clock._id, clock.startedAt.getTime()]));
  const messages = await stores.messages.forFold(brandId, conversationIds);
  const automatic = groupBy(
    messages.filter(({ autoReplyVersionId }) => autoReplyVersionId !== null),
    (message) => message.conversationId,
  );
  for (const { conversation, clockId, id } of waiting) {
    const since = startedAt.get(clockId) ?? Infinity;
    const before = stores.messages.checkpointOf(conversation._id)?.lastAutoReplyAt?.getTime() ?? -Infinity;
    const later = automatic.get(conversation._id)?.some(({ sentAt }) => sentAt.getTime() >= since) ?? false;
    if (later || before >= since) sent.add(id);
  }
  return sent;
}

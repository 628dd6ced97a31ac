import { randomUUID } from 'node:crypto';
import type { ChannelSender, OutgoingMessage } from '#server/channels/channel.ts';
import { ChannelError } from '#server/channels/errors.ts';
import type { Clock } from '#server/clock.ts';
import type { Transactor } from '#server/db/transaction.ts';
import { createWorkLoop, type WorkLoop } from '#server/jobs/work-loop.ts';
import type { Log } from '#server/log.ts';
import type { ChannelAccountDoc, ChannelAccounts } from '#server/modules/channel-accounts/index.ts';
import type { Conversations, MessageDelivery, MessageDoc } from '#server/modules/conversations/index.ts';
import type { Outbox, OutboxDoc } from '#server/modules/outbox/index.ts';

/** What sending needs; `senders` by channel name. */
export type SenderDependencies = {
  readonly outbox: Outbox;
  readonly conversations: Conversations;
  readonly accounts: ChannelAccounts;
  readonly senders: ReadonlyMap<string, ChannelSender<unknown>>;
  readonly transact: Transactor;
  readonly clock: Clock;
  readonly log: Log;
};

const batch = 50;
const mostUnderWay = 50;
const stopAfterMs = 5_000;
const pollMs = 500;
/** A platform that has not answered by then may or may not have taken the message. */
const sendTimeoutMs = 20_000;
const leaseMs = 60_000;
const maxAttempts = 6;
const firstRetryMs = 2_000;

/**
 * Sends what is queued: strictly in order and one at a time within a conversation, conversations side by side, so that a
 * platform that hangs holds back nobody else. A message is marked `sending` durably before the call; whatever is not a
 * clear yes or no becomes `unknown` and is never sent again by itself (limits C2). Stopping waits for calls under way, a
 * while, and then breaks them off.
 */
export function createOutboxSender(deps: SenderDependencies): WorkLoop {
  const underWay = new Map<string, Promise<void>>();
  const breakOff = new AbortController();
  const launch = (doc: OutboxDoc): void => {
    const work = sendOne(deps, doc, breakOff.signal)
      .catch((error: unknown) => {
        deps.log.error({ err: error, outbox: doc._id }, 'a send could not be finished');
      })
      .finally(() => {
        underWay.delete(doc._id);
        loop.wake();
      });
    underWay.set(doc._id, work);
  };
  const loop = createWorkLoop({
    name: 'outbox',
    pollMs,
    log: deps.log,
    step: async () => {
      await giveUpAbandoned(deps);
      const ready = await readyToSend(deps, underWay);
      ready.slice(0, mostUnderWay - underWay.size).forEach(launch);
      return ready.length > 0 && underWay.size < mostUnderWay;
    },
  });
  return {
    ...loop,
    settled: async () => {
      await loop.settled();
      while (underWay.size > 0) {
        await Promise.all(underWay.values());
        await loop.settled();
      }
    },
    stop: async () => {
      await loop.stop();
      const timer = setTimeout(() => {
        breakOff.abort();
      }, stopAfterMs);
      await Promise.all(underWay.values());
      clearTimeout(timer);
    },
  };
}

/** What may be sent now; a message that waits for its next try holds those behind it back, or they would overtake it. */
async function readyToSend(deps: SenderDependencies, underWay: ReadonlyMap<string, unknown>): Promise<OutboxDoc[]> {
  const due = await deps.outbox.due(deps.clock.now(), batch);
  if (due.length === 0) return [];
  const heads = await deps.outbox.heads(due.map((doc) => doc.conversationId));
  return due.filter((doc) => {
    const head = heads.get(doc.conversationId);
    return head?._id === doc._id && head.state === 'queued' && !underWay.has(doc._id);
  });
}

async function sendOne(deps: SenderDependencies, doc: OutboxDoc, breakOff: AbortSignal): Promise<void> {
  const attemptId = randomUUID();
  const leaseUntil = new Date(deps.clock.now().getTime() + leaseMs);
  if (!(await deps.outbox.claim(doc._id, attemptId, leaseUntil))) return;
  const [message] = await deps.conversations.messages.byIds(doc.brandId, [doc._id]);
  const account = await deps.accounts.byId(doc.brandId, doc.accountId);
  if (!message || !account) throw new Error(`outbox entry ${doc._id} has no message or account`);
  const sending = { state: 'sending' as const, at: deps.clock.now(), problem: null };
  if (!(await mark(deps, { message, attemptId }, sending))) return;
  try {
    const sender = deps.senders.get(account.channel);
    if (!sender) throw new ChannelError('unauthorised', 'off', 'channel is not configured');
    const outgoing = await outgoingOf(deps, message);
    const receipt = await sender.send(
      outgoing,
      deps.accounts.senderAccount(account),
      AbortSignal.any([AbortSignal.timeout(sendTimeoutMs), breakOff]),
    );
    await settleSent(deps, message, receipt.externalId);
    if (account.trouble) await deps.accounts.setTrouble(account, null);
  } catch (error) {
    const failure =
      error instanceof ChannelError ? error : new ChannelError('uncertain', 'unexpected', describe(error), null);
    await settleFailure(deps, { doc, message, account, attemptId }, failure);
  }
}

const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function outgoingOf(deps: SenderDependencies, message: MessageDoc): Promise<OutgoingMessage> {
  const [conversation] = await deps.conversations.store.byIds(message.brandId, [message.conversationId]);
  if (!conversation) throw new Error(`message ${message._id} has no conversation`);
  return {
    clientTag: message._id,
    visibility: message.visibility,
    customerExternalId: conversation.customerExternalId,
    threadExternalId: conversation.threadExternalId,
    replyToExternalId: message.replyToExternalId,
    text: message.text,
    byPerson: message.authorKind === 'agent',
    lastCustomerAt: conversation.lastCustomerAt,
  };
}

/** Notes how an attempt stands; false, and nothing changed, when an echo settled the message meanwhile. */
async function mark(
  deps: SenderDependencies,
  { message, attemptId }: Pick<Attempt, 'message' | 'attemptId'>,
  delivery: MessageDelivery,
): Promise<boolean> {
  return deps.transact(async (session) => {
    if (!(await deps.outbox.holds(message._id, attemptId, session))) return false;
    await deps.conversations.messages.change([{ id: message._id, update: { $set: { delivery } } }], session);
    return true;
  });
}

async function settleSent(deps: SenderDependencies, message: MessageDoc, externalId: string): Promise<void> {
  const { brandId, conversationId } = message;
  await deps.transact(async (session) => {
    const key = { accountId: message.accountId, externalId };
    const known = await deps.conversations.messages.byExternalIds(brandId, [key], session);
    const [current] = await deps.conversations.messages.byIds(brandId, [message._id], session);
    // The echo may have come first, untagged and too different to be recognised: it and ours are one message.
    const echo = known.find((candidate) => candidate._id !== message._id);
    if (echo) await deps.conversations.messages.remove(brandId, echo._id, session);
    const now = deps.clock.now();
    if (current && !current.platformTime) {
      const proof = { externalId, sentAt: echo?.sentAt ?? now, platformTime: echo !== undefined };
      await deps.conversations.settleOutgoing(current, proof, session);
    } else {
      await deps.outbox.setState(message._id, 'sent', session);
    }
    await deps.conversations.refold({ brandId, ids: [conversationId], now }, session);
  });
}

type Attempt = { doc: OutboxDoc; message: MessageDoc; account: ChannelAccountDoc; attemptId: string };

async function settleFailure(deps: SenderDependencies, attempt: Attempt, failure: ChannelError): Promise<void> {
  const { doc, account, attemptId } = attempt;
  const problem = { kind: failure.kind, code: failure.code, detail: failure.detail };
  deps.log.warn({ outbox: doc._id, account: account._id, kind: failure.kind, code: failure.code }, 'sending failed');
  const now = deps.clock.now();
  if (failure.retryable && doc.attempt + 1 < maxAttempts) {
    const waitMs = failure.retryAfterMs ?? firstRetryMs * 2 ** doc.attempt;
    if (!(await mark(deps, attempt, { state: 'queued', at: now, problem }))) return;
    await deps.outbox.retryAt(doc._id, attemptId, new Date(now.getTime() + waitMs));
    return;
  }
  if (failure.kind === 'unauthorised') {
    await deps.accounts.setTrouble(account, { code: failure.code, detail: failure.detail });
  }
  await finish(deps, attempt, failure.kind === 'uncertain' ? 'unknown' : 'failed', problem);
}

async function finish(
  deps: SenderDependencies,
  attempt: Pick<Attempt, 'doc' | 'attemptId'>,
  state: 'unknown' | 'failed',
  problem: NonNullable<MessageDelivery['problem']>,
): Promise<void> {
  const { doc, attemptId } = attempt;
  const now = deps.clock.now();
  await deps.transact(async (session) => {
    // An echo may have settled it while the answer was awaited: then it went out, whatever the answer was.
    if (!(await deps.outbox.settle(doc._id, attemptId, state, session))) return;
    const delivery = { state, at: now, problem };
    await deps.conversations.messages.change([{ id: doc._id, update: { $set: { delivery } } }], session);
    await deps.conversations.refold({ brandId: doc.brandId, ids: [doc.conversationId], now }, session);
  });
}

async function giveUpAbandoned(deps: SenderDependencies): Promise<void> {
  for (const doc of await deps.outbox.abandoned(deps.clock.now())) {
    const problem = { kind: 'uncertain', code: 'abandoned', detail: 'the sender stopped before an answer came' };
    await finish(deps, { doc, attemptId: doc.attemptId ?? '' }, 'unknown', problem);
  }
}

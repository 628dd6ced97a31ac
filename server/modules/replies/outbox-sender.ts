import { randomUUID } from 'node:crypto';
import type { ChannelSender } from '#server/channels/channel.ts';
import { ChannelError } from '#server/channels/errors.ts';
import type { Clock } from '#server/clock.ts';
import type { Transactor } from '#server/db/transaction.ts';
import { createWorkLoop, type WorkLoop } from '#server/jobs/work-loop.ts';
import type { Log } from '#server/log.ts';
import {
  platformDownCode,
  type ChannelAccountDoc,
  type ChannelAccounts,
} from '#server/modules/channel-accounts/index.ts';
import type { Conversations, MessageDelivery, MessageDoc } from '#server/modules/conversations/index.ts';
import type { Media } from '#server/modules/media/index.ts';
import type { Outbox, OutboxDoc, SendGates } from '#server/modules/outbox/index.ts';
import { outgoingOf } from './outgoing-message.ts';
import { readyToSend, type SendObserver } from './ready-to-send.ts';

/** What sending needs; `senders` by channel name. */
export type SenderDependencies = {
  readonly outbox: Outbox;
  readonly gates: SendGates;
  readonly media: Media;
  readonly observer: SendObserver;
  readonly conversations: Conversations;
  readonly accounts: ChannelAccounts;
  readonly senders: ReadonlyMap<string, ChannelSender<unknown>>;
  readonly transact: Transactor;
  readonly clock: Clock;
  readonly log: Log;
};

const mostUnderWay = 50;
const abandonedAtOnce = 100;
const stopAfterMs = 5_000;
const pollMs = 500;
/** A platform that has not answered by then may or may not have taken the message; files take longer to hand over. */
const sendTimeoutMs = 20_000;
const fileTimeoutMs = 90_000;
const leaseMs = 120_000;
/** How long an account is left alone when the platform asks for patience without saying how long. */
const pauseMs = 5_000;
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
      const { ready, more } = await readyToSend(deps, underWay, mostUnderWay - underWay.size);
      ready.forEach(launch);
      return (ready.length > 0 || more) && underWay.size < mostUnderWay;
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
    const limitMs = outgoing.attachments.length > 0 ? fileTimeoutMs : sendTimeoutMs;
    const receipt = await sender.send(
      outgoing,
      deps.accounts.senderAccount(account),
      AbortSignal.any([AbortSignal.timeout(limitMs), breakOff]),
    );
    await settleSent(deps, message, receipt.externalId);
    await noteAnswer(deps, account, true);
    if (account.trouble) await deps.accounts.setTrouble(account, null);
  } catch (error) {
    const failure =
      error instanceof ChannelError ? error : new ChannelError('uncertain', 'unexpected', describe(error));
    if (error instanceof ChannelError && !breakOff.aborted) await tellGate(deps, { doc, account }, failure);
    await settleFailure(deps, { doc, message, account, attemptId }, failure);
  }
}

/** Counts for the breaker whether the platform answered clearly; what changes is told. */
async function noteAnswer(deps: SenderDependencies, account: ChannelAccountDoc, answered: boolean): Promise<void> {
  const news = await deps.gates.report(account, answered);
  if (news === null) return;
  deps.observer.breaker(account.channel, news);
  const trouble = { code: platformDownCode, detail: 'several calls in a row got no clear answer' };
  if (news === 'opened') await deps.accounts.setTrouble(account, trouble);
  else if (account.trouble?.code === platformDownCode) await deps.accounts.setTrouble(account, null);
}

/** What a failed call says about the account, not about the message. */
async function tellGate(
  deps: SenderDependencies,
  { doc, account }: Pick<Attempt, 'doc' | 'account'>,
  failure: ChannelError,
): Promise<void> {
  await noteAnswer(deps, account, failure.kind !== 'uncertain' && failure.kind !== 'unreachable');
  // One customer's limit says nothing about the others.
  if (failure.meaning !== 'rateLimited') return;
  const until = new Date(deps.clock.now().getTime() + (failure.retryAfterMs ?? pauseMs));
  await deps.gates.pause(account, doc.visibility, until);
}

const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error));

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
  const { kind, code, detail, meaning } = failure;
  const problem = { kind, code, detail, meaning };
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
  // "The same text again" after an earlier try means that the earlier one arrived: a person looks and says so.
  const arrivedBefore = meaning === 'duplicate' && doc.attempt > 0;
  await finish(deps, attempt, kind === 'uncertain' || arrivedBefore ? 'unknown' : 'failed', problem);
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
  for (const doc of await deps.outbox.abandoned(deps.clock.now(), abandonedAtOnce)) {
    const problem = { kind: 'uncertain', code: 'abandoned', detail: 'the sender stopped before an answer came' };
    await finish(deps, { doc, attemptId: doc.attemptId ?? '' }, 'unknown', problem);
  }
}

import type { Clock } from '#server/clock.ts';
import type { Transactor } from '#server/db/transaction.ts';
import type { Conversations, MessageDoc } from '#server/modules/conversations/index.ts';
import type { Outbox } from '#server/modules/outbox/index.ts';

/** What settling by hand needs. */
export type SettleDependencies = {
  readonly conversations: Conversations;
  readonly outbox: Outbox;
  readonly transact: Transactor;
  readonly clock: Clock;
  onQueued(): void;
};

/** The message as it is now, or why nothing was done. */
export type SettleOutcome = { readonly message: MessageDoc } | 'notFound' | 'notSettleable';

/** Sends a failed or unknown message again, as a new attempt of the same outbox entry. */
export async function resendMessage(deps: SettleDependencies, brandId: string, id: string): Promise<SettleOutcome> {
  const outcome = await settle(deps, { brandId, id, from: ['failed', 'unknown'], to: 'queued' });
  if (typeof outcome === 'object') deps.onQueued();
  return outcome;
}

/** Says that an unknown message did go out at the time we tried. */
export async function markMessageSent(deps: SettleDependencies, brandId: string, id: string): Promise<SettleOutcome> {
  return settle(deps, { brandId, id, from: ['unknown'], to: 'sent' });
}

type Wanted = { brandId: string; id: string; from: readonly string[]; to: 'queued' | 'sent' };

async function settle(deps: SettleDependencies, wanted: Wanted): Promise<SettleOutcome> {
  const { brandId, id, from, to } = wanted;
  return deps.transact(async (session): Promise<SettleOutcome> => {
    const [message] = await deps.conversations.messages.byIds(brandId, [id], session);
    if (!message) return 'notFound';
    if (message.direction !== 'out' || !from.includes(message.delivery?.state ?? '')) return 'notSettleable';
    const now = deps.clock.now();
    const delivery = { state: to, at: now, problem: null };
    await deps.conversations.messages.change([{ id, update: { $set: { delivery } } }], session);
    if (to === 'queued') await deps.outbox.requeue(id, now, session);
    else await deps.outbox.setState(id, 'sent', session);
    await deps.conversations.refold({ brandId, ids: [message.conversationId], now }, session);
    return { message: { ...message, delivery } };
  });
}

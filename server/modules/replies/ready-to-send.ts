import type { Clock } from '#server/clock.ts';
import type { ChannelAccounts } from '#server/modules/channel-accounts/index.ts';
import type { HeldBy, Outbox, OutboxDoc, SendGates } from '#server/modules/outbox/index.ts';
import { groupBy } from '#shared/group-by.ts';

/** Told of what is held back and of breakers: for the metrics. */
export type SendObserver = {
  held(channel: string, by: HeldBy, messages: number): void;
  breaker(channel: string, news: 'opened' | 'closed'): void;
};

/** What choosing needs. */
export type ReadyDependencies = {
  readonly outbox: Outbox;
  readonly gates: SendGates;
  readonly accounts: ChannelAccounts;
  readonly clock: Clock;
  readonly observer: SendObserver;
};

/** Many more than are sent at once: those that wait behind another of their conversation are looked through as well. */
const candidates = 400;

/**
 * What may be sent now, at most `room`: one message a conversation, since one that waits for its next try holds those behind
 * it back, and per account as many as its gate lets through. What a gate holds is put off, so that it never stands in the
 * way of other accounts.
 */
export async function readyToSend(
  deps: ReadyDependencies,
  underWay: ReadonlyMap<string, unknown>,
  room: number,
): Promise<{ ready: OutboxDoc[]; more: boolean }> {
  if (room <= 0) return { ready: [], more: false };
  const due = await deps.outbox.due(deps.clock.now(), candidates);
  if (due.length === 0) return { ready: [], more: false };
  const heads = await deps.outbox.heads([...new Set(due.map((doc) => doc.conversationId))]);
  const turns = due.filter((doc) => {
    const head = heads.get(doc.conversationId);
    return head?._id === doc._id && head.state === 'queued' && !underWay.has(doc._id);
  });
  const ready: OutboxDoc[] = [];
  let held = false;
  for (const group of groupBy(
    turns.slice(0, room),
    ({ accountId, visibility }) => `${accountId} ${visibility}`,
  ).values()) {
    const passed = await throughGate(deps, group);
    ready.push(...passed);
    held ||= passed.length < group.length;
  }
  // What was put off makes place for others that are due.
  return { ready, more: turns.length > room || held };
}

async function throughGate(deps: ReadyDependencies, group: readonly OutboxDoc[]): Promise<OutboxDoc[]> {
  const [first] = group;
  if (first === undefined) return [];
  const account = await deps.accounts.byId(first.brandId, first.accountId);
  // Sending will say what is wrong with it.
  if (!account) return [...group];
  const grant = await deps.gates.take(account, first.visibility, group.length);
  const rest = group.slice(grant.count);
  if (rest.length > 0) {
    if (grant.held !== null) deps.observer.held(account.channel, grant.held, rest.length);
    await deps.outbox.postpone(
      rest.map(({ _id }) => _id),
      grant.nextAt,
    );
  }
  return group.slice(0, grant.count);
}

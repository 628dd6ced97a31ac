import type { ChannelDefinition } from '#server/channels/channel.ts';
import type { Clock } from '#server/clock.ts';
import type { Lease } from '#server/db/lease.ts';
import type { Transactor } from '#server/db/transaction.ts';
import type { Log } from '#server/log.ts';
import { addressOf, type ChannelAccounts } from '#server/modules/channel-accounts/index.ts';
import type { Conversations, ReceivedEvent } from '#server/modules/conversations/index.ts';
import type { Norms } from '#server/modules/norms/index.ts';
import { groupBy } from '#shared/group-by.ts';
import type { ClientSession } from 'mongodb';
import type { DeliveriesStore, DeliveryDoc } from './deliveries.store.ts';
import { createWorkLoop, type WorkLoop } from '#server/jobs/work-loop.ts';

/** What consuming needs. `onFolded` is told after each group, for instance to wake the outbox. */
export type ConsumerDependencies = {
  readonly store: DeliveriesStore;
  readonly channels: readonly ChannelDefinition[];
  readonly accounts: ChannelAccounts;
  readonly conversations: Conversations;
  readonly norms: Norms;
  readonly transact: Transactor;
  readonly clock: Clock;
  readonly log: Log;
  /** Of several processes one takes deliveries in: their order is kept, and none is worked on twice. */
  readonly lease: Lease;
  readonly observer: { folded(deliveries: number, ms: number): void };
  onFolded(): void;
};

const groupSize = 100;
const maxAttempts = 5;
/** Another process may have stored a delivery and cannot wake this one. */
const pollMs = 100;

/**
 * Takes stored deliveries in order, at least once: a group in one transaction together with marking it done, so a crash at
 * any point repeats or skips nothing. A group that fails is tried one by one; a delivery that keeps failing is set aside
 * with its error and blocks nobody.
 */
export function createConsumer(parts: ConsumerDependencies): WorkLoop {
  const deps = { ...parts, arrivalOf: createArrivals() };
  return createWorkLoop({
    name: 'ingest',
    pollMs,
    log: deps.log,
    lease: deps.lease,
    step: async () => {
      const group = await deps.store.pending(groupSize);
      if (group.length === 0) return false;
      await consumeGroup(deps, group);
      deps.onFolded();
      return true;
    },
  });
}

type Consuming = ConsumerDependencies & { arrivalOf(receivedAt: Date): number };

/** Numbers events in the order in which they are taken in: a millisecond may bring many, and none may share a place. */
function createArrivals(): (receivedAt: Date) => number {
  let last = 0;
  return (receivedAt) => {
    last = Math.max(last + 1, receivedAt.getTime() * 1000);
    return last;
  };
}

async function consumeGroup(deps: Consuming, group: readonly DeliveryDoc[]): Promise<void> {
  try {
    await fold(deps, group);
  } catch (error) {
    if (group.length === 1) {
      await setAside(deps, group[0], error);
      return;
    }
    deps.log.warn({ err: error, size: group.length }, 'a group of deliveries failed; trying one by one');
    for (const delivery of group) await consumeGroup(deps, [delivery]);
  }
}

async function setAside(deps: Consuming, delivery: DeliveryDoc | undefined, error: unknown): Promise<void> {
  if (!delivery) return;
  const dead = delivery.attempts + 1 >= maxAttempts;
  deps.log.error({ err: error, delivery: delivery._id.toHexString(), dead }, 'a delivery could not be taken in');
  await deps.store.failed(delivery._id, error instanceof Error ? error.message : String(error), dead);
  // Until it is set aside the same delivery comes first again: wait, so that an outage does not use up its tries.
  if (!dead) throw error;
}

async function fold(deps: Consuming, group: readonly DeliveryDoc[]): Promise<void> {
  const startedAt = performance.now();
  const parsed = group.flatMap((delivery) => parse(deps, delivery));
  await deps.transact(async (session) => {
    const addresses = [...new Set(parsed.map(({ address }) => address))];
    const accounts = await deps.accounts.byAddresses(addresses, session);
    const received = parsed.flatMap(({ address, event, receivedAt, arrival }): ReceivedEvent[] => {
      const account = accounts.get(address);
      return account ? [{ account, event, receivedAt, arrival }] : [];
    });
    if (received.length < parsed.length) {
      deps.log.warn({ events: parsed.length - received.length }, 'events for accounts that no brand has; kept raw');
    }
    await receive(deps, received, session);
    await deps.store.done(
      group.map((delivery) => delivery._id),
      session,
    );
  });
  deps.observer.folded(group.length, performance.now() - startedAt);
}

async function receive(
  deps: ConsumerDependencies,
  received: readonly ReceivedEvent[],
  session: ClientSession,
): Promise<void> {
  for (const [brandId, events] of groupBy(received, ({ account }) => account.brandId)) {
    const table = await deps.norms.tableOf(brandId);
    await deps.conversations.receive(events, { brandId, table, now: deps.clock.now() }, session);
  }
}

type Parsed = Pick<ReceivedEvent, 'event' | 'receivedAt' | 'arrival'> & { address: string };

function parse(deps: Consuming, delivery: DeliveryDoc): Parsed[] {
  const channel = deps.channels.find((candidate) => candidate.name === delivery.channel);
  if (!channel) return [];
  const { receivedAt } = delivery;
  return channel.parse(delivery.body.buffer, receivedAt).map((event) => ({
    event,
    receivedAt,
    arrival: deps.arrivalOf(receivedAt),
    address: addressOf(channel.name, event.accountExternalId ?? ''),
  }));
}

import type { ChannelDefinition } from '#server/channels/channel.ts';
import type { Clock } from '#server/clock.ts';
import type { Lease } from '#server/db/lease.ts';
import type { Transactor } from '#server/db/transaction.ts';
import type { Log } from '#server/log.ts';
import { addressOf, type ChannelAccounts } from '#server/modules/channel-accounts/index.ts';
import type { TakenEvent } from '#server/modules/channel-health/index.ts';
import type { Conversations, ReceivedEvent } from '#server/modules/conversations/index.ts';
import type { Norms } from '#server/modules/norms/index.ts';
import { groupBy } from '#shared/group-by.ts';
import type { ClientSession, ObjectId } from 'mongodb';
import type { DeadLetters } from './dead-letters.ts';
import { maxAttempts, type DeliveriesStore, type DeliveryDoc } from './deliveries.store.ts';
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
  readonly deadLetters: Pick<DeadLetters, 'keep'>;
  /** Told what was taken in, for the health of the accounts. */
  onTaken(events: readonly TakenEvent[]): void;
  onFolded(): void;
};

const groupSize = 100;
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
      const failure = await consumeGroup(deps, group);
      deps.onFolded();
      // Until it is set aside it comes first again: wait, so that a short outage does not use up its tries.
      if (failure !== null) throw failure instanceof Error ? failure : new Error('a delivery failed without an error');
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

/** Takes a group in. Returns the error of a delivery that is to be tried again, null when there is none; throws in an outage. */
async function consumeGroup(deps: Consuming, group: readonly DeliveryDoc[]): Promise<unknown> {
  try {
    await fold(deps, group);
    return null;
  } catch (error) {
    const [only, ...others] = group;
    if (only !== undefined && others.length === 0) return setAside(deps, only, error);
    deps.log.warn({ err: error, size: group.length }, 'a group of deliveries failed; trying one by one');
  }
  let failure: unknown = null;
  // All of them: what stands behind a bad one must not wait for its tries.
  for (const delivery of group) failure = (await consumeGroup(deps, [delivery])) ?? failure;
  return failure;
}

/** Notes a failed try. Returns the error while the delivery is to be tried again; throws when not even that can be written. */
async function setAside(deps: Consuming, delivery: DeliveryDoc, error: unknown): Promise<unknown> {
  const dead = delivery.attempts + 1 >= maxAttempts;
  const id = delivery._id.toHexString();
  deps.log.error({ err: error, delivery: id, dead }, 'a delivery could not be taken in');
  if (dead) {
    const outcome = await foldOneByOne(deps, delivery, error);
    if (outcome.healed) return null;
    // A replay begins without an error and is tried once.
    await deps.deadLetters.keep(delivery, outcome.error, delivery.error === null ? 1 : maxAttempts);
  }
  await deps.store.failed(delivery._id, error instanceof Error ? error.message : String(error), dead);
  return dead ? null : error;
}

type Salvage = { readonly healed: boolean; readonly error: unknown };

/** Of a body of a thousand items one may be bad: the others are taken in all the same. Tells the first failure, or that there was none. */
async function foldOneByOne(deps: Consuming, delivery: DeliveryDoc, cause: unknown): Promise<Salvage> {
  let items: readonly Parsed[];
  try {
    items = parse(deps, delivery);
  } catch {
    return { healed: false, error: cause };
  }
  const failures: unknown[] = [];
  for (const item of items) {
    try {
      await foldParsed(deps, [item], []);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) return { healed: false, error: failures[0] };
  await foldParsed(deps, [], [delivery._id]);
  return { healed: true, error: null };
}

async function fold(deps: Consuming, group: readonly DeliveryDoc[]): Promise<void> {
  const startedAt = performance.now();
  const parsed = group.flatMap((delivery) => parse(deps, delivery));
  await foldParsed(
    deps,
    parsed,
    group.map((delivery) => delivery._id),
  );
  deps.observer.folded(group.length, performance.now() - startedAt);
}

async function foldParsed(deps: Consuming, parsed: readonly Parsed[], done: readonly ObjectId[]): Promise<void> {
  let taken: readonly TakenEvent[] = [];
  await deps.transact(async (session) => {
    const addresses = [...new Set(parsed.map(({ address }) => address))];
    const accounts = await deps.accounts.byAddresses(addresses, session);
    const received = parsed.flatMap(({ address, ...rest }): TakenEvent[] => {
      const account = accounts.get(address);
      return account ? [{ account, ...rest }] : [];
    });
    if (received.length < parsed.length) {
      deps.log.warn({ events: parsed.length - received.length }, 'events for accounts that no brand has; kept raw');
    }
    await receive(deps, received, session);
    if (done.length > 0) await deps.store.done(done, session);
    taken = received;
  });
  deps.onTaken(taken);
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

type Parsed = Omit<TakenEvent, 'account'> & { readonly address: string };

function parse(deps: Consuming, delivery: DeliveryDoc): Parsed[] {
  const channel = deps.channels.find((candidate) => candidate.name === delivery.channel);
  if (!channel) return [];
  const { receivedAt, source = 'webhook' } = delivery;
  return channel.parse(delivery.body.buffer, receivedAt).map((event) => ({
    event,
    receivedAt,
    source,
    arrival: deps.arrivalOf(receivedAt),
    address: addressOf(channel.name, event.accountExternalId ?? ''),
  }));
}

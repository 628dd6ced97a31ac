import type { ChannelDefinition } from '#server/channels/channel.ts';
import type { Clock } from '#server/clock.ts';
import type { SharedLeases } from '#server/db/shared-leases.ts';
import type { Transactor } from '#server/db/transaction.ts';
import type { Log } from '#server/log.ts';
import { addressOf, type ChannelAccounts } from '#server/modules/channel-accounts/index.ts';
import type { TakenEvent } from '#server/modules/channel-health/index.ts';
import type { Conversations } from '#server/modules/conversations/index.ts';
import type { Norms } from '#server/modules/norms/index.ts';
import { groupBy } from '#shared/group-by.ts';
import type { ObjectId } from 'mongodb';
import type { DeadLetters } from './dead-letters.ts';
import { maxAttempts, type DeliveriesStore, type DeliveryDoc } from './deliveries.store.ts';
import { partitionCount } from './partition.ts';
import { inSlices } from '#server/jobs/in-slices.ts';
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
  /** Each part of the deliveries is worked on by one process at a time: their order is kept, and none is taken in twice. */
  readonly leases: SharedLeases;
  readonly observer: { folded(deliveries: number, ms: number): void };
  readonly deadLetters: Pick<DeadLetters, 'keep'>;
  /** Told what was taken in, for the health of the accounts. */
  onTaken(events: readonly TakenEvent[]): void;
  onFolded(): void;
};

/** Large groups cost fewer commands each; a group must still fit well into one transaction. */
const groupSize = 500;
/** Deliveries read at once and worked on group by group. */
const readAtOnce = 2_000;
/** Another process may have stored a delivery and cannot wake this one. */
const pollMs = 100;
/** Loops in this process: while one waits for the database another reads texts. */
const lanes = 4;

/**
 * Takes stored deliveries in order, at least once: a group in one transaction together with marking it done, so a crash at
 * any point repeats or skips nothing. A group that fails is tried one by one; a delivery that keeps failing is set aside
 * with its error and blocks nobody. The parts this process holds are divided among its lanes.
 */
export function createConsumer(parts: ConsumerDependencies): WorkLoop {
  const deps = { ...parts, arrivalOf: createArrivals() };
  const loops = Array.from({ length: lanes }, (_, lane) => createLane(deps, lane));
  const settled = async (): Promise<void> => {
    do await Promise.all(loops.map((loop) => loop.settled()));
    while (
      // What other processes hold is theirs to finish, or becomes ours when they are gone.
      await deps.store.anyPending()
    );
  };
  return {
    start: () => {
      for (const loop of loops) loop.start();
    },
    wake: () => {
      for (const loop of loops) loop.wake();
    },
    settled,
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()));
      await deps.leases.release();
    },
  };
}

function createLane(deps: Consuming, lane: number): WorkLoop {
  /** Read and not yet worked on. */
  let waiting: DeliveryDoc[] = [];
  /** Whether the last look found more than a few. */
  let behind = false;
  return createWorkLoop({
    name: `ingest-${String(lane)}`,
    pollMs,
    log: deps.log,
    step: async () => {
      const held = (await deps.leases.held()).filter((part) => laneOf(part) === lane);
      // What was read of a part that another process has now is that one's.
      waiting = waiting.filter(({ partition }) => held.includes(partition));
      if (held.length === 0) return false;
      return deps.leases.using(held, async () => {
        if (waiting.length === 0) {
          waiting = await deps.store.next(held, readAtOnce, behind);
          behind = waiting.length >= groupSize;
        }
        const group = waiting.splice(0, groupSize);
        if (group.length === 0) return false;
        // The order must be kept: what fails comes first again.
        const rest = waiting;
        waiting = [];
        const failure = await consumeGroup(deps, group);
        deps.onFolded();
        // Until it is set aside it comes first again: wait, so that a short outage does not use up its tries.
        if (failure !== null)
          throw failure instanceof Error ? failure : new Error('a delivery failed without an error');
        waiting = rest;
        return true;
      });
    },
  });
}

/** Halves rather than odd and even: processes share the parts by turns, and each of their lanes must get some. */
function laneOf(part: number): number {
  return Math.floor((part * lanes) / partitionCount);
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
  const dead = (delivery.attempts ?? 0) + 1 >= maxAttempts;
  const id = delivery._id.toHexString();
  deps.log.error({ err: error, delivery: id, dead }, 'a delivery could not be taken in');
  if (dead) {
    const outcome = await foldOneByOne(deps, delivery, error);
    if (outcome.healed) return null;
    // A replay begins without an error and is tried once.
    await deps.deadLetters.keep(delivery, outcome.error, (delivery.error ?? null) === null ? 1 : maxAttempts);
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
      await foldParsed(deps, [item], [], delivery.partition);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) return { healed: false, error: failures[0] };
  await foldParsed(deps, [], [delivery._id], delivery.partition);
  return { healed: true, error: null };
}

async function fold(deps: Consuming, group: readonly DeliveryDoc[]): Promise<void> {
  const startedAt = performance.now();
  const parsed = (await inSlices(group, (delivery) => parse(deps, delivery))).flat();
  const ids = group.map((delivery) => delivery._id);
  // Parts that are worked on at the same time are never the same.
  await foldParsed(deps, parsed, ids, group[0]?.partition ?? 0);
  deps.observer.folded(group.length, performance.now() - startedAt);
}

async function foldParsed(
  deps: Consuming,
  parsed: readonly Parsed[],
  done: readonly ObjectId[],
  shard: number,
): Promise<void> {
  const addresses = [...new Set(parsed.map(({ address }) => address))];
  const accounts = await deps.accounts.byAddresses(addresses);
  const received = parsed.flatMap(({ address, ...rest }): TakenEvent[] => {
    const account = accounts.get(address);
    return account ? [{ account, ...rest }] : [];
  });
  if (received.length < parsed.length) {
    deps.log.warn({ events: parsed.length - received.length }, 'events for accounts that no brand has; kept raw');
  }
  const byBrand = groupBy(received, ({ account }) => account.brandId);
  for (const [brandId, events] of byBrand) await deps.conversations.introduce(brandId, events);
  await deps.transact(async (session) => {
    for (const [brandId, events] of byBrand) {
      const table = await deps.norms.tableOf(brandId);
      await deps.conversations.receive(events, { brandId, table, now: deps.clock.now(), shard }, session);
    }
    if (done.length > 0) await deps.store.done(done, session);
  });
  deps.onTaken(received);
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

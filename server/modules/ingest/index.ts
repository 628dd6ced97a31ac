import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Db } from 'mongodb';
import type { ChannelDefinition, ChannelSecrets } from '#server/channels/channel.ts';
import type { Clock } from '#server/clock.ts';
import type { SharedLeases } from '#server/db/shared-leases.ts';
import type { Transactor } from '#server/db/transaction.ts';
import type { WorkLoop } from '#server/jobs/work-loop.ts';
import type { Log } from '#server/log.ts';
import type { ChannelAccounts } from '#server/modules/channel-accounts/index.ts';
import type { TakenEvent } from '#server/modules/channel-health/index.ts';
import type { Conversations } from '#server/modules/conversations/index.ts';
import type { Norms } from '#server/modules/norms/index.ts';
import { createConsumer } from './consumer.ts';
import { createDeadLetters, type DeadLetters } from './dead-letters.ts';
import { createDeadLettersStore } from './dead-letters.store.ts';
import { createDeliveriesStore, deliveryDocOf, type DeliveryDoc } from './deliveries.store.ts';
import { createGroupCommit } from './group-commit.ts';
import { createWebhookHandler } from './webhook-handler.ts';

export type { DeadLetters } from './dead-letters.ts';
export { partitionCount } from './partition.ts';

/** Webhooks in: taken, stored, consumed in order. */
export type Ingest = {
  ensureIndexes(): Promise<void>;
  /** Takes a request when it is a webhook; see webhook-handler.ts. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
  readonly consumer: WorkLoop;
  readonly deadLetters: DeadLetters;
  /** Stores a body that we read from the platform ourselves, in the form of its webhooks; it goes the same way from there. */
  takeRead(channel: string, body: Uint8Array): Promise<void>;
  /** Removes consumed raw bodies received before `before`. */
  removeDone(before: Date): Promise<number>;
  /** Deliveries that wait, and those set aside; each counted up to a thousand. */
  backlog(): Promise<{ pending: number; dead: number }>;
};

/** Told of the work done, for the metrics. */
export type IngestObserver = {
  /** So many deliveries became durable in one write. */
  stored(deliveries: number): void;
  /** So many deliveries were folded in one transaction, which took `ms`. */
  folded(deliveries: number, ms: number): void;
};

/** What ingest is made of. */
export type IngestDependencies = {
  db: Db;
  channels: readonly ChannelDefinition[];
  secrets: Readonly<Record<string, ChannelSecrets>>;
  accounts: ChannelAccounts;
  conversations: Conversations;
  norms: Norms;
  transact: Transactor;
  clock: Clock;
  log: Log;
  leases: SharedLeases;
  observer: IngestObserver;
  /** False while nothing may be acknowledged, for want of room on the disk. */
  hasRoom(): boolean;
  onFolded(): void;
  /** Told what was taken in. */
  onTaken(events: readonly TakenEvent[]): void;
};

const writesInFlight = 2;
const writeGroup = 500;

/** Makes the ingest module. */
export function createIngest(deps: IngestDependencies): Ingest {
  const store = createDeliveriesStore(deps.db);
  const commit = createGroupCommit<DeliveryDoc>({
    write: async (deliveries) => {
      await store.insert(deliveries);
      deps.observer.stored(deliveries.length);
    },
    maxInFlight: writesInFlight,
    maxGroup: writeGroup,
  });
  const letters = createDeadLettersStore(deps.db);
  const deadLetters = createDeadLetters({
    ...deps,
    store: letters,
    deliveries: store,
    wake: () => {
      consumer.wake();
    },
  });
  const consumer = createConsumer({ ...deps, store, deadLetters });
  return {
    ensureIndexes: async () => {
      await store.ensureIndexes();
      await letters.ensureIndexes();
    },
    deadLetters,
    takeRead: async (name, body) => {
      const channel = deps.channels.find((candidate) => candidate.name === name);
      if (!channel) throw new RangeError(`no channel ${name}`);
      await commit.append(deliveryDocOf(channel, body, deps.clock.now(), 'read'));
      consumer.wake();
    },
    handle: createWebhookHandler({
      channels: deps.channels,
      secrets: deps.secrets,
      commit,
      clock: deps.clock,
      log: deps.log,
      hasRoom: () => deps.hasRoom(),
      onStored: () => {
        consumer.wake();
      },
    }),
    consumer,
    removeDone: (before) => store.removeDone(before),
    backlog: async () => ({ pending: await store.count('pending'), dead: await store.count('dead') }),
  };
}

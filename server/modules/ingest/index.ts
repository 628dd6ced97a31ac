import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Db } from 'mongodb';
import type { ChannelDefinition, ChannelSecrets } from '#server/channels/channel.ts';
import type { Clock } from '#server/clock.ts';
import type { Transactor } from '#server/db/transaction.ts';
import type { WorkLoop } from '#server/jobs/work-loop.ts';
import type { Log } from '#server/log.ts';
import type { ChannelAccounts } from '#server/modules/channel-accounts/index.ts';
import type { Conversations } from '#server/modules/conversations/index.ts';
import type { Norms } from '#server/modules/norms/index.ts';
import { createConsumer } from './consumer.ts';
import { createDeliveriesStore, type DeliveryDoc } from './deliveries.store.ts';
import { createGroupCommit } from './group-commit.ts';
import { createWebhookHandler } from './webhook-handler.ts';

/** Webhooks in: taken, stored, consumed in order. */
export type Ingest = {
  ensureIndexes(): Promise<void>;
  /** Takes a request when it is a webhook; see webhook-handler.ts. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
  readonly consumer: WorkLoop;
  /** Removes consumed raw bodies received before `before`. */
  removeDone(before: Date): Promise<number>;
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
  onFolded(): void;
};

const writesInFlight = 2;
const writeGroup = 500;

/** Makes the ingest module. */
export function createIngest(deps: IngestDependencies): Ingest {
  const store = createDeliveriesStore(deps.db);
  const commit = createGroupCommit<DeliveryDoc>({
    write: (deliveries) => store.insert(deliveries),
    maxInFlight: writesInFlight,
    maxGroup: writeGroup,
  });
  const consumer = createConsumer({ ...deps, store });
  return {
    ensureIndexes: () => store.ensureIndexes(),
    handle: createWebhookHandler({
      channels: deps.channels,
      secrets: deps.secrets,
      commit,
      clock: deps.clock,
      log: deps.log,
      onStored: () => {
        consumer.wake();
      },
    }),
    consumer,
    removeDone: (before) => store.removeDone(before),
  };
}

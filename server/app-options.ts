import type { Db, MongoClient } from 'mongodb';
import type { Clock } from '#server/clock.ts';
import type { Config } from '#server/config.ts';
import type { Log } from '#server/log.ts';
import type { PlayMessage, StoryLead } from '#server/modules/simulation/index.ts';

/** What the server is made of. */
export type AppOptions = {
  readonly config: Config;
  readonly clock: Clock;
  readonly client: MongoClient;
  readonly db: Db;
  readonly log: Log;
  /** Folder of the built client. */
  readonly clientDir: string;
  /** Plays customers' messages; null outside the demo. */
  readonly play: PlayMessage | null;
  /** The demo's stories worth a look. */
  readonly storyLeads?: readonly StoryLead[];
  /** Where the platforms live, by channel, when not where the configuration says: the played ones of demo and tests. */
  readonly platformUrl: string | null;
  /** After how long without a word another process takes over, in ms. */
  readonly leaseMs?: number;
  readonly fetch?: typeof globalThis.fetch;
  /** False while the disk is too full to acknowledge anything; absent where somebody else keeps the database. */
  readonly hasRoom?: () => boolean;
  /** False: nobody looks after subscriptions and missed messages by itself; tests that count calls or move the clock say so. */
  readonly upkeep?: boolean;
};

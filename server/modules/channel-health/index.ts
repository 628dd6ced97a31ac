import type { Db } from 'mongodb';
import type { Lease } from '#server/db/lease.ts';
import { createWorkLoop, type WorkLoop } from '#server/jobs/work-loop.ts';
import type { ChannelAccountDoc } from '#server/modules/channel-accounts/index.ts';
import {
  createChannelHealthStore,
  unknownHealth,
  type ChannelHealthDoc,
  type MissedReadDoc,
} from './channel-health.store.ts';
import { createChannelHoursStore, type ChannelHourDoc } from './channel-hours.store.ts';
import { createTakenCounter, type TakenEvent } from './count-taken.ts';
import type { HealthDependencies } from './health-dependencies.ts';
import { readMissed, wantMissed } from './read-missed.ts';
import { hourMs, learnedWeeks } from './usual-silence.ts';
import { checkSubscription, watchAccounts } from './watch-accounts.ts';

/** What is shown of an account. */
export type ChannelCare = {
  readonly account: ChannelAccountDoc;
  readonly health: ChannelHealthDoc;
  /** Counts of the last 24 hours. */
  readonly day: readonly ChannelHourDoc[];
  readonly reads: readonly MissedReadDoc[];
  /** Whether credentials say enough to ask about the subscription. */
  readonly canSubscribe: boolean;
};

/** Looks after channel accounts: silence, subscriptions, and what was missed. */
export type ChannelHealth = {
  ensureIndexes(): Promise<void>;
  /** Told what was taken in. */
  taken(events: readonly TakenEvent[]): void;
  /** How an account is doing, with everything counted by this process so far. */
  careOf(account: ChannelAccountDoc): Promise<ChannelCare>;
  /** Asks the platform at once how the subscription stands. */
  check(account: ChannelAccountDoc): Promise<void>;
  /** Subscribes again. */
  resubscribe(account: ChannelAccountDoc): Promise<void>;
  /** Asks that the last day be read; false where the platform lets nothing be read afterwards. */
  fetchMissed(account: ChannelAccountDoc): Promise<boolean>;
  /** One round of upkeep: notices an outage, looks at every account once a minute, reads what was missed. True when more is to be read at once. */
  keepUp(): Promise<boolean>;
  /** Writes the counts of this process. */
  readonly counting: WorkLoop;
  /** Does `keepUp` again and again, in one process of all. */
  readonly upkeep: WorkLoop;
  /** Removes counts from before what is learned from; returns how many hours. */
  removeOld(): Promise<number>;
};

const dayMs = 24 * hourMs;
const countEveryMs = 5_000;
const upkeepEveryMs = 2_000;
const watchEveryMs = 60_000;
const beatEveryMs = 20_000;
/** Longer without a sign of life than a restart takes: something may have been missed. */
const outageMs = 2 * 60_000;

type Dependencies = Omit<HealthDependencies, 'store' | 'hours'> & { readonly db: Db; readonly lease: Lease };

/** Makes the channel-health module. */
export function createChannelHealth(parts: Dependencies): ChannelHealth {
  const store = createChannelHealthStore(parts.db);
  const hours = createChannelHoursStore(parts.db);
  const deps: HealthDependencies = { ...parts, store, hours };
  const counter = createTakenCounter({ hours, health: store });
  const keepUp = createKeepUp(deps, () => counter.flush());
  return {
    ensureIndexes: async () => {
      await store.ensureIndexes();
      await hours.ensureIndexes();
    },
    taken: (events) => {
      counter.taken(events, parts.clock.now());
    },
    careOf: async (account) => {
      await counter.flush();
      const { brandId, _id } = account;
      const health = (await store.byId(brandId, _id)) ?? unknownHealth(account);
      const from = new Date(parts.clock.now().getTime() - dayMs);
      return {
        account,
        health,
        day: await hours.since(brandId, _id, from),
        reads: await store.readsOf(brandId, _id),
        // A platform that was asked and could not be named an account shows as unknown with an instant.
        canSubscribe: health.subscription === null || health.subscription.state !== 'unknown',
      };
    },
    check: (account) => checkSubscription(deps, account, 'ask'),
    resubscribe: (account) => checkSubscription(deps, account, 'subscribe'),
    fetchMissed: async (account) => {
      const from = new Date(parts.clock.now().getTime() - dayMs);
      await wantMissed(deps, account, { from, reason: 'asked', notSinceMs: 0 });
      return (await store.readsOf(account.brandId, account._id)).length > 0;
    },
    keepUp,
    counting: createWorkLoop({
      name: 'channel counts',
      pollMs: countEveryMs,
      log: parts.log,
      step: async () => {
        await counter.flush();
        return false;
      },
    }),
    upkeep: createWorkLoop({
      name: 'channel upkeep',
      pollMs: upkeepEveryMs,
      log: parts.log,
      lease: parts.lease,
      step: keepUp,
    }),
    removeOld: () => hours.removeBefore(new Date(parts.clock.now().getTime() - (learnedWeeks + 1) * 7 * dayMs)),
  };
}

function createKeepUp(deps: HealthDependencies, flush: () => Promise<void>): () => Promise<boolean> {
  let watchedAt = 0;
  return async () => {
    const now = deps.clock.now();
    const beat = await deps.store.lastBeat();
    const silentMs = beat === null ? 0 : now.getTime() - beat.getTime();
    if (beat !== null && silentMs > outageMs) await noteOutage(deps, beat);
    if (beat === null || Math.abs(silentMs) >= beatEveryMs) await deps.store.beat(now);
    // A clock that was moved back (the demo's, a test's) must not put the next look off.
    if (Math.abs(now.getTime() - watchedAt) >= watchEveryMs) {
      await flush();
      await watchAccounts(deps);
      watchedAt = now.getTime();
    }
    return readMissed(deps);
  };
}

/** No server worked since `beat`: webhooks may be lost, and a page may have been unsubscribed meanwhile. */
async function noteOutage(deps: HealthDependencies, beat: Date): Promise<void> {
  deps.log.warn({ since: beat.toISOString() }, 'no server worked for a while; reading what was missed');
  for (const account of await deps.accounts.everywhere()) {
    await wantMissed(deps, account, { from: beat, reason: 'outage', notSinceMs: 0 });
    await deps.store.set(account, { subscription: null });
  }
}

export type { TakenEvent } from './count-taken.ts';

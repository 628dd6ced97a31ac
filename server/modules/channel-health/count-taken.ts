import type { ReceivedEvent } from '#server/modules/conversations/index.ts';
import type { ChannelHealthStore } from './channel-health.store.ts';
import type { ChannelHoursStore, HourCounts } from './channel-hours.store.ts';
import { hourMs } from './usual-silence.ts';

/** An event that was taken in, and whether a webhook brought it or we read it ourselves. */
export type TakenEvent = ReceivedEvent & { readonly source: 'webhook' | 'read' };

/** Counts what is taken in: in memory, written every few seconds. A kill loses a few counts, which only say what is usual. */
export type TakenCounter = {
  taken(events: readonly TakenEvent[], at: Date): void;
  /** Writes what was counted since the last time. */
  flush(): Promise<void>;
};

/** Makes the counter. */
export function createTakenCounter(deps: {
  readonly hours: ChannelHoursStore;
  readonly health: ChannelHealthStore;
}): TakenCounter {
  let hours = new Map<string, HourCounts>();
  let latest = new Map<string, { _id: string; brandId: string; at: Date }>();
  let writing: Promise<void> = Promise.resolve();
  const write = async (): Promise<void> => {
    if (hours.size === 0) return;
    const [countedHours, seen] = [hours, latest];
    hours = new Map();
    latest = new Map();
    await deps.health.webhooks([...seen.values()]);
    await deps.hours.add([...countedHours.values()]);
  };
  return {
    taken: (events, at) => {
      for (const event of events) {
        if (event.source !== 'webhook' || isHistory(event)) continue;
        const { _id, brandId } = event.account;
        const known = latest.get(_id);
        if (!known || known.at.getTime() < event.receivedAt.getTime()) {
          latest.set(_id, { _id, brandId, at: event.receivedAt });
        }
        const key = `${_id}:${String(Math.floor(event.receivedAt.getTime() / hourMs))}`;
        hours.set(key, added(hours.get(key) ?? emptyHour(event), event, at));
      }
    },
    flush: () => {
      // One after the other: who flushes to read wants what an earlier flush is still writing too.
      const flushed = writing.then(write);
      writing = flushed.catch(() => undefined);
      return flushed;
    },
  };
}

const isHistory = ({ event }: TakenEvent): boolean => event.kind === 'message' && event.history;

function emptyHour({ account, receivedAt }: TakenEvent): HourCounts {
  return {
    brandId: account.brandId,
    accountId: account._id,
    hourAt: new Date(Math.floor(receivedAt.getTime() / hourMs) * hourMs),
    events: 0,
    timed: 0,
    platformLagMs: 0,
    longestPlatformLagMs: 0,
    taken: 0,
    ownLagMs: 0,
    longestOwnLagMs: 0,
  };
}

function added(hour: HourCounts, { event, receivedAt }: TakenEvent, at: Date): HourCounts {
  const ownLag = Math.max(0, at.getTime() - receivedAt.getTime());
  const counted = {
    ...hour,
    events: hour.events + 1,
    taken: hour.taken + 1,
    ownLagMs: hour.ownLagMs + ownLag,
    longestOwnLagMs: Math.max(hour.longestOwnLagMs, ownLag),
  };
  if (event.kind !== 'message') return counted;
  // A platform's clock may run ahead of ours: that is no negative journey.
  const lag = Math.max(0, receivedAt.getTime() - event.sentAt.getTime());
  return {
    ...counted,
    timed: hour.timed + 1,
    platformLagMs: hour.platformLagMs + lag,
    longestPlatformLagMs: Math.max(hour.longestPlatformLagMs, lag),
  };
}

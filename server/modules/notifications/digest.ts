import { derivedId } from '#server/db/derived-id.ts';
import type { Agents } from '#server/modules/agents/index.ts';
import type { Alerts } from '#server/modules/alerts/index.ts';
import type { Conversations } from '#server/modules/conversations/index.ts';
import { instantOf, localDateOf, weekdayOf } from '#shared/time/zoned-time.ts';
import type { NotificationDoc, NotificationsStore } from './notifications.store.ts';

/** The figures of a daily overview. */
export type DigestFigures = {
  /** Misses of promises and norms in the last 24 hours. */
  readonly missed: number;
  /** Alerts not settled. */
  readonly open: number;
  /** Conversations in which a customer waits, and how many of them are past their deadline. */
  readonly waiting: number;
  readonly late: number;
};

const dayMs = 24 * 3_600_000;
const mostRead = 1_000;

/** Counts the figures of a brand at `now`; alerts are counted up to a thousand. */
export async function digestFigures(
  { alerts, conversations }: { readonly alerts: Alerts; readonly conversations: Pick<Conversations, 'store'> },
  brandId: string,
  now: Date,
): Promise<DigestFigures> {
  const [newest, unsettled, waiting] = await Promise.all([
    alerts.newest(brandId, -now.getTime() - 1, mostRead),
    alerts.unsettled(brandId, mostRead),
    conversations.store.waiting(brandId),
  ]);
  const since = now.getTime() - dayMs;
  const isMiss = (kind: string): boolean => kind === 'promiseMissed' || kind === 'normMissed';
  return {
    missed: newest.filter(({ kind, at }) => isMiss(kind) && at.getTime() >= since).length,
    open: unsettled.length,
    waiting: waiting.length,
    late: waiting.filter(({ riskAt }) => riskAt !== null && riskAt.getTime() < now.getTime()).length,
  };
}

/**
 * Queues today's overviews whose time has come, once a person and day however often it is called. An overview more than
 * three hours late (the server was down) is left out: it would tell of another moment.
 */
export async function planDigests(
  { store, agents }: { readonly store: NotificationsStore; readonly agents: Pick<Agents, 'brand'> },
  now: Date,
): Promise<void> {
  for (const { _id: brandId, digest } of await store.withDigest()) {
    const timeZone = (await agents.brand(brandId))?.timeZone;
    if (digest === null || timeZone === undefined) continue;
    const day = localDateOf(now, timeZone);
    const lateMs = now.getTime() - instantOf(day, digest.at, timeZone).getTime();
    if (lateMs < 0 || lateMs > longestLateMs || !digest.weekdays.includes(weekdayOf(day))) continue;
    await store.plan(digest.userIds.map((userId) => digestOf(brandId, userId, day, now)));
  }
}

const longestLateMs = 3 * 3_600_000;

function digestOf(brandId: string, userId: string, day: string, now: Date): NotificationDoc {
  return {
    _id: derivedId('digest', brandId, userId, day),
    brandId,
    channel: 'email',
    targetId: userId,
    alertId: null,
    digestDay: day,
    state: 'pending',
    attempts: 0,
    dueAt: now,
    createdAt: now,
    lastError: null,
  };
}

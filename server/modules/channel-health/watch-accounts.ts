import type { SubscriptionState } from '#server/channels/channel.ts';
import { ChannelError } from '#server/channels/errors.ts';
import type { ChannelAccountDoc } from '#server/modules/channel-accounts/index.ts';
import { unknownHealth, type ChannelHealthDoc } from './channel-health.store.ts';
import { callTimeoutMs, type HealthDependencies } from './health-dependencies.ts';
import { wantMissed } from './read-missed.ts';
import { hourMs, learnedDaysOf, learnedWeeks, usualUntil } from './usual-silence.ts';

const minuteMs = 60_000;
const checkEveryMs = 15 * minuteMs;
const checkLostEveryMs = 5 * minuteMs;
const readSilentEveryMs = 5 * minuteMs;

/** Looks at every account: silence that lasts unusually long, and subscriptions whose turn it is. */
export async function watchAccounts(deps: HealthDependencies): Promise<void> {
  const known = new Map((await deps.store.all()).map((health) => [health._id, health]));
  for (const account of await deps.accounts.everywhere()) {
    const health = known.get(account._id) ?? unknownHealth(account);
    await watchSilence(deps, account, health);
    if (isCheckDue(health, deps.clock.now())) await checkSubscription(deps, account, 'ask');
  }
}

function isCheckDue({ subscription }: ChannelHealthDoc, now: Date): boolean {
  if (subscription === null) return true;
  const every = subscription.state === 'lost' ? checkLostEveryMs : checkEveryMs;
  return now.getTime() - subscription.checkedAt.getTime() >= every;
}

/** Works out until when silence is usual, once per last webhook, and raises or settles the concern. */
async function watchSilence(
  deps: HealthDependencies,
  account: ChannelAccountDoc,
  health: ChannelHealthDoc,
): Promise<void> {
  const { lastWebhookAt, silentSince } = health;
  if (lastWebhookAt === null) return;
  if (silentSince !== null && lastWebhookAt.getTime() > silentSince.getTime()) {
    await deps.store.set(account, { silentSince: null });
    await deps.onConcern(account, { code: 'silence', since: silentSince }, 'settled');
  }
  const until = await usualUntilOf(deps, account, { ...health, lastWebhookAt });
  const now = deps.clock.now();
  if (until === null || until.getTime() > now.getTime()) return;
  if (silentSince === null || lastWebhookAt.getTime() > silentSince.getTime()) {
    await deps.store.set(account, { silentSince: until });
    if (deps.watchSilence) await deps.onConcern(account, { code: 'silence', since: until }, 'raised');
  }
  await wantMissed(deps, account, { from: lastWebhookAt, reason: 'silence', notSinceMs: readSilentEveryMs });
}

async function usualUntilOf(
  deps: HealthDependencies,
  account: ChannelAccountDoc,
  { usual, lastWebhookAt }: ChannelHealthDoc & { readonly lastWebhookAt: Date },
): Promise<Date | null> {
  if (usual?.lastWebhookAt.getTime() === lastWebhookAt.getTime()) return usual.until;
  const from = new Date(lastWebhookAt.getTime() - learnedWeeks * 7 * 24 * hourMs);
  const counts = await deps.hours.since(account.brandId, account._id, from);
  const hours = (await deps.norms.tableOf(account.brandId)).hoursOf(account._id, lastWebhookAt);
  const until = usualUntil({ counts, lastAt: lastWebhookAt, timeZone: hours.timeZone });
  const learnedDays = learnedDaysOf({ counts, lastAt: lastWebhookAt });
  await deps.store.set(account, { usual: { lastWebhookAt, until, learnedDays } });
  return until;
}

/** Asks the platform how the subscription stands, or subscribes again first, and notes the answer. */
export async function checkSubscription(
  deps: HealthDependencies,
  account: ChannelAccountDoc,
  way: 'ask' | 'subscribe',
): Promise<void> {
  const upkeep = deps.upkeeps.get(account.channel);
  if (!upkeep) return;
  const health = (await deps.store.byId(account.brandId, account._id)) ?? unknownHealth(account);
  const signal = AbortSignal.timeout(callTimeoutMs);
  const sender = deps.accounts.senderAccount(account);
  try {
    const asked = way === 'ask' ? upkeep.checkSubscription(sender, signal) : upkeep.subscribe(sender, signal);
    await noteAnswer(deps, account, health, await asked);
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error;
    const checkedAt = deps.clock.now();
    const before = health.subscription ?? { state: 'unknown' as const, missing: [] };
    const { kind, code } = error;
    await deps.store.set(account, {
      subscription: { ...before, checkedAt },
      lastFault: { what: 'subscription', kind, code, at: checkedAt },
    });
  }
}

async function noteAnswer(
  deps: HealthDependencies,
  account: ChannelAccountDoc,
  { lostSince: before }: ChannelHealthDoc,
  answer: SubscriptionState | null,
): Promise<void> {
  const checkedAt = deps.clock.now();
  const { state, missing } = answer ?? { state: 'unknown' as const, missing: [] };
  const lostSince = state === 'lost' ? (before ?? checkedAt) : null;
  await deps.store.set(account, { subscription: { state, missing: [...missing], checkedAt }, lostSince });
  if (lostSince !== null && before === null) {
    await deps.onConcern(account, { code: 'subscription', since: lostSince }, 'raised');
  }
  if (lostSince === null && before !== null) await regained(deps, account, before);
}

/** What came while nobody told us is read now. */
async function regained(deps: HealthDependencies, account: ChannelAccountDoc, lostSince: Date): Promise<void> {
  await deps.onConcern(account, { code: 'subscription', since: lostSince }, 'settled');
  const health = await deps.store.byId(account.brandId, account._id);
  const from = health?.lastWebhookAt ?? lostSince;
  await wantMissed(deps, account, { from, reason: 'outage', notSinceMs: 0 });
}

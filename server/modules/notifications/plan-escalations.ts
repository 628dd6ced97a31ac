import { derivedId } from '#server/db/derived-id.ts';
import type { Agents } from '#server/modules/agents/index.ts';
import type { Alerts, EscalationProgress, StoredAlert } from '#server/modules/alerts/index.ts';
import type { Conversations } from '#server/modules/conversations/index.ts';
import { groupBy } from '#shared/group-by.ts';
import { dueEscalation, type Staff } from './escalation.ts';
import type { NotificationSettings } from './notification-settings.ts';
import type { NotificationDoc, NotificationsStore, OutboundWebhookDoc } from './notifications.store.ts';
import { afterQuietHours } from './quiet-hours.ts';

/** What planning needs. */
export type PlanDependencies = {
  readonly store: NotificationsStore;
  readonly alerts: Alerts;
  readonly agents: Pick<Agents, 'users' | 'brand' | 'activeSince'>;
  readonly conversations: Pick<Conversations, 'store' | 'assign'>;
  /** False without a mail server: nobody is promised a mail that cannot go. */
  readonly mailConfigured: boolean;
};

type BrandFacts = {
  readonly settings: NotificationSettings;
  readonly staff: Staff;
  readonly webhooks: readonly OutboundWebhookDoc[];
  readonly timeZone: string;
  readonly assigneeOf: ReadonlyMap<string, string | null>;
};

const batch = 200;
const minute = 60_000;
const onDutyMs = 30 * minute;

/**
 * Takes the steps that are due of all alerts: notes who is told and queues mails and webhooks under ids that follow from
 * alert and person, so that doing it twice (a crash, two servers) tells nobody twice. Returns how many alerts were looked at.
 */
export async function planEscalations(deps: PlanDependencies, now: Date): Promise<number> {
  const due = await deps.alerts.dueForEscalation(now, batch);
  for (const [brandId, alerts] of groupBy(due, (alert) => alert.brandId)) {
    const facts = await factsOf(deps, brandId, alerts, now);
    const steps = alerts.map((alert) => stepOf(alert, facts, now));
    await deps.store.plan(steps.flatMap((step) => notificationsOf(step, facts, deps.mailConfigured, now)));
    for (const { alert, givesBack } of steps) {
      const { conversationId } = alert;
      if (!givesBack || conversationId === null) continue;
      await deps.conversations.assign({ brandId, id: conversationId, userId: '', now, assigneeId: null });
    }
    await deps.alerts.escalate(steps);
  }
  return due.length;
}

async function factsOf(
  { store, agents, conversations }: PlanDependencies,
  brandId: string,
  alerts: readonly StoredAlert[],
  now: Date,
): Promise<BrandFacts> {
  const ids = alerts.flatMap(({ conversationId }) => conversationId ?? []);
  const [settings, users, onDutyIds, webhooks, brand, found] = await Promise.all([
    store.settingsOf(brandId),
    agents.users(brandId),
    agents.activeSince(brandId, new Date(now.getTime() - onDutyMs)),
    store.webhooksOf(brandId),
    agents.brand(brandId),
    conversations.store.byIds(brandId, ids),
  ]);
  const assigneeOf = new Map(found.map(({ _id, assigneeId }) => [_id, assigneeId]));
  const timeZone = brand?.timeZone ?? 'Europe/Amsterdam';
  return { settings, staff: { users, onDutyIds }, webhooks, timeZone, assigneeOf };
}

type Step = EscalationProgress & {
  readonly alert: StoredAlert;
  readonly mailTo: readonly string[];
  readonly isFirst: boolean;
  readonly givesBack: boolean;
};

function stepOf(alert: StoredAlert, { settings, staff, assigneeOf }: BrandFacts, now: Date): Step {
  const { stepsTaken, reassigned } = alert;
  const isFirst = stepsTaken === 0 && alert.toldUserIds.length === 0;
  const rest = { alert, told: [], mailTo: [], at: now, isFirst: false, givesBack: false, reassigned };
  if (!settings.kinds.includes(alert.kind)) return { ...rest, stepsTaken, nextStepAt: null };
  const assigneeId = assigneeOf.get(alert.conversationId ?? '') ?? null;
  const due = dueEscalation({ ...alert, assigneeId }, settings, staff, now);
  const backAt = alert.reassigned ? null : giveBackAt(alert, settings);
  const givesBack = backAt !== null && backAt.getTime() <= now.getTime();
  return {
    ...rest,
    isFirst,
    told: due.recipients.map(({ userId }) => userId),
    mailTo: due.recipients.filter(({ byEmail }) => byEmail).map(({ userId }) => userId),
    stepsTaken: due.stepsTaken,
    nextStepAt: earliest(due.nextStepAt, givesBack ? null : backAt),
    givesBack: givesBack && assigneeId !== null,
    reassigned: reassigned || givesBack,
  };
}

/** A miss that its assignee leaves lying goes back to the queue. */
function giveBackAt({ kind, at }: StoredAlert, { reassignAfterMinutes }: NotificationSettings): Date | null {
  const isMiss = kind === 'promiseMissed' || kind === 'normMissed';
  return isMiss && reassignAfterMinutes !== null ? new Date(at.getTime() + reassignAfterMinutes * minute) : null;
}

function earliest(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b;
  return a.getTime() < b.getTime() ? a : b;
}

function notificationsOf(step: Step, facts: BrandFacts, mailConfigured: boolean, now: Date): NotificationDoc[] {
  const { alert, mailTo, isFirst } = step;
  const calmAt = afterQuietHours(facts.settings.quietHours, facts.timeZone, now);
  const mails = mailConfigured ? mailTo.map((id) => notificationOf(alert, ['email', id], calmAt, now)) : [];
  const enabled = isFirst ? facts.webhooks.filter((webhook) => webhook.enabled) : [];
  return [...mails, ...enabled.map(({ _id }) => notificationOf(alert, ['webhook', _id], now, now))];
}

function notificationOf(
  { _id: alertId, brandId }: StoredAlert,
  [channel, targetId]: readonly [NotificationDoc['channel'], string],
  dueAt: Date,
  now: Date,
): NotificationDoc {
  return {
    _id: derivedId('notification', alertId, channel, targetId),
    brandId,
    channel,
    targetId,
    alertId,
    digestDay: null,
    state: 'pending',
    attempts: 0,
    dueAt,
    createdAt: now,
    lastError: null,
  };
}

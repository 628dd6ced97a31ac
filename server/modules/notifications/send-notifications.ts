import type { Log } from '#server/log.ts';
import type { Agents } from '#server/modules/agents/index.ts';
import type { Alerts, StoredAlert } from '#server/modules/alerts/index.ts';
import { groupBy } from '#shared/group-by.ts';
import type { CredentialVault } from '#server/secrets/credential-vault.ts';
import type { DigestFigures } from './digest.ts';
import type { Mail, MailChannel } from './mail-channel.ts';
import { alertMail, alertPayload, digestMail } from './notification-texts.ts';
import type { NotificationChange, NotificationDoc, NotificationsStore } from './notifications.store.ts';
import { nextTryAt } from './retry-schedule.ts';
import type { PostWebhook } from './webhook-channel.ts';

/** What sending needs. */
export type SendDependencies = {
  readonly store: NotificationsStore;
  readonly alerts: Pick<Alerts, 'byIds'>;
  readonly agents: Pick<Agents, 'usersByIds' | 'brand'>;
  readonly vault: CredentialVault;
  /** Null without a mail server. */
  readonly mail: MailChannel | null;
  readonly post: PostWebhook;
  readonly digestFigures: (brandId: string, now: Date) => Promise<DigestFigures>;
  /** Where links lead; null: mails name no address. */
  readonly publicOrigin: string | null;
  readonly log: Log;
};

const batch = 100;
/** A receiver that answers this is gone for good (Standard Webhooks). */
const gone = 410;

/**
 * Sends what is due, one after the other, each with its own outcome. Told at least once: a crash between sending and noting
 * it sends again, under the same Message-ID or webhook-id. Returns how many were looked at.
 */
export async function sendNotifications(deps: SendDependencies, now: Date): Promise<number> {
  const due = await deps.store.due(now, batch);
  for (const [brandId, notifications] of groupBy(due, (notification) => notification.brandId)) {
    const ids = [...new Set(notifications.flatMap(({ alertId }) => alertId ?? []))];
    const alerts = new Map((await deps.alerts.byIds(brandId, ids)).map((alert) => [alert._id, alert]));
    const mails = notifications.filter(({ channel }) => channel === 'email');
    for (const [, ofOne] of groupBy(mails, mailKey)) {
      await deps.store.change(await sendMails(deps, ofOne, alerts, now));
    }
    for (const notification of notifications.filter(({ channel }) => channel === 'webhook')) {
      await deps.store.change([await sendWebhook(deps, notification, alerts, now)]);
    }
  }
  return due.length;
}

/** All that one person is to be told at once makes one mail; a digest is a mail of its own. */
function mailKey({ targetId, digestDay }: NotificationDoc): string {
  return `${targetId} ${digestDay ?? ''}`;
}

async function sendMails(
  deps: SendDependencies,
  notifications: readonly NotificationDoc[],
  alerts: ReadonlyMap<string, StoredAlert>,
  now: Date,
): Promise<NotificationChange[]> {
  // Settled during the quiet hours or between tries: nobody need be told any more.
  const wanted = notifications.filter(({ alertId }) => alertId === null || alerts.get(alertId)?.settled === false);
  const dropped = notifications.filter((notification) => !wanted.includes(notification)).map(asDropped);
  const [first] = wanted;
  if (first === undefined) return dropped;
  const told = wanted.flatMap(({ alertId }) => alerts.get(alertId ?? '') ?? []);
  const mail = await mailOf(deps, first, told, now);
  if (mail === null || deps.mail === null) return [...dropped, ...wanted.map(asDropped)];
  try {
    await deps.mail.send(mail);
    return [...dropped, ...wanted.map((notification) => asSent(notification))];
  } catch (error) {
    deps.log.warn({ err: error, userId: first.targetId }, 'a mail could not be handed over');
    return [...dropped, ...wanted.map((notification) => asFailed(notification, messageOf(error), now))];
  }
}

async function mailOf(
  { agents, store, digestFigures, publicOrigin }: SendDependencies,
  first: NotificationDoc,
  told: readonly StoredAlert[],
  now: Date,
): Promise<Mail | null> {
  const { brandId, targetId } = first;
  const [[user], brand, { language }] = await Promise.all([
    agents.usersByIds(brandId, [targetId]),
    agents.brand(brandId),
    store.settingsOf(brandId),
  ]);
  // Whoever left the brand since then is told nothing more.
  if (!user || !brand) return null;
  const frame = { language, brandName: brand.name, timeZone: brand.timeZone, publicOrigin };
  const content =
    first.digestDay === null ? alertMail(told, frame) : digestMail(await digestFigures(brandId, now), frame);
  return { to: user.email, id: first._id, ...content };
}

async function sendWebhook(
  deps: SendDependencies,
  notification: NotificationDoc,
  alerts: ReadonlyMap<string, StoredAlert>,
  now: Date,
): Promise<NotificationChange> {
  const { brandId, targetId } = notification;
  const webhook = await deps.store.webhook(brandId, targetId);
  const alert = alerts.get(notification.alertId ?? '');
  if (!webhook?.enabled || !alert) return asDropped(notification);
  const body = JSON.stringify(alertPayload(alert, deps.publicOrigin));
  const problem = await problemOf(deps, { webhook, id: notification._id, body, at: now });
  await deps.store.changeWebhook(brandId, targetId, {
    lastError: problem?.text ?? null,
    ...(problem === null ? { lastSentAt: now } : {}),
    ...(problem?.gone === true ? { enabled: false } : {}),
  });
  if (problem === null) return asSent(notification);
  if (problem.gone) return { ...asDropped(notification), state: 'failed', lastError: problem.text };
  return asFailed(notification, problem.text, now);
}

type Attempt = {
  readonly webhook: {
    readonly _id: string;
    readonly url: string;
    readonly secret: Parameters<CredentialVault['decrypt']>[0];
  };
  readonly id: string;
  readonly body: string;
  readonly at: Date;
};

/** Posts one message; null when it was taken. */
export async function problemOf(
  { vault, post, log }: Pick<SendDependencies, 'vault' | 'post' | 'log'>,
  { webhook, id, body, at }: Attempt,
): Promise<{ text: string; gone: boolean } | null> {
  try {
    const secret = String(vault.decrypt(webhook.secret, webhook._id));
    const status = await post({ url: webhook.url, secret, id, body, at });
    return status >= 200 && status < 300 ? null : { text: `HTTP ${String(status)}`, gone: status === gone };
  } catch (error) {
    log.warn({ err: error, webhookId: webhook._id }, 'an outbound webhook was not taken');
    return { text: messageOf(error), gone: false };
  }
}

function asSent({ _id: id, attempts }: NotificationDoc): NotificationChange {
  return { id, state: 'sent', attempts: attempts + 1, dueAt: null, lastError: null };
}

function asDropped({ _id: id, attempts }: NotificationDoc): NotificationChange {
  return { id, state: 'dropped', attempts, dueAt: null, lastError: null };
}

function asFailed({ _id: id, attempts }: NotificationDoc, lastError: string, now: Date): NotificationChange {
  const dueAt = nextTryAt(attempts + 1, now);
  return { id, state: dueAt === null ? 'failed' : 'pending', attempts: attempts + 1, dueAt, lastError };
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 200);
}

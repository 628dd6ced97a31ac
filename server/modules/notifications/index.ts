import { randomBytes } from 'node:crypto';
import type { Db } from 'mongodb';
import type { Clock } from '#server/clock.ts';
import { newId } from '#server/db/ids.ts';
import type { Lease } from '#server/db/lease.ts';
import { createWorkLoop, type WorkLoop } from '#server/jobs/work-loop.ts';
import type { Log } from '#server/log.ts';
import type { Agents } from '#server/modules/agents/index.ts';
import type { Alerts } from '#server/modules/alerts/index.ts';
import type { Conversations } from '#server/modules/conversations/index.ts';
import type { CredentialVault } from '#server/secrets/credential-vault.ts';
import { digestFigures, planDigests } from './digest.ts';
import { ForbiddenAddressError, requirePublicUrl } from './guarded-address.ts';
import { createMailChannel } from './mail-channel.ts';
import { settingsFault, type NotificationSettings, type SettingsFault } from './notification-settings.ts';
import { createNotificationsStore, type OutboundWebhookDoc } from './notifications.store.ts';
import { planEscalations } from './plan-escalations.ts';
import { problemOf, sendNotifications } from './send-notifications.ts';
import { createWebhookChannel } from './webhook-channel.ts';

export type { NotificationSettings } from './notification-settings.ts';
export type { OutboundWebhookDoc } from './notifications.store.ts';

/** Settings with when they were set; null for the defaults. */
export type StoredSettings = NotificationSettings & { readonly updatedAt: Date | null };

/** Telling people and systems of alerts, in the app, by e-mail and by outbound webhooks. */
export type Notifications = {
  ensureIndexes(): Promise<void>;
  /** True when a mail server is configured. */
  readonly mailConfigured: boolean;
  settings(brandId: string): Promise<StoredSettings>;
  /** Replaces the settings; the answer is the part that does not fit, or null. */
  setSettings(brandId: string, settings: NotificationSettings, userId: string): Promise<SettingsFault | null>;
  webhooks(brandId: string): Promise<OutboundWebhookDoc[]>;
  /** Adds an address; the secret is shown this once. Null when it is no public https address. */
  addWebhook(brandId: string, url: string): Promise<{ webhook: OutboundWebhookDoc; secret: string } | null>;
  /** Switches an address on or off; null when it does not exist. */
  enableWebhook(brandId: string, id: string, enabled: boolean): Promise<OutboundWebhookDoc | null>;
  removeWebhook(brandId: string, id: string): Promise<void>;
  /** Sends a test message; the problem in words, null when it was taken, undefined when there is no such address. */
  testWebhook(brandId: string, id: string): Promise<string | null | undefined>;
  /** Queues the overviews that are due; run every few minutes. */
  planDigests(): Promise<void>;
  /** Removes what was told long ago; returns how many. */
  removeOld(): Promise<number>;
  /** The loop that takes due steps and sends what is due. */
  readonly loop: WorkLoop;
  /** Lets go of the mail server. */
  close(): void;
};

/** What the module needs. */
export type NotificationsDependencies = {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly vault: CredentialVault;
  readonly lease: Lease;
  readonly alerts: Alerts;
  readonly agents: Agents;
  readonly conversations: Conversations;
  /** Null: no e-mail. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | null;
  /** True: outbound webhooks may reach addresses of the own network. */
  readonly allowPrivate: boolean;
  readonly publicOrigin: string | null;
};

const pollMs = 1_000;
const keptMs = 90 * 24 * 3_600_000;

/** Makes the module. */
export function createNotifications(deps: NotificationsDependencies): Notifications {
  const { clock, log, vault, agents } = deps;
  const store = createNotificationsStore(deps.db);
  const mail = deps.mail && createMailChannel(deps.mail);
  const post = createWebhookChannel(deps);
  const parts = { ...deps, store, mail, post, mailConfigured: mail !== null };
  const sending = {
    ...parts,
    digestFigures: (brandId: string, now: Date) => digestFigures(deps, brandId, now),
  };
  const step = async (): Promise<boolean> => {
    const planned = await planEscalations(parts, clock.now());
    return planned + (await sendNotifications(sending, clock.now())) > 0;
  };
  return {
    ensureIndexes: store.ensureIndexes,
    mailConfigured: mail !== null,
    settings: store.settingsOf,
    setSettings: async (brandId, settings, userId) => {
      const users = await agents.users(brandId);
      const fault = settingsFault(settings, new Set(users.map(({ id }) => id)));
      if (fault) return fault;
      await store.putSettings({ ...settings, _id: brandId, updatedAt: clock.now(), updatedBy: userId });
      return null;
    },
    webhooks: store.webhooksOf,
    addWebhook: async (brandId, url) => {
      if (!isAllowed(url, deps.allowPrivate)) return null;
      const secret = `whsec_${randomBytes(32).toString('base64')}`;
      const webhook = { ...newWebhook(brandId, url, clock.now()) };
      const doc: OutboundWebhookDoc = { ...webhook, secret: vault.encrypt(secret, webhook._id) };
      await store.insertWebhook(doc);
      return { webhook: doc, secret };
    },
    enableWebhook: async (brandId, id, enabled) => {
      await store.changeWebhook(brandId, id, { enabled, lastError: null });
      return store.webhook(brandId, id);
    },
    removeWebhook: store.removeWebhook,
    testWebhook: async (brandId, id) => {
      const webhook = await store.webhook(brandId, id);
      if (!webhook) return undefined;
      const at = clock.now();
      const body = JSON.stringify({ type: 'test', timestamp: at.toISOString(), data: {} });
      const problem = await problemOf({ vault, post, log }, { webhook, id: newId(), body, at });
      return problem?.text ?? null;
    },
    planDigests: () => planDigests({ store, agents }, clock.now()),
    removeOld: () => store.removeOlderThan(new Date(clock.now().getTime() - keptMs)),
    loop: createWorkLoop({ name: 'notifications', pollMs, log, lease: deps.lease, step }),
    close: () => mail?.close(),
  };
}

function newWebhook(brandId: string, url: string, createdAt: Date): Omit<OutboundWebhookDoc, 'secret'> {
  return { _id: newId(), brandId, url, enabled: true, lastSentAt: null, lastError: null, createdAt };
}

function isAllowed(url: string, allowPrivate: boolean): boolean {
  if (url.length > 500) return false;
  if (allowPrivate) return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  try {
    requirePublicUrl(url);
    return true;
  } catch (error) {
    if (error instanceof ForbiddenAddressError) return false;
    throw error;
  }
}

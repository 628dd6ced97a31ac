import { dueBy } from '#server/db/due-range.ts';
import type { AnyBulkWriteOperation, Collection, Db } from 'mongodb';
import type { SealedSecret } from '#server/secrets/credential-vault.ts';
import { defaultNotificationSettings, type NotificationSettings } from './notification-settings.ts';

/** A brand's settings with who changed them last; `_id` is the brand's id. */
export type SettingsDoc = NotificationSettings & { _id: string; updatedAt: Date; updatedBy: string };

/** An address of the brand's own systems that is told of alerts (Standard Webhooks). */
export type OutboundWebhookDoc = {
  _id: string;
  brandId: string;
  url: string;
  /** The signing secret, sealed and bound to `_id`. */
  secret: SealedSecret;
  enabled: boolean;
  lastSentAt: Date | null;
  /** Why the last try failed; null after a success. */
  lastError: string | null;
  createdAt: Date;
};

/** Something to be told outside the app. `_id` follows from what is told to whom: planned twice, stored once. */
export type NotificationDoc = {
  _id: string;
  brandId: string;
  channel: 'email' | 'webhook';
  /** User or webhook. */
  targetId: string;
  /** The alert; null for a digest. */
  alertId: string | null;
  /** Day ('yyyy-mm-dd') of a digest. */
  digestDay: string | null;
  state: 'pending' | 'sent' | 'failed' | 'dropped';
  attempts: number;
  /** When to send next; null when nothing is to be sent any more. */
  dueAt: Date | null;
  createdAt: Date;
  lastError: string | null;
};

/** How a try ended. */
export type NotificationChange = Pick<NotificationDoc, 'state' | 'attempts' | 'dueAt' | 'lastError'> & { id: string };

/** Persistence of settings, addresses and notifications. */
export type NotificationsStore = ReturnType<typeof createNotificationsStore>;

/** Makes the store. */
export function createNotificationsStore(db: Db) {
  const settings: Collection<SettingsDoc> = db.collection('notificationSettings');
  const webhooks: Collection<OutboundWebhookDoc> = db.collection('outboundWebhooks');
  const notifications: Collection<NotificationDoc> = db.collection('notifications');
  return {
    ensureIndexes: async (): Promise<void> => {
      await webhooks.createIndex({ brandId: 1, _id: 1 });
      await notifications.createIndex({ dueAt: 1 });
      await notifications.createIndex({ createdAt: 1 });
    },
    settingsOf: async (brandId: string): Promise<NotificationSettings & { updatedAt: Date | null }> =>
      (await settings.findOne({ _id: brandId })) ?? { ...defaultNotificationSettings, updatedAt: null },
    withDigest: async (): Promise<SettingsDoc[]> => (await settings.find({}).toArray()).filter(({ digest }) => digest),
    putSettings: async ({ _id, ...rest }: SettingsDoc): Promise<void> => {
      await settings.updateOne({ _id }, { $set: rest }, { upsert: true });
    },
    webhooksOf: async (brandId: string): Promise<OutboundWebhookDoc[]> => webhooks.find({ brandId }).toArray(),
    webhook: async (brandId: string, id: string): Promise<OutboundWebhookDoc | null> =>
      webhooks.findOne({ brandId, _id: id }),
    insertWebhook: async (doc: OutboundWebhookDoc): Promise<void> => {
      await webhooks.insertOne(doc);
    },
    changeWebhook: async (
      brandId: string,
      id: string,
      set: Partial<Pick<OutboundWebhookDoc, 'enabled' | 'lastSentAt' | 'lastError'>>,
    ): Promise<void> => {
      await webhooks.updateOne({ brandId, _id: id }, { $set: set });
    },
    removeWebhook: async (brandId: string, id: string): Promise<void> => {
      await webhooks.deleteOne({ brandId, _id: id });
    },
    /** Adds those that are new. */
    plan: async (docs: readonly NotificationDoc[]): Promise<void> => {
      const operations: AnyBulkWriteOperation<NotificationDoc>[] = docs.map(({ _id, ...rest }) => ({
        updateOne: { filter: { _id }, update: { $setOnInsert: rest }, upsert: true },
      }));
      if (operations.length > 0) await notifications.bulkWrite(operations);
    },
    due: async (now: Date, limit: number): Promise<NotificationDoc[]> =>
      notifications
        .find({ dueAt: dueBy(now) })
        .sort({ dueAt: 1 })
        .limit(limit)
        .toArray(),
    change: async (changes: readonly NotificationChange[]): Promise<void> => {
      const operations: AnyBulkWriteOperation<NotificationDoc>[] = changes.map(({ id, ...set }) => ({
        updateOne: { filter: { _id: id }, update: { $set: set } },
      }));
      if (operations.length > 0) await notifications.bulkWrite(operations);
    },
    removeOlderThan: async (before: Date): Promise<number> =>
      (await notifications.deleteMany({ createdAt: { $lt: before }, dueAt: null })).deletedCount,
  };
}

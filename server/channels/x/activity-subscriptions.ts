import { field, id, list, path, text } from '#server/channels/body/fields.ts';
import type { SubscriptionState } from '#server/channels/channel-upkeep.ts';

/** What the X Activity API must send us of an account: the event types this product reads (channels.md section 4). */
const activityTypes: readonly string[] = [
  'post.mention.create',
  'post.reply.create',
  'post.quote.create',
  'post.create',
  'post.delete',
  'dm.received',
  'dm.sent',
  'chat.received',
  'oauth.revoke',
];

/** Whose events, delivered to which of our webhooks. */
export type ActivityTarget = { readonly userId: string; readonly webhookId: string };

/**
 * The event types of an account that X sends to our webhook, from the answer of `GET /2/activity/subscriptions`. Guide and OpenAPI
 * document differ in the answer's shape: the list is `data` itself or lies in it.
 */
export function takenTypes(json: unknown, { userId, webhookId }: ActivityTarget): readonly string[] {
  const data = field(json, 'data');
  const rows = list(data) ?? list(field(data, 'subscriptions')) ?? [];
  return rows.flatMap((row) => {
    const webhook = id(field(row, 'webhook_id'));
    const isOurs = id(path(row, 'filter', 'user_id')) === userId && (webhook === null || webhook === webhookId);
    const type = text(field(row, 'event_type'));
    return isOurs && type !== null ? [type] : [];
  });
}

/** What `taken` amounts to. */
export function activityState(taken: readonly string[]): SubscriptionState {
  const missing = activityTypes.filter((type) => !taken.includes(type));
  return { state: missing.length === 0 ? 'subscribed' : 'partly', missing };
}

/** The body of `POST /2/activity/subscriptions` for one event type. */
export function activityRequest(type: string, { userId, webhookId }: ActivityTarget): object {
  return { event_type: type, filter: { user_id: userId }, webhook_id: webhookId };
}

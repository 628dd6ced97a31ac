import type { SenderAccount, SenderDependencies } from '#server/channels/channel.ts';
import type { SubscriptionState } from '#server/channels/channel-upkeep.ts';
import { field, list, text } from '#server/channels/body/fields.ts';
import { getGraph, postGraph, type GraphCredentials } from './graph-call.ts';

/** Where `subscribed_apps` hangs: below a page or a WhatsApp Business account. */
export type SubscriptionPlace = {
  readonly ownerId: string;
  /** Fields that must be on; none where the platform has them at the level of the app. */
  readonly fields: readonly string[];
};

const lost = (fields: readonly string[]): SubscriptionState => ({ state: 'lost', missing: fields });

function fieldsOf(app: unknown): ReadonlySet<string> {
  return new Set((list(field(app, 'subscribed_fields')) ?? []).flatMap((each) => text(each) ?? []));
}

/**
 * Asks which apps get the owner's events. The answer does not say which of them is ours, so the one with most of our fields
 * counts as ours; a page with another app only is taken for ours when that app has all of them.
 */
export async function readSubscription(
  dependencies: SenderDependencies,
  account: SenderAccount<GraphCredentials>,
  place: SubscriptionPlace,
  signal: AbortSignal,
): Promise<SubscriptionState> {
  const json = await getGraph(dependencies, account, { path: [place.ownerId, 'subscribed_apps'], query: {} }, signal);
  const apps = list(field(json, 'data')) ?? [];
  const missing = apps.map((app) => {
    const fields = fieldsOf(app);
    return place.fields.filter((each) => !fields.has(each));
  });
  const [best] = missing.sort((a, b) => a.length - b.length);
  // Without the messages themselves the rest is of no use.
  if (best === undefined || best.includes('messages')) return lost(best ?? place.fields);
  return { state: best.length === 0 ? 'subscribed' : 'partly', missing: best };
}

/** Subscribes our app (the token's) to the owner's events, then asks how things stand. */
export async function makeSubscription(
  dependencies: SenderDependencies,
  account: SenderAccount<GraphCredentials>,
  place: SubscriptionPlace,
  signal: AbortSignal,
): Promise<SubscriptionState> {
  const query: Record<string, string> = place.fields.length === 0 ? {} : { subscribed_fields: place.fields.join(',') };
  await postGraph(dependencies, account, { path: [place.ownerId, 'subscribed_apps'], query }, signal);
  return readSubscription(dependencies, account, place, signal);
}

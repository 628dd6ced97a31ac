import type { Body } from '#server/channels/simulator/bodies.ts';
import { demoAccounts } from '#server/demo/demo-accounts.ts';

const pageId = demoAccounts.messenger.externalId;
const whatsapp = demoAccounts.whatsapp;
const xId = demoAccounts.x.externalId;

/** A Messenger item of any event key, from a customer. */
export function messengerItem(psid: string, at: Date, event: Body): Body {
  const item = { sender: { id: psid }, recipient: { id: pageId }, timestamp: at.getTime(), ...event };
  return { object: 'page', entry: [{ id: pageId, time: at.getTime(), messaging: [item] }] };
}

/** A change on a page's feed, told at `at`. */
export function feedChange(at: Date, value: Body): Body {
  const seconds = Math.floor(at.getTime() / 1000);
  const changes = [{ field: 'feed', value: { created_time: seconds, ...value } }];
  return { object: 'page', entry: [{ id: pageId, time: seconds, changes }] };
}

/** A WhatsApp change of any field. */
export function whatsappChange(field: string, value: Body): Body {
  const metadata = { display_phone_number: whatsapp.handle, phone_number_id: whatsapp.externalId };
  const changes = [{ field, value: { messaging_product: 'whatsapp', metadata, ...value } }];
  return { object: 'whatsapp_business_account', entry: [{ id: 'waba-test', changes }] };
}

/** A WhatsApp message item of any type. */
export function whatsappItem(from: string, id: string, at: Date, content: Body): Body {
  return { from, id, timestamp: String(Math.floor(at.getTime() / 1000)), ...content };
}

/** A customer's post in X's new form; `versions` are its edit history, oldest first, the last being this one. */
export function xPost(authorId: string, versions: readonly string[], at: Date, text: string): Body {
  const payload = {
    id: versions.at(-1),
    author_id: authorId,
    text,
    created_at: at.toISOString(),
    conversation_id: versions[0],
    edit_history_tweet_ids: versions,
  };
  const users = [{ id: authorId, name: 'Bram Vos', username: 'bramvos' }];
  return xActivity('post.mention.create', payload, { users });
}

/** An event of X's Activity API. */
export function xActivity(type: string, payload: Body, includes: Body = {}): Body {
  return { data: { event_uuid: '1', event_type: type, filter: { user_id: xId }, payload, includes } };
}

/** Puts several bodies of Meta's form into one, as it does. */
export function joined(bodies: readonly Body[]): Body {
  const entry = bodies.flatMap((body) => body['entry'] as unknown[]);
  return { ...bodies[0], entry };
}

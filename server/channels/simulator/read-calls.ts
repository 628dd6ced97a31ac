import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '#server/clock.ts';
import { field, id, path, text } from '#server/channels/body/fields.ts';
import type { SimulatedAccount, SimulatedFault } from './accounts.ts';
import { json, refusal, tooMany, type SimulatedAnswer } from './answers.ts';
import { lookUp, type LookUpParts } from './look-ups.ts';
import { readMissedTalk } from './missed-talk.ts';
import { readRequestBody } from './request-body.ts';
import type { SaidLog } from './said.ts';

/** What reading from the played platforms needs. */
export type ReadParts = LookUpParts & {
  readonly clock: Clock;
  readonly accounts: readonly SimulatedAccount[];
  readonly said: SaidLog;
  /** Accounts whose subscription is gone. */
  readonly unsubscribed: Set<string>;
  /** Event types by X account that the X Activity API sends; an account that has none uses the Account Activity API. */
  readonly activity: Map<string, Set<string>>;
  /** The fault of the read that is being served; each read asks once. Look-ups are answered without. */
  nextReadFault(accountExternalId: string): SimulatedFault | null;
  onRead(): void;
};

const subscribedFields =
  'messages message_echoes message_edits message_deliveries message_reads message_reactions messaging_postbacks messaging_referrals messaging_handovers standby messaging_policy_enforcement feed mention';

const isSubscription = (pathname: string): boolean =>
  /^\/v\d+\.\d+\/\d+\/subscribed_apps$/u.test(pathname) ||
  /^\/2\/account_activity\/webhooks\/[^/]+\/subscriptions\/all$/u.test(pathname);

const activityPath = '/2/activity/subscriptions';

/** True for a call that reads, or that makes a subscription: nothing is sent by it. */
export function isReadCall(request: IncomingMessage): boolean {
  const { pathname } = addressOf(request);
  return request.method === 'GET' || isSubscription(pathname) || pathname === activityPath;
}

function addressOf(request: IncomingMessage): URL {
  return new URL(request.url ?? '/', 'http://127.0.0.1');
}

function subscription(account: SimulatedAccount, parts: ReadParts, makes: boolean): SimulatedAnswer {
  if (makes) parts.unsubscribed.delete(account.externalId);
  const on = !parts.unsubscribed.has(account.externalId);
  if (account.channel === 'x') return json(200, { data: { subscribed: on } });
  if (makes) return json(200, { success: true });
  const app = { id: '100200300400500', name: 'Woordhouder' };
  const shown = account.channel === 'messenger' ? { ...app, subscribed_fields: subscribedFields.split(' ') } : app;
  return json(200, { data: on ? [shown] : [] });
}

/** Lists an X account's subscriptions to single event types, or adds the one that `body` names. */
function activity(parts: ReadParts, account: SimulatedAccount, body: unknown): SimulatedAnswer {
  const types = parts.activity.get(account.externalId) ?? new Set();
  const added = text(field(body, 'event_type'));
  if (added !== null && id(path(body, 'filter', 'user_id')) === account.externalId) {
    parts.activity.set(account.externalId, types.add(added));
  }
  const rows = [...types].map((event_type, index) => ({
    ...{ subscription_id: String(7_000 + index), event_type },
    ...{ filter: { user_id: account.externalId }, webhook_id: field(body, 'webhook_id') },
  }));
  return json(200, { data: rows });
}

function answerTo(parts: ReadParts, request: IncomingMessage, body: unknown): SimulatedAnswer {
  const account = parts.accounts.find((each) => request.headers.authorization === `Bearer ${each.accessToken}`);
  if (account === undefined) return refusal(null, 401, 190);
  const url = addressOf(request);
  const looked = lookUp(parts, account, url);
  if (looked !== null) return looked;
  parts.onRead();
  const fault = parts.nextReadFault(account.externalId);
  if (fault?.kind === 'rateLimited') return tooMany(account, fault.retryAfterSeconds, parts.clock.now());
  if (fault?.kind === 'refused') return refusal(account, fault.status, fault.code, fault.subcode);
  if (url.pathname === activityPath && account.channel === 'x') return activity(parts, account, body);
  if (isSubscription(url.pathname)) return subscription(account, parts, request.method === 'POST');
  return readMissedTalk(parts.said, account, url) ?? refusal(account, 400, 100);
}

/** Serves a read; reads have no consequences, so nothing is waited for. */
export async function serveReadCall(
  parts: ReadParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { status, headers, body } = answerTo(parts, request, (await readRequestBody(request)).json);
  response.writeHead(status, headers);
  response.end(body);
}

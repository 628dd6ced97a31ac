import type { InboundEvent } from '#server/channels/channel.ts';
import { malformed, malformedBody, noticeEvent, readEach, unknownEvent } from '#server/channels/body/events.ts';
import { id, isRecord, path, unixTime } from '#server/channels/body/fields.ts';
import type { JsonRecord } from '#server/channels/body/fields.ts';
import { parseLosslessJson } from '#server/channels/body/lossless-json.ts';
import { parseActivity } from './parse-activity.ts';
import { parseDm, parseDmRead } from './parse-dm.ts';
import { parseLegacyPost } from './parse-post.ts';
import { readDeletedPost, readRevocation } from './parse-withdrawal.ts';

type AccountContext = {
  readonly accountId: string;
  readonly receivedAt: Date;
  readonly users: unknown;
  readonly apps: unknown;
};

function parseAccountItem(kind: string, item: unknown, context: AccountContext): InboundEvent[] {
  if (kind === 'tweet_create_events') return parseLegacyPost(item, context);
  if (kind === 'direct_message_events') return parseDm(item, context);
  if (kind === 'direct_message_mark_read_events') return parseDmRead(item, context);
  const deleted = kind === 'tweet_delete_events' ? readDeletedPost(item, context) : null;
  if (deleted !== null) return [deleted];
  if (!isRecord(item)) return [malformed(item, context.accountId)];
  const at = unixTime(item['created_timestamp']) ?? unixTime(item['timestamp_ms']);
  return [unknownEvent({ accountExternalId: context.accountId, name: kind, raw: item, at })];
}

/** Reads a body of the Account Activity API: `for_user_id` and one or more `*_events` arrays. */
function parseAccountActivity(body: JsonRecord, receivedAt: Date): InboundEvent[] {
  const accountId = id(body['for_user_id']);
  const kinds = Object.keys(body).filter((key) => key.endsWith('_events'));
  if (accountId === null || kinds.length === 0) return [malformed(body, accountId)];
  const context = { accountId, receivedAt, users: body['users'], apps: body['apps'] };
  return kinds.flatMap((kind) => readEach(body[kind], accountId, (item) => parseAccountItem(kind, item, context)));
}

function parseNotice(body: JsonRecord, receivedAt: Date): InboundEvent[] {
  const revoke = path(body, 'user_event', 'revoke');
  const revocation = revoke === undefined ? null : readRevocation(revoke, 'user_event.revoke', receivedAt);
  if (revocation !== null) return [revocation];
  const name = Object.keys(body).find((key) => key !== 'for_user_id') ?? 'empty';
  const accountExternalId = id(body['for_user_id']);
  if (name === 'replay_job_status') {
    const state =
      path(body, 'replay_job_status', 'job_state_description') ?? path(body, 'replay_job_status', 'job_state');
    return [noticeEvent({ accountExternalId, name, raw: body, words: [state] })];
  }
  return [unknownEvent({ accountExternalId, name, raw: body })];
}

/** Reads an X webhook body, of the Account Activity API or its successor, the X Activity API. Never throws. */
export function parseX(body: Uint8Array, receivedAt: Date): InboundEvent[] {
  const { ok, value } = parseLosslessJson(body);
  if (!ok || !isRecord(value)) return [malformedBody(body)];
  const data = value['data'];
  if (data !== undefined)
    return readEach(Array.isArray(data) ? data : [data], null, (item) => parseActivity(item, receivedAt));
  return Object.keys(value).some((key) => key.endsWith('_events'))
    ? parseAccountActivity(value, receivedAt)
    : parseNotice(value, receivedAt);
}

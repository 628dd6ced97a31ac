import type { DeleteEvent, DisconnectEvent } from '#server/channels/channel.ts';
import { happeningKey } from '#server/channels/body/events.ts';
import { field, firstId, id, isoTime, path, unixTime } from '#server/channels/body/fields.ts';

/** Where a withdrawal was told. */
type Place = { readonly accountId: string; readonly receivedAt: Date };

/** Reads a deleted post in the old form (`status`) and the new one (a bare id); null when it names none. */
export function readDeletedPost(raw: unknown, { accountId, receivedAt }: Place): DeleteEvent | null {
  const postId = firstId(path(raw, 'status', 'id'), path(raw, 'status', 'id_str'), field(raw, 'id'));
  if (postId === null) return null;
  const at = unixTime(field(raw, 'timestamp_ms')) ?? receivedAt;
  const key = happeningKey('delete', null, postId);
  return { kind: 'delete', accountExternalId: accountId, key, at, messageExternalId: postId, whole: false };
}

/** Reads the withdrawal of our access, in the old form (`source.user_id`) and the new one (`user_id`); null when it names nobody. */
export function readRevocation(raw: unknown, reason: string, receivedAt: Date): DisconnectEvent | null {
  const accountExternalId = firstId(path(raw, 'source', 'user_id'), field(raw, 'user_id'));
  if (accountExternalId === null) return null;
  const at = isoTime(field(raw, 'date_time'));
  const key = happeningKey(
    'disconnect',
    at,
    accountExternalId,
    id(path(raw, 'target', 'app_id')) ?? id(field(raw, 'app_id')),
  );
  return { kind: 'disconnect', accountExternalId, key, at: at ?? receivedAt, reason };
}

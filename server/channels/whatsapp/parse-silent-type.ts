import type { IdentityChangeEvent, InboundEvent } from '#server/channels/channel.ts';
import { happeningKey, noticeEvent } from '#server/channels/body/events.ts';
import { field, firstId, id, list, path, text } from '#server/channels/body/fields.ts';
import type { ChangeContext, Direction } from './change-context.ts';
import { readContent, readType } from './payloads.ts';

/** Where a silent item stands. */
type Place = { readonly context: ChangeContext; readonly direction: Direction; readonly at: Date | null };

function base({ context, at }: Place): { accountExternalId: string; at: Date } {
  return { accountExternalId: context.numberId, at: at ?? context.receivedAt };
}

function readReaction(raw: unknown, place: Place): InboundEvent[] {
  const { direction, context, at } = place;
  const messageExternalId = id(path(raw, 'reaction', 'message_id'));
  const reactor = direction.isOut ? context.numberId : direction.customerId;
  if (messageExternalId === null || reactor === null) return [];
  // Empty or absent: taken off.
  const emoji = text(path(raw, 'reaction', 'emoji'));
  const key = happeningKey('reaction', at, messageExternalId, reactor, emoji);
  const by = direction.isOut ? 'account' : 'customer';
  return [{ ...base(place), kind: 'reaction', key, messageExternalId, emoji, by, reactorExternalId: reactor }];
}

function readEdit(raw: unknown, place: Place): InboundEvent[] {
  const messageExternalId = id(path(raw, 'edit', 'original_message_id'));
  const message = path(raw, 'edit', 'message');
  if (messageExternalId === null || message === undefined) return [];
  const newText = readContent(message, readType(message)).text;
  const key = happeningKey('edit', place.at, messageExternalId, newText);
  const edit = { messageExternalId, newText, editNumber: null, versionExternalId: null, standIn: null };
  return [{ ...base(place), kind: 'edit', key, ...edit }];
}

function readRevoke(raw: unknown, place: Place): InboundEvent[] {
  const messageExternalId = id(path(raw, 'revoke', 'original_message_id'));
  if (messageExternalId === null) return [];
  const key = happeningKey('delete', null, messageExternalId);
  return [{ ...base(place), kind: 'delete', key, messageExternalId, whole: false }];
}

function notice(raw: unknown, name: string, place: Place, words: readonly unknown[]): InboundEvent[] {
  return [noticeEvent({ accountExternalId: place.context.numberId, name, raw, at: place.at, words })];
}

/** The platform's statement that one id of a customer took the place of another; nothing when either is missing or both are one. */
export function identityChange(
  previous: string | null,
  current: string | null,
  place: { readonly context: ChangeContext; readonly at: Date | null },
): IdentityChangeEvent[] {
  const { context, at } = place;
  if (previous === null || current === null || previous === current) return [];
  const key = happeningKey('identityChange', null, previous, current);
  const accountExternalId = context.numberId;
  return [{ kind: 'identityChange', accountExternalId, key, at: at ?? context.receivedAt, previous, current }];
}

const changedIds: ReadonlySet<unknown> = new Set([
  'user_changed_number',
  'customer_changed_number',
  'user_changed_user_id',
]);

/** Numbers and user ids change separately: a body that names both pairs states two changes. */
function readSystem(raw: unknown, place: Place): InboundEvent[] {
  const system = field(raw, 'system');
  const type = text(field(system, 'type')) ?? 'notice';
  const number = firstId(field(system, 'wa_id'), field(system, 'new_wa_id'));
  const userId = id(field(system, 'user_id'));
  const oldNumber = firstId(field(system, 'customer'), field(raw, 'from'));
  const oldUserId = firstId(field(system, 'previous_user_id'), field(raw, 'from_user_id'));
  const changes = changedIds.has(type)
    ? [...identityChange(oldNumber, number, place), ...identityChange(oldUserId, userId, place)]
    : [];
  return changes.length > 0 ? changes : notice(raw, `system.${type}`, place, [field(system, 'body')]);
}

type Reader = (raw: unknown, place: Place) => InboundEvent[];

/** Types that are no message: nothing was said, so no clock may start on them. */
const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['reaction', readReaction],
  ['edit', readEdit],
  ['revoke', readRevoke],
  ['system', readSystem],
  ['request_welcome', (raw, place) => notice(raw, 'request_welcome', place, [])],
  [
    'call_permission_reply',
    (raw, place) =>
      notice(raw, 'call_permission_reply', place, [path(raw, 'interactive', 'call_permission_reply', 'response')]),
  ],
]);

/** Names of the types that say nothing. */
export const silentTypes: ReadonlySet<string> = new Set(readers.keys());

/** Reads an item of a silent type; empty when it lacks what its type needs. */
export function readSilentType(raw: unknown, type: string, place: Place): InboundEvent[] {
  return readers.get(type)?.(raw, place) ?? [];
}

/** Reads a `user_id_update` value: pairs of previous and current user id. */
export function readUserIdUpdate(value: unknown, context: ChangeContext): InboundEvent[] {
  const updates = list(field(value, 'user_id_update')) ?? [];
  return updates.flatMap((update) =>
    identityChange(id(path(update, 'user_id', 'previous')), id(path(update, 'user_id', 'current')), {
      context,
      at: null,
    }),
  );
}

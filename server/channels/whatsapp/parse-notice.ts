import type { InboundEvent } from '#server/channels/channel.ts';
import { noticeEvent } from '#server/channels/body/events.ts';
import { field, firstText, list, path, unixTime } from '#server/channels/body/fields.ts';
import type { ChangeContext } from './change-context.ts';

type Words = (value: unknown) => readonly unknown[];

/** Fields of the account, the number and its templates, with the words each has for what happened. */
const noticeWords: ReadonlyMap<string, Words> = new Map<string, Words>([
  ['account_update', (value) => [field(value, 'event'), path(value, 'ban_info', 'waba_ban_state')]],
  ['account_alerts', (value) => [field(value, 'alert_type'), field(value, 'alert_description')]],
  ['account_review_update', (value) => [field(value, 'decision')]],
  [
    'phone_number_quality_update',
    (value) => [field(value, 'display_phone_number'), field(value, 'event'), field(value, 'current_limit')],
  ],
  ['phone_number_name_update', (value) => [field(value, 'decision'), field(value, 'requested_verified_name')]],
  [
    'message_template_status_update',
    (value) => [field(value, 'message_template_name'), field(value, 'event'), field(value, 'reason')],
  ],
  [
    'message_template_quality_update',
    (value) => [field(value, 'message_template_name'), field(value, 'new_quality_score')],
  ],
  [
    'messaging_handovers',
    (value) =>
      ['control_passed', 'control_taken'].filter(
        (key) => field(value, key) !== undefined || field(value, 'type') === key,
      ),
  ],
]);

/** Reads a change that states a fact about account or number; null for every other field. `numberId` is null where it names none. */
export function readAccountNotice(name: string, raw: unknown, numberId: string | null): InboundEvent | null {
  const words = noticeWords.get(name);
  if (words === undefined) return null;
  const value = field(raw, 'value');
  const at = unixTime(field(value, 'timestamp'));
  return noticeEvent({ accountExternalId: numberId, name, raw, at, words: words(value) });
}

/** Reads a problem of the number itself. */
export function readNumberError(raw: unknown, { numberId }: ChangeContext): InboundEvent[] {
  const said = firstText(path(raw, 'error_data', 'details'), field(raw, 'message'), field(raw, 'title'));
  return [noticeEvent({ accountExternalId: numberId, name: 'errors', raw, words: [field(raw, 'code'), said] })];
}

/** Reads a customer's choice about marketing messages. */
export function readPreference(raw: unknown, { numberId }: ChangeContext): InboundEvent[] {
  const words = [field(raw, 'category'), field(raw, 'value')];
  const at = unixTime(field(raw, 'timestamp'));
  return [noticeEvent({ accountExternalId: numberId, name: 'user_preferences', raw, at, words })];
}

/** Reads what a history chunk says of itself: how far the import is, or why there is none. */
export function readHistoryProgress(raw: unknown, { numberId }: ChangeContext): InboundEvent[] {
  const metadata = field(raw, 'metadata');
  const problem = list(field(raw, 'errors'))?.[0];
  if (metadata === undefined && problem === undefined) return [];
  const words = [
    field(metadata, 'phase'),
    field(metadata, 'chunk_order'),
    field(metadata, 'progress'),
    field(problem, 'code'),
    field(problem, 'title'),
  ];
  return [noticeEvent({ accountExternalId: numberId, name: 'history', raw: { metadata, problem }, words })];
}

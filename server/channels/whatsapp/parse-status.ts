import type { DeliveryStatus, InboundEvent, MessageEvent, StatusEvent } from '#server/channels/channel.ts';
import { malformed, messageEvent, unknownEvent } from '#server/channels/body/events.ts';
import { field, id, isRecord, list, lookUp, path, text, unixTime } from '#server/channels/body/fields.ts';
import { ruleOf } from '#server/channels/errors.ts';
import { graphErrors } from '#server/channels/meta/graph-errors.data.ts';
import type { ChangeContext } from './change-context.ts';
import { whatsAppErrors } from './send-errors.data.ts';

/** `played` (a voice message was heard) is more than `read`, and counts as it. */
const statuses: Readonly<Record<string, DeliveryStatus>> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  played: 'read',
  failed: 'failed',
};

function readError(raw: unknown): StatusEvent['error'] {
  const first = list(field(raw, 'errors'))?.[0];
  if (first === undefined) return null;
  const words = [path(first, 'error_data', 'details'), field(first, 'message'), field(first, 'title')];
  const code = id(field(first, 'code')) ?? 'unknown';
  const rule = ruleOf([whatsAppErrors, graphErrors], code);
  return {
    code,
    ...(rule === null ? {} : { meaning: rule.meaning }),
    detail: (words.map(text).find((each) => each !== null) ?? 'no reason given').slice(0, 500),
  };
}

/** Free words within the customer's window, as opposed to templates that nobody asked for; older bodies name the conversation's origin. */
function isAnswer(raw: unknown): boolean {
  const kind = text(path(raw, 'pricing', 'category')) ?? text(path(raw, 'conversation', 'origin', 'type'));
  return kind === 'service' || kind === 'user_initiated';
}

/**
 * The message a report proves when another tool sent it: every app on the account gets its reports, not every one its echo. Our own
 * sends carry our tag. Only answers count: a template to thousands answers nobody.
 */
function outsideAnswer(raw: unknown, status: StatusEvent): MessageEvent | null {
  const customerId = status.customerExternalId;
  const isGroup = field(raw, 'group_id') !== undefined || field(raw, 'recipient_type') === 'group';
  if (status.status === 'failed' || status.clientTag !== null || status.messageExternalId === null) return null;
  if (customerId === null || isGroup || !isAnswer(raw)) return null;
  const userId = id(field(raw, 'recipient_user_id'));
  return messageEvent({
    accountExternalId: status.accountExternalId,
    externalId: status.messageExternalId,
    direction: 'out',
    visibility: 'private',
    customerExternalId: customerId,
    customerAlsoExternalId: userId === customerId ? null : userId,
    threadExternalId: customerId,
    sentAt: status.at,
    content: 'unsupported',
    origin: { clientTag: null, appId: null, appName: null, author: 'unknown' },
  });
}

/** Reads one item of `statuses[]`. */
export function parseStatus(raw: unknown, context: ChangeContext): InboundEvent[] {
  if (!isRecord(raw)) return [malformed(raw, context.numberId)];
  const name = text(raw['status']) ?? 'none';
  const at = unixTime(raw['timestamp']);
  const status = lookUp(statuses, name);
  const messageExternalId = id(raw['id']);
  if (status === undefined || messageExternalId === null) {
    return [unknownEvent({ accountExternalId: context.numberId, name: `statuses.${name}`, raw, at })];
  }
  const event: StatusEvent = {
    kind: 'status',
    accountExternalId: context.numberId,
    status,
    at: at ?? context.receivedAt,
    messageExternalId,
    watermarkAt: null,
    customerExternalId: id(raw['recipient_id']) ?? id(raw['recipient_user_id']),
    clientTag: text(raw['biz_opaque_callback_data']),
    error: status === 'failed' ? (readError(raw) ?? { code: 'unknown', detail: 'no reason given' }) : null,
  };
  const standIn = outsideAnswer(raw, event);
  return [standIn === null ? event : { ...event, standIn }];
}

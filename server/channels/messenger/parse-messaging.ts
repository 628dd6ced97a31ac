import type { InboundEvent, MessageEvent, StatusEvent } from '#server/channels/channel.ts';
import { fingerprint, malformed, messageEvent, unknownEvent } from '#server/channels/body/events.ts';
import { field, id, isRecord, list, path, text, unixTime } from '#server/channels/body/fields.ts';
import type { MessagingContext, MessagingItem } from './messaging-item.ts';
import { readItem } from './messaging-item.ts';
import { readEdit, readNotice, readReaction, readReferrals, readUnsend } from './parse-amendments.ts';
import { readAttachments, readClientTag } from './payloads.ts';

const envelopeKeys = new Set(['sender', 'recipient', 'timestamp']);

function unknown(item: MessagingItem, name: string): InboundEvent[] {
  return [unknownEvent({ accountExternalId: item.pageId, name, raw: item.raw, at: item.at })];
}

function amended(item: MessagingItem, event: InboundEvent | null, name: string): InboundEvent[] {
  return event === null ? unknown(item, name) : [event];
}

function originOf(message: unknown): MessageEvent['origin'] {
  return {
    clientTag: readClientTag(message),
    appId: id(field(message, 'app_id')),
    appName: null,
    // The body never tells whether a person typed it or an instant reply fired.
    author: 'unknown',
  };
}

function readMessage(item: MessagingItem, message: unknown): InboundEvent[] {
  const mid = id(field(message, 'mid'));
  if (field(message, 'is_deleted') === true) return amended(item, readUnsend(item, message), 'message_unsend');
  if (mid === null || item.customerId === null) return unknown(item, 'message');
  const isOut = field(message, 'is_echo') === true || item.senderId === item.pageId;
  const attachments = readAttachments(message);
  return [
    messageEvent({
      accountExternalId: item.pageId,
      externalId: mid,
      direction: isOut ? 'out' : 'in',
      visibility: 'private',
      customerExternalId: item.customerId,
      threadExternalId: item.customerId,
      sentAt: item.at ?? item.receivedAt,
      text: text(field(message, 'text')) ?? '',
      attachments,
      payload: text(path(message, 'quick_reply', 'payload')),
      replyToExternalId: id(path(message, 'reply_to', 'mid')),
      origin: isOut ? originOf(message) : null,
      ...(field(message, 'is_unsupported') === true ? { content: 'unsupported' as const } : {}),
    }),
    ...readReferrals(item, message),
  ];
}

function readPostback(item: MessagingItem, postback: unknown): InboundEvent[] {
  const customerId = item.customerId;
  if (customerId === null || item.senderId === item.pageId) return unknown(item, 'postback');
  return [
    messageEvent({
      accountExternalId: item.pageId,
      externalId: id(field(postback, 'mid')) ?? `postback:${fingerprint(item.raw)}`,
      direction: 'in',
      visibility: 'private',
      customerExternalId: customerId,
      threadExternalId: customerId,
      sentAt: item.at ?? item.receivedAt,
      content: 'postback',
      text: text(field(postback, 'title')) ?? '',
      payload: text(field(postback, 'payload')),
    }),
    ...readReferrals(item, postback),
  ];
}

function readReport(item: MessagingItem, report: unknown, status: 'delivered' | 'read'): InboundEvent[] {
  const watermarkAt = unixTime(field(report, 'watermark'));
  const mids = [field(report, 'mid'), ...(list(field(report, 'mids')) ?? [])].map(id).filter((mid) => mid !== null);
  // A report that the page itself read something tells nothing about our messages.
  if (item.customerId === null || item.senderId === item.pageId) return unknown(item, status);
  if (watermarkAt === null && mids.length === 0) return unknown(item, status);
  const base: StatusEvent = {
    kind: 'status',
    accountExternalId: item.pageId,
    status,
    at: item.at ?? watermarkAt ?? item.receivedAt,
    messageExternalId: null,
    watermarkAt: null,
    customerExternalId: item.customerId,
    clientTag: null,
    error: null,
  };
  const named = mids.map((mid) => ({ ...base, messageExternalId: mid }));
  return watermarkAt === null ? named : [...named, { ...base, watermarkAt }];
}

/** How each event key is read; all others state a fact or are kept raw. */
const readers: readonly (readonly [string, (item: MessagingItem, body: unknown) => InboundEvent[]])[] = [
  ['message', readMessage],
  ['postback', readPostback],
  ['delivery', (item, body) => readReport(item, body, 'delivered')],
  ['read', (item, body) => readReport(item, body, 'read')],
  ['reaction', (item, body) => amended(item, readReaction(item, body), 'reaction')],
  ['message_edit', (item, body) => amended(item, readEdit(item, body), 'message_edit')],
];

/** Reads one item of `messaging[]` or `standby[]`: both hold the same kinds, and both are full history. */
export function parseMessagingItem(raw: unknown, context: MessagingContext): InboundEvent[] {
  if (!isRecord(raw)) return [malformed(raw, context.pageId)];
  const item = readItem(raw, context);
  for (const [key, read] of readers) {
    const body = raw[key];
    if (isRecord(body)) return read(item, body);
  }
  const name = Object.keys(raw).find((key) => !envelopeKeys.has(key));
  if (name === undefined) return [malformed(raw, context.pageId)];
  return amended(item, readNotice(item, name), name.replaceAll('-', '_'));
}

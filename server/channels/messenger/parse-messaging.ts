import type { InboundEvent, MessageEvent, StatusEvent } from '#server/channels/channel.ts';
import { fingerprint, malformed, messageEvent, unknownEvent } from '#server/channels/body/events.ts';
import { field, id, isRecord, list, path, text, unixTime } from '#server/channels/body/fields.ts';
import { readAttachments, readClientTag } from './payloads.ts';

/** What surrounds an item of `messaging` or `standby`. */
export type MessagingContext = { readonly pageId: string; readonly receivedAt: Date };

type Item = {
  readonly raw: unknown;
  readonly pageId: string;
  readonly senderId: string | null;
  /** The id that is not the page's: one known echo came with sender and recipient swapped. */
  readonly customerId: string | null;
  readonly at: Date | null;
  readonly receivedAt: Date;
};

const envelopeKeys = new Set(['sender', 'recipient', 'timestamp']);

function readItem(raw: unknown, context: MessagingContext): Item {
  const senderId = id(path(raw, 'sender', 'id'));
  const recipientId = id(path(raw, 'recipient', 'id'));
  const customerId = [senderId, recipientId].find((each) => each !== null && each !== context.pageId) ?? null;
  return { raw, senderId, customerId, at: unixTime(field(raw, 'timestamp')), ...context };
}

function unknown(item: Item, name: string): InboundEvent[] {
  return [unknownEvent({ accountExternalId: item.pageId, name, raw: item.raw, at: item.at })];
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

function readMessage(item: Item, message: unknown): InboundEvent[] {
  const mid = id(field(message, 'mid'));
  if (field(message, 'is_deleted') === true) return unknown(item, 'message_unsend');
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
  ];
}

function readPostback(item: Item, postback: unknown): InboundEvent[] {
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
  ];
}

function readReport(item: Item, report: unknown, status: 'delivered' | 'read'): InboundEvent[] {
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

/** Reads one item of `messaging[]` or `standby[]`: both hold the same kinds, and both are full history. */
export function parseMessagingItem(raw: unknown, context: MessagingContext): InboundEvent[] {
  if (!isRecord(raw)) return [malformed(raw, context.pageId)];
  const item = readItem(raw, context);
  const body = (key: string): unknown => (isRecord(raw[key]) ? raw[key] : undefined);
  if (body('message') !== undefined) return readMessage(item, body('message'));
  if (body('postback') !== undefined) return readPostback(item, body('postback'));
  if (body('delivery') !== undefined) return readReport(item, body('delivery'), 'delivered');
  if (body('read') !== undefined) return readReport(item, body('read'), 'read');
  const name = Object.keys(raw).find((key) => !envelopeKeys.has(key));
  return name === undefined ? [malformed(raw, context.pageId)] : unknown(item, name.replaceAll('-', '_'));
}

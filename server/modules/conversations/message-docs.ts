import type { Attachment, MessageEvent, Visibility } from '#server/channels/channel.ts';
import { derivedId } from '#server/db/derived-id.ts';
import type { NormTable } from '#server/modules/norms/index.ts';
import type { StoredReading } from '#server/modules/promises/index.ts';
import type { CompiledBook } from '#shared/emotion/cue-book.ts';
import { analyse } from '#shared/emotion/cues.ts';
import { expectsReply, outgoingFacts } from '#shared/turns/message-facts.ts';
import type { OpeningHours } from '#shared/time/opening-hours.ts';
import { isChaser } from '#shared/turns/chasers.ts';
import type { AuthorKind } from '#shared/turns/turn-types.ts';
import type { ReceivedEvent } from './event-batch.ts';
import type { MessageDelivery, MessageDoc, OutgoingParts } from './messages.store.ts';

/** Longest part of a text that is searched for signs and promises: nobody writes more, attackers do. */
const readLength = 20_000;

/** Reads promises; given by the promises module. */
export type PromiseReadings = (
  text: string,
  basis: { madeAt: Date; hours: OpeningHours; vagueMaxMs: number },
) => StoredReading[];

/** Stable id of a message that came by webhook. */
export function messageIdOf(accountId: string, externalId: string): string {
  return derivedId('message', accountId, externalId);
}

/** Stable id of a thread with one customer on an account; a private thread has no other customer. */
export function conversationIdOf(
  accountId: string,
  thread: Pick<MessageEvent, 'visibility' | 'threadExternalId' | 'customerExternalId'>,
): string {
  const customer = thread.visibility === 'public' ? [thread.customerExternalId] : [];
  return derivedId('conversation', accountId, thread.visibility, thread.threadExternalId, ...customer);
}

/** What the words of an outgoing text mean, read with the norms of its instant. */
export function outgoingReading(
  text: string,
  place: { accountId: string; channel: string; visibility: Visibility; sentAt: Date; hasAttachment: boolean },
  table: NormTable,
  read: PromiseReadings,
): Pick<MessageDoc, 'readings' | 'substantive' | 'automaticWording' | 'fingerprint'> {
  const shown = text.slice(0, readLength);
  const norm = table.normAt(place.channel, place.visibility, place.sentAt);
  const hours = table.hoursOf(place.accountId, place.sentAt);
  const readings = read(shown, { madeAt: place.sentAt, hours, vagueMaxMs: norm.maxMs });
  return { readings, ...outgoingFacts(shown, readings, place.hasAttachment) };
}

const noOutgoing = { readings: [], substantive: false, automaticWording: false, fingerprint: '' };
const noIncoming = { needsReply: false, cues: [], wish: null, language: null };

/** What the words of a customer's text show. */
function incomingReading(
  text: string,
  hasContent: boolean,
  book: CompiledBook,
): Pick<MessageDoc, 'needsReply' | 'chaser' | 'cues' | 'wish' | 'language' | 'dissatisfied'> {
  return {
    needsReply: expectsReply(text, hasContent),
    ...(isChaser(text) ? { chaser: true } : {}),
    ...incomingSigns(text, book),
  };
}

/** The signs, wish and language of a customer's text, read by the words of `book`. */
export function incomingSigns(
  text: string,
  book: CompiledBook,
): Pick<MessageDoc, 'cues' | 'wish' | 'language' | 'dissatisfied'> {
  const { cues, wish, language, dissatisfaction } = analyse(text.slice(0, readLength), {}, book);
  return { cues, wish, language, dissatisfied: dissatisfaction.yes };
}

/** Makes the stored message of a webhook event in its conversation; `contactId` is the customer's. */
export function messageDocOf(
  received: ReceivedEvent<MessageEvent>,
  { conversationId, contactId }: { conversationId: string; contactId: string },
  table: NormTable,
  read: PromiseReadings,
): MessageDoc {
  const { account, event } = received;
  const out = event.direction === 'out';
  const hasContent = event.attachments.length > 0 || event.content !== 'text';
  const place = {
    accountId: account._id,
    channel: account.channel,
    visibility: event.visibility,
    sentAt: event.sentAt,
    hasAttachment: hasContent,
  };
  return {
    _id: messageIdOf(account._id, event.externalId),
    brandId: account.brandId,
    conversationId,
    contactId,
    accountId: account._id,
    channel: account.channel,
    externalId: event.externalId,
    direction: event.direction,
    visibility: event.visibility,
    authorKind: authorKindOf(event),
    authorFixed: false,
    authorGuessed: false,
    authorUserId: null,
    authorName: out ? (event.origin?.appName ?? null) : (event.customerName ?? event.customerHandle),
    sentAt: event.sentAt,
    platformTime: true,
    receivedAt: received.receivedAt,
    arrival: received.arrival,
    content: event.content,
    text: event.text,
    attachments: [...event.attachments],
    replyToExternalId: event.replyToExternalId,
    delivery: out ? { state: 'sent', at: event.sentAt, problem: null } : null,
    ...(out
      ? { ...noIncoming, ...outgoingReading(event.text, place, table, read) }
      : { ...noOutgoing, ...incomingReading(event.text, hasContent, table.cueBook) }),
    autoReplyVersionId: null,
    ...(event.history ? { history: true } : {}),
  };
}

function authorKindOf(event: MessageEvent): AuthorKind {
  if (event.direction === 'in') return 'customer';
  return event.origin?.author === 'bot' ? 'bot' : 'outsideUnknown';
}

/** An outgoing message of ours before the platform knows it. */
export type OwnMessage = {
  readonly id: string;
  readonly brandId: string;
  readonly conversationId: string;
  readonly contactId: string;
  readonly accountId: string;
  readonly channel: string;
  readonly visibility: Visibility;
  readonly text: string;
  readonly author: {
    readonly kind: 'agent' | 'autoReply';
    readonly userId: string | null;
    readonly name: string | null;
  };
  readonly replyToExternalId: string | null;
  readonly autoReplyVersionId: string | null;
  readonly now: Date;
  /** Place among messages of the same instant; 0 when absent. */
  readonly order?: number;
  readonly attachments?: readonly Attachment[];
  readonly outgoing?: OutgoingParts;
};

/** Makes the stored message of our own reply or automatic reply; it settles nothing until the platform took it. */
export function ownMessageDocOf(own: OwnMessage, table: NormTable, read: PromiseReadings): MessageDoc {
  const delivery: MessageDelivery = { state: 'queued', at: own.now, problem: null };
  const attachments = [...(own.attachments ?? [])];
  const place = {
    accountId: own.accountId,
    channel: own.channel,
    visibility: own.visibility,
    sentAt: own.now,
    hasAttachment: attachments.length > 0,
  };
  return {
    _id: own.id,
    brandId: own.brandId,
    conversationId: own.conversationId,
    contactId: own.contactId,
    accountId: own.accountId,
    channel: own.channel,
    externalId: `pending:${own.id}`,
    direction: 'out',
    visibility: own.visibility,
    authorKind: own.author.kind,
    authorFixed: true,
    authorGuessed: false,
    authorUserId: own.author.userId,
    authorName: own.author.name,
    sentAt: own.now,
    platformTime: false,
    receivedAt: own.now,
    arrival: own.now.getTime() * 1000 + (own.order ?? 0),
    content: place.hasAttachment ? 'media' : 'text',
    text: own.text,
    attachments,
    replyToExternalId: own.replyToExternalId,
    delivery,
    ...noIncoming,
    ...outgoingReading(own.text, place, table, read),
    autoReplyVersionId: own.autoReplyVersionId,
    ...(own.outgoing === undefined ? {} : { outgoing: own.outgoing }),
  };
}

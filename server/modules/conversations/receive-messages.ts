import type { ClientSession } from 'mongodb';
import type { MessageEvent } from '#server/channels/channel.ts';
import { identityIdOf, type Contacts } from '#server/modules/contacts/index.ts';
import { inSlices } from '#server/jobs/in-slices.ts';
import type { NormTable } from '#server/modules/norms/index.ts';
import type { EventBatch, ReceivedEvent } from './event-batch.ts';
import { expectsReply } from '#shared/turns/message-facts.ts';
import type { BatchStores } from './batch-stores.ts';
import { newConversation } from './conversation-docs.ts';
import type { ConversationDoc } from './conversations.store.ts';
import { hasCustomer, senderOf } from './introduce-customers.ts';
import { messageDocOf, messageIdOf, type PromiseReadings } from './message-docs.ts';
import type { MessageDoc } from './messages.store.ts';
import { matchOwnMessages, type OwnMatch } from './own-echoes.ts';
import { resolveThreads } from './resolve-threads.ts';

/** What storing messages needs. */
export type ReceiveDependencies = {
  readonly stores: BatchStores;
  readonly contacts: Contacts;
  readonly read: PromiseReadings;
};

/** What a batch of messages did. */
export type ReceivedMessages = {
  /** Messages stored now. */
  readonly inserted: readonly MessageDoc[];
  /** Our own messages that an echo settled. */
  readonly settled: readonly OwnMatch[];
  readonly conversationIds: ReadonlySet<string>;
};

/**
 * Stores the new messages of a batch with their contacts and conversations. Messages already known are left alone, so a
 * replayed delivery changes nothing; an echo of our own reply settles that reply instead of becoming a second message.
 */
export async function receiveMessages(
  deps: ReceiveDependencies,
  batch: EventBatch,
  table: NormTable,
  session: ClientSession,
): Promise<ReceivedMessages> {
  const { fresh, untimed, replaced } = await withoutKnown(deps, batch, table, session);
  const standIns = new Set(batch.standIns);
  const threads = await resolveThreads(deps.stores, batch.brandId, fresh, session);
  // One without words could be taken for any reply of ours that is a mere file.
  const echoes = new Map([...threads].filter(([received]) => !standIns.has(received)));
  const matched = await matchOwnMessages(deps.stores.messages, batch.brandId, echoes, session);
  const settled = [...matched, ...untimed];
  const settledEvents = new Set(settled.map((match) => match.received));
  const added = [...threads].filter(([received]) => !settledEvents.has(received));
  const contactIds = await identify(deps.contacts, batch.brandId, added, session);
  const conversations = await addConversations(deps, batch.brandId, { added, contactIds }, session);
  const made = await inSlices(added, ([received, conversationId]) => {
    const conversation = conversations.get(conversationId);
    if (!conversation) return [];
    const contactId = contactOf(received, contactIds) ?? conversation.contactId;
    const message = messageDocOf(received, { conversationId, contactId }, table, deps.read);
    return [standIns.has(received) ? { ...message, standIn: true } : message];
  });
  const inserted = made.flat();
  await deps.stores.messages.insert(inserted, session);
  await deps.stores.messages.change(
    replaced.map(({ message, set }) => ({ id: message._id, update: { $set: set } })),
    session,
  );
  const conversationIds = new Set([
    ...inserted.map((message) => message.conversationId),
    ...settled.map((match) => match.message.conversationId),
    ...replaced.map(({ message }) => message.conversationId),
  ]);
  return { inserted, settled, conversationIds };
}

type ReceivedMessage = ReceivedEvent<MessageEvent>;

/** Splits off what is known already; of that, our own messages whose platform time only this echo tells. */
async function withoutKnown(
  deps: ReceiveDependencies,
  batch: EventBatch,
  table: NormTable,
  session: ClientSession,
): Promise<{ fresh: ReceivedMessage[]; untimed: OwnMatch[]; replaced: Replacement[] }> {
  const byId = new Map<string, ReceivedMessage>();
  for (const received of [...batch.messages, ...batch.standIns]) {
    const id = messageIdOf(received.account._id, received.event.externalId);
    if (!byId.has(id)) byId.set(id, received);
  }
  const keys = [...byId.values()].map(({ account, event }) => ({
    accountId: account._id,
    externalId: event.externalId,
  }));
  const stored = await deps.stores.messages.byExternalIds(batch.brandId, keys, session);
  const known = new Map(stored.map((message) => [messageIdOf(message.accountId, message.externalId), message]));
  const fresh = [...byId].filter(([id]) => !known.has(id)).map(([, received]) => received);
  const untimed = [...byId].flatMap(([id, received]) => {
    const message = known.get(id);
    return message && !message.platformTime ? [{ received, message }] : [];
  });
  const replaced = [...byId].flatMap(([id, received]): Replacement[] => {
    const message = known.get(id);
    if (!message) return [];
    const isStandIn = batch.standIns.includes(received);
    const isWordless = message.standIn === true && message.direction === 'out';
    const set =
      isWordless && !isStandIn
        ? withWords(message, messageDocOf(received, message, table, deps.read))
        : betterCopy(message, received, isStandIn);
    return set ? [{ message, set }] : [];
  });
  return { fresh, untimed, replaced };
}

type Replacement = { readonly message: MessageDoc; readonly set: Partial<MessageDoc> };

/** What its echo tells of an answer known by its reports only: everything but how far it came. */
function withWords({ delivery }: MessageDoc, told: MessageDoc): Partial<MessageDoc> {
  const { _id, ...rest } = told;
  return { ...rest, delivery, standIn: false };
}

/** What a copy of a known message tells better: it was no mere history after all, or it is its first version. Null when nothing. */
function betterCopy(message: MessageDoc, received: ReceivedMessage, isStandIn: boolean): Partial<MessageDoc> | null {
  const { event, arrival } = received;
  if (message.history === true) return event.history ? null : { history: false };
  if (message.standIn !== true) return null;
  if (isStandIn && event.sentAt.getTime() >= message.sentAt.getTime()) return null;
  if (event.direction === 'out') return { sentAt: event.sentAt, arrival };
  const hasContent = event.attachments.length > 0 || event.content !== 'text';
  return {
    standIn: isStandIn,
    sentAt: event.sentAt,
    arrival,
    replyToExternalId: event.replyToExternalId,
    needsReply: expectsReply(event.text, hasContent),
    ...(message.deletedAt ? {} : { firstText: event.text }),
  };
}

/** A message with its conversation. */
type Placed = readonly [ReceivedMessage, string];

async function identify(
  contacts: Contacts,
  brandId: string,
  added: readonly Placed[],
  session: ClientSession,
): Promise<Map<string, string>> {
  const senders = added.flatMap(([received]) => (hasCustomer(received) ? [senderOf(received)] : []));
  return contacts.identifySenders(brandId, senders, session);
}

function contactOf({ account, event }: ReceivedMessage, contactIds: ReadonlyMap<string, string>): string | null {
  return contactIds.get(identityIdOf(account._id, event.customerExternalId)) ?? null;
}

/** Makes the conversations that are new; returns all that are concerned. */
async function addConversations(
  deps: ReceiveDependencies,
  brandId: string,
  basis: { added: readonly Placed[]; contactIds: ReadonlyMap<string, string> },
  session: ClientSession,
): Promise<Map<string, ConversationDoc>> {
  const ids = [...new Set(basis.added.map(([, conversationId]) => conversationId))];
  const known = await deps.stores.conversations.byIds(brandId, ids, session);
  const all = new Map(known.map((conversation) => [conversation._id, conversation]));
  const inOrder = [...basis.added].sort(([a], [b]) => a.event.sentAt.getTime() - b.event.sentAt.getTime());
  const created: ConversationDoc[] = [];
  for (const [received, id] of inOrder) {
    const contactId = contactOf(received, basis.contactIds);
    if (all.has(id) || contactId === null) continue;
    const { account, event } = received;
    const { visibility, threadExternalId, customerExternalId } = event;
    const thread = { visibility, threadExternalId, customerExternalId, contactId };
    const place = { _id: id, brandId, accountId: account._id, channel: account.channel, ...thread };
    const opened = newConversation(place, event.sentAt);
    // What was said before the account came here waits for nobody.
    const conversation: ConversationDoc = event.history ? { ...opened, state: 'closed' } : opened;
    created.push(conversation);
    all.set(id, conversation);
  }
  await deps.stores.conversations.insert(created, session);
  deps.stores.messages.noteNew(created.map(({ _id }) => _id));
  return all;
}

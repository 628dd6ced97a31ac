import type { ClientSession } from 'mongodb';
import type { AmendmentEvent } from '#server/channels/channel.ts';
import type { NormTable } from '#server/modules/norms/index.ts';
import { amendedBy, amendmentOf, type Amendment } from './amend-message.ts';
import type { EventBatch, ReceivedEvent } from './event-batch.ts';
import { messageIdOf, type PromiseReadings } from './message-docs.ts';
import type { MessageDoc } from './messages.store.ts';
import { appliedOf, takesThread, type RawEventDoc, type RawEventsStore } from './raw-events.store.ts';
import type { BatchStores } from './batch-stores.ts';

/** What a batch of edits, deletions and reactions did. */
export type ReceivedAmendments = {
  readonly conversationIds: ReadonlySet<string>;
  /** Those to be kept: about messages not seen yet, and deletions of whole threads, of which more may come. */
  readonly kept: readonly ReceivedEvent<AmendmentEvent>[];
};

/** What applying amendments needs. */
export type AmendmentDependencies = {
  readonly stores: BatchStores;
  readonly rawEvents: RawEventsStore;
  readonly read: PromiseReadings;
};

/** An amendment with the message it is about. */
type Aimed = readonly [MessageDoc, Amendment];

/**
 * Applies the edits, deletions and reactions of a batch, and those kept from before (`kept`) on messages that came with it.
 * Repeating it changes nothing, and neither does the order in which they came.
 */
export async function receiveAmendments(
  deps: AmendmentDependencies,
  batch: EventBatch,
  basis: { table: NormTable; kept: readonly RawEventDoc[] },
  session: ClientSession,
): Promise<ReceivedAmendments> {
  const now = await aimNow(deps, batch, session);
  const before = await aimKept(deps, batch, basis.kept, session);
  const byMessage = new Map<string, { message: MessageDoc; amendments: Amendment[] }>();
  for (const [message, amendment] of [...before.aimed, ...now.aimed]) {
    const entry = byMessage.get(message._id) ?? { message, amendments: [] };
    entry.amendments.push(amendment);
    byMessage.set(message._id, entry);
  }
  const conversationIds = new Set<string>();
  const changes = [...byMessage.values()].flatMap(({ message, amendments }) => {
    const set = amendedBy(message, amendments, { table: basis.table, read: deps.read });
    if (!set) return [];
    conversationIds.add(message.conversationId);
    return [{ id: message._id, update: { $set: set } }];
  });
  await deps.stores.messages.change(changes, session);
  await deps.rawEvents.remove(appliedOf(before.done), session);
  return { conversationIds, kept: now.kept };
}

async function aimNow(
  deps: AmendmentDependencies,
  batch: EventBatch,
  session: ClientSession,
): Promise<{ aimed: Aimed[]; kept: ReceivedEvent<AmendmentEvent>[] }> {
  const keys = batch.amendments.map(({ account, event }) => ({
    accountId: account._id,
    externalId: event.messageExternalId,
  }));
  const found = keys.length === 0 ? [] : await deps.stores.messages.byExternalIds(batch.brandId, keys, session);
  const byId = amendable(found);
  const aimed: Aimed[] = [];
  const kept: ReceivedEvent<AmendmentEvent>[] = [];
  for (const received of batch.amendments) {
    const { account, event } = received;
    const amendment = amendmentOf(event);
    const whole = event.kind === 'delete' && event.whole;
    const message = byId.get(messageIdOf(account._id, event.messageExternalId));
    if (message) aimed.push([message, amendment]);
    if (whole) {
      const below = await messagesBelow(deps, batch.brandId, received, session);
      aimed.push(...below.filter(({ _id }) => _id !== message?._id).map((each): Aimed => [each, amendment]));
    }
    if (whole || !message) kept.push(received);
  }
  return { aimed, kept };
}

/** Messages by id. An answer known by its reports only has nothing to amend yet: what was done to it waits for its words. */
function amendable(found: readonly MessageDoc[]): Map<string, MessageDoc> {
  const whole = found.filter(({ standIn, direction }) => standIn !== true || direction === 'in');
  return new Map(whole.map((message) => [messageIdOf(message.accountId, message.externalId), message]));
}

async function messagesBelow(
  deps: AmendmentDependencies,
  brandId: string,
  { account, event }: ReceivedEvent<AmendmentEvent>,
  session: ClientSession,
): Promise<MessageDoc[]> {
  const { conversations, messages } = deps.stores;
  const ids = await conversations.idsOfThread(brandId, account._id, event.messageExternalId, session);
  await messages.leaveCheckpoints(ids);
  const below = await messages.forFold(brandId, ids);
  return messages.byIds(
    brandId,
    below.map(({ _id }) => _id),
    session,
  );
}

/** A message under whose id, whose thread's id (`below`) or one of whose versions' ids something may have been kept. */
type Target = {
  readonly accountId: string;
  readonly keptUnder: string;
  readonly externalId: string;
  readonly below: boolean;
};

function targetsOf(batch: EventBatch): Target[] {
  const ofMessages = [...batch.messages, ...batch.standIns].flatMap(({ account, event }): Target[] => {
    const { externalId, threadExternalId } = event;
    const own = { accountId: account._id, keptUnder: externalId, externalId, below: false };
    const isBelow = event.visibility === 'public' && threadExternalId !== externalId;
    return isBelow ? [own, { ...own, keptUnder: threadExternalId, below: true }] : [own];
  });
  const ofVersions = batch.amendments.flatMap(({ account, event }): Target[] => {
    if (event.kind !== 'edit' || event.versionExternalId === null) return [];
    const { messageExternalId: externalId, versionExternalId: keptUnder } = event;
    return [{ accountId: account._id, keptUnder, externalId, below: false }];
  });
  return [...ofMessages, ...ofVersions];
}

/** What was kept earlier about the messages that this batch brings: reports and amendments may overtake them. */
export async function keptAbout(
  rawEvents: RawEventsStore,
  batch: EventBatch,
  session: ClientSession,
): Promise<RawEventDoc[]> {
  const about = targetsOf(batch).map(({ accountId, keptUnder }) => ({ accountId, externalId: keptUnder }));
  return rawEvents.keptOn(batch.brandId, about, session);
}

async function aimKept(
  deps: AmendmentDependencies,
  batch: EventBatch,
  kept: readonly RawEventDoc[],
  session: ClientSession,
): Promise<{ aimed: Aimed[]; done: RawEventDoc[] }> {
  const amendments = kept.filter(({ amendment }) => amendment !== undefined);
  if (amendments.length === 0) return { aimed: [], done: [] };
  const targets = targetsOf(batch);
  const found = await deps.stores.messages.byExternalIds(batch.brandId, targets, session);
  const byId = amendable(found);
  const aims = amendments.flatMap((doc) =>
    targets
      .filter((target) => target.accountId === doc.accountId && target.keptUnder === doc.messageExternalId)
      .filter(({ below }) => !below || (doc.amendment && takesThread(doc.amendment)))
      .flatMap(({ accountId, externalId }) => {
        const message = byId.get(messageIdOf(accountId, externalId));
        return message && doc.amendment ? [{ doc, aimed: [message, doc.amendment] as Aimed }] : [];
      }),
  );
  return { aimed: aims.map(({ aimed }) => aimed), done: aims.map(({ doc }) => doc) };
}

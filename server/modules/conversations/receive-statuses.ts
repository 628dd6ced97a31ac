import type { ClientSession } from 'mongodb';
import type { StatusEvent } from '#server/channels/channel.ts';
import type { EventBatch, ReceivedEvent } from './event-batch.ts';
import { concerns, progressed } from './delivery-progress.ts';
import { conversationIdOf } from './message-docs.ts';
import type { FoldMessage } from './fold-message.ts';
import type { BatchMessages } from './batch-messages.ts';
import type { MessageDelivery } from './messages.store.ts';

/** What a batch of delivery reports did. */
export type ReceivedStatuses = {
  readonly conversationIds: ReadonlySet<string>;
  /** Reports on messages we do not know (yet): kept raw, looked at again when the message turns up. */
  readonly unmatched: readonly ReceivedEvent<StatusEvent>[];
  /** Our own messages that a report proved to have gone out, with the platform's id. */
  readonly proven: ReadonlySet<string>;
};

type StatusMessages = Pick<
  BatchMessages,
  'byIds' | 'byExternalIds' | 'forFold' | 'unreported' | 'noteReported' | 'change'
>;

/** Moves deliveries forward, never back, by the reports of a batch. */
export async function receiveStatuses(
  messages: StatusMessages,
  batch: EventBatch,
  session: ClientSession,
): Promise<ReceivedStatuses> {
  const candidates = await candidatesOf(messages, batch, session);
  const progress = new Map<string, Progress>();
  const unmatched: ReceivedEvent<StatusEvent>[] = [];
  for (const received of batch.statuses) {
    const { event, account } = received;
    const found = candidates.filter((message) => message.accountId === account._id && concerns(event, message));
    if (found.length === 0 && event.messageExternalId !== null) unmatched.push(received);
    for (const message of found) {
      const known = progress.get(message._id);
      const told = toldOf(message, known, event);
      if (told) progress.set(message._id, told);
    }
  }
  await messages.change(
    [...progress].map(([id, { delivery, externalId }]) => ({
      id,
      update: { $set: { delivery, ...(externalId === null ? {} : { externalId }) } },
    })),
    session,
  );
  for (const { event, conversationId } of watermarksOf(batch)) {
    if (event.watermarkAt) messages.noteReported(conversationId, event.watermarkAt, event.status === 'read');
  }
  const changed = [...progress.values()];
  return {
    conversationIds: new Set(changed.map(({ message }) => message.conversationId)),
    unmatched,
    proven: new Set(changed.filter(({ externalId }) => externalId !== null).map(({ message }) => message._id)),
  };
}

type Progress = {
  readonly message: FoldMessage;
  readonly delivery: MessageDelivery;
  readonly externalId: string | null;
};

/** What a report adds to a message; null when nothing. */
function toldOf(message: FoldMessage, known: Progress | undefined, event: StatusEvent): Progress | null {
  const before = known?.delivery ?? message.delivery;
  const externalId = message.externalId.startsWith('pending:') ? event.messageExternalId : null;
  // A report that tells no new state may still be the first to tell the platform's id.
  const delivery = progressed(before, event) ?? (externalId === null ? null : before);
  return delivery && { message, delivery, externalId: externalId ?? known?.externalId ?? null };
}

/** Reports on everything up to an instant, with the talk they are about. */
function watermarksOf({ statuses }: EventBatch): { event: StatusEvent; conversationId: string }[] {
  return statuses.flatMap(({ account, event }) => {
    const { watermarkAt, customerExternalId } = event;
    if (watermarkAt === null || customerExternalId === null) return [];
    const talk = { visibility: 'private' as const, threadExternalId: customerExternalId, customerExternalId };
    return [{ event, conversationId: conversationIdOf(account._id, talk) }];
  });
}

async function candidatesOf(
  messages: StatusMessages,
  batch: EventBatch,
  session: ClientSession,
): Promise<FoldMessage[]> {
  const { brandId, statuses } = batch;
  const keys = statuses.flatMap(({ account, event }) =>
    event.messageExternalId === null ? [] : [{ accountId: account._id, externalId: event.messageExternalId }],
  );
  const tags = statuses.flatMap(({ event }) => event.clientTag ?? []);
  const watermarks = watermarksOf(batch);
  const threads = [...new Set(watermarks.map(({ conversationId }) => conversationId))];
  const anyRead = watermarks.some(({ event }) => event.status === 'read');
  const found = [
    ...(keys.length > 0 ? await messages.byExternalIds(brandId, keys, session) : []),
    ...(await messages.byIds(brandId, tags, session)),
    ...(await messages.forFold(brandId, threads)),
    ...(await messages.unreported(threads, anyRead)),
  ];
  return [...new Map(found.map((message) => [message._id, message])).values()];
}

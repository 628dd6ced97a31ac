import type { ClientSession } from 'mongodb';
import type { ReceivedEvent } from './event-batch.ts';
import { versionIdOf, type MessageVersionsStore } from './message-versions.store.ts';

/**
 * Brings every mention of a later version of a message to its first one, so that an answer to an edited post, or its
 * deletion, finds the message. Versions told by this batch's edits are remembered.
 */
export async function toFirstVersions(
  versions: MessageVersionsStore,
  brandId: string,
  received: readonly ReceivedEvent[],
  session: ClientSession,
): Promise<ReceivedEvent[]> {
  const told = received.flatMap(({ account, event }) =>
    event.kind === 'edit' && event.versionExternalId !== null
      ? [
          {
            _id: versionIdOf(account._id, event.versionExternalId),
            brandId,
            accountId: account._id,
            messageExternalId: event.messageExternalId,
          },
        ]
      : [],
  );
  if (told.length > 0) await versions.insertNew(told, session);
  const wanted = received.flatMap((each) => {
    const named = namedBy(each);
    return named === null ? [] : [versionIdOf(each.account._id, named)];
  });
  const known = await versions.byIds([...new Set(wanted)], session);
  const firstOf = new Map(known.map(({ _id, messageExternalId }) => [_id, messageExternalId]));
  if (firstOf.size === 0) return [...received];
  return received.map((each) => {
    const named = namedBy(each);
    const first = named === null ? undefined : firstOf.get(versionIdOf(each.account._id, named));
    return first === undefined ? each : renamed(each, first);
  });
}

/** The id by which an event names another message, where that may be a version: only public posts have them. */
function namedBy({ event }: ReceivedEvent): string | null {
  if (event.kind === 'delete' || event.kind === 'reaction') return event.messageExternalId;
  return event.kind === 'message' && event.visibility === 'public' ? event.replyToExternalId : null;
}

function renamed(received: ReceivedEvent, first: string): ReceivedEvent {
  const { event } = received;
  if (event.kind === 'delete' || event.kind === 'reaction') {
    return { ...received, event: { ...event, messageExternalId: first } };
  }
  if (event.kind !== 'message') return received;
  return { ...received, event: { ...event, replyToExternalId: first } };
}

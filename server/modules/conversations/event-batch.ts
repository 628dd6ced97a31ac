import type {
  AmendmentEvent,
  DisconnectEvent,
  IdentityChangeEvent,
  InboundEvent,
  MessageEvent,
  NoticeEvent,
  StatusEvent,
  UnknownEvent,
} from '#server/channels/channel.ts';
import type { ChannelAccountDoc } from '#server/modules/channel-accounts/index.ts';

/** One event of a webhook body together with the account it is for. */
export type ReceivedEvent<E extends InboundEvent = InboundEvent> = {
  readonly account: ChannelAccountDoc;
  readonly event: E;
  readonly receivedAt: Date;
  /** Order of arrival over all deliveries: breaks ties between messages of the same instant. */
  readonly arrival: number;
};

/** The events of one transaction, one brand, by kind. */
export type EventBatch = {
  readonly brandId: string;
  readonly messages: readonly ReceivedEvent<MessageEvent>[];
  /** Messages as their edits or reports show them, earliest first: used only where the message itself is not known. */
  readonly standIns: readonly ReceivedEvent<MessageEvent>[];
  readonly statuses: readonly ReceivedEvent<StatusEvent>[];
  readonly amendments: readonly ReceivedEvent<AmendmentEvent>[];
  readonly disconnects: readonly ReceivedEvent<DisconnectEvent>[];
  readonly identityChanges: readonly ReceivedEvent<IdentityChangeEvent>[];
  /** Kept as they came: notices and what no adapter knows. */
  readonly raw: readonly ReceivedEvent<UnknownEvent | NoticeEvent>[];
};

/** How far a platform's clock may honestly be ahead of ours. */
const longestAheadMs = 5 * 60_000;

/**
 * A message that says it comes from the future: a wrong unit or a wrong clock. Nothing said before that instant could answer it, so the
 * instant of receipt stands in, as where a body tells no time at all; the stored delivery keeps what the platform said.
 */
function inOurTime(received: ReceivedEvent<MessageEvent>): ReceivedEvent<MessageEvent> {
  const { event, receivedAt } = received;
  const isAhead = event.sentAt.getTime() - receivedAt.getTime() > longestAheadMs;
  return isAhead ? { ...received, event: { ...event, sentAt: receivedAt } } : received;
}

/** Sorts events by kind. */
export function batchOf(brandId: string, received: readonly ReceivedEvent[]): EventBatch {
  const amendments = [...ofKind(received, 'edit'), ...ofKind(received, 'delete'), ...ofKind(received, 'reaction')];
  return {
    brandId,
    messages: ofKind(received, 'message').map(inOurTime),
    standIns: standInsOf([...ofKind(received, 'edit'), ...ofKind(received, 'status')]),
    statuses: ofKind(received, 'status'),
    amendments,
    disconnects: ofKind(received, 'disconnect'),
    identityChanges: ofKind(received, 'identityChange'),
    raw: [...ofKind(received, 'notice'), ...ofKind(received, 'unknown')],
  };
}

type OfKind<K extends InboundEvent['kind']> = Extract<InboundEvent, { readonly kind: K }>;

function ofKind<K extends InboundEvent['kind']>(
  received: readonly ReceivedEvent[],
  kind: K,
): ReceivedEvent<OfKind<K>>[] {
  return received.filter((each): each is ReceivedEvent<OfKind<K>> => each.event.kind === kind);
}

function standInsOf(shown: readonly ReceivedEvent<OfKind<'edit' | 'status'>>[]): ReceivedEvent<MessageEvent>[] {
  return shown
    .flatMap(({ event, ...rest }) => (event.standIn ? [{ ...rest, event: event.standIn }] : []))
    .map(inOurTime)
    .sort((a, b) => a.event.sentAt.getTime() - b.event.sentAt.getTime());
}

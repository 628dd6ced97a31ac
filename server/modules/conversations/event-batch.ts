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
  /** Messages as their edits show them, earliest first: used only where the message itself is not known. */
  readonly standIns: readonly ReceivedEvent<MessageEvent>[];
  readonly statuses: readonly ReceivedEvent<StatusEvent>[];
  readonly amendments: readonly ReceivedEvent<AmendmentEvent>[];
  readonly disconnects: readonly ReceivedEvent<DisconnectEvent>[];
  readonly identityChanges: readonly ReceivedEvent<IdentityChangeEvent>[];
  /** Kept as they came: notices and what no adapter knows. */
  readonly raw: readonly ReceivedEvent<UnknownEvent | NoticeEvent>[];
};

/** Sorts events by kind. */
export function batchOf(brandId: string, received: readonly ReceivedEvent[]): EventBatch {
  const amendments = [...ofKind(received, 'edit'), ...ofKind(received, 'delete'), ...ofKind(received, 'reaction')];
  return {
    brandId,
    messages: ofKind(received, 'message'),
    standIns: standInsOf(ofKind(received, 'edit')),
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

function standInsOf(edits: readonly ReceivedEvent<OfKind<'edit'>>[]): ReceivedEvent<MessageEvent>[] {
  return edits
    .flatMap(({ event, ...rest }) => (event.standIn ? [{ ...rest, event: event.standIn }] : []))
    .sort((a, b) => a.event.sentAt.getTime() - b.event.sentAt.getTime());
}

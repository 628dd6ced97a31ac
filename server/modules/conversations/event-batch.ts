import type { InboundEvent, MessageEvent, StatusEvent, UnknownEvent } from '#server/channels/channel.ts';
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
  readonly statuses: readonly ReceivedEvent<StatusEvent>[];
  readonly unknown: readonly ReceivedEvent<UnknownEvent>[];
};

/** Sorts events by kind. */
export function batchOf(brandId: string, received: readonly ReceivedEvent[]): EventBatch {
  const messages: ReceivedEvent<MessageEvent>[] = [];
  const statuses: ReceivedEvent<StatusEvent>[] = [];
  const unknown: ReceivedEvent<UnknownEvent>[] = [];
  for (const { event, ...rest } of received) {
    if (event.kind === 'message') messages.push({ ...rest, event });
    else if (event.kind === 'status') statuses.push({ ...rest, event });
    else unknown.push({ ...rest, event });
  }
  return { brandId, messages, statuses, unknown };
}

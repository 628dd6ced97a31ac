import type { InboundEvent } from '#server/channels/channel.ts';
import { malformed, readEach } from '#server/channels/body/events.ts';
import { field, id, isRecord } from '#server/channels/body/fields.ts';
import type { ChangeContext } from './change-context.ts';
import { parseMessage } from './parse-message.ts';
import { readHistoryProgress } from './parse-notice.ts';

/** Messages of one thread: our own name no customer there, the thread does. */
function readThread(raw: unknown, context: ChangeContext): InboundEvent[] {
  if (!isRecord(raw)) return [malformed(raw, context.numberId)];
  const customerId = id(raw['id']);
  return readEach(raw['messages'] ?? [], context.numberId, (message) => {
    const needsCustomer = isRecord(message) && id(message['to']) === null && customerId !== null;
    return parseMessage(needsCustomer ? { ...message, to: customerId } : message, context, 'history');
  });
}

/** Reads one chunk of imported history: threads of messages, or bare messages. Nothing in it touches a clock. */
export function parseHistory(raw: unknown, context: ChangeContext): InboundEvent[] {
  if (!isRecord(raw)) return [malformed(raw, context.numberId)];
  const threads = field(raw, 'threads');
  return [
    ...(threads === undefined ? [] : readEach(threads, context.numberId, (thread) => readThread(thread, context))),
    ...(raw['messages'] === undefined ? [] : readThread({ messages: raw['messages'] }, context)),
    ...readHistoryProgress(raw, context),
  ];
}

import type { PromiseFate } from '#shared/turns/turn-types.ts';
import { promiserOf } from './promiser.ts';
import type { ReplyPromiseDoc, StoredReading } from './promises.store.ts';

/** What a promise document needs of the message that made it. */
export type PromiseSource = {
  readonly brandId: string;
  readonly conversationId: string;
  readonly contactId: string;
  readonly accountId: string;
  readonly channel: string;
  readonly readings: readonly StoredReading[];
  readonly autoReplyVersionId: string | null;
};

/** Stable id of a promise: its message and its place in it. */
export function promiseIdOf(messageId: string, index: number): string {
  return `${messageId}:${String(index)}`;
}

/** Joins a promise's fate with what was read; null when the reading no longer exists. */
export function promiseDocOf(fate: PromiseFate, source: PromiseSource): ReplyPromiseDoc | null {
  const reading = source.readings.find((candidate) => candidate.index === fate.index);
  if (!reading) return null;
  const late = fate.state === 'missed' && fate.settledAt ? fate.settledAt.getTime() - fate.dueAt.getTime() : null;
  return {
    ...reading,
    _id: promiseIdOf(fate.messageId, fate.index),
    brandId: source.brandId,
    conversationId: source.conversationId,
    contactId: source.contactId,
    accountId: source.accountId,
    channel: source.channel,
    messageId: fate.messageId,
    madeAt: fate.madeAt,
    madeBy: fate.madeBy,
    promiser: promiserOf({ madeBy: fate.madeBy, autoReplyVersionId: source.autoReplyVersionId }),
    chasedBy: fate.chasedBy,
    dueAt: fate.dueAt,
    onTopOfMissed: fate.onTopOfMissed,
    state: fate.state,
    settledAt: fate.settledAt,
    settledByMessageId: fate.settledByMessageId,
    lateByMs: late,
    autoReplyVersionId: source.autoReplyVersionId,
  };
}

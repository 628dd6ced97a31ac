import type { NormTable } from '#server/modules/norms/index.ts';
import { turnStateAt } from '#shared/turns/replay-turns.ts';
import type { CheckpointDoc } from './checkpoints.store.ts';
import type { ConversationDoc } from './conversations.store.ts';
import type { FoldMessage } from './fold-message.ts';
import { inOrder } from './message-order.ts';
import { turnMessagesOf } from './turn-messages.ts';

/** Goes up when the rules by which conversations are worked out change: checkpoints of before are then not used. */
export const checkpointVersion = 2;

/** As many messages are read and replayed at once; one more, and all but the latest go into a checkpoint. */
const mostRead = 64;
const leftOut = 24;
/** A message that is still on its way after this long holds no checkpoint up. */
const longestWayMs = 7 * 24 * 3_600_000;
const mostFingerprintCharacters = 20_000;

/** Whether there may be a checkpoint of a conversation of so many messages. */
export function mayHaveCheckpoint(messages: readonly FoldMessage[]): boolean {
  return messages.length > leftOut;
}

/** Whether a checkpoint holds for a conversation whose earliest changed message was sent at `changedFrom` (null = none changed). */
export function isUsable(
  checkpoint: CheckpointDoc,
  conversation: ConversationDoc,
  changedFrom: number | null,
): boolean {
  if (checkpoint.version !== checkpointVersion || isAnsweredElsewhere(conversation)) return false;
  if (changedFrom !== null && changedFrom < checkpoint.throughAt.getTime()) return false;
  return unreadBefore(checkpoint, conversation.readThroughAt) !== null;
}

/** Messages of another conversation count in this one; which of them changed its own messages do not tell. */
function isAnsweredElsewhere({ privateAnswerIds = [] }: ConversationDoc): boolean {
  return privateAnswerIds.length > 0;
}

/** How many of the messages in a checkpoint are unread; null when it cannot tell. */
export function unreadBefore({ unread }: CheckpointDoc, readThroughAt: Date): number | null {
  if (unread.readThroughAt.getTime() === readThroughAt.getTime()) return unread.count;
  const last = unread.lastReceivedAt?.getTime() ?? 0;
  return readThroughAt.getTime() >= last ? 0 : null;
}

/** Whether a customer's message waits to be read. */
export function isUnread(message: FoldMessage, readThroughAt: Date): boolean {
  return (
    message.direction === 'in' && message.history !== true && message.receivedAt.getTime() > readThroughAt.getTime()
  );
}

/** The conversation as it was worked out: `before` is the checkpoint that its messages follow on. */
export type CheckpointBasis = {
  readonly conversation: ConversationDoc;
  readonly before: CheckpointDoc | null;
  readonly messages: readonly FoldMessage[];
  readonly table: NormTable;
  readonly now: Date;
};

/** A new checkpoint when so many messages were read that one pays; null when none is called for or possible. */
export function nextCheckpoint({ conversation, before, messages, table, now }: CheckpointBasis): CheckpointDoc | null {
  if (messages.length <= mostRead || isAnsweredElsewhere(conversation)) return null;
  const ordered = inOrder(messages);
  const until = untilOf(ordered, now);
  if (until === null || (before && until.getTime() <= before.throughAt.getTime())) return null;
  const normAt = (startedAt: Date): ReturnType<NormTable['normAt']> =>
    table.normAt(conversation.channel, conversation.visibility, startedAt);
  const excuses = conversation.excuses.filter(({ at }) => !before || at.getTime() >= before.throughAt.getTime());
  const turns = turnStateAt(before?.turns ?? null, { messages: turnMessagesOf(messages), excuses }, normAt, until);
  if (!turns) return null;
  const characters = turns.automaticFingerprints.reduce((sum, words) => sum + words.length, 0);
  if (characters > mostFingerprintCharacters) return null;
  const older = ordered.filter(({ sentAt }) => sentAt.getTime() < until.getTime());
  return {
    _id: conversation._id,
    brandId: conversation.brandId,
    version: checkpointVersion,
    throughAt: until,
    turns,
    ...summaryOf(older, { before, readThroughAt: conversation.readThroughAt, running: turns.running }),
  };
}

/** The instant before which messages may be left behind; null when there is none. */
function untilOf(ordered: readonly FoldMessage[], now: Date): Date | null {
  const wanted = ordered.at(-leftOut)?.sentAt.getTime() ?? 0;
  const kept = ordered
    .filter((message) => isMarked(message) || (isOnTheWay(message) && ageOf(message) < longestWayMs))
    .map(({ sentAt }) => sentAt.getTime());
  const until = Math.min(wanted, ...kept);
  // What a platform dates into the future still depends on the present.
  return until > 0 && until <= now.getTime() ? new Date(until) : null;

  function ageOf({ sentAt }: FoldMessage): number {
    return now.getTime() - sentAt.getTime();
  }
}

/** What people said about a promise is read anew each time. */
function isMarked({ promiseMarks = [] }: FoldMessage): boolean {
  return promiseMarks.length > 0;
}

function isOnTheWay({ direction, delivery, externalId }: FoldMessage): boolean {
  if (direction !== 'out') return false;
  const state = delivery?.state;
  return state === 'queued' || state === 'sending' || state === 'unknown' || externalId.startsWith('pending:');
}

type Summary = Pick<
  CheckpointDoc,
  'cues' | 'lastCustomer' | 'unread' | 'lastAutoReplyAt' | 'unreportedSince' | 'unreadSince' | 'startReceivedAt'
>;

function summaryOf(
  older: readonly FoldMessage[],
  basis: Pick<CheckpointBasis, 'before'> & { readThroughAt: Date; running: CheckpointDoc['turns']['running'] },
): Summary {
  const { before, readThroughAt, running } = basis;
  const known = before ?? nothingBefore;
  const lastCustomer = older.findLast(({ direction }) => direction === 'in');
  const lastAutoReply = older.findLast(({ autoReplyVersionId }) => autoReplyVersionId !== null);
  return {
    cues: running ? strongestCues(older, running.startedAt, cuesBefore(before, running.startMessageId)) : [],
    lastCustomer: lastCustomer ? { id: lastCustomer._id, at: lastCustomer.sentAt } : known.lastCustomer,
    unread: unreadOf(older, before, readThroughAt),
    lastAutoReplyAt: lastAutoReply?.sentAt ?? known.lastAutoReplyAt,
    unreportedSince: known.unreportedSince ?? firstIn(older, 'sent'),
    unreadSince: known.unreadSince ?? firstIn(older, 'delivered'),
    startReceivedAt: running ? startReceivedAt(older, before, running.startMessageId) : null,
  };
}

const nothingBefore = { lastCustomer: null, lastAutoReplyAt: null, unreportedSince: null, unreadSince: null };

function unreadOf(
  older: readonly FoldMessage[],
  before: CheckpointDoc | null,
  readThroughAt: Date,
): CheckpointDoc['unread'] {
  const unread = older.filter((message) => isUnread(message, readThroughAt)).length;
  const received = older.map(({ receivedAt }) => receivedAt.getTime());
  const last = Math.max(before?.unread.lastReceivedAt?.getTime() ?? 0, ...received);
  return {
    count: unread + ((before && unreadBefore(before, readThroughAt)) ?? 0),
    readThroughAt,
    lastReceivedAt: last === 0 ? null : new Date(last),
  };
}

/** When the first message was sent that came no further than `state`. */
function firstIn(older: readonly FoldMessage[], state: 'sent' | 'delivered'): Date | null {
  return older.find(({ direction, delivery }) => direction === 'out' && delivery?.state === state)?.sentAt ?? null;
}

/** Signs that a checkpoint tells of the turn that `startMessageId` began. */
export function cuesBefore(before: CheckpointDoc | null, startMessageId: string): CheckpointDoc['cues'] {
  return before?.turns.running?.startMessageId === startMessageId ? before.cues : [];
}

/** When the message that began a turn was received, be it among these or in the checkpoint before them; null when it is unknown. */
export function startReceivedAt(
  messages: readonly FoldMessage[],
  before: CheckpointDoc | null,
  startMessageId: string,
): Date | null {
  const start = messages.find(({ _id }) => _id === startMessageId);
  if (start) return start.receivedAt;
  return before?.turns.running?.startMessageId === startMessageId ? before.startReceivedAt : null;
}

/** The strongest score of each sign in customers' messages sent at `since` or later, and of those known `before`. */
export function strongestCues(
  ordered: readonly FoldMessage[],
  since: Date,
  before: CheckpointDoc['cues'],
): CheckpointDoc['cues'] {
  const best = new Map(before.map(({ code, score }) => [code, score]));
  for (const message of ordered) {
    if (message.direction !== 'in' || message.sentAt.getTime() < since.getTime()) continue;
    for (const cue of message.cues) best.set(cue.code, Math.max(cue.score, best.get(cue.code) ?? 0));
  }
  return [...best].map(([code, score]) => ({ code, score }));
}

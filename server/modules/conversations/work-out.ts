import { clockDocOf, type ResponseClockDoc } from '#server/modules/clocks/index.ts';
import type { NormTable } from '#server/modules/norms/index.ts';
import { promiseDocOf, promiseIdOf, type ReplyPromiseDoc } from '#server/modules/promises/index.ts';
import { continueTurns } from '#shared/turns/replay-turns.ts';
import { liveDeadlines, nextWakeAt, queueKeyOf, type LiveDeadline } from '#shared/turns/turn-risk.ts';
import type { AuthorGuess } from '#shared/turns/turn-types.ts';
import { cuesBefore, isUnread, startReceivedAt, strongestCues, unreadBefore } from './checkpoint.ts';
import type { CheckpointDoc } from './checkpoints.store.ts';
import { previewOf } from './conversation-docs.ts';
import { placeOf } from './conversation-place.ts';
import type { ConversationDoc } from './conversations.store.ts';
import { inOrder } from './message-order.ts';
import type { FoldMessage } from './fold-message.ts';
import type { MessageDoc } from './messages.store.ts';
import { turnMessageOf, turnMessagesOf } from './turn-messages.ts';
import { warningTimesIn } from './warning-times.ts';

/** Everything that follows from a conversation's messages at one instant, ready to be compared with what is stored. */
export type WorkedOut = {
  readonly clocks: readonly ResponseClockDoc[];
  readonly promises: readonly ReplyPromiseDoc[];
  readonly guesses: readonly AuthorGuess[];
  readonly deadlines: readonly LiveDeadline[];
  /** Fields of the conversation itself. */
  readonly set: Partial<ConversationDoc>;
};

const cuesShown = 3;

/** The course of a conversation, from its beginning or from a checkpoint on. */
export type Course = {
  /** What came before `messages`; null when they are all. */
  readonly before: CheckpointDoc | null;
  /** In any order. */
  readonly messages: readonly FoldMessage[];
  /** The last one, with its words. */
  readonly lastMessage: MessageDoc | null;
  /** The promises as they are stored: they hold what was read from messages before the checkpoint. */
  readonly promises: readonly ReplyPromiseDoc[];
};

/** Works out one conversation at `now`; after a checkpoint only what may differ from before. */
export function workOut(conversation: ConversationDoc, course: Course, table: NormTable, now: Date): WorkedOut {
  const { before, messages } = course;
  const excuses = conversation.excuses.filter(({ at }) => !before || at.getTime() >= before.throughAt.getTime());
  const outcome = continueTurns(
    before?.turns ?? null,
    { messages: turnMessagesOf(messages), excuses },
    (startedAt) => table.normAt(conversation.channel, conversation.visibility, startedAt),
    now,
  );
  const place = placeOf(conversation);
  const byId = new Map(messages.map((message) => [message._id, message]));
  const promises = outcome.promises.flatMap((fate) => {
    const message = byId.get(fate.messageId);
    const { visibility: _visibility, ...source } = place;
    const known = course.promises.filter(({ messageId }) => messageId === fate.messageId);
    const made = message
      ? {
          readings: [...message.readings, ...(message.editReadings ?? [])],
          autoReplyVersionId: message.autoReplyVersionId,
        }
      : { readings: known, autoReplyVersionId: known[0]?.autoReplyVersionId ?? null };
    const doc = promiseDocOf(fate, { ...source, ...made });
    return doc ? [doc] : [];
  });
  const clocks = outcome.turns.map((turn) => {
    const hours = table.hoursOf(conversation.accountId, turn.stoppedAt ?? now);
    const hoursAtStart = table.hoursOf(conversation.accountId, turn.startedAt);
    const claim = table.claimAt(conversation.accountId, turn.startedAt);
    const receivedAt = startReceivedAt(messages, before, turn.startMessageId) ?? undefined;
    return clockDocOf(turn, place, { hours, hoursAtStart, claim }, receivedAt);
  });
  const warningsOf = warningTimesIn(conversation, promises, table);
  const deadlines = liveDeadlines(outcome.turns, outcome.promises, warningsOf);
  return {
    clocks,
    promises,
    guesses: outcome.guesses,
    deadlines,
    set: conversationFields(conversation, course, { clocks, promises, deadlines, guesses: outcome.guesses, now }),
  };
}

type Basis = {
  clocks: readonly ResponseClockDoc[];
  promises: readonly ReplyPromiseDoc[];
  deadlines: readonly LiveDeadline[];
  guesses: readonly AuthorGuess[];
  now: Date;
};

function conversationFields(conversation: ConversationDoc, course: Course, basis: Basis): Partial<ConversationDoc> {
  const { before } = course;
  const ordered = inOrder(course.messages);
  const running = basis.clocks.find((clock) => clock.state === 'running') ?? null;
  const [deciding = null] = basis.deadlines;
  const last = lastFields(conversation, ordered, { ...course, guesses: basis.guesses });
  return {
    ...last,
    // A customer who writes again opens a closed conversation: it must not wait unseen.
    state: running && conversation.state === 'closed' ? 'open' : conversation.state,
    unread:
      ordered.filter((message) => isUnread(message, conversation.readThroughAt)).length +
      ((before && unreadBefore(before, conversation.readThroughAt)) ?? 0),
    ...riskFields(deciding),
    queueKey: queueKeyOf(conversation._id, deciding && deciding.dueAt, last.lastMessageAt),
    nextWakeAt: nextWakeAt(basis.deadlines, basis.now),
    topCues: running ? topCues(strongestCues(ordered, running.startedAt, cuesBefore(before, running._id))) : [],
    promiseId: countingPromise(basis.promises)?._id ?? null,
    clockId: running && running._id,
  };
}

function riskFields(deciding: LiveDeadline | null): Pick<ConversationDoc, 'riskAt' | 'warnAt'> {
  return deciding ? { riskAt: deciding.dueAt, warnAt: deciding.warnAt } : { riskAt: null, warnAt: null };
}

function lastFields(
  conversation: ConversationDoc,
  ordered: readonly FoldMessage[],
  { before, guesses, lastMessage }: Course & Pick<Basis, 'guesses'>,
): Pick<ConversationDoc, 'preview' | 'lastAuthorKind' | 'lastMessageAt' | 'lastCustomerAt' | 'lastCustomerMessageId'> {
  const lastCustomer = ordered.findLast((message) => message.direction === 'in') ?? null;
  const known = lastCustomer ? { id: lastCustomer._id, at: lastCustomer.sentAt } : (before?.lastCustomer ?? null);
  const ofCustomer = { lastCustomerAt: known && known.at, lastCustomerMessageId: known && known.id };
  const last = lastMessage;
  if (!last) {
    const { preview, lastAuthorKind, lastMessageAt } = conversation;
    return { preview, lastAuthorKind, lastMessageAt, ...ofCustomer };
  }
  // The stored author may still be the guess of before.
  const guess = guesses.find(({ messageId }) => messageId === last._id);
  const lastAuthorKind = guess?.authorKind ?? turnMessageOf(last).authorKind;
  return { preview: previewOf(last), lastAuthorKind, lastMessageAt: last.sentAt, ...ofCustomer };
}

function topCues(cues: CheckpointDoc['cues']): string[] {
  return [...cues]
    .sort((a, b) => b.score - a.score)
    .slice(0, cuesShown)
    .map(({ code }) => code);
}

function countingPromise(promises: readonly ReplyPromiseDoc[]): ReplyPromiseDoc | null {
  const unsettled = promises.filter((promise) => promise.settledAt === null);
  const open = unsettled.filter((promise) => promise.state === 'open');
  const soonest = open.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0];
  const missed = unsettled.filter((promise) => promise.state === 'missed');
  return soonest ?? missed.sort((a, b) => b.dueAt.getTime() - a.dueAt.getTime())[0] ?? null;
}

/** The words of a promise by its deadline's key, for alerts. */
export function wordingFinder(promises: readonly ReplyPromiseDoc[]): (subjectKey: string) => string {
  const byId = new Map(promises.map((promise) => [promiseIdOf(promise.messageId, promise.index), promise.wording]));
  return (subjectKey) => byId.get(subjectKey) ?? '';
}

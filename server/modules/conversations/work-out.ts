import { clockDocOf, type ResponseClockDoc } from '#server/modules/clocks/index.ts';
import type { NormTable } from '#server/modules/norms/index.ts';
import { promiseDocOf, promiseIdOf, type ReplyPromiseDoc } from '#server/modules/promises/index.ts';
import { replayTurns } from '#shared/turns/replay-turns.ts';
import { liveDeadlines, nextWakeAt, queueKeyOf, type LiveDeadline } from '#shared/turns/turn-risk.ts';
import type { AuthorGuess } from '#shared/turns/turn-types.ts';
import { previewOf } from './conversation-docs.ts';
import { placeOf } from './conversation-place.ts';
import type { ConversationDoc } from './conversations.store.ts';
import { inOrder } from './message-order.ts';
import type { MessageDoc } from './messages.store.ts';
import { withMarks } from './promise-marking.ts';
import { turnMessageOf, turnMessagesOf } from './turn-messages.ts';

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

/** Works out one conversation from its messages (any order) at `now`. */
export function workOut(
  conversation: ConversationDoc,
  stored: readonly MessageDoc[],
  table: NormTable,
  now: Date,
): WorkedOut {
  const messages = stored.map(withMarks);
  const outcome = replayTurns(
    turnMessagesOf(messages),
    conversation.excuses,
    (startedAt) => table.normAt(conversation.channel, conversation.visibility, startedAt),
    now,
  );
  const place = placeOf(conversation);
  const byId = new Map(messages.map((message) => [message._id, message]));
  const promises = outcome.promises.flatMap((fate) => {
    const message = byId.get(fate.messageId);
    if (!message) return [];
    const { visibility: _visibility, ...source } = place;
    const doc = promiseDocOf(fate, {
      ...source,
      readings: [...message.readings, ...(message.editReadings ?? [])],
      autoReplyVersionId: message.autoReplyVersionId,
    });
    return doc ? [doc] : [];
  });
  const clocks = outcome.turns.map((turn) => {
    const hours = table.hoursOf(conversation.accountId, turn.stoppedAt ?? now);
    const hoursAtStart = table.hoursOf(conversation.accountId, turn.startedAt);
    const claim = table.claimAt(conversation.accountId, turn.startedAt);
    const receivedAt = byId.get(turn.startMessageId)?.receivedAt;
    return clockDocOf(turn, place, { hours, hoursAtStart, claim }, receivedAt);
  });
  const deadlines = liveDeadlines(outcome.turns, outcome.promises);
  return {
    clocks,
    promises,
    guesses: outcome.guesses,
    deadlines,
    set: conversationFields(conversation, messages, { clocks, promises, deadlines, guesses: outcome.guesses, now }),
  };
}

type Basis = {
  clocks: readonly ResponseClockDoc[];
  promises: readonly ReplyPromiseDoc[];
  deadlines: readonly LiveDeadline[];
  guesses: readonly AuthorGuess[];
  now: Date;
};

function conversationFields(
  conversation: ConversationDoc,
  messages: readonly MessageDoc[],
  basis: Basis,
): Partial<ConversationDoc> {
  const ordered = inOrder(messages);
  const running = basis.clocks.find((clock) => clock.state === 'running') ?? null;
  const [deciding = null] = basis.deadlines;
  const last = lastFields(conversation, ordered, basis.guesses);
  return {
    ...last,
    // A customer who writes again opens a closed conversation: it must not wait unseen.
    state: running && conversation.state === 'closed' ? 'open' : conversation.state,
    unread: ordered.filter((message) => isUnread(message, conversation.readThroughAt)).length,
    ...riskFields(deciding),
    queueKey: queueKeyOf(conversation._id, deciding && deciding.dueAt, last.lastMessageAt),
    nextWakeAt: nextWakeAt(basis.deadlines, basis.now),
    topCues: running ? topCues(ordered, running.startedAt) : [],
    promiseId: countingPromise(basis.promises)?._id ?? null,
    clockId: running && running._id,
  };
}

function isUnread(message: MessageDoc, readThroughAt: Date): boolean {
  return (
    message.direction === 'in' && message.history !== true && message.receivedAt.getTime() > readThroughAt.getTime()
  );
}

function riskFields(deciding: LiveDeadline | null): Pick<ConversationDoc, 'riskAt' | 'warnAt'> {
  return deciding ? { riskAt: deciding.dueAt, warnAt: deciding.warnAt } : { riskAt: null, warnAt: null };
}

function lastFields(
  conversation: ConversationDoc,
  ordered: readonly MessageDoc[],
  guesses: readonly AuthorGuess[],
): Pick<ConversationDoc, 'preview' | 'lastAuthorKind' | 'lastMessageAt' | 'lastCustomerAt' | 'lastCustomerMessageId'> {
  const lastCustomer = ordered.findLast((message) => message.direction === 'in') ?? null;
  const ofCustomer = {
    lastCustomerAt: lastCustomer && lastCustomer.sentAt,
    lastCustomerMessageId: lastCustomer && lastCustomer._id,
  };
  const last = ordered.at(-1);
  if (!last) {
    const { preview, lastAuthorKind, lastMessageAt } = conversation;
    return { preview, lastAuthorKind, lastMessageAt, ...ofCustomer };
  }
  // The stored author may still be the guess of before.
  const guess = guesses.find(({ messageId }) => messageId === last._id);
  const lastAuthorKind = guess?.authorKind ?? turnMessageOf(last).authorKind;
  return { preview: previewOf(last), lastAuthorKind, lastMessageAt: last.sentAt, ...ofCustomer };
}

function topCues(ordered: readonly MessageDoc[], since: Date): string[] {
  const best = new Map<string, number>();
  for (const message of ordered) {
    if (message.direction !== 'in' || message.sentAt.getTime() < since.getTime()) continue;
    for (const cue of message.cues) best.set(cue.code, Math.max(cue.score, best.get(cue.code) ?? 0));
  }
  return [...best]
    .sort((a, b) => b[1] - a[1])
    .slice(0, cuesShown)
    .map(([code]) => code);
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

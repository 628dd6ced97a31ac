import type { Clocks, ResponseClockDoc } from '#server/modules/clocks/index.ts';
import type { Conversations, MessageDoc } from '#server/modules/conversations/index.ts';
import type { Norms, NormTable } from '#server/modules/norms/index.ts';
import type { Promises, ReplyPromiseDoc } from '#server/modules/promises/index.ts';
import { checkDraft, type DraftContext, type DraftFinding } from '#shared/replies/draft-check.ts';

/** A reply with what a reviewer needs to judge it fairly: what the customer had written, how long it took, what the check says of it. */
export type ReviewCase = {
  readonly reply: MessageDoc;
  /** What the reply answers, oldest first; the customer's latest message before it when nobody was waiting. */
  readonly customerMessages: readonly MessageDoc[];
  /** From the oldest unanswered message until the reply; null when nobody was waiting for it. */
  readonly tookMs: number | null;
  /** The norm's longest time that held, and how far past it the reply came (0 = within it). */
  readonly normMs: number;
  readonly normLateMs: number | null;
  /** The promise that fell due first of those that waited for this reply, and how far past its deadline the reply came. */
  readonly promise: ReplyPromiseDoc | null;
  readonly promiseLateMs: number | null;
  readonly findings: readonly DraftFinding[];
};

/** What making a case needs. */
export type ReviewCaseDependencies = {
  readonly conversations: Pick<Conversations, 'messages'>;
  readonly clocks: Pick<Clocks, 'ofConversations'>;
  readonly promises: Pick<Promises, 'ofConversations'>;
  readonly norms: Pick<Norms, 'tableOf'>;
};

/** Further back no one scrolls to understand one reply. */
const mostBefore = 60;

/** What was there when a reply was sent: earlier messages oldest first, the turn it answered, the promise that waited, the rules that held. */
type Standing = {
  readonly reply: MessageDoc;
  readonly before: readonly MessageDoc[];
  readonly turn: readonly MessageDoc[];
  readonly clock: ResponseClockDoc | null;
  readonly promise: ReplyPromiseDoc | null;
  readonly table: NormTable;
};

/** Makes the case of a reply as things stood when it was sent. */
export async function reviewCaseOf(deps: ReviewCaseDependencies, reply: MessageDoc): Promise<ReviewCase> {
  const { brandId, conversationId, sentAt, channel, visibility } = reply;
  const [latest, clocks, promises, table] = await Promise.all([
    deps.conversations.messages.latestUntil(brandId, conversationId, sentAt, mostBefore),
    deps.clocks.ofConversations(brandId, [conversationId]),
    deps.promises.ofConversations(brandId, [conversationId]),
    deps.norms.tableOf(brandId),
  ]);
  const before = latest.filter((message) => isBefore(message, reply)).reverse();
  const clock = clockOf(reply, clocks);
  const promise = promiseOf(reply, promises);
  const turn = turnOf(before, clock);
  const lastIn = before.findLast(isFromCustomer);
  return {
    ...{ reply, promise },
    customerMessages: turn.length > 0 || !lastIn ? turn : [lastIn],
    tookMs: clock ? waitedMs(sentAt, clock) : null,
    normMs: table.normAt(channel, visibility, clock?.startedAt ?? sentAt).maxMs,
    normLateMs: clock ? lateness(sentAt, clock.dueAt) : null,
    promiseLateMs: promise ? lateness(sentAt, promise.dueAt) : null,
    findings: checkDraft(reply.text, contextOf({ reply, before, turn, clock, promise, table })),
  };
}

/** The draft's context of that time. Names, likeness and length are left out: what they were held against is not kept. */
function contextOf({ reply, before, turn, clock, promise, table }: Standing): DraftContext {
  const { sentAt, channel, visibility, accountId } = reply;
  const missed = promise !== null && lateness(sentAt, promise.dueAt) > 0;
  return {
    language: before.findLast(({ language }) => language !== null)?.language ?? 'nl',
    now: sentAt,
    hours: table.hoursOf(accountId, sentAt),
    vagueMaxMs: table.normAt(channel, visibility, sentAt).maxMs,
    customerName: null,
    customerTexts: turn.map(({ text }) => text),
    cues: turn.flatMap(({ cues }) => cues),
    wish: turn.findLast(({ wish }) => wish !== null)?.wish ?? null,
    waitedMs: clock ? waitedMs(sentAt, clock) : 0,
    late: missed || (clock !== null && lateness(sentAt, clock.dueAt) > 0),
    promiseState: missed ? 'missed' : promise ? 'open' : 'none',
    contactMoments: turn.length,
    maxLength: null,
    recentReplies: [],
    delayReason: null,
    visibility,
    judgesCalendar: true,
    repliesToCustomer: [],
  };
}

const waitedMs = (at: Date, { startedAt }: ResponseClockDoc): number => lateness(at, startedAt);

const lateness = (at: Date, dueAt: Date): number => Math.max(0, at.getTime() - dueAt.getTime());

const isFromCustomer = ({ direction, deletedAt }: MessageDoc): boolean => direction === 'in' && !deletedAt;

function isBefore(message: MessageDoc, reply: MessageDoc): boolean {
  if (message._id === reply._id) return false;
  const apart = message.sentAt.getTime() - reply.sentAt.getTime();
  return apart < 0 || (apart === 0 && message.arrival < reply.arrival);
}

/** The turn the reply ended, or the one that ran while it was sent (it said nothing of substance, or the turn was excused later). */
function clockOf({ _id, sentAt }: MessageDoc, clocks: readonly ResponseClockDoc[]): ResponseClockDoc | null {
  const ended = clocks.find(({ stopMessageId }) => stopMessageId === _id);
  const ran = ({ startedAt, stoppedAt }: ResponseClockDoc): boolean =>
    startedAt.getTime() <= sentAt.getTime() && (stoppedAt === null || stoppedAt.getTime() > sentAt.getTime());
  return ended ?? clocks.find(ran) ?? null;
}

/** The earliest deadline among the promises made before that nothing had settled until this reply. */
function promiseOf({ _id, sentAt }: MessageDoc, promises: readonly ReplyPromiseDoc[]): ReplyPromiseDoc | null {
  const waiting = promises.filter(
    (promise) =>
      promise.messageId !== _id &&
      promise.madeAt.getTime() < sentAt.getTime() &&
      (promise.settledByMessageId === _id ||
        promise.settledAt === null ||
        promise.settledAt.getTime() > sentAt.getTime()),
  );
  return waiting.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0] ?? null;
}

function turnOf(before: readonly MessageDoc[], clock: ResponseClockDoc | null): MessageDoc[] {
  if (!clock) return [];
  return before.filter((message) => isFromCustomer(message) && message.sentAt.getTime() >= clock.startedAt.getTime());
}

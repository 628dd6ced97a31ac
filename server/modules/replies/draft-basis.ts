import type { Clocks, ResponseClockDoc } from '#server/modules/clocks/index.ts';
import { journeyOf, type Contacts } from '#server/modules/contacts/index.ts';
import {
  journeyMessageOf,
  type ConversationDoc,
  type Conversations,
  type MessageDoc,
} from '#server/modules/conversations/index.ts';
import type { Norms } from '#server/modules/norms/index.ts';
import type { Promises, ReplyPromiseDoc } from '#server/modules/promises/index.ts';
import type { DraftContext } from '#shared/replies/draft-check.ts';
import type { PromiseAdvice } from '#shared/replies/draft-model.ts';

/** What working out the basis needs. */
export type DraftBasisDependencies = {
  readonly conversations: Conversations;
  readonly contacts: Contacts;
  readonly clocks: Clocks;
  readonly promises: Promises;
  readonly norms: Norms;
  /** Host names that a brand's links may lead to; empty = all. */
  allowedHosts(brandId: string): Promise<readonly string[]>;
  /** The earliest answer that can honestly be promised in a conversation. */
  honestAnswer(conversation: ConversationDoc, now: Date): Promise<PromiseAdvice | null>;
};

/** Everything a draft in a conversation is judged by. */
export type DraftBases = { of(conversation: ConversationDoc, now: Date): Promise<DraftContext> };

const recentCount = 50;
const recentMs = 30 * 24 * 3_600_000;

/** Makes the worker-out of draft bases; the client runs the same check on the same basis. */
export function createDraftBases(deps: DraftBasisDependencies): DraftBases {
  return {
    of: async (conversation, now) => {
      const { brandId, contactId, _id } = conversation;
      const [messages, clocks, promises, moments, contactMessages, people, table, recentReplies] = await Promise.all([
        deps.conversations.messages.ofConversations(brandId, [_id]),
        deps.clocks.ofConversations(brandId, [_id]),
        deps.promises.ofConversations(brandId, [_id]),
        deps.contacts.momentsOf(brandId, contactId),
        deps.conversations.messages.ofContact(brandId, contactId),
        deps.contacts.byIds(brandId, [contactId]),
        deps.norms.tableOf(brandId),
        deps.conversations.messages.recentReplies(brandId, new Date(now.getTime() - recentMs), recentCount),
      ]);
      const norm = table.normAt(conversation.channel, conversation.visibility, now);
      const turn = unansweredTurn(messages, clocks);
      const journey = journeyOf(contactMessages.map(journeyMessageOf), moments);
      return {
        ...waitingFacts(clocks, promises, now),
        ...turn,
        now,
        hours: table.hoursOf(conversation.accountId, now),
        vagueMaxMs: norm.maxMs,
        customerName: people[0]?.displayName ?? null,
        contactMoments: journey.momentsBeforeAnswer,
        maxLength: null,
        recentReplies,
        delayReason: null,
        visibility: conversation.visibility,
        judgesCalendar: true,
        repliesToCustomer: ownReplies(contactMessages),
        allowedHosts: await deps.allowedHosts(brandId),
        advice: await deps.honestAnswer(conversation, now),
      };
    },
  };
}

const latestOwn = 10;

/** What people of ours wrote to this customer lately; the fixed texts of machines are told apart elsewhere. */
function ownReplies(messages: readonly MessageDoc[]): string[] {
  return messages
    .filter(({ direction, authorKind }) => direction === 'out' && authorKind !== 'autoReply' && authorKind !== 'bot')
    .sort((a, b) => b.sentAt.getTime() - a.sentAt.getTime())
    .slice(0, latestOwn)
    .map(({ text }) => text);
}

function unansweredTurn(
  messages: readonly MessageDoc[],
  clocks: readonly ResponseClockDoc[],
): Pick<DraftContext, 'language' | 'customerTexts' | 'cues' | 'wish'> {
  const incoming = messages
    .filter((message) => message.direction === 'in')
    .sort((a, b) => a.sentAt.getTime() - b.sentAt.getTime() || a.arrival - b.arrival);
  const running = clocks.find((clock) => clock.state === 'running');
  const turn = running ? incoming.filter((message) => message.sentAt.getTime() >= running.startedAt.getTime()) : [];
  return {
    language: incoming.findLast((message) => message.language !== null)?.language ?? 'nl',
    customerTexts: turn.map((message) => message.text),
    cues: turn.flatMap((message) => message.cues),
    wish: clearestWish(turn),
  };
}

/** The wish told in most words: a chaser repeats it in fewer. */
function clearestWish(turn: readonly MessageDoc[]): DraftContext['wish'] {
  const wishes = turn.flatMap((message) => message.wish ?? []);
  return wishes.sort((a, b) => b.keywords.length - a.keywords.length)[0] ?? null;
}

function waitingFacts(
  clocks: readonly ResponseClockDoc[],
  promises: readonly ReplyPromiseDoc[],
  now: Date,
): Pick<DraftContext, 'waitedMs' | 'late' | 'promiseState' | 'missedPromises'> {
  const running = clocks.find((clock) => clock.state === 'running');
  const unsettled = promises.filter((promise) => promise.settledAt === null);
  const missed = unsettled.some((promise) => promise.dueAt.getTime() < now.getTime());
  return {
    waitedMs: running ? now.getTime() - running.startedAt.getTime() : 0,
    late: missed || (running !== undefined && running.dueAt.getTime() < now.getTime()),
    missedPromises: promises.filter(({ dueAt, state }) => state === 'missed' || dueAt.getTime() < now.getTime()).length,
    promiseState: missed ? 'missed' : unsettled.length > 0 ? 'open' : 'none',
  };
}

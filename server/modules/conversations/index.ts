import type { ClientSession, Db } from 'mongodb';
import type { Clock } from '#server/clock.ts';
import type { Transactor } from '#server/db/transaction.ts';
import type { Alerts } from '#server/modules/alerts/index.ts';
import type { ChannelAccounts } from '#server/modules/channel-accounts/index.ts';
import type { Clocks } from '#server/modules/clocks/index.ts';
import type { Contacts } from '#server/modules/contacts/index.ts';
import type { Norms } from '#server/modules/norms/index.ts';
import type { Outbox } from '#server/modules/outbox/index.ts';
import type { Promises, ReplyPromiseDoc } from '#server/modules/promises/index.ts';
import type { ReportMarks } from '#server/modules/report-marks/index.ts';
import * as change from './change-conversation.ts';
import { createCheckpointsStore } from './checkpoints.store.ts';
import { createConversationsStore, type ConversationDoc, type ConversationsStore } from './conversations.store.ts';
import type { ReceivedEvent } from './event-batch.ts';
import {
  correctPromise,
  keepByCall,
  markPromiseDone,
  type Actor,
  type Correction,
  type MarkOutcome,
} from './mark-promises.ts';
import type { FillAutoReply } from './enqueue-auto-replies.ts';
import { introduceCustomers } from './introduce-customers.ts';
import { createMessageVersionsStore } from './message-versions.store.ts';
import { createMessagesStore, type MessagesStore } from './messages.store.ts';
import { createRawEventsStore, type NoticeQuery } from './raw-events.store.ts';
import { otherwiseDue, recomputePromises, type OtherwiseDue } from './recompute-promises.ts';
import type { ConversationPlace } from './conversation-place.ts';
import { linkPrivateThread, privatePlaceOf } from './private-answers.ts';
import { receiveEvents, type ReceiveBasis } from './receive-events.ts';
import { refoldConversations } from './refold-conversations.ts';
import { settleOutgoing, type SendProof } from './settle-outgoing.ts';
import { sweepDeadlines } from './sweep-deadlines.ts';
import type { MessageDoc } from './messages.store.ts';

export type { ConversationDoc } from './conversations.store.ts';
export type { ReceivedEvent } from './event-batch.ts';
export { answeredPostOf, placeOf } from './conversation-place.ts';
export { journeyMessageOf } from './journey-message.ts';
export { ownMessageDocOf } from './message-docs.ts';
export { wentOut } from './delivery-progress.ts';
export type { AgentReply, MessageDelivery, MessageDoc, OutgoingParts, WordlessMessage } from './messages.store.ts';

/** Conversations and their messages: received, worked out, changed. */
export type Conversations = {
  ensureIndexes(): Promise<void>;
  readonly store: ConversationsStore;
  readonly messages: MessagesStore;
  /** To be called before `receive`, outside of its transaction; see introduce-customers.ts. */
  introduce(brandId: string, received: readonly ReceivedEvent[]): Promise<void>;
  /** Takes events of one brand in, within the caller's transaction; see receive-events.ts. */
  receive(
    received: readonly ReceivedEvent[],
    basis: ReceiveBasis,
    session: ClientSession,
  ): Promise<ReadonlySet<string>>;
  /** Works conversations out anew after their messages changed, within the caller's transaction. */
  refold(
    request: { brandId: string; ids: readonly string[]; now: Date },
    session: ClientSession,
  ): Promise<ConversationDoc[]>;
  /** Where private messages with a public conversation's customer are. */
  privatePlaceOf(conversation: ConversationDoc): ConversationPlace;
  /** Opens or finds the private thread with a public conversation's customer and links the two; see private-answers.ts. */
  linkPrivateThread(
    conversation: ConversationDoc,
    answer: { messageIds: readonly string[]; now: Date },
    session: ClientSession,
  ): Promise<ConversationDoc>;
  /** Notes that our message went out; see settle-outgoing.ts. */
  settleOutgoing(message: MessageDoc, proof: Omit<SendProof, 'table'>, session: ClientSession): Promise<void>;
  /** Raises what has come due by `now`; returns how many conversations were looked at. */
  sweep(now: Date): Promise<number>;
  /** In how many ms after `now` something comes due; null when nothing does within `withinMs`. */
  nextSweepInMs(now: Date, withinMs: number): Promise<number | null>;
  /** What a platform told about an account, newest first. */
  accountNotices(query: NoticeQuery): Promise<{ name: string; text: string; receivedAt: Date }[]>;
  claim(request: change.ChangeRequest): Promise<change.ClaimOutcome | null>;
  assign(request: change.ChangeRequest & { assigneeId: string | null }): Promise<ConversationDoc | null>;
  close(request: change.ChangeRequest & { reason: string | null }): Promise<change.CloseOutcome | null>;
  reopen(request: change.ChangeRequest): Promise<ConversationDoc | null>;
  markRead(request: change.ChangeRequest): Promise<boolean>;
  correctAuthorKind(request: Parameters<typeof change.correctAuthorKind>[1]): Promise<ConversationDoc | null>;
  /** See mark-promises.ts. */
  correctPromise(actor: Actor, correction: Correction): Promise<MarkOutcome>;
  markPromiseDone(actor: Actor, done: { readonly promiseId: string; readonly at: Date }): Promise<MarkOutcome>;
  keepByCall(actor: Actor, call: { readonly contactId: string; readonly at: Date }): Promise<void>;
  /** See recompute-promises.ts. */
  otherwiseDue(brandId: string, now: Date): Promise<OtherwiseDue[]>;
  recompute(request: Parameters<typeof recomputePromises>[1]): Promise<ReplyPromiseDoc[]>;
};

/** What conversations are made of. */
export type ConversationsDependencies = {
  db: Db;
  clock: Clock;
  transact: Transactor;
  accounts: ChannelAccounts;
  contacts: Contacts;
  norms: Norms;
  clocks: Clocks;
  promises: Promises;
  alerts: Alerts;
  outbox: Outbox;
  marks: ReportMarks;
  /** Fills what an automatic reply leaves open when it goes out; absent: nothing is filled. */
  fillAutoReply?: FillAutoReply;
};

/** Makes the conversations module. */
export function createConversations(deps: ConversationsDependencies): Conversations {
  const { db, accounts, contacts, norms, clocks, promises, alerts, outbox, transact, marks } = deps;
  const conversations = createConversationsStore(db);
  const messages = createMessagesStore(db);
  const rawEvents = createRawEventsStore(db);
  const versions = createMessageVersionsStore(db);
  const checkpoints = createCheckpointsStore(db);
  const stores = { conversations, messages, clocks, promises, alerts, marks, checkpoints };
  const { readingsOf: read } = promises;
  const { fillAutoReply } = deps;
  const eventDeps = { stores, contacts, accounts, outbox, rawEvents, versions, read, fillAutoReply };
  const changeDeps = { stores, norms, transact };
  const markDeps = { ...changeDeps, promises };
  return {
    store: conversations,
    messages,
    ensureIndexes: async () => {
      await Promise.all([conversations, messages, rawEvents, checkpoints].map((store) => store.ensureIndexes()));
    },
    introduce: (brandId, received) => introduceCustomers(contacts, brandId, received),
    receive: (received, basis, session) => receiveEvents(eventDeps, received, basis, session),
    refold: async (request, session) => {
      const table = await norms.tableOf(request.brandId);
      return refoldConversations(stores, { ...request, table, touched: true }, session);
    },
    privatePlaceOf,
    linkPrivateThread: (conversation, answer, session) => linkPrivateThread(stores, conversation, answer, session),
    settleOutgoing: async (message, proof, session) => {
      const table = await norms.tableOf(message.brandId);
      await settleOutgoing(eventDeps, message, { ...proof, table }, session);
    },
    sweep: (now) => sweepDeadlines(changeDeps, now),
    nextSweepInMs: async (now, withinMs) => {
      const [next] = await conversations.dueForSweep(new Date(now.getTime() + withinMs), 1);
      return next?.nextWakeAt ? Math.max(0, next.nextWakeAt.getTime() - now.getTime()) : null;
    },
    accountNotices: async (query) =>
      (await rawEvents.noticesOf(query)).map(({ kind, notice, receivedAt }) => ({
        name: kind,
        text: notice?.text ?? '',
        receivedAt,
      })),
    claim: (request) => change.claimConversation(changeDeps, request),
    assign: (request) => change.assignConversation(changeDeps, request),
    close: (request) => change.closeConversation(changeDeps, request),
    reopen: (request) => change.reopenConversation(changeDeps, request),
    markRead: (request) => change.markConversationRead(changeDeps, request),
    correctAuthorKind: (request) => change.correctAuthorKind(changeDeps, request),
    correctPromise: (actor, correction) => correctPromise(markDeps, actor, correction),
    markPromiseDone: (actor, done) => markPromiseDone(markDeps, actor, done),
    keepByCall: (actor, call) => keepByCall(markDeps, actor, call),
    otherwiseDue: (brandId, now) => otherwiseDue(markDeps, brandId, now),
    recompute: (request) => recomputePromises(markDeps, request),
  };
}

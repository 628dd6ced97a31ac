import { isDeepStrictEqual } from 'node:util';
import type { ClientSession } from 'mongodb';
import {
  deadlineAlerts,
  overtakenWarnings,
  repeatedAutoReplyAlert,
  type AlertBasis,
  type AlertDoc,
} from '#server/modules/alerts/index.ts';
import { inSlices } from '#server/jobs/in-slices.ts';
import type { NormTable } from '#server/modules/norms/index.ts';
import type { ReplyPromiseDoc } from '#server/modules/promises/index.ts';
import { createBatchStores, flushBatch, type BatchStores, type ConversationStores } from './batch-stores.ts';
import { mayHaveCheckpoint, nextCheckpoint, type CheckpointBasis } from './checkpoint.ts';
import type { CheckpointDoc } from './checkpoints.store.ts';
import type { ConversationDoc } from './conversations.store.ts';
import type { MessageChange } from './messages.store.ts';
import { readStored } from './read-stored.ts';
import { workOut, wordingFinder, type WorkedOut } from './work-out.ts';

/** Which conversations, in whose transaction, at which present. */
export type RefoldRequest = {
  readonly brandId: string;
  readonly ids: readonly string[];
  readonly table: NormTable;
  readonly now: Date;
  /** True when messages changed: viewers are told even where nothing else did. */
  readonly touched: boolean;
  /** True when no message changed since they were last worked out: the last one's words are not read again. */
  readonly sameMessages?: boolean;
};

/**
 * Works out conversations anew from all their messages and writes what differs: clocks, promises, author guesses, alerts and
 * the conversation's place in the queue. Doing it again at the same instant writes nothing, so any number of sweepers and
 * replays give one result. Returns the conversations as they are now.
 */
export async function refoldConversations(
  stores: ConversationStores,
  request: RefoldRequest,
  session: ClientSession,
): Promise<ConversationDoc[]> {
  const batch = createBatchStores(stores, request.brandId, session);
  await batch.messages.leaveCheckpoints(request.ids);
  const result = await refoldBatch(batch, request, session);
  await flushBatch(batch);
  return result;
}

/** As `refoldConversations` where no message changed and only time went on: what a checkpoint tells is not read again. */
export async function refoldAtInstant(
  stores: ConversationStores,
  request: RefoldRequest,
  session: ClientSession,
): Promise<ConversationDoc[]> {
  const batch = createBatchStores(stores, request.brandId, session);
  const result = await refoldBatch(batch, { ...request, sameMessages: true }, session);
  await flushBatch(batch);
  return result;
}

/** Works out conversations as a batch sees them; long ones from their checkpoint, where nothing before it changed. */
export async function refoldBatch(
  stores: BatchStores,
  request: RefoldRequest,
  session: ClientSession,
): Promise<ConversationDoc[]> {
  const { brandId, table, now } = request;
  const stored = await readStored(stores, request, session);
  const plan = emptyPlan();
  await inSlices(stored, ({ conversation, course, clocks, promises }) => {
    const worked = workOut(conversation, course, table, now);
    plan.messageChanges.push(...guessChanges(worked, course.messages));
    const newPromises = planDocs(plan.promises, worked.promises, promises);
    planDocs(plan.clocks, worked.clocks, clocks);
    planAlerts(plan, conversation, worked, { newPromises, now });
    planConversation(plan, conversation, worked.set, request.touched);
    planCheckpoint(stores, plan.checkpoints, { conversation, ...course, table, now });
  });
  await writePlan(stores, plan, brandId, session);
  // Whatever reports count changes here or not at all.
  const changed = new Set([
    ...plan.updates.map(({ id }) => id),
    ...plan.clocks.put.map((clock) => clock.conversationId),
  ]);
  const contacts = stored.flatMap(({ conversation: { _id, contactId } }) => (changed.has(_id) ? [contactId] : []));
  await stores.marks.add(brandId, contacts, session);
  return plan.result;
}

function planCheckpoint({ messages }: BatchStores, plan: DocPlan<CheckpointDoc>, basis: CheckpointBasis): void {
  const next = nextCheckpoint(basis);
  if (next) plan.put.push(next);
  else if (basis.before && messages.isReported(basis.conversation._id)) plan.put.push(basis.before);
  // One that was left, for something before it changed, must not be found again.
  else if (basis.before === null && mayHaveCheckpoint(basis.messages)) plan.removeIds.push(basis.conversation._id);
}

type DocPlan<T> = { put: T[]; removeIds: string[] };
type Plan = {
  checkpoints: DocPlan<CheckpointDoc>;
  clocks: DocPlan<WorkedOut['clocks'][number]>;
  promises: DocPlan<ReplyPromiseDoc>;
  messageChanges: MessageChange[];
  alerts: AlertDoc[];
  overtaken: string[];
  calmIds: string[];
  updates: { id: string; set: Partial<ConversationDoc> }[];
  result: ConversationDoc[];
};

function emptyPlan(): Plan {
  return {
    checkpoints: { put: [], removeIds: [] },
    clocks: { put: [], removeIds: [] },
    promises: { put: [], removeIds: [] },
    messageChanges: [],
    alerts: [],
    overtaken: [],
    calmIds: [],
    updates: [],
    result: [],
  };
}

/** Plans what differs from the stored documents; returns those that are new. */
function planDocs<T extends { _id: string }>(plan: DocPlan<T>, wanted: readonly T[], stored: readonly T[]): T[] {
  const storedById = new Map(stored.map((doc) => [doc._id, doc]));
  const wantedIds = new Set(wanted.map((doc) => doc._id));
  plan.put.push(...wanted.filter((doc) => !isDeepStrictEqual(doc, storedById.get(doc._id))));
  plan.removeIds.push(...stored.filter((doc) => !wantedIds.has(doc._id)).map((doc) => doc._id));
  return wanted.filter((doc) => !storedById.has(doc._id));
}

function guessChanges(
  worked: WorkedOut,
  messages: readonly { _id: string; authorKind: string; authorGuessed: boolean }[],
): MessageChange[] {
  const guesses = new Map(worked.guesses.map((guess) => [guess.messageId, guess.authorKind]));
  return messages.flatMap((message): MessageChange[] => {
    const guess = guesses.get(message._id);
    if (guess !== undefined) {
      if (message.authorGuessed && message.authorKind === guess) return [];
      return [{ id: message._id, update: { $set: { authorKind: guess, authorGuessed: true } } }];
    }
    if (!message.authorGuessed) return [];
    return [{ id: message._id, update: { $set: { authorKind: 'outsideUnknown', authorGuessed: false } } }];
  });
}

function planAlerts(
  plan: Plan,
  conversation: ConversationDoc,
  worked: WorkedOut,
  basis: { newPromises: readonly ReplyPromiseDoc[]; now: Date },
): void {
  const alertBasis: AlertBasis = {
    brandId: conversation.brandId,
    conversationId: conversation._id,
    accountId: conversation.accountId,
    wordingOf: wordingFinder(worked.promises),
  };
  const repeated = basis.newPromises
    .filter((promise) => promise.onTopOfMissed && promise.madeBy === 'autoReply')
    .map((promise) => repeatedAutoReplyAlert({ ...promise, subjectKey: promise._id }, alertBasis));
  const calm = worked.deadlines.length === 0;
  plan.alerts.push(...deadlineAlerts(worked.deadlines, alertBasis, basis.now));
  plan.alerts.push(...repeated.map((alert) => ({ ...alert, settled: calm })));
  plan.overtaken.push(...overtakenWarnings(worked.deadlines, conversation.brandId, basis.now));
  if (calm && conversation.riskAt !== null) plan.calmIds.push(conversation._id);
}

function planConversation(
  plan: Plan,
  conversation: ConversationDoc,
  set: Partial<ConversationDoc>,
  touched: boolean,
): void {
  const next = { ...conversation, ...set };
  if (!touched && isDeepStrictEqual(next, conversation)) {
    plan.result.push(conversation);
    return;
  }
  const revision = conversation.revision + 1;
  plan.updates.push({ id: conversation._id, set: { ...set, revision } });
  plan.result.push({ ...next, revision });
}

async function writePlan(stores: BatchStores, plan: Plan, brandId: string, session: ClientSession): Promise<void> {
  await stores.messages.change(plan.messageChanges, session);
  await stores.checkpoints.write(plan.checkpoints.put, plan.checkpoints.removeIds, session);
  await stores.clocks.write(plan.clocks.put, plan.clocks.removeIds, session);
  await stores.promises.write(plan.promises.put, plan.promises.removeIds, session);
  await stores.alerts.raise(plan.alerts, session);
  await stores.alerts.overtake(plan.overtaken, session);
  await stores.alerts.settle(brandId, plan.calmIds, session);
  await stores.conversations.update(plan.updates, session);
}

import type { ClientSession } from 'mongodb';
import { newId } from '#server/db/ids.ts';
import {
  firstAddedIndex,
  promiseIdOf,
  type PromiseLabelDoc,
  type PromiseMark,
  type Promises,
  type StoredReading,
} from '#server/modules/promises/index.ts';
import type { ChangeDependencies } from './change-conversation.ts';
import type { ConversationDoc } from './conversations.store.ts';
import type { MessageDoc } from './messages.store.ts';
import { withMarks } from './promise-marking.ts';
import { refoldConversations } from './refold-conversations.ts';

/** What marking needs. */
export type MarkDependencies = ChangeDependencies & { readonly promises: Promises };

/** Who marks, and when; `userId` null: nobody of the brand. */
export type Actor = { readonly brandId: string; readonly userId: string | null; readonly now: Date };

/** A person's judgement: this is no promise, it is another one, or here is one that was not seen. */
export type Correction =
  | { readonly verdict: 'noPromise'; readonly promiseId: string }
  | ({ readonly verdict: 'changed'; readonly promiseId: string } & Meant)
  | ({ readonly verdict: 'added'; readonly messageId: string; readonly start: number; readonly end: number } & Meant);

type Meant = { readonly dueAt: Date; readonly kind: StoredReading['kind']; readonly act: StoredReading['act'] };

/** The message and its conversation as they are now, or the field at fault; null when there is no such promise or message. */
export type MarkOutcome =
  | { readonly conversation: ConversationDoc; readonly message: MessageDoc }
  | { readonly fault: 'dueAt' | 'words' | 'at' }
  | null;

const longestMs = 366 * 24 * 3_600_000;
const mostMarks = 50;

/** Takes a correction: kept with the message as an input of every working-out, and as a label to tune the reader by. */
export async function correctPromise(
  deps: MarkDependencies,
  actor: Actor,
  correction: Correction,
): Promise<MarkOutcome> {
  return deps.transact(async (session) => {
    const target = await targetOf(deps, actor.brandId, correction, session);
    if (!target) return null;
    const { message, reading } = target;
    if (correction.verdict !== 'noPromise' && !isTimely(correction.dueAt, message.sentAt)) return { fault: 'dueAt' };
    const words = correction.verdict === 'added' ? message.text.slice(correction.start, correction.end) : '';
    if (correction.verdict === 'added' && words.trim() === '') return { fault: 'words' };
    if ((message.promiseMarks ?? []).length >= mostMarks) return { fault: 'words' };
    const mark = markOf(actor, correction, target, words);
    const label = labelOf(actor, message, reading, mark);
    if (label) await deps.promises.labels.insert(label, session);
    return applyMark(deps, { ...actor, message, mark }, session);
  });
}

/** Notes that a promised act was done at `at`, from a person or from a call that was logged. */
export async function markPromiseDone(
  deps: MarkDependencies,
  actor: Actor,
  done: { readonly promiseId: string; readonly at: Date },
): Promise<MarkOutcome> {
  return deps.transact(async (session) => {
    const target = await targetOf(deps, actor.brandId, { verdict: 'noPromise', promiseId: done.promiseId }, session);
    if (!target?.reading) return null;
    const { message, reading } = target;
    if (done.at.getTime() > actor.now.getTime() || done.at.getTime() < message.sentAt.getTime()) return { fault: 'at' };
    const mark: PromiseMark = {
      kind: 'done',
      index: reading.index,
      doneAt: done.at,
      at: actor.now,
      userId: actor.userId,
    };
    return applyMark(deps, { ...actor, message, mark }, session);
  });
}

/** A call we made keeps the contact's promised calls that it came after. */
export async function keepByCall(
  deps: MarkDependencies,
  actor: Actor,
  call: { readonly contactId: string; readonly at: Date },
): Promise<void> {
  const unsettled = await deps.promises.unsettledOf(actor.brandId, call.contactId);
  for (const promise of unsettled) {
    if (promise.act !== 'call' || promise.madeAt.getTime() > call.at.getTime()) continue;
    await markPromiseDone(deps, actor, { promiseId: promise._id, at: call.at });
  }
}

type Target = { readonly message: MessageDoc; readonly reading: StoredReading | null };

async function targetOf(
  deps: MarkDependencies,
  brandId: string,
  correction: Correction,
  session: ClientSession,
): Promise<Target | null> {
  if (correction.verdict === 'added') {
    const [message] = await deps.stores.messages.byIds(brandId, [correction.messageId], session);
    return message?.direction === 'out' && !message.deletedAt ? { message, reading: null } : null;
  }
  const at = correction.promiseId.lastIndexOf(':');
  const [message] = await deps.stores.messages.byIds(brandId, [correction.promiseId.slice(0, at)], session);
  if (!message) return null;
  const { readings, editReadings = [] } = withMarks(message);
  const reading = [...readings, ...editReadings].find(
    ({ index }) => promiseIdOf(message._id, index) === correction.promiseId,
  );
  return reading ? { message, reading } : null;
}

function isTimely(dueAt: Date, sentAt: Date): boolean {
  const afterMs = dueAt.getTime() - sentAt.getTime();
  return afterMs >= 0 && afterMs <= longestMs;
}

function markOf(actor: Actor, correction: Correction, { message, reading }: Target, wording: string): PromiseMark {
  const base = { at: actor.now, userId: actor.userId };
  if (correction.verdict === 'noPromise') return { ...base, kind: 'noPromise', index: reading?.index ?? -1 };
  const { dueAt, kind: promiseKind, act } = correction;
  if (correction.verdict === 'changed') {
    return { ...base, kind: 'changed', index: reading?.index ?? -1, dueAt, promiseKind, act };
  }
  const added = (message.promiseMarks ?? []).filter(({ kind }) => kind === 'added').length;
  const { start, end } = correction;
  return { ...base, kind: 'added', index: firstAddedIndex + added, dueAt, promiseKind, act, start, end, wording };
}

function labelOf(
  actor: Actor,
  message: MessageDoc,
  reading: StoredReading | null,
  mark: PromiseMark,
): PromiseLabelDoc | null {
  if (mark.kind === 'recomputed' || mark.kind === 'done') return null;
  const { start = 0, end = 0, wording = '' } = mark.kind === 'added' ? mark : (reading ?? {});
  const person =
    mark.kind === 'noPromise'
      ? null
      : { kind: mark.promiseKind, act: mark.act, dueAt: mark.dueAt, start, end, wording };
  return {
    _id: newId(),
    brandId: actor.brandId,
    conversationId: message.conversationId,
    contactId: message.contactId,
    messageId: message._id,
    text: message.text,
    sentAt: message.sentAt,
    verdict: mark.kind,
    reader: reading && readerSaid(reading),
    person,
    userId: actor.userId,
    at: actor.now,
    sortKey: -actor.now.getTime(),
  };
}

function readerSaid(reading: StoredReading): PromiseLabelDoc['reader'] {
  const { kind, act, wording, start, end, dueAt, confidence, ruleId } = reading;
  return { kind, act, wording, start, end, dueAt, confidence, ruleId };
}

/** Keeps a mark with its message and works the conversation out anew, within the caller's transaction. */
export async function applyMark(
  deps: MarkDependencies,
  request: Actor & { readonly message: MessageDoc; readonly mark: PromiseMark },
  session: ClientSession,
): Promise<{ conversation: ConversationDoc; message: MessageDoc } | null> {
  const { brandId, message, mark, now } = request;
  await deps.stores.messages.change([{ id: message._id, update: { $push: { promiseMarks: mark } } }], session);
  const table = await deps.norms.tableOf(brandId);
  const ids = [message.conversationId];
  const [conversation] = await refoldConversations(deps.stores, { brandId, ids, table, now, touched: true }, session);
  const promiseMarks = [...(message.promiseMarks ?? []), mark];
  return conversation ? { conversation, message: { ...message, promiseMarks } } : null;
}

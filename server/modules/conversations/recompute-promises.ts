import type { ReplyPromiseDoc } from '#server/modules/promises/index.ts';
import { applyMark, type MarkDependencies } from './mark-promises.ts';
import type { MessageDoc } from './messages.store.ts';

/** An open promise that the present hours would give another deadline. */
export type OtherwiseDue = { readonly promise: ReplyPromiseDoc; readonly wouldBeDueAt: Date };

const looked = 500;
const readLength = 20_000;

/**
 * The open promises (of the 500 due soonest) that the present hours would give another deadline. Looking changes nothing: a promise keeps
 * the deadline it was made with until a person says otherwise.
 */
export async function otherwiseDue(deps: MarkDependencies, brandId: string, now: Date): Promise<OtherwiseDue[]> {
  return otherwiseAmong(deps, await deps.promises.openAfter(brandId, now, looked), now);
}

/** Gives open promises the deadline of the present hours, as a mark with who and when; returns those it changed. */
export async function recomputePromises(
  deps: MarkDependencies,
  request: { brandId: string; userId: string; ids: readonly string[]; now: Date },
): Promise<ReplyPromiseDoc[]> {
  const { brandId, userId, ids, now } = request;
  const asked = (await deps.promises.byIds(brandId, ids)).filter(({ state }) => state === 'open');
  for (const { promise, wouldBeDueAt } of await otherwiseAmong(deps, asked, now)) {
    await deps.transact(async (session) => {
      const [message] = await deps.stores.messages.byIds(brandId, [promise.messageId], session);
      if (!message) return;
      const mark = { kind: 'recomputed', index: promise.index, dueAt: wouldBeDueAt, at: now, userId } as const;
      await applyMark(deps, { brandId, userId, now, message, mark }, session);
    });
  }
  return deps.promises.byIds(brandId, ids);
}

async function otherwiseAmong(
  deps: MarkDependencies,
  promises: readonly ReplyPromiseDoc[],
  now: Date,
): Promise<OtherwiseDue[]> {
  const [first] = promises;
  if (!first) return [];
  const { brandId } = first;
  const table = await deps.norms.tableOf(brandId);
  const messages = await deps.stores.messages.byIds(brandId, [...new Set(promises.map(({ messageId }) => messageId))]);
  const byId = new Map(messages.map((message) => [message._id, message]));
  return promises.flatMap((promise) => {
    const message = byId.get(promise.messageId);
    const dueAt = message && isAsSent(message) && promise.corrected !== true ? dueBy(promise, message) : null;
    return dueAt && dueAt.getTime() !== promise.dueAt.getTime() ? [{ promise, wouldBeDueAt: dueAt }] : [];
  });

  function dueBy(promise: ReplyPromiseDoc, message: MessageDoc): Date | null {
    const { text, sentAt: madeAt, accountId, channel, visibility } = message;
    const vagueMaxMs = table.normAt(channel, visibility, madeAt).maxMs;
    const hours = table.hoursOf(accountId, now);
    const readings = deps.promises.readingsOf(text.slice(0, readLength), { madeAt, hours, vagueMaxMs });
    const same = readings.find(({ start, wording }) => start === promise.start && wording === promise.wording);
    return same?.dueAt ?? null;
  }
}

/** An edited text was read at its edit: what its first words meant cannot be read again. */
function isAsSent({ editedAt, deletedAt }: MessageDoc): boolean {
  return !editedAt && !deletedAt;
}

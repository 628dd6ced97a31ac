import type { ContactMomentDoc } from '#server/modules/contacts/index.ts';
import type { WordlessMessage } from '#server/modules/conversations/index.ts';
import type { ReplyPromiseDoc } from '#server/modules/promises/index.ts';
import { hourGroup, placeAt, secondsOf, writerGroups } from './report-place.ts';
import type { PartKey, ReportFact } from './report-days.ts';
import type { CounterName } from './tally.ts';

/** The group of a promise's wording: the version of our automatic reply, or else the kind of machine that made it; people have none. */
function wordingGroups(promise: ReplyPromiseDoc): PartKey[] {
  if (promise.autoReplyVersionId !== null) return [`wording:${promise.autoReplyVersionId}`];
  return promise.madeBy === 'autoReply' || promise.madeBy === 'bot' ? [`wording:${promise.madeBy}`] : [];
}

const settledStates = { kept: 'kept', superseded: 'superseded', withdrawn: 'withdrawn' } as const;

/** Everything a contact said and did. */
type Doings = { readonly messages: readonly WordlessMessage[]; readonly moments: readonly ContactMomentDoc[] };

/** Whether the customer had to come by another way before a promise was settled, as the promise's own list tells it. */
function cameAnotherWay(
  { madeAt, settledAt, conversationId }: ReplyPromiseDoc,
  { messages, moments }: Doings,
): boolean {
  const until = settledAt?.getTime() ?? Infinity;
  const within = (at: Date): boolean => at.getTime() > madeAt.getTime() && at.getTime() <= until;
  return (
    messages.some((each) => each.direction === 'in' && each.conversationId !== conversationId && within(each.sentAt)) ||
    moments.some(({ fromCustomer, at }) => fromCustomer && within(at))
  );
}

/** What a settled promise adds on the day it was made; null while it is open or its message is gone. */
export function promiseFact(
  promise: ReplyPromiseDoc,
  message: WordlessMessage | undefined,
  doings: Doings,
  timeZone: string,
): ReportFact | null {
  if (promise.state === 'open' || !message) return null;
  // An answer, or the act itself: a call that was made, an excuse is neither.
  const fulfilled = promise.settledByMessageId !== null || promise.doneAt !== undefined;
  const missed = fulfilled && promise.settledAt ? ('keptLate' as const) : ('missed' as const);
  const fate = promise.state === 'missed' ? missed : settledStates[promise.state];
  const n: CounterName[] = [fate];
  if (promise.kind === 'vague') n.push('vague');
  if (promise.onTopOfMissed) n.push('onTopOfMissed');
  if (promise.chasedBy && promise.chasedBy.length > 0) n.push('chased');
  if (cameAnotherWay(promise, doings)) n.push('otherContact');
  return {
    place: placeAt(promise.madeAt, { ...promise, visibility: message.visibility }, timeZone),
    groups: [hourGroup(promise.madeAt, timeZone), ...writerGroups(message, promise.madeBy), ...wordingGroups(promise)],
    n,
    v: { promised: secondsOf(promise.dueAt.getTime() - promise.madeAt.getTime()), ...timesOf(promise, fate) },
  };
}

/** How long the answer took and how late it was; a newer promise in the place of one is no answer. */
function timesOf({ madeAt, dueAt, settledAt }: ReplyPromiseDoc, fate: CounterName): ReportFact['v'] {
  if (!settledAt || (fate !== 'kept' && fate !== 'keptLate')) return {};
  const real = secondsOf(settledAt.getTime() - madeAt.getTime());
  return { real, ...(fate === 'keptLate' ? { late: secondsOf(settledAt.getTime() - dueAt.getTime()) } : {}) };
}

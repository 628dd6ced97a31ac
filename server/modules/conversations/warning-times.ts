import type { NormTable } from '#server/modules/norms/index.ts';
import type { ReplyPromiseDoc } from '#server/modules/promises/index.ts';
import type { PlainDeadline } from '#shared/turns/turn-risk.ts';
import { warningTimesOf } from '#shared/turns/warning-times.ts';
import type { ConversationDoc } from './conversations.store.ts';

/**
 * When to warn for each deadline of a conversation: by the rules and opening hours of the instant it was set, so that later rules and hours
 * warn nobody a second time.
 */
export function warningTimesIn(
  { accountId, channel, visibility }: Pick<ConversationDoc, 'accountId' | 'channel' | 'visibility'>,
  promises: readonly Pick<ReplyPromiseDoc, '_id' | 'kind'>[],
  table: NormTable,
): (deadline: PlainDeadline) => readonly Date[] {
  return (deadline) => {
    const { fromAt, subject, subjectKey } = deadline;
    const kind = promises.find(({ _id }) => _id === subjectKey)?.kind ?? 'explicit';
    const leads = table.warningsAt(channel, visibility, fromAt)[subject === 'norm' ? 'norm' : kind];
    return warningTimesOf(deadline, leads, table.hoursOf(accountId, fromAt));
  };
}

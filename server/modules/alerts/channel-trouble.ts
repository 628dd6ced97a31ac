import { derivedId } from '#server/db/derived-id.ts';
import { tieBreak } from '#shared/turns/turn-risk.ts';
import type { AlertDoc } from './alerts.store.ts';

/** An account that stopped working at `since`, with the platform's code. */
export type ChannelTrouble = {
  readonly brandId: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly code: string;
  readonly since: Date;
};

/** Id of the alert of one spell of trouble. */
export function channelTroubleId(trouble: Pick<ChannelTrouble, 'brandId' | 'accountId' | 'since'>): string {
  return derivedId('alert', trouble.brandId, 'channelTrouble', trouble.accountId, trouble.since.toISOString());
}

/** The alert that an account stopped working: once per spell, however many sends fail in it. */
export function channelTroubleAlert(trouble: ChannelTrouble): AlertDoc {
  const id = channelTroubleId(trouble);
  return {
    _id: id,
    brandId: trouble.brandId,
    kind: 'channelTrouble',
    at: trouble.since,
    dueAt: null,
    conversationId: null,
    accountId: trouble.accountId,
    detail: `${trouble.accountName}: ${trouble.code}`,
    settled: false,
    seenBy: [],
    sortKey: -trouble.since.getTime() + tieBreak(id),
  };
}

import type { ClientSession } from 'mongodb';
import { isAccountNotice, type AmendmentEvent, type StatusEvent } from '#server/channels/channel.ts';
import type { ChannelAccounts } from '#server/modules/channel-accounts/index.ts';
import { groupBy } from '#shared/group-by.ts';
import { amendmentOf } from './amend-message.ts';
import type { EventBatch, ReceivedEvent } from './event-batch.ts';
import { rawEventIdOf, type RawEventDoc, type RawEventsStore } from './raw-events.store.ts';

/** Kinds under which what concerns a message not seen yet is kept. */
const keptReport = 'status.unmatched';
const keptAmendment = 'amendment.kept';

/** What could not be applied yet. */
export type Unapplied = {
  readonly reports: readonly ReceivedEvent<StatusEvent>[];
  readonly amendments: readonly ReceivedEvent<AmendmentEvent>[];
};

/**
 * Keeps what is not (yet) acted upon, notes withdrawn access, and counts the kinds that no adapter knows. The same item twice is
 * kept, counted and acted upon once.
 */
export async function keepRawEvents(
  deps: { readonly accounts: ChannelAccounts; readonly rawEvents: RawEventsStore },
  batch: EventBatch & { readonly shard: number },
  unapplied: Unapplied,
  session: ClientSession,
): Promise<void> {
  const docs = [
    ...batch.raw.map(({ event, ...rest }) => ({
      ...docOf({ event, ...rest }, batch),
      raw: rawText(event.raw),
      ...(event.kind === 'notice' && isAccountNotice(event.name)
        ? { notice: { text: event.text, at: rest.receivedAt } }
        : {}),
    })),
    ...unapplied.reports.map((received) => reportDocOf(received, batch)),
    ...unapplied.amendments.map(({ account, event, receivedAt }) => ({
      ...docOf({ account, event: { name: keptAmendment, key: event.key }, receivedAt }, batch),
      messageExternalId: event.messageExternalId,
      amendment: amendmentOf(event),
    })),
    ...batch.disconnects.map(({ account, event, receivedAt }) =>
      docOf({ account, event: { name: event.reason, key: event.key }, receivedAt }, batch),
    ),
  ];
  const kept = await deps.rawEvents.insertNew(docs, session);
  const keptIds = new Set(kept.map(({ _id }) => _id));
  for (const { account, event } of batch.disconnects) {
    // A replayed notice must not disconnect an account that was connected again since.
    if (!keptIds.has(rawEventIdOf(account._id, event.reason, event.key))) continue;
    await deps.accounts.noteDisconnect(account, event.at, event.reason, session);
  }
  await note(deps.accounts, batch, kept, session);
}

type Named = {
  readonly account: ReceivedEvent['account'];
  readonly event: { readonly name: string; readonly key: string };
  readonly receivedAt: Date;
};

function docOf({ account, event, receivedAt }: Named, { brandId }: EventBatch): RawEventDoc {
  return {
    _id: rawEventIdOf(account._id, event.name, event.key),
    brandId,
    accountId: account._id,
    kind: event.name,
    messageExternalId: null,
    receivedAt,
    report: null,
    raw: '',
  };
}

function reportDocOf({ account, event, receivedAt }: ReceivedEvent<StatusEvent>, batch: EventBatch): RawEventDoc {
  const key = `${event.messageExternalId ?? ''}:${event.status}`;
  return {
    ...docOf({ account, event: { name: keptReport, key }, receivedAt }, batch),
    messageExternalId: event.messageExternalId,
    report: { status: event.status, at: event.at, error: event.error },
  };
}

async function note(
  accounts: ChannelAccounts,
  batch: EventBatch & { readonly shard: number },
  kept: readonly RawEventDoc[],
  session: ClientSession,
): Promise<void> {
  const uncounted = new Set([
    keptAmendment,
    ...batch.raw.flatMap(({ event }) => (event.kind === 'notice' ? [event.name] : [])),
    ...batch.disconnects.map(({ event }) => event.reason),
  ]);
  const everything: readonly ReceivedEvent[] = [
    ...batch.messages,
    ...batch.statuses,
    ...batch.amendments,
    ...batch.disconnects,
    ...batch.identityChanges,
    ...batch.raw,
  ];
  for (const [, group] of groupBy(everything, ({ account }) => account._id)) {
    const [first] = group;
    if (!first) continue;
    const latest = group.reduce((a, b) => (a.receivedAt.getTime() > b.receivedAt.getTime() ? a : b));
    const counts = new Map<string, number>();
    for (const { accountId, kind } of kept) {
      if (accountId === first.account._id && !uncounted.has(kind)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    await accounts.noteEvents(first.account, latest.receivedAt, { byKind: counts, shard: batch.shard }, session);
  }
}

/** The item as JSON text; a body part that was absent altogether has none. */
function rawText(raw: unknown): string {
  return raw === undefined ? '' : JSON.stringify(raw);
}

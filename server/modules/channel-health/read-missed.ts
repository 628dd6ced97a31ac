import type { ChannelUpkeep, MissedStream } from '#server/channels/channel.ts';
import { ChannelError } from '#server/channels/errors.ts';
import type { ChannelAccountDoc } from '#server/modules/channel-accounts/index.ts';
import type { MissedReadDoc, MissedReason } from './channel-health.store.ts';
import { callTimeoutMs, type HealthDependencies } from './health-dependencies.ts';

const minuteMs = 60_000;
/** Read again from a little earlier: clocks differ, and what comes twice is one message. */
const overlapMs = 5 * minuteMs;
const retryMs = minuteMs;
const refusedRetryMs = 15 * minuteMs;
/** An account added just now begins now: its past is not ours to answer. */
const farthestMs = 7 * 24 * 60 * minuteMs;

type Want = {
  readonly from: Date;
  readonly reason: MissedReason;
  /** Nothing is wanted when a read began less than this ago, in ms. */
  readonly notSinceMs: number;
};

/** Asks that everything of an account since an instant be read, where its platform allows it. */
export async function wantMissed(deps: HealthDependencies, account: ChannelAccountDoc, want: Want): Promise<void> {
  const now = deps.clock.now().getTime();
  const known = new Map((await deps.store.readsOf(account.brandId, account._id)).map((read) => [read.stream, read]));
  for (const { name } of streamsOf(deps, account)) {
    const read = known.get(name) ?? newRead(account, name);
    const begun = (read.under ?? read.last)?.startedAt;
    if (begun && now - begun.getTime() < want.notSinceMs) continue;
    const from = read.wantedFrom && read.wantedFrom < want.from ? read.wantedFrom : want.from;
    await deps.store.setRead(read, { wantedFrom: from, reason: want.reason });
  }
}

/** Reads the pages whose turn it is, one of each list. Returns true when another page may be read at once. */
export async function readMissed(deps: HealthDependencies): Promise<boolean> {
  const known = new Map((await deps.store.reads()).map((read) => [read._id, read]));
  let more = false;
  for (const account of await deps.accounts.everywhere()) {
    const upkeep = deps.upkeeps.get(account.channel);
    if (!upkeep) continue;
    for (const stream of streamsOf(deps, account)) {
      const read = begin(deps, account, known.get(idOf(account, stream)) ?? newRead(account, stream.name));
      if (!read || read.nextAt.getTime() > deps.clock.now().getTime()) continue;
      await deps.store.setRead(read, { wantedFrom: null, under: read.under, reason: read.reason });
      const after = await readPage(deps, { account, stream, upkeep }, read);
      await deps.store.setRead(read, after);
      more ||= after.under !== null && after.nextAt.getTime() <= deps.clock.now().getTime();
    }
  }
  return more;
}

type Reading = {
  readonly account: ChannelAccountDoc;
  readonly stream: MissedStream;
  readonly upkeep: ChannelUpkeep<unknown>;
};

type UnderWay = MissedReadDoc & { readonly under: NonNullable<MissedReadDoc['under']> };

/** What changes in a read by one page. */
type Progress = Pick<MissedReadDoc, 'under' | 'nextAt'> & Partial<Pick<MissedReadDoc, 'last' | 'wantedFrom'>>;

/** The read as it goes on or begins; null when there is nothing to be read now. */
function begin(deps: HealthDependencies, account: ChannelAccountDoc, read: MissedReadDoc): UnderWay | null {
  const { under } = read;
  if (under) return { ...read, under };
  const startedAt = deps.clock.now();
  const wanted = read.wantedFrom ?? scheduledFrom(deps, account, read, startedAt);
  if (wanted === null) return null;
  const reason = read.wantedFrom === null ? 'schedule' : read.reason;
  const earliest = Math.max(startedAt.getTime() - farthestMs, account.createdAt.getTime());
  const from = new Date(Math.max(wanted.getTime() - overlapMs, earliest));
  return { ...read, reason, wantedFrom: null, under: { from, startedAt, cursor: null, items: 0 } };
}

function scheduledFrom(
  { channels }: HealthDependencies,
  account: ChannelAccountDoc,
  { last }: MissedReadDoc,
  now: Date,
): Date | null {
  const everyMs = channels.find(({ name }) => name === account.channel)?.missed.everyMs ?? null;
  if (everyMs === null) return null;
  const since = last?.startedAt ?? account.createdAt;
  return now.getTime() - since.getTime() >= everyMs ? since : null;
}

/** Reads one page and says how the read stands after it. A page is stored before the place after it is. */
async function readPage(deps: HealthDependencies, reading: Reading, read: UnderWay): Promise<Progress> {
  const { account, stream } = reading;
  const { from, cursor, startedAt } = read.under;
  try {
    const page = await reading.upkeep.readMissed?.(
      { stream: stream.name, since: from, cursor },
      deps.accounts.senderAccount(account),
      AbortSignal.timeout(callTimeoutMs),
    );
    if (!page) return { nextAt: read.nextAt, under: null };
    for (const body of page.bodies) {
      await deps.takeRead(account.channel, new TextEncoder().encode(JSON.stringify(body)));
    }
    const nextAt = later(deps, stream.pauseMs);
    const items = read.under.items + page.items;
    if (page.next !== null) return { nextAt, under: { ...read.under, cursor: page.next, items } };
    const last = { from, startedAt, endedAt: deps.clock.now(), items, reason: read.reason };
    return { nextAt, under: null, last };
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error;
    return refused(deps, account, read, error);
  }
}

async function refused(
  deps: HealthDependencies,
  account: ChannelAccountDoc,
  read: UnderWay,
  { kind, code, retryAfterMs }: ChannelError,
): Promise<Progress> {
  const { under } = read;
  if (kind === 'rateLimited') return { under, nextAt: later(deps, retryAfterMs ?? refusedRetryMs) };
  const at = deps.clock.now();
  await deps.store.set(account, { lastFault: { what: 'reading', kind, code, at } });
  if (kind === 'unreachable' || kind === 'uncertain') return { under, nextAt: later(deps, retryMs) };
  // The place in the list may be what is refused: the next try begins anew, from the same instant.
  const wantedFrom = new Date(under.from.getTime() + overlapMs);
  return { under: null, nextAt: later(deps, refusedRetryMs), wantedFrom };
}

function later({ clock }: HealthDependencies, ms: number): Date {
  return new Date(clock.now().getTime() + ms);
}

function streamsOf({ channels }: HealthDependencies, account: ChannelAccountDoc): readonly MissedStream[] {
  return channels.find(({ name }) => name === account.channel)?.missed.streams ?? [];
}

const idOf = (account: ChannelAccountDoc, { name }: Pick<MissedStream, 'name'>): string => `${account._id}:${name}`;

function newRead(account: ChannelAccountDoc, stream: string): MissedReadDoc {
  return {
    _id: idOf(account, { name: stream }),
    brandId: account.brandId,
    accountId: account._id,
    stream,
    wantedFrom: null,
    reason: 'schedule',
    under: null,
    nextAt: new Date(0),
    last: null,
  };
}

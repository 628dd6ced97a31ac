import type { Lease } from '#server/db/lease.ts';
import type { ResponseClockDoc } from '#server/modules/clocks/index.ts';
import type { Conversations } from '#server/modules/conversations/index.ts';
import { addDays, instantOf } from '#shared/time/zoned-time.ts';
import { cueDaysOf, type CueDay } from './cue-days.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { reportOf, type Report } from './report.ts';
import type { ReportFilter } from './report-filter.ts';
import { createReportsStore } from './reports.store.ts';
import { rebuild, rollUp, rulesOf, type RollUpDependencies } from './roll-up.ts';
import type { Db } from 'mongodb';

export type { CueDay } from './cue-days.ts';
export { periodFault } from './period-fault.ts';
export { rateOf, type RateFigures } from './figures.ts';

/** Figures of what was promised and what happened. */
export type Reports = {
  ensureIndexes(): Promise<void>;
  /** Counts what changed, of all brands; see roll-up.ts. Does nothing while another process does. */
  rollUp(): Promise<void>;
  /** Counts a brand, or all of them when null, anew from everything stored. */
  rebuild(brandId: string | null): Promise<number>;
  /** The report of a period; what changed just now is counted first. `hours()` of it gives the digests of each hour of the week. */
  report(brandId: string, filter: ReportFilter): Promise<Report>;
  /** What customers' messages showed on local days, both included; what changed just now is counted first. */
  cueDays(brandId: string, from: string, to: string): Promise<CueDay[]>;
};

/** What the reports module is made of; `lease` keeps counting to one process at a time. */
export type ReportsDependencies = Omit<RollUpDependencies, 'store' | 'conversations'> & {
  readonly db: Db;
  readonly lease: Lease;
  readonly conversations: Pick<Conversations, 'messages' | 'store'>;
};

/** A request counts at most this many batches before it answers: after an outage the job has the rest. */
const batchesOfRequest = 5;
/** Far more than a team can have promised at one moment. */
const mostOpen = 10_000;

/** Makes the reports module. */
export function createReports(deps: ReportsDependencies): Reports {
  const store = createReportsStore(deps.db);
  const parts: RollUpDependencies = { ...deps, store };
  const alone = oneAtATime();
  const stillMine = async (): Promise<void> => {
    if (!(await deps.lease.hold())) throw new Error('another process took the reports over');
  };
  const count = (brandId: string | null, rounds?: number): Promise<void> =>
    alone(async () => {
      if (!(await deps.lease.hold())) return;
      try {
        for (const uncounted of await store.brandsToRebuild()) await rebuild(parts, uncounted, stillMine);
        await rollUp(parts, brandId, { rounds, stillMine });
      } finally {
        await deps.lease.release();
      }
    });
  return {
    ensureIndexes: async () => {
      await store.ensureIndexes();
      await deps.marks.ensureIndexes();
    },
    rollUp: () => count(null),
    rebuild: (brandId) =>
      alone(async () => {
        const brandIds = brandId === null ? await store.brandIds() : [brandId];
        await obtain(deps.lease);
        try {
          for (const each of brandIds) {
            await rebuild(parts, each, stillMine);
          }
        } finally {
          await deps.lease.release();
        }
        return brandIds.length;
      }),
    cueDays: async (brandId, from, to) => {
      if ((await deps.marks.some(brandId, 1)).length > 0) await count(brandId, batchesOfRequest);
      return cueDaysOf(await store.days(brandId, from, to));
    },
    report: async (brandId, filter) => {
      const [marked, rules] = await Promise.all([deps.marks.some(brandId, 1), rulesOf(deps, brandId)]);
      if (marked.length > 0) await count(brandId, batchesOfRequest);
      const now = deps.clock.now();
      const before = instantOf(addDays(filter.to, 1), '00:00', rules.timeZone);
      const [days, running, promises] = await Promise.all([
        store.days(brandId, filter.from, filter.to),
        deps.clocks.runningBefore(brandId, before),
        deps.promises.openAfter(brandId, now, mostOpen),
      ]);
      const visibilities = await visibilitiesOf(deps.conversations, brandId, running, promises);
      const open = promises.map((promise) => ({
        promise,
        visibility: visibilities.get(promise.conversationId) ?? ('private' as const),
      }));
      return reportOf(filter, { days, running, open, rules, now });
    },
  };
}

const leaseTries = 300;
const leasePauseMs = 100;

/** Waits for the lease: another process counts for seconds, not minutes. Throws when it never comes free. */
async function obtain(lease: Lease): Promise<void> {
  for (let attempt = 0; attempt < leaseTries; attempt++) {
    if (await lease.hold()) return;
    await new Promise((resolve) => setTimeout(resolve, leasePauseMs));
  }
  throw new Error('the reports are being counted by another process');
}

/** Whether conversations are public or private; a promise does not tell. */
async function visibilitiesOf(
  { store }: Pick<Conversations, 'store'>,
  brandId: string,
  running: readonly ResponseClockDoc[],
  promises: readonly { conversationId: string }[],
): Promise<ReadonlyMap<string, ResponseClockDoc['visibility']>> {
  const known = new Map(running.map((clock) => [clock.conversationId, clock.visibility]));
  const unknown = promises.map(({ conversationId }) => conversationId).filter((id) => !known.has(id));
  const found = await store.byIds(brandId, [...new Set(unknown)]);
  for (const conversation of found) known.set(conversation._id, conversation.visibility);
  return known;
}

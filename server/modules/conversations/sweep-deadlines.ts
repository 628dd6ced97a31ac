import type { Transactor } from '#server/db/transaction.ts';
import type { Norms } from '#server/modules/norms/index.ts';
import { groupBy } from '#shared/group-by.ts';
import type { ConversationStores } from './batch-stores.ts';
import { refoldAtInstant } from './refold-conversations.ts';

const sweepBatch = 200;
const refoldBatch = 50;

/** What sweeping needs. */
export type SweepDependencies = {
  readonly stores: ConversationStores;
  readonly norms: Norms;
  readonly transact: Transactor;
};

/**
 * Looks at every conversation whose next instant has come by `now`: raises warnings and misses, each stamped with its own
 * deadline. Several sweepers at once do no harm: refolding twice writes once. Returns how many were looked at.
 */
export async function sweepDeadlines(deps: SweepDependencies, now: Date): Promise<number> {
  let swept = 0;
  for (;;) {
    const due = await deps.stores.conversations.dueForSweep(now, sweepBatch);
    if (due.length === 0) return swept;
    for (const [brandId, group] of groupBy(due, (conversation) => conversation.brandId)) {
      const table = await deps.norms.tableOf(brandId);
      const ids = group.map((conversation) => conversation._id);
      for (let start = 0; start < ids.length; start += refoldBatch) {
        const request = { brandId, ids: ids.slice(start, start + refoldBatch), table, now, touched: false };
        await deps.transact(async (session) => refoldAtInstant(deps.stores, request, session));
      }
    }
    swept += due.length;
  }
}

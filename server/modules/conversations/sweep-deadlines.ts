import type { Transactor } from '#server/db/transaction.ts';
import type { Norms } from '#server/modules/norms/index.ts';
import { groupBy } from '#shared/group-by.ts';
import type { ConversationStores } from './batch-stores.ts';
import { refoldAtInstant } from './refold-conversations.ts';

/** Conversations of one transaction. */
const refoldBatch = 200;
/** While one transaction waits for the database another works conversations out. */
const atOnce = 4;
/** Found at once: each look goes through all that is due. */
const readAtOnce = 5_000;

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
    const due = await deps.stores.conversations.dueForSweep(now, readAtOnce);
    if (due.length === 0) return swept;
    for (const [brandId, group] of groupBy(due, (conversation) => conversation.brandId)) {
      const table = await deps.norms.tableOf(brandId);
      const slices = slicesOf(group.map((conversation) => conversation._id));
      const lanes = Array.from({ length: atOnce }, async (_, lane) => {
        for (const ids of slices.filter((_slice, index) => index % atOnce === lane)) {
          const request = { brandId, ids, table, now, touched: false };
          await deps.transact(async (session) => refoldAtInstant(deps.stores, request, session));
        }
      });
      await Promise.all(lanes);
    }
    swept += due.length;
  }
}

function slicesOf(ids: readonly string[]): string[][] {
  const count = Math.ceil(ids.length / refoldBatch);
  return Array.from({ length: count }, (_, index) => ids.slice(index * refoldBatch, (index + 1) * refoldBatch));
}

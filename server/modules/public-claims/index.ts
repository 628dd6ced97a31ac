import type { Db } from 'mongodb';
import type { Clock } from '#server/clock.ts';
import { createBrandBook } from '#server/db/brand-book.ts';
import { newId } from '#server/db/ids.ts';
import type { Transactor } from '#server/db/transaction.ts';
import { createPublicClaimsStore, type PublicClaimDoc } from './public-claims.store.ts';

export type { PublicClaimDoc } from './public-claims.store.ts';

/** A brand's public claims, fit to be asked for any past instant. */
export type ClaimBook = {
  /** What the account's page said at `at`; null when it said nothing. */
  at(accountId: string, at: Date): PublicClaimDoc | null;
  /** What the account's page ever said, newest first. */
  ofAccount(accountId: string): readonly PublicClaimDoc[];
};

/** What a page is to say from now on; `withinMs` null: nothing. */
export type SetClaimRequest = Omit<PublicClaimDoc, '_id' | 'validFrom'>;

/** Public claims of channel accounts: promises a page makes to everybody who writes. */
export type PublicClaims = {
  ensureIndexes(): Promise<void>;
  bookOf(brandId: string): Promise<ClaimBook>;
  /** Sets the claim from now on, or the field at fault. Turns that began before keep the claim of their start. */
  set(request: SetClaimRequest): Promise<PublicClaimDoc | { readonly fault: 'text' | 'withinMs' }>;
};

const minute = 60_000;
const longestMs = 30 * 24 * 60 * minute;
const longestText = 200;

/** Makes the module. */
export function createPublicClaims(deps: { db: Db; clock: Clock; transact: Transactor }): PublicClaims {
  const store = createPublicClaimsStore(deps.db);
  const book = createBrandBook(deps.db, 'publicClaims', async (brandId) => claimBookOf(await store.ofBrand(brandId)));
  return {
    ensureIndexes: () => store.ensureIndexes(),
    bookOf: (brandId) => book.of(brandId),
    set: async (request) => {
      const { withinMs } = request;
      const text = request.text.trim();
      if (text.length > longestText || (withinMs !== null && text === '')) return { fault: 'text' };
      if (withinMs !== null && (withinMs < minute || withinMs > longestMs)) return { fault: 'withinMs' };
      const claim: PublicClaimDoc = { ...request, _id: newId(), text, validFrom: deps.clock.now() };
      await deps.transact(async (session) => {
        await store.insert(claim, session);
        await book.changed(request.brandId, session);
      });
      return claim;
    },
  };
}

function claimBookOf(claims: readonly PublicClaimDoc[]): ClaimBook {
  const newestFirst = [...claims].sort((a, b) => b.validFrom.getTime() - a.validFrom.getTime());
  return {
    at: (accountId, at) => {
      const claim = newestFirst.find(
        (each) => each.accountId === accountId && each.validFrom.getTime() <= at.getTime(),
      );
      return claim && claim.withinMs !== null ? claim : null;
    },
    ofAccount: (accountId) => newestFirst.filter((each) => each.accountId === accountId),
  };
}

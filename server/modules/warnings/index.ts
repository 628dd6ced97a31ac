import type { Db } from 'mongodb';
import type { Clock } from '#server/clock.ts';
import { createBrandBook } from '#server/db/brand-book.ts';
import { newId } from '#server/db/ids.ts';
import type { Transactor } from '#server/db/transaction.ts';
import type { WarningLead } from '#shared/turns/warning-times.ts';
import { warningBookOf, type WarningBook, type WarningRules } from './warning-book.ts';
import { createWarningsStore, type WarnedSubject, type WarningRulesDoc } from './warnings.store.ts';

export type { WarningBook, WarningRules } from './warning-book.ts';
export type { WarnedSubject } from './warnings.store.ts';

/** When to warn from now on, on one channel (null = all without their own) and visibility. */
export type SetWarningsRequest = Omit<WarningRulesDoc, '_id' | 'validFrom'>;

/** When people are warned of deadlines. */
export type Warnings = {
  ensureIndexes(): Promise<void>;
  bookOf(brandId: string): Promise<WarningBook>;
  /** Sets rules for deadlines set from now on, or names the subject whose lead times do not fit; earlier deadlines keep theirs. */
  set(request: SetWarningsRequest): Promise<WarningRules | { readonly fault: WarnedSubject }>;
};

/** Every subject there is, in the order of a form. */
const subjects: readonly WarnedSubject[] = ['norm', 'explicit', 'vague'];
const mostLeads = 4;
const longest = { share: 90, calendar: 7 * 24 * 60, openHours: 7 * 24 * 60 } as const;

/** Makes the module. */
export function createWarnings(deps: { db: Db; clock: Clock; transact: Transactor }): Warnings {
  const store = createWarningsStore(deps.db);
  const book = createBrandBook(deps.db, 'warnings', async (brandId) => warningBookOf(await store.ofBrand(brandId)));
  return {
    ensureIndexes: () => store.ensureIndexes(),
    bookOf: (brandId) => book.of(brandId),
    set: async (request) => {
      const fault = subjects.find((subject) => !areLeads(request[subject]));
      if (fault) return { fault };
      const rules: WarningRulesDoc = { ...request, _id: newId(), validFrom: deps.clock.now() };
      await deps.transact(async (session) => {
        await store.insert(rules, session);
        await book.changed(request.brandId, session);
      });
      return { ...rules, id: rules._id };
    },
  };
}

/** One to four different lead times, each of a length that can be meant. */
function areLeads(leads: readonly WarningLead[]): boolean {
  const different = new Set(leads.map(({ kind, amount }) => `${kind} ${String(amount)}`));
  const fit = leads.every(({ kind, amount }) => Number.isInteger(amount) && amount >= 1 && amount <= longest[kind]);
  return fit && leads.length >= 1 && leads.length <= mostLeads && different.size === leads.length;
}

import type { Db } from 'mongodb';
import { createDeviationsStore, type DeviationsStore } from './deviations.store.ts';

export type { DeviationDoc } from './deviations.store.ts';

/** Freedom to leave the rules, kept with who, when and why. */
export type Deviations = DeviationsStore;

/** Makes the deviations module. */
export function createDeviations(deps: { db: Db }): Deviations {
  return createDeviationsStore(deps.db);
}

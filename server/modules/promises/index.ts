import type { Db } from 'mongodb';
import { createPromisesStore, type PromisesStore, type StoredReading } from './promises.store.ts';
import { readPromises } from '#shared/promises/promise-reader.ts';
import type { OpeningHours } from '#shared/time/opening-hours.ts';

export { promiseDocOf, promiseIdOf } from './promise-docs.ts';
export type { ReplyPromiseDoc, StoredReading } from './promises.store.ts';

/** Reply promises: read from texts, kept with their fate. */
export type Promises = PromisesStore & {
  /** Reads the promises of an outgoing text sent at `madeAt`; `vagueMaxMs` is the house meaning of vague ones. */
  readingsOf(text: string, basis: { madeAt: Date; hours: OpeningHours; vagueMaxMs: number }): StoredReading[];
};

/** Makes the promises module. */
export function createPromises(deps: { db: Db }): Promises {
  return {
    ...createPromisesStore(deps.db),
    readingsOf: (text, basis) =>
      readPromises(text, basis).map((reading, index) => ({
        index,
        kind: reading.kind,
        act: reading.act,
        wording: reading.wording,
        start: reading.start,
        end: reading.end,
        understood: reading.understood,
        dueAt: reading.dueAt,
        confidence: reading.confidence,
        ruleId: reading.ruleId,
      })),
  };
}

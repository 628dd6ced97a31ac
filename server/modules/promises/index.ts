import type { Db } from 'mongodb';
import { createPromiseLabelsStore, type PromiseLabelsStore } from './promise-labels.store.ts';
import { createPromisesStore, type PromisesStore, type StoredReading } from './promises.store.ts';
import { readPromises } from '#shared/promises/promise-reader.ts';
import type { OpeningHours } from '#shared/time/opening-hours.ts';

export { labelLines, maskPeople } from './label-lines.ts';
export type { PromiseLabelDoc } from './promise-labels.store.ts';
export { firstAddedIndex, markedReadings, type PromiseMark } from './promise-marks.ts';
export { promiserOf, type Promiser } from './promiser.ts';
export { promiseDocOf, promiseIdOf } from './promise-docs.ts';
export type { ReplyPromiseDoc, StoredReading } from './promises.store.ts';

/** Reply promises: read from texts, kept with their fate. */
export type Promises = PromisesStore & {
  /** Judgements of people on what was read. */
  readonly labels: PromiseLabelsStore;
  /** Reads the promises of an outgoing text sent at `madeAt`; `vagueMaxMs` is the house meaning of vague ones. */
  readingsOf(text: string, basis: { madeAt: Date; hours: OpeningHours; vagueMaxMs: number }): StoredReading[];
};

/** Makes the promises module. */
export function createPromises(deps: { db: Db }): Promises {
  const store = createPromisesStore(deps.db);
  const labels = createPromiseLabelsStore(deps.db);
  return {
    ...store,
    labels,
    ensureIndexes: async () => {
      await Promise.all([store.ensureIndexes(), labels.ensureIndexes()]);
    },
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

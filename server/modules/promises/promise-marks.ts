import type { StoredReading } from './promises.store.ts';

/** What a person said about a promise, kept with the message so that every working-out applies it anew. */
export type PromiseMark = { readonly at: Date; readonly userId: string | null; readonly index: number } & (
  | { readonly kind: 'noPromise' }
  | {
      readonly kind: 'changed';
      readonly dueAt: Date;
      readonly promiseKind: StoredReading['kind'];
      readonly act: StoredReading['act'];
    }
  | {
      readonly kind: 'added';
      readonly dueAt: Date;
      readonly promiseKind: StoredReading['kind'];
      readonly act: StoredReading['act'];
      readonly start: number;
      readonly end: number;
      readonly wording: string;
    }
  | { readonly kind: 'recomputed'; readonly dueAt: Date }
  | { readonly kind: 'done'; readonly doneAt: Date }
);

/** Places of added promises begin here, far beyond what the reader finds in one text. */
export const firstAddedIndex = 1_000;

const byColleague = { nl: 'Verbeterd door een collega', en: 'Corrected by a colleague' };

/** The readings of a message after what people said about them; `adds`: whether promises they added belong to these readings. */
export function markedReadings(
  readings: readonly StoredReading[],
  marks: readonly PromiseMark[],
  adds: boolean,
): StoredReading[] {
  let result = [...readings];
  for (const mark of marks) {
    if (mark.kind === 'added') {
      if (adds) result = [...result.filter(({ index }) => index !== mark.index), addedReading(mark)];
    } else if (mark.kind === 'noPromise') {
      result = result.filter(({ index }) => index !== mark.index);
    } else {
      result = result.map((reading) => (reading.index === mark.index ? changedReading(reading, mark) : reading));
    }
  }
  return result;
}

function addedReading(mark: Extract<PromiseMark, { kind: 'added' }>): StoredReading {
  return {
    index: mark.index,
    kind: mark.promiseKind,
    act: mark.act,
    wording: mark.wording,
    start: mark.start,
    end: mark.end,
    understood: byColleague,
    dueAt: mark.dueAt,
    confidence: 1,
    ruleId: 'person',
    corrected: true,
  };
}

function changedReading(
  reading: StoredReading,
  mark: Extract<PromiseMark, { kind: 'changed' | 'recomputed' | 'done' }>,
): StoredReading {
  if (mark.kind === 'done') return { ...reading, doneAt: mark.doneAt };
  if (mark.kind === 'recomputed') return { ...reading, dueAt: mark.dueAt };
  const { dueAt, act, promiseKind: kind } = mark;
  return { ...reading, dueAt, act, kind, understood: byColleague, confidence: 1, corrected: true };
}

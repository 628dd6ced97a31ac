import { readPromises } from '../promises/promise-reader.ts';
import type { PromiseReading } from '../promises/promise-reading.ts';
import type { OpeningHours } from '../time/opening-hours.ts';
import type { ReplySample } from './reply-samples.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** What a simulation needs besides text and samples. */
export type SimulationContext = {
  readonly now: Date;
  /** The hours by which a text sent to this customer would be read. */
  hoursOf(sample: ReplySample): OpeningHours;
  /** House meaning of a vague promise to this customer, in ms. */
  vagueMaxMsOf(sample: ReplySample): number;
};

/** A customer to whom the text would not have been true. */
export type SimulatedMiss = { readonly sample: ReplySample; readonly dueAt: Date; readonly lateByMs: number };

/** How a text would have been kept. */
export type KeptShare = {
  /** Cases that could be judged. */
  readonly n: number;
  readonly kept: number;
  /** 0..1; null when nothing could be judged. */
  readonly share: number | null;
  /** Wilson's 95 % interval of the share. */
  readonly low: number;
  readonly high: number;
  /** The latest 50, newest first. */
  readonly misses: readonly SimulatedMiss[];
  /** Customers who still wait within the deadline: not yet known, so not counted. */
  readonly notYetDue: number;
  /** Cases at whose moment the text promised no answer. */
  readonly withoutPromise: number;
};

const mostMisses = 50;

/** The promise of an answer that falls due first; null when the text promises none. */
export function firstReplyPromise(readings: readonly PromiseReading[]): PromiseReading | null {
  return readings
    .filter(({ act }) => act === 'reply')
    .reduce<PromiseReading | null>((first, each) => (first === null || each.dueAt < first.dueAt ? each : first), null);
}

/**
 * Reads the text as if it had been sent to each customer at the moment of writing, and holds it against the answer that really came.
 * Who still waits past the deadline counts as missed.
 */
export function keptShareOf(text: string, samples: readonly ReplySample[], context: SimulationContext): KeptShare {
  const misses: SimulatedMiss[] = [];
  let [kept, notYetDue, withoutPromise] = [0, 0, 0];
  for (const sample of samples) {
    const madeAt = sample.startedAt;
    const vagueMaxMs = context.vagueMaxMsOf(sample);
    const promise = firstReplyPromise(readPromises(text, { madeAt, hours: context.hoursOf(sample), vagueMaxMs }));
    if (promise === null) {
      withoutPromise += 1;
      continue;
    }
    const { dueAt } = promise;
    const lateByMs = (sample.answeredAt ?? context.now).getTime() - dueAt.getTime();
    if (lateByMs > 0) misses.push({ sample, dueAt, lateByMs });
    else if (sample.answeredAt === null) notYetDue += 1;
    else kept += 1;
  }
  const n = kept + misses.length;
  misses.sort((a, b) => b.sample.startedAt.getTime() - a.sample.startedAt.getTime());
  const share = n === 0 ? null : kept / n;
  return { n, kept, share, ...wilsonInterval(kept, n), misses: misses.slice(0, mostMisses), notYetDue, withoutPromise };
}

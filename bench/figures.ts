import { median, shown, spread } from './statistics.ts';

/** One measured value: a ratio to the floor, a duration in ms, a rate per second, or memory in MB. */
export type Figure = {
  readonly name: string;
  readonly kind: 'ratio' | 'ms' | 'per_second' | 'mb';
  readonly value: number;
};

/** What a benchmark found: its figures and, for people, how they came about. */
export type Findings = { readonly figures: readonly Figure[]; readonly details: readonly string[] };

/** A floor and ours, measured by turns. */
export type Rounds = { readonly floor: readonly number[]; readonly ours: readonly number[] };

/**
 * Measures floor and ours by turns, so that whatever else the machine does meets both, after one round of each that does not count.
 * The values of one round may be of any kind.
 */
export async function byTurns<T>(
  rounds: number,
  measure: { floor(round: number): Promise<T>; ours(round: number): Promise<T> },
): Promise<{ floor: T[]; ours: T[] }> {
  const floor: T[] = [];
  const ours: T[] = [];
  for (let round = 0; round <= rounds; round++) {
    const first = await measure.floor(round);
    const second = await measure.ours(round);
    if (round === 0) continue;
    floor.push(first);
    ours.push(second);
  }
  return { floor, ours };
}

/**
 * Ours to the floor: the median of the rounds' own ratios, for what else the machine does changes from round to round and meets both
 * halves of one. With a line that tells medians and spread; `unit` names the values.
 */
export function ratioOf(name: string, unit: string, { floor, ours }: Rounds): Findings {
  const ratios = ours.map((value, round) => value / (floor[round] ?? Number.NaN));
  const detail = `${name}: floor ${shown(median(floor))} ${unit} (${spread(floor)}), ours ${shown(median(ours))} ${unit} (${spread(ours)}), ratio ${spread(ratios)} in ${ours.length} rounds`;
  return { figures: [{ name, kind: 'ratio', value: median(ratios) }], details: [detail] };
}

/** Several findings as one. */
export function together(...all: readonly Findings[]): Findings {
  return { figures: all.flatMap((one) => one.figures), details: all.flatMap((one) => one.details) };
}

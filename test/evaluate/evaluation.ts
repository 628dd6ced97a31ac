/** One measured figure, 0..1; below its floor the evaluation fails. */
export type EvaluationFigure = {
  /** As printed: 'promise-precision'; the half used while tuning has the prefix 'tuned-'. */
  readonly name: string;
  readonly value: number;
  /** The agreed lowest value (docs/promises.md and its kin); absent = reported only. */
  readonly floor?: number;
};

/** What an evaluation found; a miss is one line for a person, printed with --verbose. */
export type EvaluationOutcome = {
  readonly figures: readonly EvaluationFigure[];
  readonly misses: readonly string[];
};

/** Measures one part of the product on a corpus of our own. */
export type Evaluation = { readonly name: string; readonly run: () => EvaluationOutcome };

/** The figures that lie below their floor. */
export function belowFloor(figures: readonly EvaluationFigure[]): readonly EvaluationFigure[] {
  return figures.filter(({ value, floor }) => floor !== undefined && !(value >= floor));
}

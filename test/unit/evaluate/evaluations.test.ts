import { describe, expect, it } from 'vitest';

import { belowFloor } from '#test/evaluate/evaluation.ts';
import { evaluations } from '#test/evaluate/evaluations.ts';

describe('evaluations', () => {
  it.each(evaluations.map((evaluation) => [evaluation.name, evaluation] as const))(
    '%s: no figure is below its floor',
    (_name, evaluation) => {
      const { figures } = evaluation.run();
      expect(figures.length).toBeGreaterThan(0);
      expect(belowFloor(figures)).toEqual([]);
    },
  );

  it('takes a figure that is no number for one below its floor', () => {
    const figure = { name: 'empty', value: Number.NaN, floor: 0.5 };
    expect(belowFloor([figure, { name: 'reported', value: 0.1 }])).toEqual([figure]);
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { createWorkLoop, type WorkLoop } from '#server/jobs/work-loop.ts';
import { createLog } from '#server/log.ts';

const log = createLog({ level: 'silent' });
/** Longer than a test may take: whoever only polls fails. */
const pollMs = 10 * 60_000;
let loop: WorkLoop | null = null;

afterEach(async () => {
  await loop?.stop();
  loop = null;
});

/** Comes back when a step was taken for the `wanted`th time. */
function stepsOf(wanted: number, nextInMs: () => Promise<number | null>): Promise<number> {
  return new Promise((resolve) => {
    let steps = 0;
    const step = (): Promise<boolean> => {
      steps += 1;
      if (steps === wanted) resolve(steps);
      return Promise.resolve(false);
    };
    loop = createWorkLoop({ name: 'test', pollMs, log, step, nextInMs });
    loop.start();
  });
}

describe('a work loop', () => {
  it('rests until its next work is known to come, not until the next poll', async () => {
    expect(await stepsOf(3, () => Promise.resolve(0))).toBe(3);
  });

  it('goes on when asking for the next work fails', async () => {
    let asked = 0;
    const nextInMs = (): Promise<number | null> => {
      asked += 1;
      return asked === 1 ? Promise.reject(new Error('no database')) : Promise.resolve(1);
    };
    expect(await stepsOf(3, nextInMs)).toBe(3);
  });
});

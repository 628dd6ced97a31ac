import type { Readable, Writable } from 'node:stream';
import { answerLines } from './answer-lines.ts';
import { createPromiseLineReader } from './promise-lines.ts';

/**
 * Answers every line of JSON that comes in with one line, in order, as they come; blank lines are passed over. Resolves with 0, or with 3 when
 * a line was answered with an error.
 */
export async function readPromiseLines(input: Readable, output: Writable): Promise<0 | 3> {
  const reader = createPromiseLineReader();
  let faults = 0;
  await answerLines(input, output, {
    answer: (line, ended) => {
      const { output: text, good } = reader.read(ended ? line : line.replace(/^\ufeff/, ''));
      if (!good) faults += 1;
      return text;
    },
  });
  return faults > 0 ? 3 : 0;
}

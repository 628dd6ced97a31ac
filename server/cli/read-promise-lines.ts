import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

import { createPromiseLineReader } from './promise-lines.ts';

const flushAt = 64 * 1024;

/**
 * Answers every line of JSON that comes in with one line, in order, as they come; blank lines are passed over. Resolves with 0, or with 3 when
 * a line was answered with an error. Whatever stands complete in a chunk is written at once, and nothing more is read while the output is full.
 */
export async function readPromiseLines(input: Readable, output: Writable): Promise<0 | 3> {
  const reader = createPromiseLineReader();
  const decoder = new StringDecoder('utf8');
  let pending = '';
  let answers = '';
  let faults = 0;
  const flush = async (): Promise<void> => {
    const full = answers !== '' && !output.write(answers);
    answers = '';
    if (full) await once(output, 'drain');
  };
  const answer = (line: string): void => {
    if (line.trim() === '') return;
    const { output: text, good } = reader.read(line);
    if (!good) faults += 1;
    answers += `${text}\n`;
  };
  const answerAll = async (text: string): Promise<string> => {
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      answer(text.slice(from, end));
      from = end + 1;
      if (answers.length >= flushAt) await flush();
    }
    await flush();
    return text.slice(from);
  };
  for await (const chunk of input as AsyncIterable<Buffer>) pending = await answerAll(pending + decoder.write(chunk));
  pending += decoder.end();
  answer(pending.replace(/^\ufeff/, ''));
  await flush();
  return faults > 0 ? 3 : 0;
}

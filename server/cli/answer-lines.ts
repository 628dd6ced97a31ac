import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/** How lines are answered. */
export type LineAnswers = {
  /** The answer to a line that is not blank, without a line feed; `ended` is false for a last line that no line feed ends. */
  answer(line: string, ended: boolean): string;
  /** The most characters a line may have without its line feed, and what stands for a longer one; absent: no limit. */
  readonly longest?: { readonly characters: number; readonly refusal: string };
};

/** For `longest`: longer than any message of any platform; a stream without line feeds must not fill the memory. */
export const longestLine = 4_000_000;

const flushAt = 64 * 1024;

/**
 * Answers lines as they come, one line each and in their order; blank lines are passed over. Whatever stands complete in a chunk is
 * written at once, and nothing more is read while the output is full, so that the input's size never matters.
 */
export async function answerLines(input: Readable, output: Writable, rules: LineAnswers): Promise<void> {
  const { longest } = rules;
  const decoder = new StringDecoder('utf8');
  let pending = '';
  let tooLong = false;
  let answers = '';
  const flush = async (): Promise<void> => {
    const full = answers !== '' && !output.write(answers);
    answers = '';
    if (full) await once(output, 'drain');
  };
  const answer = (line: string, ended: boolean): void => {
    if (tooLong && longest) answers += `${longest.refusal}\n`;
    else if (line.trim() !== '') answers += `${rules.answer(line, ended)}\n`;
    tooLong = false;
  };
  for await (const chunk of input as AsyncIterable<Buffer>) {
    const text = pending + decoder.write(chunk);
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      answer(text.slice(from, end), true);
      from = end + 1;
      if (answers.length >= flushAt) await flush();
    }
    await flush();
    pending = text.slice(from);
    if (longest && pending.length > longest.characters) [pending, tooLong] = ['', true];
  }
  answer(pending + decoder.end(), false);
  await flush();
}

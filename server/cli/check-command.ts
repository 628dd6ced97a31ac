import type { Readable, Writable } from 'node:stream';
import { once } from 'node:events';
import { checkLine } from './check-line.ts';

/** Usage of the command, for the operator. */
export const checkUsage = [
  '  npm run -s woordhouder -- check < drafts.jsonl',
  '      reads JSON lines {"draft","customer","lateMinutes"?,"promise"?,"channel"?,"name"?,"now"?} and writes for each',
  '      {"findings":[{"code","severity","span":{"start","end","text"},"advice"}]}, or {"error"} for a line that does not fit;',
  '      codes and states: docs/drafts.md',
].join('\n');

const longestLine = 4_000_000;
const flushAt = 64 * 1024;

/**
 * Checks drafts line by line as they come: answers in the order of the lines, empty lines skipped, waiting while the reader of the
 * output is slower. A line of over 4 million characters is answered with an error and skipped.
 */
export async function runCheck(input: Readable, output: Writable): Promise<void> {
  input.setEncoding('utf8');
  let rest = '';
  let skipping = false;
  let answers = '';
  const answer = (line: string): void => {
    if (line.trim() !== '') answers += `${checkLine(line)}\n`;
  };
  const flush = async (): Promise<void> => {
    const ready = answers;
    answers = '';
    if (ready !== '' && !output.write(ready)) await once(output, 'drain');
  };
  for await (const chunk of input as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (!skipping) answer(line);
      skipping = false;
      if (answers.length >= flushAt) await flush();
    }
    if (rest.length > longestLine) {
      if (!skipping) answers += `${JSON.stringify({ error: 'the line is too long' })}\n`;
      skipping = true;
      rest = '';
    }
    await flush();
  }
  if (!skipping) answer(rest);
  await flush();
}

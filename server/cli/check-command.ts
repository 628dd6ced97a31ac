import type { Readable, Writable } from 'node:stream';
import { answerLines, longestLine } from './answer-lines.ts';
import { checkLine } from './check-line.ts';

/** Usage of the command, for the operator. */
export const checkUsage = [
  '  npm run -s woordhouder -- check < drafts.jsonl',
  '      reads JSON lines {"draft","customer","lateMinutes"?,"promise"?,"channel"?,"name"?,"now"?} and writes for each',
  '      {"findings":[{"code","severity","span":{"start","end","text"},"advice"}]}, or {"error"} for a line that does not fit;',
  '      codes and states: docs/drafts.md',
].join('\n');

/**
 * Checks drafts line by line as they come: answers in the order of the lines, empty lines skipped, waiting while the reader of the
 * output is slower. A line of over 4 million characters is answered with an error and skipped.
 */
export async function runCheck(input: Readable, output: Writable): Promise<void> {
  const longest = { characters: longestLine, refusal: JSON.stringify({ error: 'the line is too long' }) };
  await answerLines(input, output, { answer: checkLine, longest });
}

import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { reportOf } from '#shared/emotion/cue-report.ts';
import { analyse } from '#shared/emotion/cues.ts';

const flushAt = 64 * 1024;
// Longer than any message of any platform; a stream without line feeds must not fill the memory.
const longestLine = 4_000_000;

const languages: ReadonlyMap<unknown, 'nl' | 'en'> = new Map([
  ['nl', 'nl'],
  ['en', 'en'],
]);

function refusal(why: string): string {
  return JSON.stringify({ error: why });
}

function faultOf({ text, lang, channel }: Record<string, unknown>): string | null {
  if (typeof text !== 'string') return '"text" is missing or no string';
  if ((lang ?? null) !== null && !languages.has(lang)) return '"lang" must be "nl" or "en"';
  return (channel ?? null) !== null && typeof channel !== 'string' ? '"channel" must be a string' : null;
}

/** The answer to one line `{"text","lang"?,"channel"?}`: a report (shared/emotion/cue-report.ts) or `{"error"}`, as JSON. Never throws. */
export function analyseLine(line: string): string {
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return refusal(`the line is no JSON: ${error.message}`);
    throw error;
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return refusal('the line is no JSON object');
  const fields = given as Record<string, unknown>;
  const fault = faultOf(fields);
  if (fault !== null) return refusal(fault);
  const language = languages.get(fields['lang']);
  const text = String(fields['text']);
  return JSON.stringify(reportOf(analyse(text, language === undefined ? {} : { language })));
}

/**
 * Answers JSON lines as they come, one line each and in their order; blank lines are passed over. Reads nothing more while the output
 * is full, so that its size never matters.
 */
export async function analyseLines(input: Readable, output: Writable): Promise<void> {
  const decoder = new StringDecoder('utf8');
  let pending = '';
  let tooLong = false;
  let answers = '';
  const flush = async (): Promise<void> => {
    const full = answers !== '' && !output.write(answers);
    answers = '';
    if (full) await once(output, 'drain');
  };
  const answer = (line: string): void => {
    if (tooLong) answers += `${refusal('the line is too long')}\n`;
    else if (line.trim() !== '') answers += `${analyseLine(line)}\n`;
    tooLong = false;
  };
  for await (const chunk of input as AsyncIterable<Buffer>) {
    const text = pending + decoder.write(chunk);
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      answer(text.slice(from, end));
      from = end + 1;
      if (answers.length >= flushAt) await flush();
    }
    await flush();
    pending = text.slice(from);
    if (pending.length > longestLine) [pending, tooLong] = ['', true];
  }
  answer(pending + decoder.end());
  await flush();
}

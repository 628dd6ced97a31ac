import type { Readable, Writable } from 'node:stream';
import { reportOf } from '#shared/emotion/cue-report.ts';
import { analyse } from '#shared/emotion/cues.ts';
import { answerLines, longestLine } from './answer-lines.ts';

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
  const longest = { characters: longestLine, refusal: refusal('the line is too long') };
  await answerLines(input, output, { answer: analyseLine, longest });
}

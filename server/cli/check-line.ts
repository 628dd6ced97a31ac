import { checkDraft } from '#shared/replies/draft-check.ts';
import type { DraftContext } from '#shared/replies/draft-check.ts';
import { contextOfInput, promiseStates } from '#shared/replies/check-input.ts';
import type { CheckInput } from '#shared/replies/check-input.ts';

type Field = Readonly<Record<string, unknown>>;

/** A line that cannot be checked; `message` says why, for the operator. */
class BadLine extends Error {}

function isObject(value: unknown): value is Field {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(line: Field, name: string, otherwise?: string): string {
  const value = line[name] ?? otherwise;
  if (typeof value === 'string') return value;
  throw new BadLine(value === undefined ? `"${name}" is missing` : `"${name}" must be a text`);
}

function minutesOf(line: Field): number {
  const value = line['lateMinutes'] ?? 0;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new BadLine('"lateMinutes" must be a number');
}

function promiseOf(line: Field): NonNullable<CheckInput['promise']> {
  const given = line['promise'] ?? 'none';
  const value: unknown = isObject(given) ? (given['state'] ?? 'none') : given;
  const state = promiseStates.find((known) => typeof value === 'string' && known === value.toLowerCase());
  if (state !== undefined) return state;
  throw new BadLine(`"promise" must be one of ${promiseStates.join(', ')}, or an object with such a "state"`);
}

function momentOf(line: Field): string | undefined {
  const value = line['now'];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' && !Number.isNaN(new Date(value).getTime())) return value;
  throw new BadLine('"now" must be an ISO 8601 instant');
}

function contextOf(line: Field): { draft: string; context: DraftContext } {
  const draft = textOf(line, 'draft');
  const customer = textOf(line, 'customer', '');
  const channel = textOf(line, 'channel', '');
  const now = momentOf(line);
  const name = line['name'] === undefined || line['name'] === null ? undefined : textOf(line, 'name');
  const known = { ...(name !== undefined && { name }), ...(now !== undefined && { now }) };
  const lateMinutes = minutesOf(line);
  return {
    draft,
    context: contextOfInput({ draft, customer, channel, lateMinutes, promise: promiseOf(line), ...known }),
  };
}

/**
 * Checks one line of `woordhouder check` and gives the line that answers it, without a line feed: `{"findings":[…]}` or
 * `{"error":"…"}`. Never throws on any text.
 */
export function checkLine(line: string): string {
  try {
    const given: unknown = JSON.parse(line);
    if (!isObject(given)) throw new BadLine('the line is no JSON object');
    const { draft, context } = contextOf(given);
    const findings = checkDraft(draft, context).map(({ code, level, start, end, message, suggestion }) => {
      // What is missing is missing from the whole draft.
      const [from, to] = start === null || end === null ? [0, draft.length] : [start, end];
      const { language } = context;
      const advice = suggestion === null ? message[language] : `${message[language]} ${suggestion[language]}`;
      return { code, severity: level, span: { start: from, end: to, text: draft.slice(from, to) }, advice };
    });
    return JSON.stringify({ findings });
  } catch (error) {
    if (error instanceof SyntaxError) return JSON.stringify({ error: 'the line is no JSON' });
    if (error instanceof BadLine) return JSON.stringify({ error: error.message });
    throw error;
  }
}

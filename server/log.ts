import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';
import type { LogLevel } from '#server/config.ts';

/** Writes JSON lines: ids and counts, never message text, tokens, cookies or passwords. */
export type Log = Logger;

const secretKeys = new Set(
  [
    'password passwordHash token accessToken refreshToken verifyToken secret secrets secretKey appSecrets credentials cookie',
    'set-cookie authorization body text preview query variables',
  ]
    .join(' ')
    .split(' ')
    .map((key) => key.toLowerCase()),
);

const deepest = 6;

/** Makes the log; `destination` is standard output unless a test gives its own. */
export function createLog(options: { level: LogLevel; destination?: DestinationStream }): Log {
  return pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      // The standard serializer would read the error again, past `plainError`.
      serializers: { err: (error: unknown) => error },
      hooks: {
        logMethod(inputs, method) {
          const [first, ...rest] = inputs as unknown[];
          const object: unknown = first instanceof Error ? { err: first } : first;
          // Without words pino would take the error's own, which may hold a person's data.
          const words = rest.length === 0 && typeof object === 'object' ? ['-'] : rest;
          method.apply(this, [object, ...words] as Parameters<typeof method>);
        },
      },
      formatters: {
        level: (label) => ({ level: label }),
        log: (object) => hideSecrets(object, 0) as Record<string, unknown>,
      },
    },
    options.destination ?? pino.destination(1),
  );
}

function hideSecrets(value: unknown, depth: number): unknown {
  if (value instanceof Error) return plainError(value, depth);
  if (value instanceof Date || typeof value !== 'object' || value === null) return value;
  if (depth >= deepest || ArrayBuffer.isView(value)) return '[not shown]';
  if (Array.isArray(value)) return value.slice(0, 50).map((part) => hideSecrets(part, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      secretKeys.has(key.toLowerCase()) ? '[hidden]' : hideSecrets(part, depth + 1),
    ]),
  );
}

/** Only the known parts of an error: drivers hang whole documents on theirs. */
function plainError(error: Error, depth: number): Record<string, unknown> {
  const { code, kind, cause } = error as Error & { code?: unknown; kind?: unknown };
  return {
    type: error.name,
    message: hideKeyValues(error.message),
    stack: framesOf(error.stack ?? ''),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(typeof kind === 'string' ? { kind } : {}),
    ...(cause !== undefined && depth < deepest ? { cause: hideSecrets(cause, depth + 1) } : {}),
  };
}

/** The database names the values of a duplicate key in its message, and they may be a person's, over several lines. */
function hideKeyValues(text: string): string {
  return text.replace(/dup key: [\s\S]*/, 'dup key: [hidden]');
}

/** The calls alone: the stack repeats the message before them. */
function framesOf(stack: string): string {
  const lines = stack.split('\n');
  const lastWord = lines.findLastIndex((line) => !/^\s+at /.test(line));
  return lines.slice(lastWord + 1).join('\n');
}

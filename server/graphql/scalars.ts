import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const isoInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;

/** An instant: ISO 8601 in UTC with milliseconds going out, a `Date` inside; input without `Z` is refused. */
export const dateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  serialize: (value) => {
    if (!(value instanceof Date) || Number.isNaN(value.getTime())) throw new TypeError('DateTime must be a valid Date');
    return value.toISOString();
  },
  parseValue: readInstant,
  parseLiteral: (node) => readInstant(node.kind === Kind.STRING ? node.value : null),
});

/** A length of time in whole milliseconds, positive or negative, up to 2^53. */
export const millisecondsScalar = new GraphQLScalarType<number, number>({
  name: 'Milliseconds',
  serialize: (value) => {
    if (!Number.isSafeInteger(value)) throw new TypeError('Milliseconds must be a whole number');
    return value as number;
  },
  parseValue: readMilliseconds,
  parseLiteral: (node) => readMilliseconds(node.kind === Kind.INT ? Number(node.value) : null),
});

function readInstant(value: unknown): Date {
  if (typeof value === 'string' && isoInstant.test(value)) {
    const instant = new Date(value);
    // JavaScript reads 31 February as 3 March; such a day is a mistake of the sender.
    if (!Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value.slice(0, 10))) return instant;
  }
  throw new GraphQLError('DateTime must be ISO 8601 in UTC, such as 2026-01-31T09:30:00.000Z');
}

function readMilliseconds(value: unknown): number {
  if (Number.isSafeInteger(value)) return value as number;
  throw new GraphQLError('Milliseconds must be a whole number');
}

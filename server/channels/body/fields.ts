/** A JSON object whose fields are not trusted yet. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Longer ids are no platform's; a limit keeps junk out of index keys. */
const maxIdLength = 512;

/** Values at or above this are milliseconds, below it seconds: 1e11 s is the year 5138, 1e11 ms is 1973. */
const millisecondsFrom = 1e11;

/** Platform times outside 2004..2100 are junk, not times. */
const earliestMs = Date.UTC(2004, 0, 1);
const latestMs = Date.UTC(2100, 0, 1);

/** True for a JSON object (not an array, not null). */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The own field `key` of a JSON object; undefined for anything else. */
export function field(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** A nested field, step by step. */
export function path(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce(field, value);
}

/** What `table` itself holds under `key`: words from outside never reach what every object inherits. */
export function lookUp<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** The value when it is an array, else null. */
export function list(value: unknown): readonly unknown[] | null {
  return Array.isArray(value) ? (value as readonly unknown[]) : null;
}

/** The value when it is a string with at least one character, else null. Characters are never changed: text is data. */
export function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** An id as a string: a non-empty string or an integer that a float holds exactly; else null. */
export function id(value: unknown): string | null {
  if (typeof value === 'string') return value !== '' && value.length <= maxIdLength ? value : null;
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? String(value) : null;
}

/** The first of several fields that holds an id, or null. */
export function firstId(...values: readonly unknown[]): string | null {
  return values.map(id).find((each) => each !== null) ?? null;
}

/** The first of several fields that holds a text, or null. */
export function firstText(...values: readonly unknown[]): string | null {
  return values.map(text).find((each) => each !== null) ?? null;
}

/** A finite number given as number or numeric string, else null. */
export function number(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || !/^-?\d{1,20}(\.\d{1,20})?$/.test(value)) return null;
  return Number(value);
}

function plausible(ms: number): Date | null {
  return ms >= earliestMs && ms < latestMs ? new Date(ms) : null;
}

/**
 * A Unix time in seconds or milliseconds, number or numeric string. The platforms mix both units in one field
 * (Messenger's dashboard tests send seconds where live events send milliseconds), so the size decides. Null for junk.
 */
export function unixTime(value: unknown): Date | null {
  const amount = number(value);
  if (amount === null) return null;
  return plausible(amount >= millisecondsFrom ? amount : amount * 1000);
}

/** An ISO 8601 instant with a zone, else null. */
export function isoTime(value: unknown): Date | null {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$/.test(value))
    return null;
  const withColon = value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
  return plausible(Date.parse(withColon));
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** X's old post time, as in `Mon May 19 14:01:46 +0000 2025` (always UTC), else null. */
export function legacyPostTime(value: unknown): Date | null {
  if (typeof value !== 'string') return null;
  const match = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d\d) (\d\d):(\d\d):(\d\d) \+0000 (\d{4})$/.exec(value);
  if (match === null) return null;
  const [, monthName = '', day, hour, minute, second, year] = match;
  const month = months.indexOf(monthName);
  if (month < 0) return null;
  return plausible(Date.UTC(Number(year), month, Number(day), Number(hour), Number(minute), Number(second)));
}

import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { clientError } from './error-codes.ts';

/** The most items a list gives at once. */
const largestPage = 100;

/** How many items to read for `first` or `last`: at most `largestPage`. Throws BAD_USER_INPUT below 1. */
export function pageSize(asked: number | null | undefined, fallback = 30): number {
  const size = asked ?? fallback;
  if (size < 1) throw clientError('BAD_USER_INPUT');
  return Math.min(size, largestPage);
}

/** An opaque cursor for `position` in the list named `list`; the position is JSON (instants as their ms). */
export function encodeCursor(list: string, position: unknown): string {
  const text = JSON.stringify(position);
  return Buffer.from(`${checkOf(list, text)}${text}`, 'utf8').toString('base64url');
}

/**
 * The position in a cursor that `encodeCursor` made for the same list.
 * `shape` keeps anything but plain values out of database filters. Throws INVALID_CURSOR.
 */
export function decodeCursor<P>(list: string, cursor: string, shape: z.ZodType<P>): P {
  const plain = /^[A-Za-z0-9_-]{1,1000}$/.test(cursor) ? Buffer.from(cursor, 'base64url').toString('utf8') : '';
  const text = plain.slice(checkLength);
  if (plain === '' || plain.slice(0, checkLength) !== checkOf(list, text)) throw clientError('INVALID_CURSOR');
  const parsed = shape.safeParse(jsonOf(text));
  if (!parsed.success) throw clientError('INVALID_CURSOR');
  return parsed.data;
}

const checkLength = 8;

/** Notices damage and cursors of another list; it is no secret: what a cursor may reach is settled by brand and shape. */
function checkOf(list: string, text: string): string {
  return createHash('sha256').update(`${list}\n${text}`).digest('base64url').slice(0, checkLength);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

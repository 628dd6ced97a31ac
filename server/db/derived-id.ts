import { hash } from 'node:crypto';

/**
 * An id that follows from what it names: the same parts give the same id on every process and after every replay, so
 * that inserting twice is noticed without a search. 22 characters, base64url, 132 bits of SHA-256.
 */
export function derivedId(...parts: readonly string[]): string {
  const named = parts.map((part) => `${String(part.length)}:${part}`).join('');
  return hash('sha256', named, 'base64url').slice(0, 22);
}

import { randomBytes } from 'node:crypto';

/** A fresh, unguessable id for a stored object: 16 random bytes as 22 characters of base64url. */
export function newId(): string {
  return randomBytes(16).toString('base64url');
}

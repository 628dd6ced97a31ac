import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** HMAC-SHA256 of `data` with `secret`, as raw bytes. */
export function hmacSha256(secret: string, data: Uint8Array | string): Buffer {
  return createHmac('sha256', secret).update(data).digest();
}

/** True when one of `secrets` signs `data` with `signature` (32 raw bytes). Constant time; an empty secret never fits. */
export function signedByOneOf(secrets: readonly string[], data: Uint8Array, signature: Uint8Array): boolean {
  let fits = false;
  for (const secret of secrets) {
    if (secret === '') continue;
    const expected = hmacSha256(secret, data);
    if (expected.length === signature.length && timingSafeEqual(expected, signature)) fits = true;
  }
  return fits;
}

/** Compares two words without telling by its duration where they differ; both are hashed first, so lengths do not matter. */
export function sameWord(left: string, right: string): boolean {
  const hash = (word: string): Buffer => createHash('sha256').update(word).digest();
  return timingSafeEqual(hash(left), hash(right));
}

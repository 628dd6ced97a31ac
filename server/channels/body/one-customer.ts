/** Bodies beyond this many bytes are batches: looking through them would hold up the answer. */
const longestLookedAt = 32_768;

/**
 * The id that all matches of `pattern` (global, the id its first group) in a JSON body have in common; null when there is none or
 * there are several. For spreading work only: a quote within a JSON text is escaped, so a customer's words never match a
 * pattern that begins and ends with one.
 */
export function onlyIdIn(body: Uint8Array, pattern: RegExp): string | null {
  const ids = idsIn(body, pattern);
  return ids.size === 1 ? ([...ids][0] ?? null) : null;
}

/** As `onlyIdIn`, for bodies that name customer and account alike: both ids in one order, null when there are not exactly two. */
export function onlyPairIn(body: Uint8Array, pattern: RegExp): string | null {
  const ids = idsIn(body, pattern);
  return ids.size === 2 ? [...ids].sort().join(' ') : null;
}

function idsIn(body: Uint8Array, pattern: RegExp): ReadonlySet<string> {
  if (body.length > longestLookedAt) return new Set();
  const text = Buffer.from(body.buffer, body.byteOffset, body.length).toString('latin1');
  const ids = new Set<string>();
  // On the way to the 200 of every webhook: `matchAll` costs several times as much.
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (match[1] !== undefined) ids.add(match[1]);
  }
  return ids;
}

/** FNV-1a over UTF-16 units, 0 to 2^32 - 1: which half of a corpus a text falls in hangs on its words alone, so nobody chooses. */
export function wordHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

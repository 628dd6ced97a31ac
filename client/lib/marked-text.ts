/** A stretch of a text that means something: UTF-16 offsets, end exclusive. */
export type Mark<T> = { readonly start: number; readonly end: number; readonly value: T };

/** A piece of a text between two borders, with the values of every mark that covers it (in the order the marks were given). */
export type MarkedSegment<T> = { readonly start: number; readonly text: string; readonly values: readonly T[] };

function clamp(offset: number, length: number): number {
  return Math.min(Math.max(0, Math.trunc(offset)), length);
}

/**
 * Cuts a text at the borders of its marks, which may overlap, so that every piece is covered wholly or not at all by each mark.
 * The pieces joined give the text; marks outside the text or without length are left out.
 */
export function markText<T>(text: string, marks: readonly Mark<T>[]): MarkedSegment<T>[] {
  const usable = marks
    .map((mark) => ({ ...mark, start: clamp(mark.start, text.length), end: clamp(mark.end, text.length) }))
    .filter((mark) => mark.end > mark.start);
  const borders = new Set<number>([0, text.length]);
  for (const mark of usable) borders.add(mark.start).add(mark.end);
  const sorted = [...borders].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] ?? text.length;
    const covering = usable.filter((mark) => mark.start <= start && mark.end >= end);
    return { start, text: text.slice(start, end), values: covering.map((mark) => mark.value) };
  });
}

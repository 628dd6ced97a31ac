/** A stretch of a text as UTF-16 positions; empty when nothing is chosen. */
export type ChosenWords = { readonly start: number; readonly end: number };

/** The words that are selected on the page, where they first stand in this text. */
export function selectedIn(text: string): ChosenWords {
  const words = globalThis.getSelection()?.toString().trim() ?? '';
  const start = words === '' ? -1 : text.indexOf(words);
  return start < 0 ? { start: 0, end: 0 } : { start, end: start + words.length };
}

import type { PromiseLabelDoc } from './promise-labels.store.ts';

/** Labels as JSON lines for tuning; names, addresses and numbers that could point at a person are masked, other words and places stay. */
export function labelLines(
  labels: readonly PromiseLabelDoc[],
  namesOf: (label: PromiseLabelDoc) => readonly string[],
): string {
  return labels
    .map((label) => {
      const { text, sentAt, verdict, reader, person, at } = label;
      const masked = maskPeople(text, namesOf(label));
      return JSON.stringify({
        text: masked,
        sentAt,
        verdict,
        reader: reader && { ...reader, wording: masked.slice(reader.start, reader.end) },
        person: person && { ...person, wording: masked.slice(person.start, person.end) },
        at,
      });
    })
    .map((line) => `${line}\n`)
    .join('');
}

const shortestName = 2;

/** Masks names, addresses, handles and numbers with signs of the same length, so that positions stay true. */
export function maskPeople(text: string, names: readonly string[]): string {
  const words = names.flatMap((name) => name.split(/\s+/u)).filter((word) => word.length >= shortestName);
  const covered = (found: string): string => '█'.repeat(found.length);
  return [...new Set(words)]
    .sort((a, b) => b.length - a.length)
    .reduce(
      (masked, word) =>
        masked.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`, 'giu'), covered),
      text,
    )
    .replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu, covered)
    .replace(/(?<![\p{L}\p{N}])@\w{2,}/gu, covered)
    .replace(/(?<!\d)\+?\d[\d -]{7,}\d/gu, covered);
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}

import type { DraftCheck } from './draft-case.ts';
import { firstPhrase, kindsOf } from './draft-reading.ts';
import type { DraftPhrase, DraftReading } from './draft-reading.ts';

const ourWords = new Set(['wij', 'we', 'ons', 'onze', 'our', 'us', 'ours', "we're", "we've", "we'll"]);
const readerWords = new Set(
  "je jij jou jouw jullie u uw you your yours you're you'll ik mij mijn me i i'll i've i'm my".split(' '),
);

function count({ tokens }: DraftReading, words: ReadonlySet<string>): number {
  return tokens.filter(({ form }) => words.has(form)).length;
}

function mostlyAboutUs({ sentences }: DraftReading): boolean {
  const about = sentences.filter(({ tokens }) => tokens.some(({ form }) => ourWords.has(form))).length;
  return about / Math.max(1, sentences.length) > 0.6;
}

/** True when a reply boasts or cites house rules and says next to nothing about the reader, or speaks of us all the time. */
function isOrgCentred(reading: DraftReading, boasts: number, cites: boolean): boolean {
  const ours = count(reading, ourWords);
  if (ours === 0) return false;
  const reader = count(reading, readerWords);
  if (boasts === 1 && reader === 0) return true;
  if (cites && reader === 0) return true;
  const helps = reading.sentences.some(
    (_, at) => kindsOf(reading, at).has('action') && !kindsOf(reading, at).has('proud'),
  );
  if (boasts > 1) return reader <= 1 || (ours >= reader && !helps);
  return mostlyAboutUs(reading) && ours >= 3 && ours > reader && !helps;
}

const boastsIn = ({ phrases }: DraftReading): DraftPhrase[] => phrases.filter(({ kind }) => kind === 'proud');

/** True when a reply is about the organisation, not about the customer. */
export function speaksOfUs(reading: DraftReading): boolean {
  return isOrgCentred(reading, boastsIn(reading).length, firstPhrase(reading, 'policy') !== null);
}

/** The reply is about the organisation, not about the customer. */
export const orgCentred: DraftCheck = ({ reading }) => {
  if (!speaksOfUs(reading)) return [];
  const proud = boastsIn(reading);
  const policy = firstPhrase(reading, 'policy');
  const at = proud[0] ?? policy;
  return [{ code: 'org_centred', at: at === null ? null : { start: at.start, end: at.end } }];
};

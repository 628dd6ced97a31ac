import type { NormalisedText } from './normalised-text.ts';

const vocabulary =
  'binnen vandaag morgen overmorgen vanmiddag vanavond vanochtend morgenochtend morgenmiddag werkdag werkdagen maandag dinsdag woensdag donderdag vrijdag zaterdag zondag minuten kwartier volgende uiterlijk spoedig mogelijk binnenkort reageren reactie contact antwoord beantwoorden ontvangt bericht terug tomorrow within business working monday tuesday wednesday thursday friday saturday afternoon morning evening shortly possible respond response receive contact weekend middag ochtend'.split(
    ' ',
  );

/** Words that are right as they are, one letter away from one of the vocabulary. */
const rightAsTheyAre: ReadonlySet<string> = new Set(
  'binden bonnen bannen vandaan regeren contant contract mourning redactie mogelijke volgenden gericht beicht middags berichte worming weekeind ontvangst midday possibly'.split(
    ' ',
  ),
);

function withoutOneLetter(word: string): string[] {
  return Array.from(word, (_letter, index) => word.slice(0, index) + word.slice(index + 1));
}

const known: ReadonlySet<string> = new Set(vocabulary);
const byShortened = new Map<string, string>();
for (const word of vocabulary) for (const short of withoutOneLetter(word)) byShortened.set(short, word);

/** One letter for another, or two neighbours in the wrong order: "Farida" is no Friday. */
function differInOnePlace(right: string, word: string): boolean {
  let first = 0;
  while (first < word.length && right[first] === word[first]) first += 1;
  let last = word.length - 1;
  while (last > first && right[last] === word[last]) last -= 1;
  return last - first <= 1;
}

function nearest(word: string): string | null {
  const missing = byShortened.get(word);
  if (missing) return missing;
  for (const short of withoutOneLetter(word)) {
    if (known.has(short)) return short;
    const swapped = byShortened.get(short);
    if (swapped?.length === word.length && differInOnePlace(swapped, word)) return swapped;
  }
  return null;
}

/**
 * The word of time or answering that a misspelt word stands for, one letter missing, too many or wrong; null when it is none.
 * Endings are left alone: they are inflection, not faults.
 */
export function correctionOf(word: string): string | null {
  if (word.length < 4 || word.length > 14 || rightAsTheyAre.has(word)) return null;
  const found = nearest(word);
  const fits = found !== null && found[0] === word[0] && !found.startsWith(word) && !word.startsWith(found);
  return fits ? found : null;
}

/** A misspelt stretch of normalised text and the word for it. */
export type Correction = { readonly start: number; readonly end: number; readonly by: string };

/** The text with corrections in the place of misspelt words; offsets into the original stay those of the whole words. */
export function correctedText(normalised: NormalisedText, corrections: readonly Correction[]): NormalisedText {
  const places: number[] = [];
  let out = '';
  let from = 0;
  const keep = (until: number): void => {
    for (let index = from; index < until; index += 1) places.push(index);
    out += normalised.text.slice(from, until);
  };
  for (const { start, end, by } of corrections) {
    keep(start);
    for (let index = 0; index < by.length; index += 1)
      places.push(index === by.length - 1 ? end - 1 : Math.min(start + index, end - 1));
    out += by;
    from = end;
  }
  keep(normalised.text.length);
  return {
    text: out,
    originalStart: (at) => normalised.originalStart(places[at] ?? normalised.text.length),
    originalEnd: (at) => (at > 0 ? normalised.originalEnd((places[at - 1] ?? normalised.text.length - 1) + 1) : 0),
  };
}

import type { CueAdditions } from './cue-book.ts';
import { cueCodes, cueLabels } from './cue-model.ts';
import type { Bilingual, CueCode, Language } from './cue-model.ts';
import { formsOf } from './inflection.ts';
import type { SituationRule } from './situation-rule.ts';
import { dutchStopWords, englishStopWords } from './stop-words.data.ts';
import { plainForm, readSentences } from './tokens.ts';

/** A word or phrase that a brand added: wherever it stands in a customer's text of that language, it shows the cue. */
export type BrandWord = { readonly language: Language; readonly code: CueCode; readonly phrase: string };

/** What somebody wants to add, before it was looked at. */
export type AskedWord = { readonly language: string; readonly code: string; readonly phrase: string };

/** Why a word cannot be added, and which part of it is at fault. */
export type BrandWordFault = { readonly field: keyof AskedWord; readonly message: Bilingual };

const [shortestWord, longestPhrase, mostWords] = [3, 60, 8];
// As sure as a plain statement of the shipped rules: shown, and outdone by what is plainer.
const brandWeight = 0.8;
const stopWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  nl: new Set(dutchStopWords.split(' ').map(plainForm)),
  en: new Set(englishStopWords.split(' ').map(plainForm)),
};
const denials: Readonly<Record<Language, string>> = {
  nl: 'geen|niet|nooit|zonder',
  en: "no|not|never|without|isn't|wasn't|don't|didn't",
};

/** The words of a phrase as the detector looks them up; null when it is more than one plain phrase of words. */
function formsIn(phrase: string): string[] | null {
  if (!/^[\p{L}\p{M}'’ -]+$/u.test(phrase)) return null;
  const [sentence, ...more] = readSentences(phrase);
  if (sentence === undefined || more.length > 0) return null;
  const forms = sentence.tokens.map(({ form }) => form);
  const plain =
    sentence.tokens.every(({ kind }) => kind === 'word') && forms.every((form) => /^[\p{L}'-]+$/u.test(form));
  return plain ? forms : null;
}

/** By what two phrases are the same to the detector: case, accents and lengthened letters aside. Empty for no phrase. */
export function phraseKey(phrase: string): string {
  return (formsIn(phrase.trim()) ?? []).join(' ');
}

function phraseMessage(phrase: string, language: Language): Bilingual | null {
  if (phrase === '') return { nl: 'Vul een woord of uitdrukking in.', en: 'Fill in a word or phrase.' };
  if (phrase.length > longestPhrase) return { nl: 'Hooguit 60 tekens.', en: 'At most 60 characters.' };
  const forms = formsIn(phrase);
  if (forms === null || forms.length === 0)
    return {
      nl: 'Gebruik alleen letters, spaties, koppeltekens en apostrofs; patronen en cijfers kunnen niet.',
      en: 'Use letters, spaces, hyphens and apostrophes only; no patterns and no figures.',
    };
  if (forms.length > mostWords) return { nl: 'Hooguit 8 woorden.', en: 'At most 8 words.' };
  const telling = forms.filter((form) => form.length >= shortestWord && !stopWords[language].has(form));
  if (telling.length === 0)
    return {
      nl: 'Dit staat in bijna elk bericht. Kies een woord dat meer zegt.',
      en: 'That stands in almost any message. Choose a word that says more.',
    };
  return null;
}

/** What is wrong with a word that somebody wants to add; null when it can be read. */
export function brandWordFault({ language, code, phrase }: AskedWord): BrandWordFault | null {
  if (language !== 'nl' && language !== 'en')
    return { field: 'language', message: { nl: 'Kies Nederlands of Engels.', en: 'Choose Dutch or English.' } };
  if (!cueCodes.some((known) => known === code))
    return { field: 'code', message: { nl: 'Dit signaal bestaat niet.', en: 'There is no such sign.' } };
  const message = phraseMessage(phrase.trim(), language);
  return message && { field: 'phrase', message };
}

/** A single word counts in its plural and diminutive too; a phrase as it stands. Denied words count for nothing. */
function ruleOf({ language, code, phrase }: BrandWord): SituationRule {
  const forms = formsIn(phrase) ?? [];
  const [only, ...more] = forms;
  const alone = only !== undefined && more.length === 0;
  const pattern = alone ? [...new Set(formsOf(only, 'nouns', language).map(plainForm))].join('|') : forms.join(' ');
  return {
    id: `brand.${language}.${code}`,
    cue: code,
    weight: brandWeight,
    why: {
      nl: `"${phrase}" staat in jullie eigen woorden bij: ${cueLabels[code].nl}`,
      en: `"${phrase}" is one of your own words for: ${cueLabels[code].en}`,
    },
    patterns: [pattern],
    unless: [`${denials[language]} ..1 ${pattern}`],
  };
}

/** A brand's words as additions to the book of cues; words that cannot be read must have been refused before. */
export function additionsOf(words: readonly BrandWord[]): CueAdditions {
  const of = (language: Language): SituationRule[] => words.filter((word) => word.language === language).map(ruleOf);
  return { rules: { nl: of('nl'), en: of('en') } };
}

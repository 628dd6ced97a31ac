import type { Language } from '../emotion/cue-model.ts';
import { guessLanguage } from '../emotion/language-guess.ts';
import { readSentences } from '../emotion/tokens.ts';
import type { Sentence, Token } from '../emotion/tokens.ts';
import { compilePatterns } from '../emotion/word-patterns.ts';
import type { PatternSet } from '../emotion/word-patterns.ts';
import type { PhraseKind } from './draft-phrase-kinds.ts';
import { englishDraftClasses, englishDraftPhrases } from './draft-phrases-en.data.ts';
import { dutchDraftClasses, dutchDraftPhrases } from './draft-phrases-nl.data.ts';

/** A phrase found in a draft: its kind, sentence number, and UTF-16 offsets in the draft. */
export type DraftPhrase = { kind: PhraseKind; sentence: number; start: number; end: number };

/** A draft cut into sentences with the phrases found in it; `kinds` holds the kinds of each sentence. */
export type DraftReading = {
  text: string;
  language: Language;
  sentences: Sentence[];
  tokens: Token[];
  phrases: DraftPhrase[];
  kinds: ReadonlySet<PhraseKind>[];
};

function compileLanguage(
  phrases: Record<PhraseKind, readonly string[]>,
  classes: Record<string, string>,
): PatternSet<PhraseKind> {
  const kinds = Object.entries(phrases) as [PhraseKind, readonly string[]][];
  return compilePatterns(
    kinds.flatMap(([kind, patterns]) => patterns.map((pattern) => [pattern, kind] as const)),
    classes,
  );
}

const phraseBooks: Record<Language, PatternSet<PhraseKind>> = {
  nl: compileLanguage(dutchDraftPhrases, dutchDraftClasses),
  en: compileLanguage(englishDraftPhrases, englishDraftClasses),
};

/** Reads a draft in its own language; `fallback` decides when the words do not. */
export function readDraft(text: string, fallback: Language): DraftReading {
  const sentences = readSentences(text);
  const language = guessLanguage(sentences, fallback);
  const phrases: DraftPhrase[] = [];
  const kinds = sentences.map(({ tokens }, sentence) => {
    const found = new Set<PhraseKind>();
    for (const { value, from, to } of phraseBooks[language].find(tokens)) {
      const start = tokens[from]?.start;
      const end = tokens[to - 1]?.end;
      if (start === undefined || end === undefined) continue;
      found.add(value);
      phrases.push({ kind: value, sentence, start, end });
    }
    return found;
  });
  return { text, language, sentences, tokens: sentences.flatMap(({ tokens }) => tokens), phrases, kinds };
}

const none: ReadonlySet<PhraseKind> = new Set();

/** The kinds of phrase in a sentence; none for a sentence that is not there. */
export function kindsOf({ kinds }: Pick<DraftReading, 'kinds'>, sentence: number): ReadonlySet<PhraseKind> {
  return kinds[sentence] ?? none;
}

/** First phrase of a kind, in reading order; null when there is none. */
export function firstPhrase(reading: DraftReading, kind: PhraseKind): DraftPhrase | null {
  return reading.phrases.find((phrase) => phrase.kind === kind) ?? null;
}

/** Sentences that hold a phrase of a kind. */
export function sentencesWith(reading: DraftReading, kind: PhraseKind): Set<number> {
  return new Set(reading.kinds.flatMap((kinds, sentence) => (kinds.has(kind) ? [sentence] : [])));
}

const greetingWords = 4;
const exclamationWords = 3;

/** Numbers of the first two sentences that say more than hello or a sigh ("Oei!"). */
export function openingSentences({ sentences, kinds }: DraftReading): number[] {
  const opening: number[] = [];
  sentences.forEach(({ tokens }, at) => {
    const greets = at === 0 && kinds[at]?.has('greeting') === true && tokens.length <= greetingWords;
    if (opening.length < 2 && !greets && (tokens.length > exclamationWords || kinds[at]?.has('apology') === true)) {
      opening.push(at);
    }
  });
  return opening;
}

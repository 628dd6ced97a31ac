import type { Language } from '../emotion/cue-model.ts';
import { guessLanguage } from '../emotion/language-guess.ts';
import { readSentences } from '../emotion/tokens.ts';
import type { Sentence, Token } from '../emotion/tokens.ts';
import { compilePatterns } from '../emotion/word-patterns.ts';
import type { PatternSet } from '../emotion/word-patterns.ts';
import { draftClasses, draftPhrases } from './draft-phrases.data.ts';
import type { PhraseKind } from './draft-phrases.data.ts';

/** A phrase found in a draft: its kind, sentence number, and UTF-16 offsets in the draft. */
export type DraftPhrase = { kind: PhraseKind; sentence: number; start: number; end: number };

/** A draft cut into sentences with the phrases found in it. */
export type DraftReading = {
  text: string;
  language: Language;
  sentences: Sentence[];
  tokens: Token[];
  phrases: DraftPhrase[];
};

function compileLanguage(language: Language): PatternSet<PhraseKind> {
  const kinds = Object.entries(draftPhrases[language]) as [PhraseKind, readonly string[]][];
  const rows = kinds.flatMap(([kind, patterns]) => patterns.map((pattern) => [pattern, kind] as const));
  return compilePatterns(rows, draftClasses[language]);
}

const phraseBooks: Record<Language, PatternSet<PhraseKind>> = { nl: compileLanguage('nl'), en: compileLanguage('en') };

/** Reads a draft in its own language; `fallback` decides when the words do not. */
export function readDraft(text: string, fallback: Language): DraftReading {
  const sentences = readSentences(text);
  const language = guessLanguage(sentences, fallback);
  const phrases = sentences.flatMap(({ tokens }, sentence) =>
    phraseBooks[language].find(tokens).flatMap(({ value, from, to }) => {
      const start = tokens[from]?.start;
      const end = tokens[to - 1]?.end;
      return start === undefined || end === undefined ? [] : [{ kind: value, sentence, start, end }];
    }),
  );
  return { text, language, sentences, tokens: sentences.flatMap(({ tokens }) => tokens), phrases };
}

/** First phrase of a kind, in reading order; null when there is none. */
export function firstPhrase(reading: DraftReading, kind: PhraseKind): DraftPhrase | null {
  return reading.phrases.find((phrase) => phrase.kind === kind) ?? null;
}

/** Sentences that hold a phrase of a kind. */
export function sentencesWith(reading: DraftReading, kind: PhraseKind): Set<number> {
  return new Set(reading.phrases.filter((phrase) => phrase.kind === kind).map(({ sentence }) => sentence));
}

/** Number of the first sentence that says more than hello. */
export function firstRealSentence(reading: DraftReading): number {
  const opening = reading.sentences[0];
  const greets = firstPhrase(reading, 'greeting')?.sentence === 0;
  return greets && opening !== undefined && opening.tokens.length <= 4 ? 1 : 0;
}

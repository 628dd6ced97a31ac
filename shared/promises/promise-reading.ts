import type { OpeningHours } from '../time/opening-hours.ts';

/** A language the reader knows. */
export type PromiseLanguage = 'nl' | 'en';

/** What is promised: an answer, a phone call, or something done for the customer. */
export type PromisedAct = 'reply' | 'call' | 'action';

/** A promise found in an outgoing text. */
export type PromiseReading = {
  /** explicit = the words give a deadline; vague = they do not, and the house meaning counts. */
  readonly kind: 'explicit' | 'vague';
  readonly act: PromisedAct;
  /** The words that carry the deadline; equals text.slice(start, end). */
  readonly wording: string;
  /** UTF-16 offsets into the original text. */
  readonly start: number;
  readonly end: number;
  /** What the reader made of the words, to show beside them. */
  readonly understood: { readonly nl: string; readonly en: string };
  readonly dueAt: Date;
  /** 0..1; below about 0.6 a person should look. */
  readonly confidence: number;
  readonly language: PromiseLanguage;
  /** The grammar rule that read the deadline, for corrections and statistics. */
  readonly ruleId: string;
};

/** What the reader must know besides the text. */
export type PromiseContext = {
  /** When the text was sent. */
  readonly madeAt: Date;
  readonly hours: OpeningHours;
  /** House meaning of a vague promise, in milliseconds after madeAt. */
  readonly vagueMaxMs: number;
  /** The channel's language; settles words that both languages share. */
  readonly language?: PromiseLanguage;
};

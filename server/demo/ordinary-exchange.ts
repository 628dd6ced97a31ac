/** How a customer of the ordinary traffic feels. */
export type OrdinaryMood = 'question' | 'happy' | 'worried' | 'disappointed' | 'angry' | 'ironic';

/**
 * One kind of everyday conversation. Every answer fits every opening; `{slots}` are filled once per conversation.
 * Answers promise nothing, because nobody in the traffic would come back to settle it; see `promised` for those that do.
 */
export type OrdinaryExchange = {
  readonly mood: OrdinaryMood;
  /** Where it may be said; what is said in public is short and names no order numbers or other private matters. */
  readonly where: 'public' | 'private' | 'both';
  readonly openings: readonly string[];
  readonly answers: readonly string[];
  /** A second question and its answer. */
  readonly more?: readonly [question: string, answer: string];
  /** A first answer that promises to come back by a deadline; the answers above then follow as the second. */
  readonly promised?: string;
};

/** The texts of one language for the ordinary traffic. */
export type OrdinaryTexts = {
  readonly exchanges: readonly OrdinaryExchange[];
  /** Ways to open a private message; some people use none. `{dagdeel}` is the part of the day. */
  readonly greetings: readonly string[];
  /** What impatient customers send while they wait. */
  readonly chasers: readonly string[];
  /** Thanks that need no answer. */
  readonly thanks: readonly string[];
  /** First sentence of an answer that comes late. */
  readonly apologies: readonly string[];
  /** The same, short enough for a post on X. */
  readonly shortApologies: readonly string[];
  readonly places: readonly string[];
  /** Monday to Sunday. */
  readonly days: readonly string[];
  /** Morning, afternoon, evening. */
  readonly dayParts: readonly [string, string, string];
};

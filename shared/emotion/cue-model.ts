/** Every emotional or situational sign that the detector can report, in display order. */
export const cueCodes = [
  'anger',
  'disappointment',
  'frustration',
  'sadness',
  'worry',
  'waiting',
  'repeat_contact',
  'promise_broken',
  'unimportant',
  'pillar_to_post',
  'failure',
  'urgency',
  'threat_leave',
  'threat_public',
  'threat_legal',
  'sarcasm',
  'gratitude',
  'joy',
] as const;

/** One of {@link cueCodes}. */
export type CueCode = (typeof cueCodes)[number];

/** The two languages that are read. */
export type Language = 'nl' | 'en';

/** A text in both languages of the screens. */
export type Bilingual = { nl: string; en: string };

/** A stretch of the original text: UTF-16 offsets, `text` equals `original.slice(start, end)`. */
export type TextSpan = { start: number; end: number; text: string };

/** A sign in a customer's text: score 0..1, the words that show it (none when our own clock or counter says it) and why. */
export type Cue = { code: CueCode; score: number; spans: TextSpan[]; ruleId: string; why: Bilingual };

/** The solution a customer asks for: the words as written, their offsets, and the content words in lower case. */
export type Wish = { text: string; start: number; end: number; keywords: string[] };

/** What was read from one customer text. Polarity -1..1, intensity 0..1. */
export type Analysis = {
  language: Language;
  polarity: number;
  intensity: number;
  cues: Cue[];
  dissatisfaction: { yes: boolean; score: number };
  wish: Wish | null;
};

/** What the inbox knows beside the text. `language` forces, `channelLanguage` is the default for undecided texts. */
export type AnalysisContext = {
  language?: Language;
  channelLanguage?: Language;
  waitedMs?: number;
  contactMoments?: number;
  missedPromise?: boolean;
};

/** Short labels for chips. */
export const cueLabels: Record<CueCode, Bilingual> = {
  anger: { nl: 'boos', en: 'angry' },
  disappointment: { nl: 'teleurgesteld', en: 'disappointed' },
  frustration: { nl: 'gefrustreerd', en: 'frustrated' },
  sadness: { nl: 'verdriet', en: 'sadness' },
  worry: { nl: 'bezorgd', en: 'worried' },
  waiting: { nl: 'wacht op antwoord', en: 'waiting' },
  repeat_contact: { nl: 'herhaald contact', en: 'repeated contact' },
  promise_broken: { nl: 'belofte niet nagekomen', en: 'promise broken' },
  unimportant: { nl: 'voelt zich niet belangrijk', en: 'feels unimportant' },
  pillar_to_post: { nl: 'van het kastje naar de muur', en: 'sent around' },
  failure: { nl: 'iets werkt niet of ging mis', en: 'something failed' },
  urgency: { nl: 'spoed', en: 'urgent' },
  threat_leave: { nl: 'dreigt weg te gaan', en: 'threatens to leave' },
  threat_public: { nl: 'dreigt met openbaarheid', en: 'threatens to go public' },
  threat_legal: { nl: 'dreigt met juridische stappen', en: 'threatens legal action' },
  sarcasm: { nl: 'mogelijk ironisch', en: 'possibly ironic' },
  gratitude: { nl: 'dankbaar', en: 'grateful' },
  joy: { nl: 'blij', en: 'happy' },
};

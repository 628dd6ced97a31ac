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
  'unanswered',
  'pillar_to_post',
  'bot_loop',
  'failure',
  'money',
  'urgency',
  'safety',
  'data_leak',
  'privacy_request',
  'sensitive_data',
  'threat_leave',
  'threat_public',
  'threat_legal',
  'sarcasm',
  'gratitude',
  'joy',
] as const;

/** One of {@link cueCodes}. */
export type CueCode = (typeof cueCodes)[number];

/** What a rule may give evidence for: a cue, or only that the writer is not satisfied. */
export type EvidenceCode = CueCode | 'dissatisfaction';

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
  /** An expression of dissatisfaction in the sense of ISO 10002, with the words and rule that show it most. */
  dissatisfaction: { yes: boolean; score: number; spans: TextSpan[]; ruleId: string; why: Bilingual };
  wish: Wish | null;
  /** The words that ask for nothing more than an answer; any reply fulfils that, so it is no {@link Wish}. */
  answerAsked: TextSpan | null;
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
  unanswered: { nl: 'vraag niet beantwoord', en: 'question not answered' },
  pillar_to_post: { nl: 'van het kastje naar de muur', en: 'sent around' },
  bot_loop: { nl: 'komt niet voorbij de bot', en: 'stuck with a bot' },
  failure: { nl: 'iets werkt niet of ging mis', en: 'something failed' },
  money: { nl: 'bedrag of terugbetaling', en: 'money or refund' },
  urgency: { nl: 'spoed', en: 'urgent' },
  safety: { nl: 'gevaar of nood', en: 'danger or distress' },
  data_leak: { nl: 'mogelijk datalek', en: 'possible data leak' },
  privacy_request: { nl: 'verzoek over gegevens', en: 'privacy request' },
  sensitive_data: { nl: 'gevoelige gegevens', en: 'sensitive data' },
  threat_leave: { nl: 'dreigt weg te gaan', en: 'threatens to leave' },
  threat_public: { nl: 'dreigt met openbaarheid', en: 'threatens to go public' },
  threat_legal: { nl: 'dreigt met juridische stappen', en: 'threatens legal action' },
  sarcasm: { nl: 'mogelijk ironisch', en: 'possibly ironic' },
  gratitude: { nl: 'dankbaar', en: 'grateful' },
  joy: { nl: 'blij', en: 'happy' },
};

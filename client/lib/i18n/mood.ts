import type { MoodTrend } from '#shared/emotion/mood.ts';

type MoodWords = {
  title: string;
  wish: string;
  mood: string;
  trends: Record<MoodTrend, string>;
  line: (messages: number) => string;
};

/** Texts of the mood line above a conversation. */
export const moodWords: Record<'nl' | 'en', MoodWords> = {
  nl: {
    title: 'Wens en stemming van de klant',
    wish: 'Wens',
    mood: 'Stemming',
    trends: { calming: 'wordt rustiger', rising: 'loopt op', steady: 'blijft gelijk' },
    line: (messages) => `Verloop over ${String(messages)} berichten; hoger is gespannener`,
  },
  en: {
    title: 'Wish and mood of the customer',
    wish: 'Wish',
    mood: 'Mood',
    trends: { calming: 'calming down', rising: 'rising', steady: 'steady' },
    line: (messages) => `Course over ${String(messages)} messages; higher is more tense`,
  },
};

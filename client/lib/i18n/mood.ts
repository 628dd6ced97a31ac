import type { MoodTrend } from '#shared/emotion/mood.ts';

type MoodWords = {
  title: string;
  wish: string;
  mood: string;
  trends: Record<MoodTrend, string>;
  line: (messages: number) => string;
  over: (conversations: number) => string;
};

/** Texts of the mood line above a conversation. */
export const moodWords: Record<'nl' | 'en', MoodWords> = {
  nl: {
    title: 'Wens en stemming van de klant',
    wish: 'Wens',
    mood: 'Stemming',
    trends: { calming: 'wordt rustiger', rising: 'loopt op', steady: 'blijft gelijk' },
    over: (n) => (n === 1 ? 'in 1 gesprek' : `over de laatste ${String(n)} gesprekken`),
    line: (messages) => `Verloop over ${String(messages)} berichten; hoger is gespannener`,
  },
  en: {
    title: 'Wish and mood of the customer',
    wish: 'Wish',
    mood: 'Mood',
    trends: { calming: 'calming down', rising: 'rising', steady: 'steady' },
    over: (n) => (n === 1 ? 'in 1 conversation' : `over the latest ${String(n)} conversations`),
    line: (messages) => `Course over ${String(messages)} messages; higher is more tense`,
  },
};

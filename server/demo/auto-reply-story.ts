import type { Story } from './story.ts';
import type { DayTime } from './story-time.ts';

/** What the Messenger page promised at first; see five-days-story.ts. */
export const fiveDaysAutoReply =
  'Bedankt voor je bericht aan De Kraaienhof. Je krijgt binnen vijf werkdagen antwoord van ons.';

/**
 * The automatic replies through the weeks: from vague to explicit, so that the wordings can be compared. WhatsApp has
 * none until the old chatbot is gone (chatbot-loop-story.ts). `fiveDaysFrom` is the day on which Messenger gets its first.
 */
export function autoReplyStory(at: DayTime, fiveDaysFrom: number): Story {
  const version = (channel: 'messenger' | 'whatsapp', day: number, text: string) => ({
    kind: 'setsAutoReply' as const,
    channel,
    at: at(day, '08:00'),
    text,
    enabled: true,
  });
  return {
    name: 'De automatische antwoorden',
    steps: [
      version('messenger', fiveDaysFrom, fiveDaysAutoReply),
      version('whatsapp', -55, 'Bedankt voor je appje! We reageren zo snel mogelijk.'),
      version(
        'messenger',
        -44,
        'Bedankt voor je bericht aan De Kraaienhof! We lezen alles en je krijgt z.s.m. antwoord.',
      ),
      version('messenger', -30, 'Bedankt voor je bericht aan De Kraaienhof! Je krijgt vandaag nog antwoord van ons.'),
      version('whatsapp', -30, 'Bedankt voor je appje! Je krijgt binnen 4 uur antwoord van ons.'),
      version('whatsapp', -9, 'Bedankt voor je appje! Je krijgt binnen 2 uur antwoord van ons.'),
    ],
  };
}

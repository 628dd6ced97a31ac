import { autoReplyStory } from './auto-reply-story.ts';
import { chatbotLoopStory } from './chatbot-loop-story.ts';
import { festivalStory } from './festival-story.ts';
import { fiveDaysStart, fiveDaysStory } from './five-days-story.ts';
import { growingComplaintStory } from './growing-complaint-story.ts';
import { keptWordStory } from './kept-word-story.ts';
import { ordinaryTraffic, type TrafficSize } from './ordinary-traffic.ts';
import { ownWordsStory } from './own-words-story.ts';
import type { Story } from './story.ts';
import { dayTimeFrom } from './story-time.ts';
import { waitingNowStories } from './waiting-now-stories.ts';

const trafficSizes: Readonly<Record<'full' | 'small', TrafficSize>> = {
  full: { conversations: 225, days: 60 },
  small: { conversations: 12, days: 3 },
};

/** All stories of the demo as seen from `now`, the same for the same `now`; the small set is for tests. */
export function demoStories(now: Date, size: 'full' | 'small'): Story[] {
  const at = dayTimeFrom(now);
  const fiveDaysFrom = fiveDaysStart(now);
  return [
    festivalStory,
    autoReplyStory(at, fiveDaysFrom),
    chatbotLoopStory(at),
    fiveDaysStory(at, fiveDaysFrom),
    growingComplaintStory(at),
    keptWordStory(at),
    ownWordsStory(now),
    ordinaryTraffic(now, trafficSizes[size]),
    ...waitingNowStories(now),
  ];
}

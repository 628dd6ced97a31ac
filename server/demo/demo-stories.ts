import { festivalStory } from './festival-story.ts';
import type { Story } from './story.ts';

/** All stories of the demo as seen from `now`; the small set is for tests. */
export function demoStories(now: Date, size: 'full' | 'small'): Story[] {
  return [festivalStory];
}

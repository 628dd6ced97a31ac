import type { Story } from './story.ts';
import { minutesBefore } from './story-time.ts';

const dayMinutes = 24 * 60;

/** The park adds words of its own; one turns out to stand in ordinary questions and goes again. */
export function ownWordsStory(now: Date): Story {
  const marit = { by: 'marit@demo.nl', language: 'nl' } as const;
  return {
    name: 'Eigen woorden',
    steps: [
      {
        ...marit,
        kind: 'changesCueWord',
        at: minutesBefore(now, 24 * dayMinutes),
        change: 'add',
        code: 'failure',
        phrase: 'tram',
      },
      {
        ...marit,
        kind: 'changesCueWord',
        at: minutesBefore(now, 21 * dayMinutes),
        change: 'remove',
        code: 'failure',
        phrase: 'tram',
      },
      {
        ...marit,
        kind: 'changesCueWord',
        at: minutesBefore(now, 20 * dayMinutes),
        change: 'add',
        code: 'failure',
        phrase: 'poortje',
      },
      {
        ...marit,
        kind: 'changesCueWord',
        at: minutesBefore(now, 12 * dayMinutes),
        change: 'add',
        code: 'worry',
        phrase: 'noodweer',
      },
    ],
  };
}

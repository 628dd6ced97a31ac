import { dutchHolidayOn } from '#shared/time/dutch-holidays.ts';
import { addDays, localDateOf, weekdayOf } from '#shared/time/zoned-time.ts';
import type { Story, StoryPlace } from './story.ts';
import { storyZone, type DayTime } from './story-time.ts';

const talk: StoryPlace = {
  channel: 'messenger',
  customer: { id: '5100000000000001', name: 'Marieke Postma', handle: 'mariekepostma' },
};

const firstChoice = -60;
const workdaysPromised = 5;

/**
 * The day, counted from `now`, on which the story starts: about 60 days ago, but never so that holidays stretch five
 * working days beyond a week, because the answer after nine days must be late.
 */
export function fiveDaysStart(now: Date): number {
  const today = localDateOf(now, storyZone);
  let start = firstChoice;
  while (workdaysWithin(addDays(today, start), 7) < workdaysPromised) start -= 1;
  return start;
}

function workdaysWithin(date: string, days: number): number {
  const following = Array.from({ length: days }, (_, index) => addDays(date, index + 1));
  return following.filter((day) => weekdayOf(day) < 5 && dutchHolidayOn(day) === null).length;
}

/** "Within five working days", said by the automatic reply (auto-reply-story.ts); the answer comes after nine days. */
export function fiveDaysStory(at: DayTime, start: number): Story {
  return {
    name: 'Binnen vijf werkdagen',
    steps: [
      {
        ...talk,
        kind: 'customerWrites',
        at: at(start, '13:20', 5),
        text:
          'Goedemiddag, ons schoolreisje van vorige week ging niet door omdat de stoomtram en de bakkerij dicht bleken. We zijn met 26 kinderen weer naar huis gegaan. ' +
          'Wij hadden 312,50 vooruit betaald (KH-20417). Kunnen jullie dat bedrag terugstorten? Groet, Marieke Postma, juf van groep 4',
      },
      {
        ...talk,
        kind: 'customerWrites',
        at: at(start + 4, '09:12', 40),
        text: 'Hallo? Nog steeds niets gehoord over die 312,50. De ouders vragen er elke dag naar.',
      },
      {
        ...talk,
        kind: 'customerWrites',
        at: at(start + 7, '20:17', 12),
        text: 'Vijf werkdagen zeiden jullie. Die zijn om. Ik heb ook al gemaild en daar hoor ik ook niks op, heel teleurstellend allemaal.',
      },
      {
        ...talk,
        kind: 'logsMoment',
        by: 'marit@demo.nl',
        at: at(start + 9, '09:35'),
        moment: {
          kind: 'email',
          at: at(start + 6, '19:05'),
          outcome: 'unanswered',
          summary: 'Herinnering per mail over KH-20417; stond ongelezen in de algemene mailbox.',
        },
      },
      { ...talk, kind: 'claims', by: 'marit@demo.nl', at: at(start + 9, '09:40') },
      {
        ...talk,
        kind: 'agentReplies',
        by: 'marit@demo.nl',
        at: at(start + 9, '10:15', 30),
        text:
          'Beste Marieke, wat ontzettend jammer van jullie schoolreisje, en dan lieten wij je ook nog negen dagen wachten terwijl we vijf werkdagen hadden beloofd. Mijn excuses. ' +
          'Je mail stond ongelezen in een mailbox waar niemand op paste; dat is nu geregeld. Ik heb de 312,50 van KH-20417 vanochtend teruggestort. ' +
          'Alle 26 kinderen zijn dit jaar gratis welkom; de kaarten zitten in je mail. Groet, Marit Hoekstra',
      },
      { ...talk, kind: 'customerWrites', at: at(start + 9, '11:02', 3), text: 'Bedankt, fijn dat het nu geregeld is.' },
      { ...talk, kind: 'closes', by: 'marit@demo.nl', at: at(start + 9, '11:10') },
    ],
  };
}

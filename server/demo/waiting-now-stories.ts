import { localTimeOf } from '#shared/time/zoned-time.ts';
import type { Story, StoryPlace } from './story.ts';
import { minutesBefore, storyZone } from './story-time.ts';

const shortestPromiseHours = 4;
const longestPromiseHours = 16;

/** Hours to promise for a deadline at `dueAt`, so that the promise was made between 09:00 and 21:00 local time. */
function promiseHoursUntil(dueAt: Date): number {
  for (let hours = shortestPromiseHours; hours < longestPromiseHours; hours += 1) {
    const time = localTimeOf(minutesBefore(dueAt, hours * 60), storyZone);
    if (time >= '09:00' && time < '21:00') return hours;
  }
  return longestPromiseHours;
}

/** A promise that falls due 40 minutes after `now`: inside its warning, at whatever hour the demo is started. */
function dueSoonStory(now: Date): Story {
  const talk: StoryPlace = {
    channel: 'whatsapp',
    customer: { id: '31600000003', name: 'Fatima El Idrissi', handle: '31600000003' },
  };
  const hours = promiseHoursUntil(minutesBefore(now, -40));
  const promisedAt = minutesBefore(now, hours * 60 - 40);
  return {
    name: 'Bijna te laat',
    steps: [
      {
        ...talk,
        kind: 'customerWrites',
        at: minutesBefore(promisedAt, 9),
        text: 'Hallo, wij hebben voor zaterdag 6 kaarten en een tafel in het restaurant (KH-31877), maar mijn zus is allergisch voor noten. Kan de keuken daar rekening mee houden? Ik maak me er wel zorgen om.',
      },
      { ...talk, kind: 'claims', by: 'sanne@demo.nl', at: minutesBefore(promisedAt, 2) },
      {
        ...talk,
        kind: 'agentReplies',
        by: 'sanne@demo.nl',
        at: promisedAt,
        text: `Hoi Fatima, dank je wel voor je bericht. Je hoort binnen ${String(hours)} uur van mij. Groet, Sanne`,
      },
    ],
  };
}

/** A promise that was due two hours before `now`, and the customer who noticed. */
function missedStory(now: Date): Story {
  const talk: StoryPlace = {
    channel: 'messenger',
    customer: { id: '5100000000000002', name: 'Peter Lammers', handle: 'peterlammers' },
  };
  const hours = promiseHoursUntil(minutesBefore(now, 120));
  const promisedAt = minutesBefore(now, hours * 60 + 120);
  return {
    name: 'Twee uur te laat',
    steps: [
      {
        ...talk,
        kind: 'customerWrites',
        at: minutesBefore(promisedAt, 14),
        text: 'Er is dubbel afgeschreven voor onze festivalkaarten, twee keer 96 euro. Bestelnummer KH-30962. Wanneer krijg ik het terug?',
      },
      {
        ...talk,
        kind: 'agentReplies',
        by: 'youssef@demo.nl',
        at: promisedAt,
        text: `Dag Peter, bedankt voor je bericht. Je hoort binnen ${String(hours)} uur van mij. Groet, Youssef`,
      },
      {
        ...talk,
        kind: 'customerWrites',
        at: minutesBefore(now, 64),
        text: `Hallo? Binnen ${String(hours)} uur zei je. Ik heb nog steeds niks gehoord en ben gewoon 96 euro kwijt...`,
      },
    ],
  };
}

/** A fresh message with an urgent wish. */
function urgentStory(now: Date): Story {
  const talk: StoryPlace = {
    channel: 'whatsapp',
    customer: { id: '31600000004', name: 'Wendy Klaassen', handle: '31600000004' },
  };
  return {
    name: 'Met spoed',
    steps: [
      {
        ...talk,
        kind: 'customerWrites',
        at: minutesBefore(now, 5),
        text: 'Met spoed! Mijn vader is net in het ziekenhuis opgenomen en wij zouden morgen met 14 man zijn 70e bij jullie vieren (KH-31940). Kunnen jullie de reservering alsjeblieft meteen verzetten? Ik weet even niet hoe ik dat moet regelen.',
      },
    ],
  };
}

/** A message of thanks: nobody has to answer it. */
function gratefulStory(now: Date): Story {
  const talk: StoryPlace = {
    channel: 'messenger',
    customer: { id: '5100000000000003', name: 'Loes Hermans', handle: 'loeshermans' },
  };
  return {
    name: 'Bedankt!',
    steps: [
      {
        ...talk,
        kind: 'customerWrites',
        at: minutesBefore(now, 88),
        text: 'Hoi! Kunnen we met een bolderkar door het hele park of zijn er trappen?',
      },
      {
        ...talk,
        kind: 'agentReplies',
        by: 'youssef@demo.nl',
        at: minutesBefore(now, 55),
        text: 'Hoi Loes, met een bolderkar kom je bijna overal. Alleen de molen heeft een trap; daar kun je hem beneden neerzetten. Bij de ingang kun je er ook een lenen voor 5 euro. Groet, Youssef',
      },
      { ...talk, kind: 'customerWrites', at: minutesBefore(now, 48), text: 'Bedankt! 😊' },
    ],
  };
}

/** A public mention that nobody has taken yet. */
function unassignedMentionStory(now: Date): Story {
  return {
    name: 'Nog van niemand',
    steps: [
      {
        channel: 'x',
        customer: { id: '9100000000000005', name: 'Daan op de fiets', handle: 'daanopdefiets' },
        thread: 'fietsenstalling',
        kind: 'customerWrites',
        at: minutesBefore(now, 95),
        text: '@DeKraaienhof fietsenstalling was weer stampvol, we hebben ze maar tegen een boom gezet. Komen er nog rekken bij of moeten we voortaan met de auto?',
      },
    ],
  };
}

/** What waits at `now`: one conversation for every state of the inbox, whatever the hour. */
export function waitingNowStories(now: Date): Story[] {
  return [dueSoonStory(now), missedStory(now), urgentStory(now), gratefulStory(now), unassignedMentionStory(now)];
}

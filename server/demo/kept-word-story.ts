import type { Story, StoryPlace } from './story.ts';
import type { DayTime } from './story-time.ts';

const talk: StoryPlace = {
  channel: 'whatsapp',
  customer: { id: '31600000002', name: 'Joke Timmermans', handle: '31600000002' },
};

/** A promise with a time, kept with an hour to spare: how it should be. */
export function keptWordStory(at: DayTime): Story {
  return {
    name: 'Morgen voor 12:00',
    steps: [
      {
        ...talk,
        kind: 'customerWrites',
        at: at(-6, '14:48', 11),
        text:
          'Hallo, volgende maand zijn mijn ouders 60 jaar getrouwd. Ze leerden elkaar kennen in de bakkerij die nu bij jullie in het park staat! ' +
          'Zouden we daar met 18 man een foto mogen maken en misschien een brood mogen bakken?',
      },
      { ...talk, kind: 'claims', by: 'sanne@demo.nl', at: at(-6, '15:02') },
      {
        ...talk,
        kind: 'agentReplies',
        by: 'sanne@demo.nl',
        at: at(-6, '15:06', 29),
        text:
          'Wat een prachtig verhaal, Joke, 60 jaar getrouwd en begonnen in die bakkerij! Een foto maken mag zeker, met 18 mensen passen jullie precies om de oven. ' +
          'Over het brood bakken overleg ik met onze bakker. Ik laat het je morgen voor 12:00 weten. Groet, Sanne',
      },
      { ...talk, kind: 'customerWrites', at: at(-6, '15:09', 50), text: 'Super, dank je wel!' },
      {
        ...talk,
        kind: 'agentReplies',
        by: 'sanne@demo.nl',
        at: at(-5, '10:41', 7),
        text:
          'Goedemorgen Joke, zoals beloofd voor 12:00: onze bakker Ties doet het met alle plezier. Jullie bakken samen een wit krentenbrood, precies het recept van toen, en het kost niets extra. ' +
          'Kies zelf een dag, dinsdag tot en met zaterdag om 11:00, en noem bij de ingang mijn naam. Groet, Sanne',
      },
      {
        ...talk,
        kind: 'customerWrites',
        at: at(-5, '10:55', 33),
        text: 'Dankjewel! Mijn moeder gaat huilen van geluk 🥹',
      },
      { ...talk, kind: 'closes', by: 'sanne@demo.nl', at: at(-5, '11:00') },
    ],
  };
}

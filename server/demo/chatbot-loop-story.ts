import type { Story, StoryPlace } from './story.ts';
import type { DayTime } from './story-time.ts';

const talk: StoryPlace = {
  channel: 'whatsapp',
  customer: { id: '31600000001', name: 'Henk Wolters', handle: '31600000001' },
};

/** What the old chatbot says, whatever it is asked. */
const chatbotText =
  'Bedankt voor je bericht! Kies 1 voor tickets, 2 voor seizoenskaarten, 3 voor de webshop. Staat je vraag er niet bij? ' +
  'We komen er zo snel mogelijk op terug.';

/** Three times the same machine, an ever angrier customer, and a person after two days. */
export function chatbotLoopStory(at: DayTime): Story {
  return {
    name: 'In de lus van de chatbot',
    steps: [
      {
        ...talk,
        kind: 'customerWrites',
        at: at(-59, '10:05', 10),
        text: 'Goedemorgen, mijn vrouw en ik komen zondag met haar scootmobiel. Kan die mee in de stoomtram en is er ergens een stopcontact om hem op te laden?',
      },
      { ...talk, kind: 'repliedElsewhere', at: at(-59, '10:05', 13), text: chatbotText },
      {
        ...talk,
        kind: 'customerWrites',
        at: at(-59, '16:40', 31),
        text: 'Mijn vraag staat er niet bij. Ik wil gewoon weten of de scootmobiel mee kan. Kan er iemand even kijken?',
      },
      { ...talk, kind: 'repliedElsewhere', at: at(-59, '16:40', 35), text: chatbotText },
      {
        ...talk,
        kind: 'customerWrites',
        at: at(-58, '19:30', 2),
        text: 'Dit is nu de DERDE keer. Ik wil geen 1, 2 of 3, ik wil een mens spreken! Wat heb je aan een nummer dat nooit antwoord geeft??',
      },
      { ...talk, kind: 'repliedElsewhere', at: at(-58, '19:30', 5), text: chatbotText },
      {
        ...talk,
        kind: 'customerWrites',
        at: at(-58, '21:12', 44),
        text: 'Belachelijk. Ik praat tegen een muur. Als ik niks hoor blijven we zondag thuis en wil ik mijn 37 euro terug.',
      },
      { ...talk, kind: 'claims', by: 'sanne@demo.nl', at: at(-57, '11:10') },
      {
        ...talk,
        kind: 'agentReplies',
        by: 'sanne@demo.nl',
        at: at(-57, '11:21', 8),
        text:
          'Dag meneer Wolters, u spreekt met Sanne, een mens. Het spijt me dat u twee dagen lang drie keer hetzelfde automatische bericht kreeg; ik snap dat u er boos om bent. ' +
          'Uw vraag: de scootmobiel kan mee in de stoomtram, wagen 2 heeft een lift. Opladen kan bij de receptie en in het restaurant. ' +
          'Uw klacht over de chatbot heb ik aan onze leidinggevende gegeven. Een fijne zondag samen! Groet, Sanne',
      },
      {
        ...talk,
        kind: 'customerWrites',
        at: at(-57, '11:48', 20),
        text: 'Dank je wel Sanne, eindelijk duidelijkheid. Zet dat ding toch uit.',
      },
      {
        ...talk,
        kind: 'agentReplies',
        by: 'sanne@demo.nl',
        at: at(-57, '12:02', 17),
        text: 'U heeft gelijk: volgende week gaat de chatbot eruit en lezen wij alles zelf. Een mooie dag in het park gewenst, meneer Wolters.',
      },
      { ...talk, kind: 'closes', by: 'sanne@demo.nl', at: at(-57, '12:05') },
    ],
  };
}

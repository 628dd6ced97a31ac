import { instantOf } from '#shared/time/zoned-time.ts';
import type { Story, StoryCustomer, StoryPlace } from './story.ts';

const zone = 'Europe/Amsterdam';
const at = (date: string, time: string, seconds = 0): Date =>
  new Date(instantOf(date, time, zone).getTime() + seconds * 1_000);

/** The friend who asks on behalf of the bride. */
export const festivalCustomer: StoryCustomer = {
  id: '4987001122334455',
  name: 'Femke Brouwer',
  handle: 'femkebrouwer',
};

const talk: StoryPlace = { channel: 'messenger', customer: festivalCustomer };

/** The page's instant reply, word for word the same both times. */
export const festivalInstantReply =
  'Bedankt voor je bericht aan De Kraaienhof! We lezen alles en je krijgt z.s.m. antwoord van ons.';

const request =
  'Hallo! Onze vriendin Noor trouwt eind augustus en op zaterdag 13 augustus zijn wij met twaalf vriendinnen op jullie zomerfestival. ' +
  'Graag willen we haar daar verrassen: kunnen jullie iets bijzonders voor de bruid regelen, bijvoorbeeld een liedje vanaf het podium of een hoekje met slingers? ' +
  'We horen graag wat er mag en wat niet. Budget is er, en foto’s van Noor sturen we met plezier mee. Groetjes, Femke';

const disappointed =
  'Ik ben eerlijk gezegd erg teleurgesteld. We hebben gebeld, gemaild en hier een bericht gestuurd, en al vier weken krijgen we nooit antwoord. ' +
  'Morgen is het festival al. Blijkbaar zijn wij niet belangrijk voor jullie. Jammer, we hadden onze vriendin zo graag iets bijzonders gegund.';

const refusal = 'Leuk idee, maar aan zulke verzoeken doen wij niet mee. Fijne dag nog!';

const advice =
  'Dat respecteer ik. Wel een tip: reageer voortaan sneller en geef een antwoord met inhoud, wat mag er bijvoorbeeld wel en wat niet? Daar hadden we wat mee gekund.';

const lastWord =
  'Je moet begrijpen dat wij morgen 4.000 bezoekers ontvangen en geen tijd hebben voor lange antwoorden. De regels staan gewoon op onze site. ' +
  'Excuses als wij jullie enthousiasme niet delen.';

/** The case that must be won (design.md section 1), at its dates, in our own words. */
export const festivalStory: Story = {
  name: 'Het festival',
  steps: [
    { ...talk, kind: 'customerWrites', at: at('2016-07-21', '10:12'), text: request },
    { ...talk, kind: 'repliedElsewhere', at: at('2016-07-21', '10:12', 4), text: festivalInstantReply },
    { ...talk, kind: 'customerWrites', at: at('2016-08-12', '09:40'), text: disappointed },
    { ...talk, kind: 'repliedElsewhere', at: at('2016-08-12', '09:40', 3), text: festivalInstantReply },
    ...[
      {
        kind: 'call' as const,
        at: at('2016-07-06', '14:30'),
        outcome: 'unanswered' as const,
        summary: 'Gebeld over een verrassing op het festival; er werd niet opgenomen.',
      },
      {
        kind: 'email' as const,
        at: at('2016-07-13', '20:05'),
        outcome: 'unanswered' as const,
        summary: 'Uitgebreid verzoek per mail: wat kunnen we regelen en wat mag? Budget en foto’s aangeboden.',
      },
      {
        kind: 'email' as const,
        at: at('2016-07-20', '19:48'),
        outcome: 'unanswered' as const,
        summary: 'Vriendelijke herinnering met de eerste mail erbij.',
      },
      {
        kind: 'call' as const,
        at: at('2016-07-28', '11:00'),
        attempts: 2,
        outcome: 'unanswered' as const,
        summary: 'Twee keer gebeld; er werd niet opgenomen.',
      },
    ].map((moment) => ({
      ...talk,
      kind: 'logsMoment' as const,
      at: at('2016-08-12', '11:20'),
      by: 'marit@demo.nl',
      moment,
    })),
    { ...talk, kind: 'repliedElsewhere', at: at('2016-08-12', '13:25'), text: refusal },
    { ...talk, kind: 'customerWrites', at: at('2016-08-12', '14:02'), text: advice },
    { ...talk, kind: 'repliedElsewhere', at: at('2016-08-13', '08:15'), text: lastWord },
  ],
};

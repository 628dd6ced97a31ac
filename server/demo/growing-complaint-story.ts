import type { Story, StoryCustomer, StoryPlace, StoryStep } from './story.ts';
import type { DayTime } from './story-time.ts';

const first: StoryCustomer = { id: '9100000000000001', name: 'Bas Verhoeven', handle: 'basverhoeven_' };
const second: StoryCustomer = { id: '9100000000000002', name: 'Anouk', handle: 'anouk_op_pad' };
const third: StoryCustomer = { id: '9100000000000003', name: 'Ruud de Graaf', handle: 'ruuddegraaf71' };
const fourth: StoryCustomer = { id: '9100000000000004', name: 'Mama van twee', handle: 'mamavan2wilgen' };

const inThread = (customer: StoryCustomer): StoryPlace => ({ channel: 'x', customer, thread: 'touwbrug' });
const direct: StoryPlace = { channel: 'x', customer: first };

/** One complaint about the playground grows in public for hours, is answered late, and goes on in private. */
export function growingComplaintStory(at: DayTime): Story {
  return {
    name: 'De touwbrug',
    steps: [...inPublic(at), ...inPublicNextDay(at), ...inPrivate(at)].sort((a, b) => a.at.getTime() - b.at.getTime()),
  };
}

function inPublic(at: DayTime): StoryStep[] {
  return [
    {
      ...inThread(first),
      kind: 'customerWrites',
      at: at(-21, '13:04', 22),
      text: '@DeKraaienhof de touwbrug in jullie speeltuin mist een plank. Mijn zoontje is erdoorheen gezakt, gelukkig alleen een schaafwond. Kan iemand hem afsluiten?',
    },
    {
      ...inThread(second),
      kind: 'customerWrites',
      at: at(-21, '14:21', 9),
      text: '@basverhoeven_ @DeKraaienhof serieus?? Dat heb ik twee weken geleden al bij de kassa gemeld. “We geven het door.” Niks mee gedaan dus.',
    },
    {
      ...inThread(third),
      kind: 'customerWrites',
      at: at(-21, '15:52', 40),
      text: '@DeKraaienhof wel 19 euro entree vragen maar een plank vastschroeven ho maar. Lekker verantwoordelijk bezig 👏',
    },
    {
      ...inThread(fourth),
      kind: 'customerWrites',
      at: at(-21, '17:18', 3),
      text: 'Schandalig dit. Er spelen daar peuters!! En jullie reageren gewoon niet @DeKraaienhof, al vier uur. Moet er eerst een kind in het ziekenhuis liggen?',
    },
    {
      ...inThread(first),
      kind: 'customerWrites',
      at: at(-21, '18:36', 51),
      text: '@DeKraaienhof net langsgelopen: brug is nog steeds open. Ik heb foto’s en stuur ze vanavond naar een consumentenprogramma op tv. Dan reageren jullie vast wel.',
    },
    { ...inThread(first), kind: 'claims', by: 'youssef@demo.nl', at: at(-21, '20:31') },
    {
      ...inThread(first),
      kind: 'agentReplies',
      by: 'youssef@demo.nl',
      at: at(-21, '20:42', 12),
      text: 'Bas, allemaal: dit had nooit mogen gebeuren en we reageren veel te laat. Sorry. De brug is sinds 20:15 dicht met hekken en wordt hersteld en gekeurd. Bas, hoe gaat het met je zoontje? Stuur me een DM, dan bel ik je. ^Youssef',
    },
  ];
}

function inPublicNextDay(at: DayTime): StoryStep[] {
  return [
    {
      ...inThread(second),
      kind: 'customerWrites',
      at: at(-20, '08:12', 27),
      text: '@DeKraaienhof goed dat hij dicht is, maar waarom moet dat eerst zo hoog oplopen?',
    },
    {
      ...inThread(second),
      kind: 'agentReplies',
      by: 'marit@demo.nl',
      at: at(-20, '09:17', 15),
      text: 'Je hebt gelijk, Anouk, en sorry dat er met jouw melding niets is gedaan. Meldingen bij de kassa gaan nu direct naar de technische dienst. De brug is vanmorgen gerepareerd en gekeurd. ^Marit',
    },
    {
      ...inThread(third),
      kind: 'customerWrites',
      at: at(-20, '09:31', 46),
      text: '@DeKraaienhof kijk, het kan dus wel. Krijg ik mijn 19 euro ook terug? De kleinkinderen durfden nergens meer op.',
    },
    {
      ...inThread(third),
      kind: 'agentReplies',
      by: 'marit@demo.nl',
      at: at(-20, '09:50', 5),
      text: 'Dat begrijp ik, Ruud, en sorry dat we gisteren zo laat waren. Stuur je kaartnummer in een DM, dan is de entree van die dag voor onze rekening. ^Marit',
    },
    {
      ...inThread(fourth),
      kind: 'customerWrites',
      at: at(-20, '10:02', 38),
      text: '@DeKraaienhof fijn van de brug, maar wie controleert de andere toestellen? Wij willen vrijdag met de kleinsten komen.',
    },
    {
      ...inThread(fourth),
      kind: 'agentReplies',
      by: 'marit@demo.nl',
      at: at(-20, '10:24', 50),
      text: 'Terechte vraag, en excuses voor de stilte gisteren. Een keurmeester heeft vanmorgen alle toestellen nagelopen en ze zijn veilig. Het rapport hangt bij de ingang van de speeltuin. ^Marit',
    },
  ];
}

function inPrivate(at: DayTime): StoryStep[] {
  return [
    {
      ...direct,
      kind: 'customerWrites',
      at: at(-21, '21:06', 34),
      text: 'Hier dan de DM. Met Sem gaat het wel, hij durft alleen geen brug meer op. Ik begrijp niet dat zoiets twee weken kan blijven liggen. Hoe kan dat?',
    },
    {
      ...direct,
      kind: 'agentReplies',
      by: 'youssef@demo.nl',
      at: at(-21, '21:24', 2),
      text:
        'Wat naar voor Sem, ik ben blij dat het bij een schaafwond bleef. De melding van twee weken geleden lag op een briefje bij de kassa en is nooit bij de technische dienst gekomen. Dat is onze fout, en daar bied ik mijn excuses voor aan. ' +
        'Sinds vandaag gaat elke melding meteen naar de terreinchef. Jullie entree heb ik teruggestort en Sem mag een middag meelopen met onze timmerman als hij wil.',
    },
    {
      ...direct,
      kind: 'customerWrites',
      at: at(-21, '21:45', 18),
      text: 'Dat van die timmerman vindt hij geweldig. Kan dat op een woensdagmiddag?',
    },
    {
      ...direct,
      kind: 'agentReplies',
      by: 'youssef@demo.nl',
      at: at(-21, '21:58', 44),
      text: 'Zeker, Berend de timmerman is er elke woensdag van 13:00 tot 16:00. Kom langs wanneer het jullie uitkomt en vraag bij de ingang naar hem; jullie namen liggen daar.',
    },
    { ...direct, kind: 'customerWrites', at: at(-21, '22:03', 1), text: 'Top, dankjewel Youssef' },
    { ...direct, kind: 'closes', by: 'youssef@demo.nl', at: at(-20, '09:30') },
  ];
}

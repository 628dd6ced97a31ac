import type { StoryLead } from '#server/modules/simulation/index.ts';
import { demoAccounts } from './demo-accounts.ts';
import { festivalCustomer } from './festival-story.ts';

const on = (channel: keyof typeof demoAccounts, customerExternalId: string): Omit<StoryLead, 'title'> => ({
  channel,
  accountExternalId: demoAccounts[channel].externalId,
  customerExternalId,
});

/** The stories a visitor of the demo is led to, by their customers. */
export const storyLeads: readonly StoryLead[] = [
  {
    title: {
      nl: 'Het festival: een vage belofte, drie weken stilte en twee slechte antwoorden',
      en: 'The festival: a vague promise, three weeks of silence and two poor answers',
    },
    ...on('messenger', festivalCustomer.id),
  },
  {
    title: {
      nl: 'In de lus van de chatbot: driemaal hetzelfde, niemand die leest',
      en: 'In the chatbot loop: three times the same, nobody who reads',
    },
    ...on('whatsapp', '31600000001'),
  },
  {
    title: { nl: 'Binnen vijf werkdagen: het werden er negen', en: 'Within five working days: it took nine' },
    ...on('messenger', '5100000000000001'),
  },
  {
    title: { nl: 'De touwbrug: een openbare klacht die groeit', en: 'The rope bridge: a public complaint that grows' },
    ...on('x', '9100000000000001'),
  },
  {
    title: {
      nl: 'Morgen voor 12:00: een belofte die is nagekomen',
      en: 'Tomorrow before 12:00: a promise that was kept',
    },
    ...on('whatsapp', '31600000002'),
  },
];

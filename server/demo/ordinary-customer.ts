import { dutchFirstNames, dutchLastNames, englishFirstNames, englishLastNames } from './ordinary-people.data.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { StoryChannel, StoryCustomer } from './story.ts';

/** Language a customer of the ordinary traffic writes in. */
export type OrdinaryLanguage = 'nl' | 'en';

const idPrefixes: Readonly<Record<StoryChannel, string>> = {
  // Dutch mobile numbers that are not given out.
  whatsapp: '31600001',
  messenger: '520000000000',
  x: '920000000000',
};

/** An invented customer; `index` keeps the platform ids apart. */
export function ordinaryCustomer(
  random: SeededRandom,
  channel: StoryChannel,
  language: OrdinaryLanguage,
  index: number,
): StoryCustomer {
  const firstName = random.pick(language === 'nl' ? dutchFirstNames : englishFirstNames);
  const lastName = random.pick(language === 'nl' ? dutchLastNames : englishLastNames);
  const id = `${idPrefixes[channel]}${String(index).padStart(channel === 'whatsapp' ? 3 : 4, '0')}`;
  const letters = `${firstName}${lastName}`
    .normalize('NFKD')
    .replace(/[^a-z]/giu, '')
    .toLowerCase();
  const handle = channel === 'whatsapp' ? id : `${letters.slice(0, 11)}${String(index)}`;
  return { id, name: `${firstName} ${lastName}`, handle };
}

/** First name of a customer, for salutations. */
export function firstNameOf(customer: StoryCustomer): string {
  return customer.name.split(' ')[0] ?? customer.name;
}

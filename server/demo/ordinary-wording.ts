import { countXWeighted, xPostLimit } from '#shared/text-length.ts';
import { localTimeOf } from '#shared/time/zoned-time.ts';
import { demoUsers } from './demo-accounts.ts';
import { firstNameOf, type OrdinaryLanguage } from './ordinary-customer.ts';
import type { OrdinaryTexts } from './ordinary-exchange.ts';
import { englishTexts } from './ordinary-texts-en.data.ts';
import { dutchTexts } from './ordinary-texts-nl.data.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { StoryCustomer } from './story.ts';
import { storyZone } from './story-time.ts';

const textsOf: Readonly<Record<OrdinaryLanguage, OrdinaryTexts>> = { nl: dutchTexts, en: englishTexts };

/** The texts of the ordinary traffic in a language. */
export function ordinaryTextsIn(language: OrdinaryLanguage): OrdinaryTexts {
  return textsOf[language];
}

/** Words the two sides of one conversation use: slots filled once, so that the answer speaks of the same things. */
export type Wording = {
  /** How the customer opens, as people type it. */
  opening(text: string, at: Date): string;
  /** A later text of the customer. */
  fill(text: string): string;
  /** An agent's answer with salutation and name; a late one starts with an apology. */
  answer(text: string, by: string, late: boolean): string;
};

type WordingRequest = {
  readonly random: SeededRandom;
  readonly language: OrdinaryLanguage;
  readonly customer: StoryCustomer;
  readonly isPublic: boolean;
};

/** Makes the wording of one conversation. */
export function createWording(request: WordingRequest): Wording {
  const { random, language, customer, isPublic } = request;
  const texts = ordinaryTextsIn(language);
  const slots = slotsOf(random, texts);
  const fill = (text: string): string => text.replace(/\{(\w+)\}/gu, (whole, name: string) => slots[name] ?? whole);
  const greeting = isPublic ? '@DeKraaienhof' : random.pick(texts.greetings);
  const typing = random.next();
  return {
    fill,
    opening: (text, at) => {
      const dayPart = texts.dayParts[dayPartIndex(at)] ?? '';
      return fill(`${greeting.replace('{dagdeel}', dayPart)} ${asTyped(text, typing, greeting.endsWith(','))}`.trim());
    },
    answer: (text, by, late) => {
      const signature = demoUsers.find((user) => user.email === by)?.name.split(' ')[0] ?? '';
      if (isPublic) return publicAnswer(fill(text), signature, late ? `${random.pick(texts.shortApologies)} ` : '');
      const salutation = `${random.pick(language === 'nl' ? ['Hoi', 'Dag', 'Beste'] : ['Hi', 'Dear', 'Hello'])} ${firstNameOf(customer)},`;
      const apology = late ? `${random.pick(texts.apologies)} ` : '';
      const ending = random.chance(0.8) ? ` ${language === 'nl' ? 'Groet' : 'Best wishes'}, ${signature}` : '';
      return `${salutation} ${afterComma(`${apology}${fill(text)}`)}${ending}`;
    },
  };
}

function slotsOf(random: SeededRandom, texts: OrdinaryTexts): Readonly<Record<string, string>> {
  return {
    plaats: random.pick(texts.places),
    dag: random.pick(texts.days),
    aantal: String(random.between(2, 6)),
    tijd: random.pick(['11:00', '12:30', '13:00', '14:00', '15:30']),
    bedrag: `€ ${String(random.between(18, 96))},${random.pick(['00', '50', '95'])}`,
    order: `KH-${String(random.between(10_000, 99_999))}`,
  };
}

function dayPartIndex(at: Date): number {
  const time = localTimeOf(at, storyZone);
  return time < '12:00' ? 0 : time < '18:00' ? 1 : 2;
}

/** Some people type without capitals; after a comma hardly anybody starts with one. */
function asTyped(text: string, typing: number, follows: boolean): string {
  if (typing < 0.12) return text.replace(/\{\w+\}|[^{]/gu, (part) => (part.length > 1 ? part : part.toLowerCase()));
  return typing < 0.2 || follows ? afterComma(text) : text;
}

/** The text with a small first letter, unless that is a word which keeps its capital. */
function afterComma(text: string): string {
  return /^[A-Z][a-z ]/u.test(text) && !/^I /u.test(text) ? `${text.slice(0, 1).toLowerCase()}${text.slice(1)}` : text;
}

function publicAnswer(text: string, signature: string, apology: string): string {
  const full = `${apology}${text} ^${signature}`;
  return countXWeighted(full) <= xPostLimit ? full : `${text} ^${signature}`;
}

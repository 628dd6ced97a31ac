import {
  encodeBody,
  messengerComment,
  messengerEcho,
  messengerText,
  whatsappStatus,
  whatsappText,
  xActivityDm,
  type Body,
} from '#server/channels/simulator/bodies.ts';
import type { SimulatedChannel } from '#server/channels/simulator/index.ts';
import { demoAccounts } from '#server/demo/demo-accounts.ts';
import { createSeededRandom, type SeededRandom } from '#server/demo/seeded-random.ts';
import { customerTexts, replyTexts } from './texts.data.ts';

/** A webhook body and the channel it is for. */
export type Delivery = { readonly channel: SimulatedChannel; readonly body: Uint8Array };

/** Which deliveries to make. */
export type MixOptions = {
  readonly count: number;
  /** How many customers they are spread over; every customer writes on one channel. */
  readonly customers: number;
  /** Makes the messages of this mix its own. */
  readonly prefix: number;
  /** Makes the customers its own: mixes with the same number are written by the same people. */
  readonly people: number;
  /** The platform's time of the last message; each earlier one is a second earlier. */
  readonly lastAt: Date;
};

type Person = { readonly id: string; readonly name: string };
type Parts = { readonly person: Person; readonly id: string; readonly at: Date; readonly random: SeededRandom };

const { messenger, whatsapp, x } = demoAccounts;

/** Messages per kind out of twenty, by the kinds' order in `makers`. */
const weights = { messenger: [8, 3, 1, 1], whatsapp: [9, 2], x: [3] };

const makers: Readonly<Record<SimulatedChannel, readonly ((parts: Parts) => Body)[]>> = {
  messenger: [
    ({ person, id, at, random }) =>
      messengerText({ pageId: messenger.externalId, psid: person.id, mid: id, at, text: random.pick(customerTexts) }),
    ({ person, id, at, random }) =>
      messengerEcho({ pageId: messenger.externalId, psid: person.id, mid: id, at, text: random.pick(replyTexts) }),
    ({ person, id, at, random }) =>
      messengerComment({
        pageId: messenger.externalId,
        postId: `${messenger.externalId}_77`,
        commentId: `77_${id}`,
        from: person,
        at,
        text: random.pick(customerTexts),
      }),
    ({ person, id, at }) =>
      messengerEcho({ pageId: messenger.externalId, psid: person.id, mid: id, at, text: 'Fijn dat het gelukt is!' }),
  ],
  whatsapp: [
    ({ person, id, at, random }) =>
      whatsappText({ ...number, from: person.id, name: person.name, id, at, text: random.pick(customerTexts) }),
    ({ person, id, at }) => whatsappStatus({ ...number, id, status: 'delivered', to: person.id, at }),
  ],
  x: [
    ({ person, id, at, random }) =>
      xActivityDm({
        accountId: x.externalId,
        from: { ...person, handle: `h${person.id}` },
        to: { id: x.externalId, name: x.name, handle: x.handle },
        id,
        at,
        text: random.pick(customerTexts),
      }),
  ],
};

const number = { numberId: whatsapp.externalId, displayNumber: whatsapp.handle };

/** A realistic mix of webhook bodies, one event each, the same for the same options. */
export function realisticMix({ count, customers, prefix, people, lastAt }: MixOptions): Delivery[] {
  const random = createSeededRandom(prefix);
  const perChannel = [weights.messenger, weights.whatsapp, weights.x].map(sum);
  const channels = ['messenger', 'whatsapp', 'x'] as const;
  return Array.from({ length: count }, (_, index) => {
    const customer = random.between(0, customers - 1);
    // A customer keeps to one channel, so the channel follows from the number.
    const channel = channels[createSeededRandom(customer).weighted(perChannel)] ?? 'messenger';
    const make = makers[channel][random.weighted(weights[channel])];
    if (make === undefined) throw new RangeError('a weight without a maker');
    const id = String(1_000_000_000_000 + prefix * 10_000_000 + index);
    const person = { id: String(31_600_000_000 + people * 1_000_000 + customer), name: `Klant ${customer}` };
    return { channel, body: encodeBody(make({ person, id, at: secondsBefore(lastAt, count - 1 - index), random })) };
  });
}

/** A text from each of `count` different customers of the Messenger page, with what must be found in it again. */
export function oneEach(
  count: number,
  prefix: number,
  atOf: (index: number) => Date,
): (Delivery & { readonly marker: string })[] {
  return Array.from({ length: count }, (_, index) => {
    const marker = `#${prefix}-${index}#`;
    const text = `${marker} Waar blijft mijn bestelling? Jullie zouden gisteren bellen.`;
    const psid = String(500_000_000_000 + prefix * 10_000_000 + index);
    const body = messengerText({ pageId: messenger.externalId, psid, mid: `m_${marker}`, at: atOf(index), text });
    return { channel: 'messenger', body: encodeBody(body), marker };
  });
}

function secondsBefore(at: Date, seconds: number): Date {
  return new Date(at.getTime() - seconds * 1000);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

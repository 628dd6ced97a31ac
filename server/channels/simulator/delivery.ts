import type { SimulatedChannel } from './accounts.ts';
import type { Body } from './bodies.ts';
import { encodeBody, signedHeaders } from './bodies.ts';

/** Hands a signed webhook to the product and returns the HTTP status it answered. */
export type Deliver = (
  channel: SimulatedChannel,
  body: Uint8Array,
  headers: Readonly<Record<string, string>>,
) => Promise<number>;

/** A webhook the product did not take. */
export type Undelivered = { readonly channel: SimulatedChannel; readonly body: Uint8Array };

/** The outgoing side of the played platforms: signed webhooks, kept when the product does not take them. */
export type Delivery = {
  readonly undelivered: readonly Undelivered[];
  /** Delivers one body and returns the status; a thrown error of the product's passes on, the body is kept. */
  post(channel: SimulatedChannel, body: Uint8Array): Promise<number>;
  postAll(channel: SimulatedChannel, bodies: readonly Body[]): Promise<void>;
  /** Lets work go on by itself; `settled` waits for it. */
  later(work: Promise<void>): void;
  redeliver(): Promise<void>;
  settled(): Promise<void>;
};

/** Makes the outgoing side; `secrets` sign the webhooks of each platform. */
export function createDelivery(deliver: Deliver, secrets: Readonly<Record<SimulatedChannel, string>>): Delivery {
  const undelivered: Undelivered[] = [];
  const underWay = new Set<Promise<void>>();

  const post: Delivery['post'] = async (channel, body) => {
    let status = 0;
    try {
      status = await deliver(channel, body, signedHeaders(channel, body, secrets[channel]));
    } finally {
      if (status < 200 || status > 299) undelivered.push({ channel, body });
    }
    return status;
  };

  return {
    undelivered,
    post,
    postAll: async (channel, bodies) => {
      for (const body of bodies) await post(channel, encodeBody(body));
    },
    later: (work) => {
      // A product that is down is part of the play: what it did not take waits in `undelivered`.
      const quiet = work.catch(() => undefined);
      underWay.add(quiet);
      void quiet.then(() => underWay.delete(quiet));
    },
    redeliver: async () => {
      for (const item of undelivered.splice(0)) await post(item.channel, item.body);
    },
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

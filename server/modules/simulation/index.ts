import { createHash } from 'node:crypto';
import type { Clock } from '#server/clock.ts';
import type { ChannelAccountDoc } from '#server/modules/channel-accounts/index.ts';

/** A customer's message as the played platforms take it. */
export type PlayedMessage = {
  readonly channel: string;
  readonly accountExternalId: string;
  readonly customer: { readonly id: string; readonly name: string; readonly handle: string };
  readonly text: string;
  readonly at: Date;
  readonly public: boolean;
};

/** Plays a customer's message as a signed webhook and returns the HTTP status it got. */
export type PlayMessage = (message: PlayedMessage) => Promise<number>;

/** The demo's "simulate an incoming message". */
export type Simulation = {
  /** The same name is the same customer. Returns the webhook's HTTP status. */
  customerWrites(account: ChannelAccountDoc, input: { name: string; text: string; public: boolean }): Promise<number>;
};

/** Makes the simulation module. */
export function createSimulation(deps: { play: PlayMessage; clock: Clock }): Simulation {
  return {
    customerWrites: (account, input) =>
      deps.play({
        channel: account.channel,
        accountExternalId: account.externalId,
        customer: inventedCustomer(input.name),
        text: input.text,
        at: deps.clock.now(),
        public: input.public,
      }),
  };
}

/** A platform id (11 digits, as a phone number has) and a handle that follow from a name. */
export function inventedCustomer(name: string): { id: string; name: string; handle: string } {
  const digits = BigInt(`0x${createHash('sha256').update(name.toLowerCase()).digest('hex').slice(0, 15)}`).toString();
  const handle = name
    .normalize('NFKD')
    .replace(/[^a-zA-Z0-9]+/gu, '_')
    .slice(0, 15);
  return { id: `316${digits.padStart(8, '0').slice(-8)}`, name, handle };
}

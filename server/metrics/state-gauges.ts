import { Gauge, type Registry } from 'prom-client';

/** Where the gauges look at each scrape; every look is one short indexed read or none. */
export type WatchedState = {
  /** Webhook bodies that wait, and those set aside; counted up to a thousand. */
  backlog(): Promise<{ readonly pending: number; readonly dead: number }>;
  /** Outgoing messages by state, without the sent ones; counted up to a thousand each. */
  outboxStates(): Promise<Readonly<Record<string, number>>>;
  /** How many accounts of each channel the breaker holds. */
  openBreakers(): Promise<ReadonlyMap<string, number>>;
  /** How long the earliest deadline that nobody looked at has been due, in ms; 0 when the sweeper is up to date. */
  sweeperLagMs(): Promise<number>;
  /** Open live sockets of this process. */
  liveSockets(): number;
};

/** Adds the gauges of what stands in the database and in memory; a failing look fails the scrape. */
export function watchState(registry: Registry, state: WatchedState): void {
  const registers = [registry];
  new Gauge({
    name: 'woordhouder_deliveries',
    help: 'Webhook bodies not yet taken in (pending) or set aside after repeated failure (dead); 1000: or more.',
    labelNames: ['state'],
    registers,
    collect: async function () {
      for (const [name, count] of Object.entries(await state.backlog())) this.set({ state: name }, count);
    },
  });
  new Gauge({
    name: 'woordhouder_outbox_messages',
    help: 'Outgoing messages that are not sent, by state (1000: or more).',
    labelNames: ['state'],
    registers,
    collect: async function () {
      for (const [name, count] of Object.entries(await state.outboxStates())) this.set({ state: name }, count);
    },
  });
  new Gauge({
    name: 'woordhouder_send_breakers_open',
    help: 'Channel accounts whose platform gives no clear answers: nothing is sent for a while, by channel.',
    labelNames: ['channel'],
    registers,
    collect: async function () {
      this.reset();
      for (const [channel, count] of await state.openBreakers()) this.set({ channel }, count);
    },
  });
  new Gauge({
    name: 'woordhouder_sweeper_lag_seconds',
    help: 'How long the earliest unswept deadline has been due.',
    registers,
    collect: async function () {
      this.set((await state.sweeperLagMs()) / 1000);
    },
  });
  new Gauge({
    name: 'woordhouder_live_sockets',
    help: 'Open live sockets of this process.',
    registers,
    collect: function () {
      this.set(state.liveSockets());
    },
  });
}

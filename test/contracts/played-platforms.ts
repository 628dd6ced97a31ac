import { afterEach, beforeEach } from 'vitest';
import { createMovableClock, type MovableClock } from '#server/clock.ts';
import type {
  ChannelEndpoint,
  ChannelSender,
  InboundEvent,
  OutgoingMessage,
  SenderAccount,
} from '#server/channels/channel.ts';
import { ChannelError } from '#server/channels/errors.ts';
import { findChannel } from '#server/channels/registry.ts';
import type { PlatformSimulator, SimulatedAccount } from '#server/channels/simulator/index.ts';
import { createPlatformSimulator } from '#server/channels/simulator/index.ts';
import { demoTemplates } from '#server/demo/demo-templates.data.ts';

/** The present of the tests. */
export const now = new Date('2026-07-21T13:20:00.000Z');
export const hourMs = 3_600_000;

const accounts: readonly SimulatedAccount[] = [
  { channel: 'messenger', externalId: '118200450067001', accessToken: 'page-token', name: 'Festival', handle: '' },
  {
    channel: 'messenger',
    externalId: '17841400000000001',
    pageId: '118200450067001',
    accessToken: 'instagram-token',
    name: 'Festival',
    handle: '',
  },
  {
    channel: 'whatsapp',
    externalId: '106540352242922',
    accessToken: 'wa-token',
    name: 'Festival',
    handle: '15550783881',
    businessAccountId: '2077001',
    templates: demoTemplates,
  },
  { channel: 'x', externalId: '1890012345678901234', accessToken: 'x-token', name: 'Festival', handle: 'festival' },
];
const simulatorSecrets = { messenger: 'meta-secret', whatsapp: 'meta-secret', x: 'x-secret' };
export const customer = { id: '31612345678', name: 'Sanne', handle: 'sanneb' };

/** Names of the played accounts: that of the channel, `instagram` for the Messenger account that is one of Instagram's. */
export const playedNames = ['messenger', 'instagram', 'whatsapp', 'x'] as const;

/** The played account and its channel, by name. */
export function pick(name: string): {
  account: SimulatedAccount;
  channel: NonNullable<ReturnType<typeof findChannel>>;
} {
  const account = accounts.find((each) => (each.pageId === undefined ? each.channel : 'instagram') === name);
  const channel = account && findChannel(account.channel);
  if (account === undefined || channel === undefined) throw new Error(`no account for ${name}`);
  return { account, channel };
}

/** A reply as the outbox hands it over, with the parts a test is about. */
export function outgoing(change: Partial<OutgoingMessage> = {}): OutgoingMessage {
  return {
    clientTag: 'outbox-1',
    visibility: 'private',
    customerExternalId: customer.id,
    threadExternalId: customer.id,
    replyToExternalId: null,
    text: 'We bellen u vandaag vóór 17.00 uur terug.',
    attachments: [],
    template: null,
    privateReplyTo: null,
    byPerson: true,
    lastCustomerAt: new Date(now.getTime() - hourMs),
    ...change,
  };
}

/** Options of one call. */
export type SendOptions = {
  readonly signal?: AbortSignal;
  readonly endpoint?: Partial<ChannelEndpoint>;
  readonly token?: string;
};

/** The played platforms of one test at a time, and senders that call them over real HTTP. */
export type PlayedPlatforms = {
  readonly simulator: PlatformSimulator;
  readonly clock: MovableClock;
  /** What the webhooks said, read by the channels' own parsers. */
  inbound(): InboundEvent[];
  sender(name: string, options?: SendOptions): { sender: ChannelSender<unknown>; account: SenderAccount<unknown> };
  send(name: string, message: OutgoingMessage, options?: SendOptions): Promise<string>;
};

/** Starts the platforms before each test and stops them after it. */
export function usePlayedPlatforms(): PlayedPlatforms {
  const clock = createMovableClock(now);
  let current: { simulator: PlatformSimulator; baseUrl: string; inbound: InboundEvent[] } | null = null;
  const open = () => {
    if (current === null) throw new Error('the platforms are open within tests only');
    return current;
  };
  beforeEach(async () => {
    const inbound: InboundEvent[] = [];
    clock.set(now);
    const simulator = createPlatformSimulator({
      clock,
      accounts,
      secrets: simulatorSecrets,
      deliver: (name, body, headers) => {
        const { channel } = pick(name);
        const request = { headers, body, query: new URLSearchParams() };
        const valid = channel.verify(request, { appSecrets: [simulatorSecrets[name]], verifyToken: '' });
        if (valid) inbound.push(...channel.parse(body, clock.now()));
        return Promise.resolve(valid ? 200 : 401);
      },
    });
    current = { simulator, baseUrl: await simulator.listen(), inbound };
  });
  afterEach(async () => {
    await open().simulator.close();
  });
  const sender: PlayedPlatforms['sender'] = (name, options = {}) => {
    const { account, channel } = pick(name);
    const endpoint = { ...channel.defaultEndpoint, baseUrl: open().baseUrl, ...options.endpoint };
    const { businessAccountId, pageId } = account;
    const token = { accessToken: options.token ?? account.accessToken };
    const credentials = channel.credentialsSchema.parse({
      ...token,
      ...(businessAccountId === undefined ? {} : { businessAccountId }),
      ...(pageId === undefined ? {} : { pageId }),
    });
    const made = channel.createSender({ endpoint, fetch: globalThis.fetch, clock });
    return { sender: made, account: { externalId: account.externalId, credentials } };
  };
  return {
    get simulator() {
      return open().simulator;
    },
    clock,
    inbound: () => open().inbound,
    sender,
    send: async (name, message, options = {}) => {
      const made = sender(name, options);
      const receipt = await made.sender.send(message, made.account, options.signal ?? AbortSignal.timeout(5000));
      return receipt.externalId;
    },
  };
}

/** The error that work ends with, which must be one of a channel. */
export async function failure(work: Promise<unknown>): Promise<ChannelError> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ChannelError)) throw new Error(`expected a ChannelError, got ${String(error)}`);
  return error;
}

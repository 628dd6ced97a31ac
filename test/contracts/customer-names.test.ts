import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMovableClock } from '#server/clock.ts';
import type { CustomerProfile } from '#server/channels/channel.ts';
import { channelRegistry, findChannel } from '#server/channels/registry.ts';
import type { PlatformSimulator, SimulatedAccount } from '#server/channels/simulator/index.ts';
import { createPlatformSimulator } from '#server/channels/simulator/index.ts';

const now = new Date('2026-07-21T13:20:00.000Z');
const clock = createMovableClock(now);
const page: SimulatedAccount = {
  channel: 'messenger',
  externalId: '118200450067001',
  accessToken: 'page-token',
  name: 'Festival',
  handle: '',
};

let simulator: PlatformSimulator;
let baseUrl: string;

beforeEach(async () => {
  simulator = createPlatformSimulator({
    clock,
    accounts: [page],
    secrets: { messenger: 'm', whatsapp: 'w', x: 'x' },
    deliver: () => Promise.resolve(200),
  });
  baseUrl = await simulator.listen();
});

afterEach(async () => {
  await simulator.close();
});

type Options = { readonly token?: string; readonly appSecret?: string; readonly fetch?: typeof globalThis.fetch };

function profileOf(customerId: string, options: Options = {}): Promise<CustomerProfile> {
  const channel = findChannel('messenger');
  const sender = channel?.createSender({
    endpoint: { ...channel.defaultEndpoint, baseUrl },
    fetch: options.fetch ?? globalThis.fetch,
    clock,
  });
  if (sender?.profileOf === undefined) throw new Error('Messenger must be able to ask for names');
  const credentials = { accessToken: options.token ?? page.accessToken, appSecret: options.appSecret };
  return sender.profileOf(customerId, { externalId: page.externalId, credentials }, AbortSignal.timeout(5_000));
}

function customerWrote(name: string): string {
  const customer = { id: '7300110022003301', name };
  simulator.customerMessage({ account: page, customer, text: 'Hoi', at: now });
  return customer.id;
}

const answering =
  (status: number, body: string, headers: Readonly<Record<string, string>> = {}): typeof globalThis.fetch =>
  () =>
    Promise.resolve(new Response(body, { status, headers }));

describe('names of Messenger customers', () => {
  it.each(['Bram van der Kolk', 'Cher'])('%s is told to the page', async (name) => {
    expect(await profileOf(customerWrote(name))).toEqual({ name });
  });

  it('is no name where the customer gave no consent, the token is dead or nothing is told', async () => {
    const id = customerWrote('Bram van der Kolk');
    expect(await profileOf('7300110022009988')).toEqual({ name: null });
    expect(await profileOf(id, { token: 'old-token' })).toEqual({ name: null });
    expect(await profileOf(id, { fetch: answering(200, '{"id":"1"}') })).toEqual({ name: null });
    expect(await profileOf(id, { fetch: answering(200, '<html>') })).toEqual({ name: null });
    expect(await profileOf(id, { fetch: answering(200, '{"first_name":"  ","last_name":7}') })).toEqual({ name: null });
  });

  it('of a mention is that of its author', async () => {
    const asked: string[] = [];
    const fetch: typeof globalThis.fetch = (url) => {
      asked.push(url instanceof URL ? url.href : '');
      return answering(200, '{"id":"700_41","from":{"id":"700","name":"Sjaak Bos"}}')(url);
    };
    expect(await profileOf('700_41', { fetch })).toEqual({ name: 'Sjaak Bos' });
    expect(asked.map((href) => new URL(href)).map(({ pathname, search }) => `${pathname}${search}`)).toEqual([
      '/v26.0/700_41?fields=from',
    ]);
  });

  it('throws what may end otherwise later', async () => {
    const limited = answering(429, '{"error":{"code":4}}', { 'retry-after': '30' });
    await expect(profileOf('1', { fetch: limited })).rejects.toMatchObject({
      kind: 'rateLimited',
      retryAfterMs: 30_000,
    });
    await expect(profileOf('1', { fetch: answering(500, 'busy') })).rejects.toMatchObject({ kind: 'uncertain' });
    const broken = (): Promise<Response> => Promise.reject(new TypeError('fetch failed'));
    await expect(profileOf('1', { fetch: broken })).rejects.toMatchObject({ kind: 'unreachable' });
  });

  it('escapes the id, proves the app secret and follows no redirect', async () => {
    const calls: { url: URL; redirect: unknown }[] = [];
    const recording: typeof globalThis.fetch = (input, init) => {
      calls.push({ url: new URL(input instanceof Request ? input.url : input), redirect: init?.redirect });
      return Promise.resolve(new Response('{}', { status: 200 }));
    };
    await profileOf('1/../me', { fetch: recording, appSecret: 'secret' });
    const [call] = calls;
    expect(call?.url.pathname).toBe('/v26.0/1%2F..%2Fme');
    expect(call?.url.searchParams.get('fields')).toBe('first_name,last_name');
    expect(call?.url.searchParams.get('appsecret_proof')).toMatch(/^[0-9a-f]{64}$/);
    expect(call?.redirect).toBe('manual');
  });

  it('are asked on Messenger alone: the other channels tell names in their webhooks', () => {
    const asking = channelRegistry.filter(
      ({ createSender, defaultEndpoint }) =>
        createSender({ endpoint: defaultEndpoint, fetch: globalThis.fetch, clock }).profileOf !== undefined,
    );
    expect(asking.map(({ name }) => name)).toEqual(['messenger']);
  });
});

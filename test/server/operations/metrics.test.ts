import { Registry } from 'prom-client';
import { beforeAll, describe, expect, it } from 'vitest';
import { watchState } from '#server/metrics/state-gauges.ts';
import { demoAccounts } from '#server/demo/demo-accounts.ts';
import { draftCodes } from '#shared/replies/draft-check.ts';
import { createTestApp, type TestApp } from '#test/support/test-app.ts';

const token = 'a-token-of-the-metrics-test';
const customer = { id: '31600000077', name: 'Geertruida Proefpersoon', handle: '31600000077' };
const replyMutation = 'mutation R($input: SendReplyInput!) { sendReply(input: $input) { __typename } }';
let test: TestApp;

beforeAll(async () => {
  test = await createTestApp(new Date('2026-03-02T09:00:00.000Z'), { env: { METRICS_TOKEN: token } });
});

async function scrape(headers: Record<string, string> = {}): Promise<{ status: number; text: string }> {
  const response = await fetch(`${test.origin}/metrics`, { headers });
  return { status: response.status, text: await response.text() };
}

/** The value of one line of the page; null when it is not there. */
async function valueOf(line: string): Promise<number | null> {
  const { text } = await scrape();
  const found = text.split('\n').find((candidate) => candidate.startsWith(`${line} `));
  return found === undefined ? null : Number(found.slice(line.length + 1));
}

async function customerWrites(text: string): Promise<number> {
  const at = test.clock.now();
  const { status } = await test.simulator.customerWrites({ account: demoAccounts.whatsapp, customer, text, at });
  await test.world.settled();
  return status;
}

describe('what is counted', () => {
  it('webhooks, deliveries, folds and refused signatures', async () => {
    expect(await customerWrites('Waar blijft mijn bestelling?')).toBe(200);
    const refused = await fetch(`${test.origin}/webhooks/whatsapp`, { method: 'POST', body: '{}' });
    expect(refused.status).toBe(401);
    await fetch(`${test.origin}/webhooks/onbekend-31600000077`);
    expect(await valueOf('woordhouder_webhook_requests_total{channel="whatsapp",status="200"}')).toBe(1);
    expect(await valueOf('woordhouder_webhook_requests_total{channel="whatsapp",status="401"}')).toBe(1);
    expect(await valueOf('woordhouder_webhook_requests_total{channel="other",status="404"}')).toBe(1);
    expect(await valueOf('woordhouder_deliveries_stored_total')).toBe(1);
    expect(await valueOf('woordhouder_fold_group_size_sum')).toBe(1);
    expect(await valueOf('woordhouder_fold_duration_seconds_count')).toBe(1);
    expect(await valueOf('woordhouder_deliveries{state="pending"}')).toBe(0);
    expect(await valueOf('woordhouder_deliveries{state="dead"}')).toBe(0);
  });

  it('sends by outcome and what stays in the outbox', async () => {
    const { world, simulator, database } = test;
    const [conversation] = await database.db.collection('conversations').find().toArray();
    const viewer = world.users.get('sanne@demo.nl');
    if (viewer === undefined || conversation === undefined) throw new Error('no agent or no conversation');
    const reply = async (clientId: string): Promise<void> => {
      const input = {
        clientId,
        conversationId: String(conversation._id),
        text: 'Dag, we zoeken het meteen uit.',
        acceptedFindings: [...draftCodes],
        overrideReason: 'Zo afgesproken met de teamleider.',
      };
      const data = await world.execute(viewer, replyMutation, { input });
      expect(data['sendReply']).toEqual({ __typename: 'SendReplySuccess' });
      await world.settled();
    };
    simulator.failNext(demoAccounts.whatsapp.externalId, { kind: 'serverError' });
    await reply('2f7d0e1e-58c1-4f43-9f7c-0a6a3c5b7e01');
    await reply('2f7d0e1e-58c1-4f43-9f7c-0a6a3c5b7e02');
    const sends = (outcome: string) => `woordhouder_sends_total{channel="whatsapp",outcome="${outcome}"}`;
    expect(await valueOf(sends('uncertain'))).toBe(1);
    expect(await valueOf(sends('sent'))).toBe(1);
    expect(await valueOf('woordhouder_outbox_messages{state="failed"}')).toBe(0);
    expect(await valueOf('woordhouder_outbox_messages{state="queued"}')).toBe(0);
  });

  it('the process, its event loop, sockets, change stream and sweeper', async () => {
    const { text } = await scrape();
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds [\d.e-]+$/m);
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
    expect(await valueOf('woordhouder_live_sockets')).toBe(0);
    expect(await valueOf('woordhouder_change_stream_restarts_total')).toBe(0);
    expect(await valueOf('woordhouder_sweeper_lag_seconds')).toBe(0);
  });

  it('the lag of a sweeper that does not keep up, and nothing when a look fails', async () => {
    const registry = new Registry();
    let fails = false;
    watchState(registry, {
      backlog: () => (fails ? Promise.reject(new Error('database away')) : Promise.resolve({ pending: 7, dead: 2 })),
      outboxStates: () => Promise.resolve({ queued: 3 }),
      openBreakers: () => Promise.resolve(new Map()),
      sweeperLagMs: () => Promise.resolve(90_000),
      liveSockets: () => 4,
    });
    expect(await registry.metrics()).toMatch(/woordhouder_sweeper_lag_seconds 90\n/);
    expect(await registry.metrics()).toContain('woordhouder_deliveries{state="dead"} 2');
    fails = true;
    await expect(registry.metrics()).rejects.toThrow('database away');
  });
});

describe('who may read it', () => {
  it('nobody from elsewhere without the token', async () => {
    expect((await scrape({ 'x-forwarded-for': '203.0.113.9' })).status).toBe(404);
    expect((await scrape({ 'x-forwarded-for': '203.0.113.9', authorization: 'Bearer wrong' })).status).toBe(404);
    const opened = await scrape({ 'x-forwarded-for': '203.0.113.9', authorization: `Bearer ${token}` });
    expect(opened.status).toBe(200);
  });

  it('behind a proxy the machine itself does not either, and only by GET', async () => {
    const proxied = await createTestApp(new Date('2026-03-02T09:00:00.000Z'), { env: { TRUST_PROXY: '1' } });
    expect((await fetch(`${proxied.origin}/metrics`, { headers: { accept: 'text/html' } })).status).toBe(404);
    expect((await fetch(`${test.origin}/metrics`, { method: 'POST' })).status).toBe(404);
  });

  it('sees channels and states only: no id, name or text', async () => {
    const { text } = await scrape();
    const secrets = [customer.name, customer.id, 'bestelling', 'meteen', test.world.brandId, token, 'onbekend'];
    for (const secret of secrets) expect(text).not.toContain(secret);
    const labels = new Set([...text.matchAll(/^woordhouder_\w+\{([^}]*)\}/gm)].map(([, found]) => found ?? ''));
    const names = new Set([...labels].flatMap((found) => [...found.matchAll(/(\w+)="/g)].map(([, name]) => name)));
    expect([...names].sort()).toEqual(['channel', 'le', 'outcome', 'state', 'status']);
  });
});

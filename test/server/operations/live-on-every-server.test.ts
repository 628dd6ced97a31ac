import { createClient } from 'graphql-ws';
import { expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { encodeBody, messengerText, signedHeaders } from '#server/channels/simulator/bodies.ts';
import { systemClock } from '#server/clock.ts';
import { demoAccounts, demoPassword, demoSecrets, demoUsers } from '#server/demo/demo-accounts.ts';
import { openServerFarm } from '#test/support/server-farm.ts';

const query = 'subscription Changes { conversationChanged { conversation { preview } } }';
const text = 'Is de winkel morgen open?';

it('shows on one server what another one received', async () => {
  const farm = await openServerFarm();
  let token = '';
  await farm.makeBrand(async (app) => {
    const [{ email }] = demoUsers;
    const answer = await app.modules.agents.signIn({ email, password: demoPassword, address: 'test' });
    if ('token' in answer) token = answer.token;
  });
  const [receiving, watching] = await Promise.all([farm.startServer(), farm.startServer()]);
  const headers = { cookie: `wh_session=${token}`, origin: watching.origin };
  const webSocketImpl = class extends WebSocket {
    constructor(url: string, protocols: string) {
      super(url, protocols, { headers });
    }
  };
  const url = `${watching.origin.replace('http', 'ws')}/graphql`;
  const client = createClient({ url, webSocketImpl, retryAttempts: 0, lazy: false });
  const previews: unknown[] = [];
  const seen = new Promise<void>((resolve, reject) => {
    const next = (frame: { data?: Record<string, unknown> | null }): void => {
      previews.push(frame.data?.['conversationChanged']);
      if (JSON.stringify(frame.data).includes(text)) resolve();
    };
    client.subscribe({ query }, { next, error: reject, complete: () => undefined });
  });
  // Until the socket listens nothing is promised: customers go on writing.
  let customer = 0;
  const said = async (): Promise<void> => {
    customer += 1;
    const psid = `9900${String(customer)}`;
    const mid = `m_live_${String(customer)}`;
    const at = systemClock.now();
    const body = encodeBody(messengerText({ pageId: demoAccounts.messenger.externalId, psid, mid, text, at }));
    const answer = await fetch(`${receiving.origin}/webhooks/messenger`, {
      method: 'POST',
      headers: signedHeaders('messenger', body, demoSecrets.messenger),
      body: Buffer.from(body),
    });
    expect(answer.status).toBe(200);
  };
  const watched = seen.then(() => true);
  while (!(await Promise.race([watched, said().then(() => false)]))) expect(customer).toBeLessThan(2_000);
  await seen;
  await client.dispose();
  expect(previews.length).toBeGreaterThan(0);
}, 240_000);

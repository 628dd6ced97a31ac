import { createHmac } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { encodeBody, messengerText, signedHeaders, whatsappText, xMention } from '#server/channels/simulator/bodies.ts';
import { demoAccounts, demoSecrets, demoVerifyToken } from '#server/demo/demo-accounts.ts';
import { existing, openDesk, type Desk } from '#test/server/conversations/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(new Date('2026-03-02T09:00:00Z'));
});

let serial = 0;
beforeEach(() => {
  serial += 1;
});

const pageId = demoAccounts.messenger.externalId;
const bodyOf = (mid: string, text = 'Is de speeltuin open?'): Uint8Array =>
  encodeBody(messengerText({ pageId, psid: '31622222222', mid, text, at: desk.clock.now() }));

async function send(body: Uint8Array, headers: Readonly<Record<string, string>>, channel = 'messenger') {
  const response = await fetch(`${desk.origin}/webhooks/${channel}`, {
    method: 'POST',
    headers,
    body: Buffer.from(body),
  });
  await response.arrayBuffer();
  return response.status;
}

const deliveries = () => desk.database.db.collection('deliveries').countDocuments();
const messagesNamed = (externalId: string) => desk.database.db.collection('messages').countDocuments({ externalId });

describe('a webhook that is not signed by the platform', () => {
  it.each([
    ['without a signature', {}],
    ['with a wrong signature', { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` }],
    ['with an odd signature', { 'x-hub-signature-256': 'sha256=zz' }],
  ])('is refused %s and nothing is stored', async (_name, headers: Readonly<Record<string, string>>) => {
    const before = await deliveries();
    const body = bodyOf(`m_bad${String(serial)}`);
    expect(await send(body, { 'content-type': 'application/json', ...headers })).toBe(401);
    expect(await deliveries()).toBe(before);
  });

  it('is refused with the secret of another app, the old SHA-1 header or another channel', async () => {
    const before = await deliveries();
    const body = bodyOf('m_other');
    const sha1 = createHmac('sha1', demoSecrets.messenger).update(body).digest('hex');
    expect(await send(body, signedHeaders('messenger', body, 'someone-elses-secret'))).toBe(401);
    expect(await send(body, { 'x-hub-signature': `sha1=${sha1}` })).toBe(401);
    expect(await send(body, signedHeaders('whatsapp', body, demoSecrets.whatsapp))).toBe(401);
    expect(await deliveries()).toBe(before);
  });

  it('is refused when the signature belongs to the same JSON written another way', async () => {
    const before = await deliveries();
    const body = bodyOf('m_rewritten');
    const rewritten = new TextEncoder().encode(JSON.stringify(JSON.parse(new TextDecoder().decode(body)), null, 1));
    expect(await send(rewritten, signedHeaders('messenger', body, demoSecrets.messenger))).toBe(401);
    expect(await deliveries()).toBe(before);
  });
});

describe('a signed webhook', () => {
  it('is stored before it is answered', async () => {
    const before = await deliveries();
    expect(await desk.post('messenger', bodyOf('m_good'))).toBe(200);
    expect(await deliveries()).toBe(before + 1);
    await desk.world.settled();
    expect(await messagesNamed('m_good')).toBe(1);
  });

  it('gives one message however often it is delivered', async () => {
    const body = bodyOf('m_twice');
    expect(await desk.post('messenger', body)).toBe(200);
    await desk.world.settled();
    const before = await desk.database.db.collection('conversations').find().toArray();
    const statuses = await Promise.all([body, body, body].map((each) => desk.post('messenger', each)));
    expect(statuses).toEqual([200, 200, 200]);
    await desk.world.settled();
    expect(await messagesNamed('m_twice')).toBe(1);
    expect(await desk.database.db.collection('conversations').find().toArray()).toEqual(before);
  });

  it('is taken on all three channels', async () => {
    const at = desk.clock.now();
    const { externalId: numberId, handle } = demoAccounts.whatsapp;
    const text = 'Mag de hond mee?';
    const whatsapp = { numberId, displayNumber: handle, from: '31633333333', id: 'wamid.W1', name: 'Noor', text, at };
    const author = { id: '99', name: 'Noor', handle: 'noor' };
    const mention = { accountId: demoAccounts.x.externalId, author, id: '1900000000000000001', text, at };
    expect(await desk.post('whatsapp', whatsappText(whatsapp))).toBe(200);
    expect(await desk.post('x', xMention(mention))).toBe(200);
    await desk.world.settled();
    expect(await messagesNamed('wamid.W1')).toBe(1);
    expect(await messagesNamed('1900000000000000001')).toBe(1);
  });

  it.each([
    ['no JSON at all', 'hello'],
    ['an empty body', ''],
    ['half of a JSON text', '{"object":"page","entry":['],
    ['JSON of another shape', '[1,null,{"entry":{}}]'],
    ['bytes that are no text', '\u0000\u0001'],
  ])('with junk (%s) is answered 200 and kept raw', async (_name, text) => {
    const before = await deliveries();
    const messagesBefore = await desk.database.db.collection('messages').countDocuments();
    expect(await desk.post('messenger', new TextEncoder().encode(text))).toBe(200);
    await desk.world.settled();
    expect(await deliveries()).toBe(before + 1);
    const [newest] = await desk.database.db.collection('deliveries').find().sort({ _id: -1 }).limit(1).toArray();
    expect(newest).toMatchObject({ state: 'done', channel: 'messenger' });
    expect((newest?.['body'] as { toString(): string }).toString()).toBe(text);
    expect(await desk.database.db.collection('messages').countDocuments()).toBe(messagesBefore);
  });

  it('for a page that no brand has is answered 200 and kept raw, without a message', async () => {
    const at = desk.clock.now();
    const body = messengerText({ pageId: '999999', psid: '31644444444', mid: 'm_foreign', text: 'Hoi?', at });
    expect(await desk.post('messenger', body)).toBe(200);
    await desk.world.settled();
    expect(await messagesNamed('m_foreign')).toBe(0);
    const [newest] = await desk.database.db.collection('deliveries').find().sort({ _id: -1 }).limit(1).toArray();
    expect(newest?.['state']).toBe('done');
    expect(String(newest?.['body'])).toContain('m_foreign');
  });

  it('over four megabytes is refused with 413 and nothing is stored', async () => {
    const before = await deliveries();
    const body = new Uint8Array(5 * 1024 * 1024).fill(0x20);
    expect(await send(body, signedHeaders('messenger', body, demoSecrets.messenger))).toBe(413);
    expect(await deliveries()).toBe(before);
    expect(await desk.post('messenger', bodyOf('m_after_large'))).toBe(200);
  });
});

describe('other requests', () => {
  const get = async (path: string) => {
    const response = await fetch(`${desk.origin}/webhooks/${path}`);
    return { status: response.status, text: await response.text() };
  };

  it('for an unknown channel are answered 404', async () => {
    expect(await send(new Uint8Array(), {}, 'fax')).toBe(404);
    expect(await send(new Uint8Array(), {}, '')).toBe(404);
    expect(await send(new Uint8Array(), {}, 'messenger/extra')).toBe(404);
  });

  it('by another method are refused', async () => {
    const response = await fetch(`${desk.origin}/webhooks/messenger`, { method: 'PUT', body: '{}' });
    expect(response.status).toBe(405);
  });

  it.each(['messenger', 'whatsapp'])("pass Meta's handshake on %s only with the right word", async (channel) => {
    const query = (token: string) => `${channel}?hub.mode=subscribe&hub.verify_token=${token}&hub.challenge=1158201444`;
    expect(await get(query(demoVerifyToken))).toEqual({ status: 200, text: '1158201444' });
    expect((await get(query('guess'))).status).toBe(403);
    expect((await get(channel)).status).toBe(400);
  });

  it("answer X's challenge with the consumer secret", async () => {
    const token = 'challenge_0123456789abcdef';
    const { status, text } = await get(`x?crc_token=${token}`);
    expect(status).toBe(200);
    const signature = createHmac('sha256', demoSecrets.x).update(token).digest('base64');
    expect(JSON.parse(text)).toEqual({ response_token: `sha256=${signature}` });
    expect((await get(`x?crc_token=${encodeURIComponent('{"a":1}aaaaaaaaaa')}`)).status).toBe(400);
  });
});

describe('kinds nobody handles yet', () => {
  it('are kept raw once and counted in the health of their account', async () => {
    const at = desk.clock.now().getTime();
    const item = (mid: string) => ({
      sender: { id: '31655555555' },
      recipient: { id: pageId },
      timestamp: at,
      game_play: { game_id: mid, player_id: '31655555555' },
    });
    const body = { object: 'page', entry: [{ id: pageId, time: at, messaging: [item('m_1'), item('m_2')] }] };
    expect(await desk.post('messenger', body)).toBe(200);
    expect(await desk.post('messenger', body)).toBe(200);
    await desk.world.settled();
    const query = /* GraphQL */ `
      query Health {
        channelAccounts {
          externalId
          health {
            lastEventAt
            unknownEvents
            unknownKinds {
              kind
              count
            }
          }
        }
      }
    `;
    const data = await desk.world.execute(desk.user('sanne'), query, {});
    const accounts = data['channelAccounts'] as {
      externalId: string;
      health: { lastEventAt: string; unknownEvents: number; unknownKinds: { kind: string; count: number }[] };
    }[];
    const { health } = existing(accounts.find(({ externalId }) => externalId === pageId));
    const games = health.unknownKinds.filter(({ kind }) => kind.includes('game_play'));
    expect(games).toEqual([{ kind: existing(games[0]).kind, count: 2 }]);
    expect(health.unknownEvents).toBe(health.unknownKinds.reduce((sum, { count }) => sum + count, 0));
    expect(health.lastEventAt).toBe(desk.clock.now().toISOString());
  });
});

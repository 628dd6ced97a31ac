import { beforeAll, describe, expect, it } from 'vitest';
import {
  encodeBody,
  messengerEcho,
  messengerText,
  signedHeaders,
  type Body,
} from '#server/channels/simulator/bodies.ts';
import { demoAccounts } from '#server/demo/demo-accounts.ts';
import type { MessageDoc } from '#server/modules/conversations/index.ts';
import { day, existing, hour, openDesk, type Desk } from '#test/server/conversations/desk.ts';

const start = new Date('2026-03-02T09:00:00Z');
const pageId = demoAccounts.messenger.externalId;
const answer = 'Dat kan, op zaterdag in de grote zaal, voor dertig euro per persoon.';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(start);
});

async function taken(body: Body): Promise<void> {
  expect(await desk.post('messenger', body)).toBe(200);
  await desk.world.settled();
  expect(await desk.database.db.collection('deliveries').countDocuments({ state: { $ne: 'done' } })).toBe(0);
}

async function stored(mid: string): Promise<MessageDoc> {
  const found = await desk.database.db.collection<MessageDoc>('messages').find({ externalId: mid }).toArray();
  expect(found).toHaveLength(1);
  return existing(found[0]);
}

async function clockOf({ conversationId, brandId }: MessageDoc) {
  const clocks = await desk.world.modules.clocks.ofConversations(brandId, [conversationId]);
  expect(clocks).toHaveLength(1);
  return existing(clocks[0]);
}

/** The text as an agent gets to see it. */
async function shown({ conversationId }: MessageDoc): Promise<string | undefined> {
  const query = 'query C($id: ID!) { conversation(id: $id) { messages(last: 1) { nodes { text } } } }';
  const data = await desk.world.execute(desk.user('sanne'), query, { id: conversationId });
  return (data['conversation'] as { messages: { nodes: { text: string }[] } }).messages.nodes[0]?.text;
}

describe('odd texts', () => {
  it.each([
    [
      'control characters',
      'm_control',
      'Regel een\u0000\u0007\u001b[31m en dan?',
      'Regel een\u0000\u0007\u001b[31m en dan?',
    ],
    ['bidi characters', 'm_bidi', 'Kan dit \u202ediw\u202c open \u2066?', 'Kan dit \u202ediw\u202c open \u2066?'],
    // No encoding of text has a place for half a character: it is shown as the sign for one that is missing.
    ['lone surrogates', 'm_lone', 'Half \ud83d teken \udc4d?', 'Half \ufffd teken \ufffd?'],
    [
      'names of what every object inherits',
      '__proto__',
      'constructor $where {"$gt":""}?',
      'constructor $where {"$gt":""}?',
    ],
  ])('%s are kept and shown', async (_name, mid, text, expected) => {
    const psid = `3165000${String(mid.length)}${mid.charCodeAt(2).toString()}`;
    // As the platform writes it: half a character has no bytes of its own.
    await taken(messengerText({ pageId, psid, mid, text, at: desk.clock.now() }));
    const message = await stored(mid);
    expect(message.text).toBe(expected);
    expect(await shown(message)).toBe(expected);
    expect((await clockOf(message)).state).toBe('running');
  });

  it('of a hundred thousand characters lose none of them', async () => {
    const text = 'Waar blijft mijn antwoord? Ik wacht al weken. '.repeat(2_200).slice(0, 100_000);
    await taken(messengerText({ pageId, psid: '31650009999', mid: 'm_long', text, at: desk.clock.now() }));
    const message = await stored('m_long');
    expect(message.text).toBe(text);
    expect(await shown(message)).toBe(text);
  });
});

describe('odd times', () => {
  const at = new Date(start.getTime() - hour);

  it.each([
    ['seconds', at.getTime() / 1000],
    ['seconds in a string', String(at.getTime() / 1000)],
    ['milliseconds', at.getTime()],
    ['milliseconds in a string', String(at.getTime())],
  ])('%s start the clock at the same instant', async (name, timestamp) => {
    const mid = `m_time_${name.replaceAll(' ', '_')}`;
    const body = messengerText({ pageId, psid: `3166${String(name.length)}`, mid, text: 'Zijn jullie open?', at });
    const [entry] = body['entry'] as [{ messaging: [Body] }];
    await taken({ ...body, entry: [{ ...entry, messaging: [{ ...entry.messaging[0], timestamp }] }] });
    expect((await clockOf(await stored(mid))).startedAt).toEqual(at);
  });

  it('in the future give way to the time of receipt, so that a reply can answer', async () => {
    const later = new Date(start.getTime() + 3 * day);
    const psid = '31660001111';
    await taken(messengerText({ pageId, psid, mid: 'm_future', text: 'Mag de hond mee?', at: later }));
    const message = await stored('m_future');
    expect(message).toMatchObject({ sentAt: desk.clock.now(), receivedAt: desk.clock.now() });
    expect((await clockOf(message)).startedAt).toEqual(desk.clock.now());
    desk.clock.advance(1_000);
    expect(await desk.replies(message.conversationId, answer)).toMatchObject({ __typename: 'SendReplySuccess' });
    await desk.world.settled();
    expect((await clockOf(message)).state).toBe('answered');
  });

  it('a little ahead of ours are believed: two clocks are never the same', async () => {
    const soon = new Date(desk.clock.now().getTime() + 2_000);
    await taken(messengerText({ pageId, psid: '31660002222', mid: 'm_soon', text: 'Mag de kat mee?', at: soon }));
    expect((await stored('m_soon')).sentAt).toEqual(soon);
  });
});

describe('a forged echo', () => {
  it('without our signature stops no clock and is not stored', async () => {
    const psid = '31670000001';
    await taken(messengerText({ pageId, psid, mid: 'm_f1', text: 'Is er nog plek?', at: desk.clock.now() }));
    const body = encodeBody(messengerEcho({ pageId, psid, mid: 'm_f2', text: answer, at: desk.clock.now() }));
    const headers = signedHeaders('messenger', body, 'guessed');
    const response = await fetch(`${desk.origin}/webhooks/messenger`, {
      method: 'POST',
      headers,
      body: Buffer.from(body),
    });
    expect(response.status).toBe(401);
    await desk.world.settled();
    expect((await clockOf(await stored('m_f1'))).state).toBe('running');
    expect(await desk.database.db.collection('messages').countDocuments({ externalId: 'm_f2' })).toBe(0);
  });

  it('signed by the platform but for another page stops no clock of ours', async () => {
    const psid = '31670000002';
    await taken(messengerText({ pageId, psid, mid: 'm_f3', text: 'Is er nog plek?', at: desk.clock.now() }));
    await taken(messengerEcho({ pageId: '999999', psid, mid: 'm_f4', text: answer, at: desk.clock.now() }));
    expect((await clockOf(await stored('m_f3'))).state).toBe('running');
  });

  it("that carries our tag of another account settles nothing of that account's", async () => {
    const asked = await desk.writes({ channel: 'whatsapp', customer: '31670000003' });
    desk.simulator.failNext(demoAccounts.whatsapp.externalId, { kind: 'serverError' });
    const text = 'De zaal is vrij op zondag vanaf tien uur.';
    const reply = (await desk.replies(asked.conversationId, text))['message'] as { id: string };
    await desk.app.settled();
    const before = await desk.message(reply.id);
    const tag = { metadata: `wh:${reply.id}` };
    await taken(messengerEcho({ pageId, psid: '31670000003', mid: 'm_f5', text, at: desk.clock.now(), ...tag }));
    const after = await desk.message(reply.id);
    expect(after.externalId).toBe(before.externalId);
    expect(after.accountId).not.toBe((await stored('m_f5')).accountId);
  });
});

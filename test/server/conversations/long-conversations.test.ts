import type { Document } from 'mongodb';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  messengerDelivery,
  messengerEcho,
  messengerRead,
  messengerText,
  type Body,
} from '#server/channels/simulator/bodies.ts';
import { createTransactor } from '#server/db/transaction.ts';
import { demoAccounts } from '#server/demo/demo-accounts.ts';
import { day, existing, hour, minute, openDesk, type Desk } from './desk.ts';

const start = new Date('2026-03-02T09:00:00Z');
const pageId = demoAccounts.messenger.externalId;
const length = 96;

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(new Date(start.getTime() + 9 * day));
});

const questions = ['Kan ik nog ruilen?', 'Hallo? Ik wacht nog steeds op antwoord.', 'Bedankt!', 'En waar moet dat?'];
const answers = [
  'Bedankt voor je bericht! Je krijgt binnen 2 uur antwoord.',
  'Ruilen kan tot dertig dagen na de aankoop, met de bon erbij.',
  'We zoeken het uit en je hoort morgen van ons.',
  'We bellen je vandaag nog terug.',
];

/** A talk of many days with promises kept, missed and open, reports and a customer who is left waiting now and then. */
function talkOf(psid: string): Body[] {
  return Array.from({ length }, (_, index) => {
    const at = new Date(start.getTime() + index * 47 * minute);
    const mid = `m${String(index)}.${psid}`;
    if (index % 17 === 16) return messengerRead({ pageId, psid, at, watermarkAt: at });
    if (index % 11 === 10) return messengerDelivery({ pageId, psid, at, mids: [], watermarkAt: at });
    const pick = (texts: readonly string[]): string => texts[(index * 7) % texts.length] ?? '';
    return index % 3 === 1
      ? messengerEcho({ pageId, psid, mid, text: pick(answers), at })
      : messengerText({ pageId, psid, mid, text: pick(questions), at });
  });
}

const unstable = ['_id', 'revision', 'arrival', 'receivedAt', 'queueKey', 'sortKey', 'createdAt', 'contactId'];

/** What a customer's talk came to, with names in place of ids. Alerts tell what was so at the time, and are left out. */
async function stateOf(psid: string, leftOut: readonly string[] = [...unstable, 'startReceivedAt']): Promise<unknown> {
  const { db } = desk.database;
  const conversation = existing((await db.collection('conversations').find({ customerExternalId: psid }).toArray())[0]);
  const conversationId = String(conversation._id);
  const of = async (name: string): Promise<Document[]> => db.collection(name).find({ conversationId }).toArray();
  const messages = await of('messages');
  const names = new Map(messages.map(({ _id, externalId }) => [String(_id), String(externalId)]));
  const plain = (docs: Document[]): string[] =>
    docs
      .map((doc) => {
        const kept = Object.entries(doc).filter(([field]) => !leftOut.includes(field));
        const text = JSON.stringify(kept.sort(([a], [b]) => a.localeCompare(b)));
        return [...names].reduce((all, [id, name]) => all.replaceAll(id, name), text);
      })
      .map((text) => text.replaceAll(psid, 'PSID').replaceAll(conversationId, 'TALK'))
      .sort();
  return {
    conversation: plain([conversation]),
    messages: plain(messages),
    clocks: plain(await of('responseClocks')),
    promises: plain(await of('replyPromises')),
  };
}

async function post(bodies: readonly Body[]): Promise<void> {
  await Promise.all(bodies.map((body) => desk.post('messenger', body)));
  await desk.world.settled();
}

async function checkpointOf(psid: string): Promise<Document | null> {
  const { db } = desk.database;
  const conversation = existing((await db.collection('conversations').find({ customerExternalId: psid }).toArray())[0]);
  return db.collection<{ _id: string }>('conversationCheckpoints').findOne({ _id: String(conversation._id) });
}

const brandId = (): string => desk.world.brandId;

async function placeOf(psid: string): Promise<{ conversationId: string; clockId: unknown }> {
  const { db } = desk.database;
  const conversation = existing((await db.collection('conversations').find({ customerExternalId: psid }).toArray())[0]);
  return { conversationId: String(conversation._id), clockId: conversation['clockId'] };
}

/** Works a customer's talk out from all its messages, which must not change what it came to. */
async function expectAsFromTheBeginning(psid: string): Promise<void> {
  const { conversationId } = await placeOf(psid);
  const { client } = desk.database;
  const before = await stateOf(psid, unstable);
  const request = { brandId: brandId(), ids: [conversationId], now: desk.clock.now() };
  await createTransactor(client)((session) => desk.world.modules.conversations.refold(request, session));
  expect(await stateOf(psid, unstable)).toEqual(before);
}

describe('a conversation of many messages', () => {
  it('comes to the same from its checkpoints as from the beginning, and when something of long ago turns up', async () => {
    const [steady, late] = ['880001', '880002'];
    const bodies = talkOf(steady);
    for (let from = 0; from < length; from += 20) await post(bodies.slice(from, from + 20));
    const checkpoint = existing(await checkpointOf(steady));
    expect((checkpoint['throughAt'] as Date).getTime()).toBeGreaterThan(start.getTime() + day);

    // The other customer's third message is only told of when all the others are there.
    const others = talkOf(late);
    const [belated] = others.splice(2, 1);
    for (let from = 0; from < length - 1; from += 20) await post(others.slice(from, from + 20));
    expect(await stateOf(late)).not.toEqual(await stateOf(steady));
    await post([existing(belated)]);
    expect(await stateOf(late)).toEqual(await stateOf(steady));
  }, 300_000);

  it('is swept from its checkpoint as from the beginning', async () => {
    const [early, once] = ['880003', '880004'];
    const open = (psid: string): Body[] => [
      ...talkOf(psid),
      messengerText({ pageId, psid, mid: `end.${psid}`, text: 'Hoor ik nog iets?', at: desk.clock.now() }),
    ];
    const bodies = open(early);
    for (let from = 0; from < bodies.length; from += 20) await post(bodies.slice(from, from + 20));
    const atOnce = open(once);
    desk.clock.advance(25 * hour);
    await desk.app.modules.conversations.sweep(desk.clock.now());
    await post(atOnce);
    expect(await stateOf(once)).toEqual(await stateOf(early));
  }, 300_000);

  it('counts a promise that was called off or kept by an act long ago, and goes on from there', async () => {
    const psid = '880005';
    await post(talkOf(psid));
    const { conversationId } = await placeOf(psid);
    existing(await checkpointOf(psid));
    const { conversations, promises } = desk.world.modules;
    const made = await promises.ofConversations(brandId(), [conversationId]);
    const inOrder = made.sort((a, b) => a.madeAt.getTime() - b.madeAt.getTime());
    const first = existing(inOrder.find(({ act }) => act === 'reply'));
    const call = existing(inOrder.find(({ act }) => act === 'call'));
    const actor = { brandId: brandId(), userId: null, now: desk.clock.now() };
    expect(await conversations.correctPromise(actor, { verdict: 'noPromise', promiseId: first._id })).toBeTruthy();
    const doneAt = new Date(call.madeAt.getTime() + minute);
    expect(await conversations.markPromiseDone(actor, { promiseId: call._id, at: doneAt })).toBeTruthy();
    const kept = (await promises.ofConversations(brandId(), [conversationId])).find(({ _id }) => _id === call._id);
    expect(kept).toMatchObject({ state: 'kept', settledAt: doneAt });
    await post([messengerText({ pageId, psid, mid: `more.${psid}`, text: 'En nu?', at: desk.clock.now() })]);
    await expectAsFromTheBeginning(psid);
    const now = await promises.ofConversations(brandId(), [conversationId]);
    expect(now.map(({ _id }) => _id)).not.toContain(first._id);
    expect(now.find(({ _id }) => _id === call._id)).toMatchObject({ state: 'kept', settledAt: doneAt });
  }, 300_000);

  it('that is answered in private leaves its checkpoint', async () => {
    const [psid, elsewhere] = ['880006', '880007'];
    await post(talkOf(psid));
    existing(await checkpointOf(psid));
    const at = desk.clock.now();
    const question = messengerText({ pageId, psid, mid: `q.${psid}`, text: 'Hoor ik nog iets?', at });
    await post([question]);
    expect((await placeOf(psid)).clockId).not.toBeNull();
    const text = 'Ruilen kan tot dertig dagen na de aankoop, met de bon erbij.';
    const answeredAt = new Date(at.getTime() + minute);
    desk.clock.advance(hour);
    await post([messengerEcho({ pageId, psid: elsewhere, mid: `a.${elsewhere}`, text, at: answeredAt })]);
    const [answer] = await desk.messages((await placeOf(elsewhere)).conversationId);
    const { conversationId } = await placeOf(psid);
    await desk.database.db
      .collection<{ _id: string }>('conversations')
      .updateOne({ _id: conversationId }, { $set: { privateAnswerIds: [existing(answer)._id] } });
    const later = new Date(at.getTime() + 2 * minute);
    await post([messengerText({ pageId, psid, mid: `thanks.${psid}`, text: 'Bedankt!', at: later })]);
    expect(await checkpointOf(psid)).toBeNull();
    expect((await placeOf(psid)).clockId).toBeNull();
    await expectAsFromTheBeginning(psid);
  }, 300_000);
});

import { beforeAll, describe, expect, it } from 'vitest';
import { messengerText, whatsappText } from '#server/channels/simulator/bodies.ts';
import { demoAccounts } from '#server/demo/demo-accounts.ts';
import { openDesk, type Desk } from '#test/server/conversations/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(new Date('2026-03-02T09:00:00Z'));
});

const pageId = demoAccounts.messenger.externalId;
type Entry = { readonly id: string; readonly messaging: readonly unknown[] };

const entriesOf = (from: number, count: number, psidOf: (index: number) => string): Entry[] =>
  Array.from({ length: count }, (_, offset) => {
    const index = from + offset;
    const mid = `m_batch${String(index).padStart(5, '0')}`;
    const body = messengerText({
      pageId,
      psid: psidOf(index),
      mid,
      text: `Vraag ${String(index)}?`,
      at: desk.clock.now(),
    });
    const [entry] = body['entry'] as Entry[];
    if (!entry) throw new Error('no entry');
    return entry;
  });

describe('a body of a thousand entries', () => {
  it('gives a message for each good one in order, and keeps the malformed one raw', async () => {
    const entries = entriesOf(0, 1_000, (index) => (index % 2 === 0 ? '31600000001' : '31600000002'));
    entries[500] = { id: pageId, messaging: ['not an item at all'] };
    expect(await desk.post('messenger', { object: 'page', entry: entries })).toBe(200);
    await desk.world.settled();
    const stored = await desk.database.db.collection('messages').find().sort({ arrival: 1 }).toArray();
    expect(stored).toHaveLength(999);
    const expected = Array.from({ length: 1_000 }, (_, index) => `Vraag ${String(index)}?`).toSpliced(500, 1);
    expect(stored.map((message) => message['text'] as string)).toEqual(expected);
    expect(await desk.database.db.collection('rawEvents').countDocuments()).toBe(1);
    expect(await desk.database.db.collection('conversations').countDocuments()).toBe(2);
    expect(await desk.database.db.collection('deliveries').countDocuments({ state: { $ne: 'done' } })).toBe(0);
  });

  it('shows messages of one instant in the order in which they came, page by page', async () => {
    const conversation = (await desk.database.db.collection('conversations').find().toArray()).find(
      (candidate) => candidate['customerExternalId'] === '31600000002',
    );
    const query = /* GraphQL */ `
      query Page($id: ID!, $before: String) {
        conversation(id: $id) {
          unread
          messages(last: 100, before: $before) {
            startCursor
            hasPreviousPage
            nodes {
              text
            }
          }
        }
      }
    `;
    const texts: string[] = [];
    let before: string | null = null;
    for (;;) {
      const data = await desk.world.execute(desk.user('sanne'), query, { id: conversation?._id, before });
      const page = (
        data['conversation'] as {
          messages: { startCursor: string; hasPreviousPage: boolean; nodes: { text: string }[] };
        }
      ).messages;
      texts.unshift(...page.nodes.map(({ text }) => text));
      if (!page.hasPreviousPage) break;
      before = page.startCursor;
    }
    const odd = Array.from({ length: 500 }, (_, index) => `Vraag ${String(2 * index + 1)}?`);
    expect(texts).toEqual(odd);
  });

  it('changes nothing when it comes again', async () => {
    const entries = entriesOf(0, 400, (index) => (index % 2 === 0 ? '31600000001' : '31600000002'));
    const before = await desk.database.db.collection('messages').find().toArray();
    expect(await desk.post('messenger', { object: 'page', entry: entries })).toBe(200);
    await desk.world.settled();
    // Only the one that was malformed the first time is in neither.
    const after = await desk.database.db.collection('messages').find().toArray();
    expect(after).toEqual(before);
  });
});

describe('many deliveries at once', () => {
  it('each become one message, also when all of one customer come within the same second', async () => {
    desk.clock.advance(60_000);
    const { externalId: numberId, handle } = demoAccounts.whatsapp;
    const at = desk.clock.now();
    const bodies = Array.from({ length: 60 }, (_, index) => {
      const parts = { numberId, displayNumber: handle, from: '31600000009', name: 'Teun', at };
      return whatsappText({ ...parts, id: `wamid.M${String(index)}`, text: `Bericht ${String(index)}?` });
    });
    const statuses: number[] = [];
    // One after another, all within one unmoving instant of our clock.
    for (const body of bodies) statuses.push(await desk.post('whatsapp', body));
    expect(new Set(statuses)).toEqual(new Set([200]));
    await desk.world.settled();
    const [conversation] = await desk.database.db
      .collection<{ _id: string }>('conversations')
      .find({ customerExternalId: '31600000009' })
      .toArray();
    const query = /* GraphQL */ `
      query Small($id: ID!, $before: String) {
        conversation(id: $id) {
          messages(last: 7, before: $before) {
            startCursor
            hasPreviousPage
            nodes {
              text
            }
          }
        }
      }
    `;
    const texts: string[] = [];
    let before: string | null = null;
    for (;;) {
      const data = await desk.world.execute(desk.user('sanne'), query, { id: conversation?._id, before });
      const { messages } = data['conversation'] as {
        messages: { startCursor: string; hasPreviousPage: boolean; nodes: { text: string }[] };
      };
      texts.unshift(...messages.nodes.map(({ text }) => text));
      if (!messages.hasPreviousPage) break;
      before = messages.startCursor;
    }
    expect(texts).toEqual(bodies.map((_, index) => `Bericht ${String(index)}?`));
  });
});

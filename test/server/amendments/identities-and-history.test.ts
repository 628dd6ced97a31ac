import { beforeAll, describe, expect, it } from 'vitest';
import { whatsappText } from '#server/channels/simulator/bodies.ts';
import type { Body } from '#server/channels/simulator/bodies.ts';
import { demoAccounts } from '#server/demo/demo-accounts.ts';
import type { MessageDoc } from '#server/modules/conversations/index.ts';
import { day, existing, openDesk, type Desk } from '#test/server/conversations/desk.ts';
import { whatsappChange, whatsappItem } from './amendment-bodies.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(new Date('2026-03-02T09:00:00Z'));
});

const number = { numberId: demoAccounts.whatsapp.externalId, displayNumber: demoAccounts.whatsapp.handle };
const contacts = () => desk.world.modules.contacts;

async function post(...bodies: readonly Body[]): Promise<void> {
  for (const body of bodies) {
    expect(await desk.post('whatsapp', body)).toBe(200);
    await desk.world.settled();
  }
}

async function stored(externalId: string): Promise<MessageDoc> {
  const accountId = desk.world.accounts.whatsapp._id;
  const { messages } = desk.world.modules.conversations;
  const found = await messages.byExternalIds(desk.world.brandId, [{ accountId, externalId }]);
  return existing(found[0]);
}

const says = (from: string, id: string) =>
  whatsappText({ ...number, from, name: 'Noor de Wit', id, text: 'Is mijn jas gevonden?', at: desk.clock.now() });

const changed = (from: string, to: string) =>
  whatsappChange('messages', {
    messages: [
      whatsappItem(from, `wamid.SYS${from}`, desk.clock.now(), {
        type: 'system',
        system: { type: 'user_changed_number', body: 'nieuw nummer', wa_id: to },
      }),
    ],
  });

describe('a customer who changes number', () => {
  it.each([
    ['before writing from the new one', '1', [0, 1, 2]],
    ['told after they wrote from the new one', '2', [0, 2, 1]],
    ['told before anything else', '3', [1, 2, 0]],
    ['told twice', '4', [0, 1, 2, 1]],
  ])('stays one contact: %s', async (_, serial, order) => {
    const [old, current] = [`3161000000${serial}`, `3162000000${serial}`];
    const bodies = [says(old, `wamid.OLD${serial}`), changed(old, current), says(current, `wamid.NEW${serial}`)];
    await post(...order.map((place) => existing(bodies[place])));
    const [before, after] = [await stored(`wamid.OLD${serial}`), await stored(`wamid.NEW${serial}`)];
    expect(after.contactId).toBe(before.contactId);
    const identities = await contacts().identitiesOf(desk.world.brandId, before.contactId);
    expect(identities.map(({ externalId }) => externalId).sort()).toEqual([old, current]);
    for (const { conversationId } of [before, after]) {
      expect((await desk.conversation(conversationId)).contactId).toBe(before.contactId);
      const clocks = await desk.world.modules.clocks.ofConversations(desk.world.brandId, [conversationId]);
      expect(clocks).toMatchObject([{ contactId: before.contactId, state: 'running' }]);
    }
    const joins = await contacts().joinsOf(desk.world.brandId, before.contactId);
    expect(joins).toMatchObject([{ previousExternalId: old, currentExternalId: current }]);
    const [contact] = await contacts().byIds(desk.world.brandId, [before.contactId]);
    expect(contact?.displayName).toBe('Noor de Wit');
  });

  it('is not joined with somebody of the same name', async () => {
    await post(says('31630000001', 'wamid.A1'), says('31630000002', 'wamid.A2'));
    expect((await stored('wamid.A1')).contactId).not.toBe((await stored('wamid.A2')).contactId);
  });

  it('and hides it later is known by the user id that stood beside it', async () => {
    const userId = 'NL.4021998877665544';
    const at = desk.clock.now();
    const text = { type: 'text', text: { body: 'Hoi, is er plek?' } };
    const profile = { name: 'Noor de Wit' };
    await post(
      whatsappChange('messages', {
        contacts: [{ profile, wa_id: '31640000001', user_id: userId }],
        messages: [whatsappItem('31640000001', 'wamid.B1', at, { ...text, from_user_id: userId })],
      }),
      whatsappChange('messages', {
        contacts: [{ profile, user_id: userId }],
        messages: [{ id: 'wamid.B2', timestamp: String(at.getTime() / 1000), from_user_id: userId, ...text }],
      }),
    );
    expect((await stored('wamid.B2')).contactId).toBe((await stored('wamid.B1')).contactId);
  });
});

describe('imported history', () => {
  const customer = '31650000001';
  const old = (id: string, daysAgo: number, from: string, body: string) =>
    whatsappItem(from, id, new Date(desk.clock.now().getTime() - daysAgo * day), { type: 'text', text: { body } });
  const history = () =>
    whatsappChange('history', {
      history: [
        {
          metadata: { phase: 2, chunk_order: 1, progress: 100 },
          threads: [
            {
              id: customer,
              messages: [
                old('wamid.H1', 90, customer, 'Wanneer hoor ik iets over mijn klacht?'),
                old('wamid.H2', 89, number.displayNumber, 'U krijgt morgen antwoord van ons.'),
                old('wamid.H3', 80, customer, 'Ik heb nog niets gehoord!'),
              ],
            },
          ],
        },
      ],
    });

  it('is shown, and touches no clock, promise, unread count or automatic reply', async () => {
    await post(history());
    const { conversationId } = await stored('wamid.H1');
    expect((await desk.messages(conversationId)).map(({ externalId }) => externalId)).toEqual([
      'wamid.H1',
      'wamid.H2',
      'wamid.H3',
    ]);
    const { clocks, promises } = desk.world.modules;
    expect(await clocks.ofConversations(desk.world.brandId, [conversationId])).toEqual([]);
    expect(await promises.ofConversations(desk.world.brandId, [conversationId])).toEqual([]);
    expect(await desk.conversation(conversationId)).toMatchObject({ state: 'closed', unread: 0, clockId: null });
  });

  it('does not keep a new question from starting its clock', async () => {
    await post(says(customer, 'wamid.H4'));
    const { conversationId } = await stored('wamid.H4');
    const clocks = await desk.world.modules.clocks.ofConversations(desk.world.brandId, [conversationId]);
    expect(clocks).toMatchObject([{ startedAt: desk.clock.now(), state: 'running' }]);
    expect(await desk.conversation(conversationId)).toMatchObject({ state: 'open', unread: 1 });
  });

  it('gives way to the same message told as new', async () => {
    const id = 'wamid.H5';
    const item = whatsappItem('31650000002', id, desk.clock.now(), { type: 'text', text: { body: 'Bent u open?' } });
    await post(
      whatsappChange('history', { history: [{ threads: [{ id: '31650000002', messages: [item] }] }] }),
      whatsappChange('messages', { messages: [item] }),
    );
    const { conversationId } = await stored(id);
    expect((await desk.conversation(conversationId)).clockId).not.toBeNull();
  });
});

describe('what only states a fact', () => {
  it('is kept, counts as no unknown event, and makes no message', async () => {
    const before = await desk.world.modules.accounts.unknownCounts(
      desk.world.brandId,
      desk.world.accounts.whatsapp._id,
    );
    await post(
      whatsappChange('messages', {
        messages: [whatsappItem('31660000001', 'wamid.R1', desk.clock.now(), { type: 'request_welcome' })],
        errors: [{ code: 131031, title: 'locked' }],
      }),
    );
    const after = await desk.world.modules.accounts.unknownCounts(desk.world.brandId, desk.world.accounts.whatsapp._id);
    expect(after).toEqual(before);
    const rawEvents = desk.database.db.collection<{ kind: string }>('rawEvents');
    const kept = await rawEvents.find({ kind: { $in: ['request_welcome', 'errors'] } }).toArray();
    expect(kept.map(({ kind }) => kind).sort()).toEqual(['errors', 'request_welcome']);
  });
});

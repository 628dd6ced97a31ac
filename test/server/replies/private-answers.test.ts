import { beforeAll, describe, expect, it } from 'vitest';
import { demoAccounts } from '#server/demo/demo-accounts.ts';
import { day, existing, hour, openDesk, sentId, type Desk } from '#test/server/conversations/desk.ts';

const answer = 'De parkeerplaats is achter het station, op terrein P3.';
const query = /* GraphQL */ `
  query Place($id: ID!) {
    conversation(id: $id) {
      privateReply {
        open
        reason {
          nl
        }
      }
      linkedConversations {
        id
        visibility
      }
      clock {
        id
      }
      messages {
        nodes {
          privateReply
          text
        }
      }
    }
  }
`;

type Place = {
  privateReply: { open: boolean; reason: { nl: string } | null } | null;
  linkedConversations: { id: string; visibility: string }[];
  clock: { id: string } | null;
  messages: { nodes: { privateReply: boolean; text: string }[] };
};

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(new Date('2026-03-02T09:00:00Z'));
});

const placeOf = async (id: string): Promise<Place> =>
  (await desk.world.execute(desk.user('sanne'), query, { id }))['conversation'] as Place;
let serial = 0;
const asks = (channel: 'messenger' | 'x') =>
  desk.writes({ channel, public: true, customer: `3167${String(++serial).padStart(7, '0')}` });

describe.each(['messenger', 'x'] as const)('a public post on %s answered in private', (channel) => {
  it('is answered: its clock stops, the two threads are linked, and promises stay with the private one', async () => {
    const asked = await asks(channel);
    const publicId = asked.conversationId;
    expect((await placeOf(publicId)).clock).not.toBeNull();
    desk.clock.advance(60_000);
    const text = `${answer} We laten je morgen weten of er plek is.`;
    const id = sentId(await desk.replies(publicId, text, { privately: true }));
    const before = await desk.conversation(publicId);
    expect(before.clockId === null).toBe((await desk.message(id)).delivery?.state === 'read');
    await desk.world.settled();
    const message = await desk.message(id);
    expect(message).toMatchObject({ visibility: 'private', delivery: { state: channel === 'x' ? 'sent' : 'read' } });
    expect(message.conversationId).not.toBe(publicId);
    const place = await placeOf(publicId);
    expect(place.clock).toBeNull();
    expect(place.linkedConversations).toEqual([{ id: message.conversationId, visibility: 'private' }]);
    expect(place.messages.nodes.at(-1)).toEqual({ privateReply: true, text });
    expect((await placeOf(message.conversationId)).linkedConversations).toEqual([
      { id: publicId, visibility: 'public' },
    ]);
    const { promises } = desk.world.modules;
    expect(await promises.ofConversations(desk.world.brandId, [publicId])).toEqual([]);
    expect(await promises.ofConversations(desk.world.brandId, [message.conversationId])).toHaveLength(1);
    const sent = existing(desk.simulator.sends.find((send) => send.externalId === message.externalId));
    expect(sent.visibility).toBe('private');
    if (channel === 'messenger') expect(sent.privateReplyTo).toBe(asked.externalId);
    // The customer goes on in private: the thread is the same, with a clock of its own.
    const customer = (await desk.conversation(publicId)).customerExternalId;
    desk.clock.advance(60_000);
    const more = await desk.writes({ channel, customer, text: 'En met de trein?' });
    expect(more.conversationId).toBe(message.conversationId);
    expect((await placeOf(publicId)).clock).toBeNull();
    expect((await placeOf(more.conversationId)).clock).not.toBeNull();
  });

  it('waits again when the private answer did not arrive', async () => {
    const asked = await asks(channel);
    desk.simulator.failNext(demoAccounts[channel].externalId, {
      kind: 'refused',
      status: 403,
      code: channel === 'x' ? 349 : 10,
      subcode: 2018108,
    });
    const id = sentId(await desk.replies(asked.conversationId, answer, { privately: true }));
    await desk.world.settled();
    expect((await desk.message(id)).delivery).toMatchObject({
      state: 'failed',
      problem: { meaning: 'blockedByCustomer' },
    });
    const place = await placeOf(asked.conversationId);
    expect(place.clock).not.toBeNull();
    expect(place.privateReply?.open).toBe(true);
  });
});

describe('a private answer', () => {
  it('is possible once for a comment, within seven days, as one message', async () => {
    const asked = await asks('messenger');
    const { conversationId } = asked;
    expect((await placeOf(conversationId)).privateReply).toEqual({ open: true, reason: null });
    sentId(await desk.replies(conversationId, answer, { privately: true }));
    const again = await desk.replies(conversationId, `${answer} Nog iets.`, { privately: true });
    expect(again).toMatchObject({ __typename: 'ReplyNotAllowed' });
    expect((await placeOf(conversationId)).privateReply?.reason?.nl).toContain('al één keer');
    const late = await asks('messenger');
    desk.clock.advance(7 * day + hour);
    expect((await placeOf(late.conversationId)).privateReply).toMatchObject({ open: false });
    const tooLate = await desk.replies(late.conversationId, answer, { privately: true });
    expect(tooLate).toMatchObject({ __typename: 'ReplyNotAllowed' });
    await desk.world.settled();
  });

  it('is none where there is nothing public', async () => {
    const { conversationId } = await desk.writes({ channel: 'whatsapp', customer: '31670000999' });
    expect((await placeOf(conversationId)).privateReply).toBeNull();
    const answered = await desk.replies(conversationId, answer, { privately: true });
    expect(answered).toMatchObject({ __typename: 'ReplyNotAllowed' });
  });

  it('handed in twice is one message', async () => {
    const { conversationId } = await asks('x');
    const options = { privately: true, clientId: 'client-private-1' };
    const first = sentId(await desk.replies(conversationId, answer, options));
    expect(sentId(await desk.replies(conversationId, answer, options))).toBe(first);
    await desk.world.settled();
    expect(desk.simulator.sends.filter(({ to }) => to === `3167${String(serial).padStart(7, '0')}`)).toHaveLength(1);
  });
});

import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { messengerEcho } from '#server/channels/simulator/bodies.ts';
import { demoAccounts } from '#server/demo/demo-accounts.ts';
import { day, existing, hour, openDesk, type Desk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(new Date('2026-03-02T09:00:00Z'));
});

let serial = 0;
let customer = '';
beforeEach(() => {
  serial += 1;
  customer = `3163${String(serial).padStart(7, '0')}`;
  desk.clock.advance(1_000);
});

const claim = /* GraphQL */ `
  mutation Claim($id: ID!) {
    claimConversation(id: $id) {
      __typename
      ... on AlreadyClaimed {
        assignee {
          name
        }
      }
    }
  }
`;
const assign = /* GraphQL */ `
  mutation Assign($id: ID!, $userId: ID) {
    assignConversation(id: $id, userId: $userId) {
      __typename
    }
  }
`;
const close = /* GraphQL */ `
  mutation Close($id: ID!, $reason: String) {
    closeConversation(id: $id, reason: $reason) {
      __typename
      ... on CustomerWaiting {
        since
      }
    }
  }
`;
const reopen = /* GraphQL */ `
  mutation Reopen($id: ID!) {
    reopenConversation(id: $id) {
      __typename
    }
  }
`;
const read = /* GraphQL */ `
  mutation Read($id: ID!) {
    markConversationRead(id: $id)
  }
`;
const correct = /* GraphQL */ `
  mutation Correct($messageId: ID!, $authorKind: AuthorKind!) {
    correctAuthorKind(messageId: $messageId, authorKind: $authorKind) {
      __typename
    }
  }
`;

const clocksOf = async (id: string) => {
  const clocks = await desk.world.modules.clocks.ofConversations(desk.world.brandId, [id]);
  return clocks.sort((a, b) => a.startedAt.getTime() - b.startedAt.getTime());
};
const promisesOf = (id: string) => desk.world.modules.promises.ofConversations(desk.world.brandId, [id]);

/** A reply from the page's own inbox, `afterMs` after now. */
async function repliedElsewhere(text: string, mid: string): Promise<void> {
  const pageId = demoAccounts.messenger.externalId;
  await desk.post('messenger', messengerEcho({ pageId, psid: customer, mid, text, at: desk.clock.now() }));
  await desk.world.settled();
}

describe('claiming', () => {
  it('by ten agents at once gives the conversation to exactly one', async () => {
    const { agents } = desk.world.modules;
    const viewers = await Promise.all(
      Array.from({ length: 10 }, async (_, index) => {
        const email = `racer${String(index)}@demo.nl`;
        const user = { brandId: desk.world.brandId, email, name: `Agent ${String(index)}`, role: 'agent' as const };
        const { id } = await agents.createUser({ ...user, password: 'a-long-enough-password' });
        return { ...desk.user('sanne'), userId: id };
      }),
    );
    for (let round = 0; round < 3; round += 1) {
      const { conversationId: id } = await desk.writes({ customer: `${customer}${String(round)}` });
      const answers = await Promise.all(viewers.map((viewer) => desk.does(claim, { id }, viewer)));
      const won = answers.filter(({ __typename }) => __typename === 'AssignConversationSuccess');
      expect(won).toHaveLength(1);
      const winner = viewers[answers.indexOf(existing(won[0]))];
      expect((await desk.conversation(id)).assigneeId).toBe(winner?.userId);
      const name = (await agents.user(desk.world.brandId, existing(winner).userId))?.name;
      const lost = answers.filter(({ __typename }) => __typename === 'AlreadyClaimed');
      expect(lost.map((answer) => (answer['assignee'] as { name: string }).name)).toEqual(Array(9).fill(name));
    }
  });

  it('holds while messages pour in, and can be handed over and released', async () => {
    const { conversationId: id } = await desk.writes({ customer });
    const pouring = Promise.all(
      Array.from({ length: 8 }, (_, index) => desk.writes({ customer, text: `En nog iets, nummer ${String(index)}?` })),
    );
    const answers = await Promise.all(
      ['sanne', 'youssef', 'marit'].map((name) => desk.does(claim, { id }, desk.user(name))),
    );
    await pouring;
    expect(answers.filter(({ __typename }) => __typename === 'AssignConversationSuccess')).toHaveLength(1);
    expect((await desk.conversation(id)).unread).toBe(9);
    const { userId } = desk.user('youssef');
    await desk.does(assign, { id, userId });
    expect((await desk.conversation(id)).assigneeId).toBe(userId);
    await desk.does(assign, { id, userId: null });
    expect((await desk.conversation(id)).assigneeId).toBeNull();
  });
});

describe('closing', () => {
  it('is refused while the customer waits, and takes a reason that ends the clock', async () => {
    const asked = await desk.writes({ customer });
    const id = asked.conversationId;
    desk.clock.advance(hour);
    for (const reason of [null, '', '   ']) {
      expect(await desk.does(close, { id, reason })).toEqual({
        __typename: 'CustomerWaiting',
        since: asked.sentAt.toISOString(),
      });
    }
    expect((await desk.conversation(id)).state).toBe('open');
    const done = await desk.does(close, { id, reason: 'Telefonisch opgelost' });
    expect(done.__typename).toBe('CloseConversationSuccess');
    expect(await desk.conversation(id)).toMatchObject({ state: 'closed', riskAt: null, nextWakeAt: null });
    const [clock] = await clocksOf(id);
    expect(clock).toMatchObject({ state: 'excused', reason: 'Telefonisch opgelost', stoppedAt: desk.clock.now() });
  });

  it('needs no reason when nobody waits', async () => {
    const { conversationId: id } = await desk.writes({ customer });
    await desk.replies(id, 'Je kunt parkeren op terrein P3, achter het station.');
    await desk.world.settled();
    expect((await desk.does(close, { id })).__typename).toBe('CloseConversationSuccess');
    expect((await desk.does(reopen, { id })).__typename).toBe('AssignConversationSuccess');
    expect((await desk.conversation(id)).state).toBe('open');
  });

  it('withdraws an open promise with its reason, and never undoes a missed one', async () => {
    const { conversationId: id } = await desk.writes({ customer });
    desk.clock.advance(1_000);
    await repliedElsewhere('Ik zoek het uit, je krijgt binnen 2 uur antwoord.', `m_promise${String(serial)}`);
    expect((await promisesOf(id)).map(({ state }) => state)).toEqual(['open']);
    expect((await desk.does(close, { id })).__typename).toBe('CustomerWaiting');
    await desk.does(close, { id, reason: 'Dubbel gemeld' });
    expect((await promisesOf(id)).map(({ state }) => state)).toEqual(['withdrawn']);
  });

  it('ends when the customer writes again, but not for a thank-you', async () => {
    const { conversationId: id } = await desk.writes({ customer });
    await desk.does(close, { id, reason: 'Spam' });
    desk.clock.advance(hour);
    await desk.writes({ customer, text: 'Dankjewel!' });
    expect((await desk.conversation(id)).state).toBe('closed');
    desk.clock.advance(hour);
    await desk.writes({ customer, text: 'Maar ik wacht nog steeds op antwoord.' });
    expect((await desk.conversation(id)).state).toBe('open');
    expect((await clocksOf(id)).map(({ state }) => state)).toEqual(['excused', 'notNeeded', 'running']);
  });
});

describe('unread', () => {
  it("counts the customer's messages since an agent last looked", async () => {
    const { conversationId: id } = await desk.writes({ customer });
    desk.clock.advance(1_000);
    await desk.writes({ customer, text: 'En is er een fietsenstalling?' });
    expect((await desk.conversation(id)).unread).toBe(2);
    desk.clock.advance(1_000);
    await desk.does(read, { id });
    expect((await desk.conversation(id)).unread).toBe(0);
    desk.clock.advance(1_000);
    // A message of long ago that comes only now is unread all the same.
    await desk.writes({ customer, text: 'Eerder vroeg ik dit al?', at: new Date(desk.clock.now().getTime() - day) });
    expect((await desk.conversation(id)).unread).toBe(1);
    await desk.replies(id, 'Je kunt parkeren op terrein P3, achter het station.');
    await desk.world.settled();
    expect((await desk.conversation(id)).unread).toBe(1);
  });
});

describe('correcting who wrote a message', () => {
  it('works clocks and promises out anew, both ways', async () => {
    const { conversationId: id } = await desk.writes({ customer });
    desk.clock.advance(5_000);
    await repliedElsewhere('Bedankt voor je bericht. Je krijgt z.s.m. antwoord.', `m_auto${String(serial)}`);
    desk.clock.advance(10 * 60_000);
    const text = 'Parkeren kan op terrein P3 achter het station, de hele dag voor vijf euro.';
    await repliedElsewhere(text, `m_human${String(serial)}`);
    const answered = existing((await desk.messages(id)).at(-1));
    expect(answered.authorKind).toBe('outsideUnknown');
    expect((await clocksOf(id)).map(({ state }) => state)).toEqual(['answered']);
    expect((await promisesOf(id)).map(({ state }) => state)).toEqual(['kept']);

    await desk.does(correct, { messageId: answered._id, authorKind: 'bot' });
    expect((await clocksOf(id)).map(({ state }) => state)).toEqual(['running']);
    expect((await promisesOf(id)).map(({ state }) => state)).toEqual(['open']);
    expect((await desk.conversation(id)).riskAt).not.toBeNull();

    await desk.does(correct, { messageId: answered._id, authorKind: 'outsideAgent' });
    expect((await clocksOf(id)).map(({ state, stoppedBy }) => [state, stoppedBy])).toEqual([
      ['answered', 'outsideAgent'],
    ]);
    expect((await promisesOf(id)).map(({ state }) => state)).toEqual(['kept']);
  });

  it("is refused for customers' messages, our own replies and kinds that make no sense", async () => {
    const asked = await desk.writes({ customer });
    await desk.replies(asked.conversationId, 'Je kunt parkeren op terrein P3, achter het station.');
    await desk.world.settled();
    const own = existing((await desk.messages(asked.conversationId)).find(({ direction }) => direction === 'out'));
    for (const [messageId, authorKind] of [
      [asked._id, 'agent'],
      [own._id, 'bot'],
      [own._id, 'customer'],
    ]) {
      expect((await desk.does(correct, { messageId, authorKind })).__typename).toBe('NotFound');
    }
    expect((await clocksOf(asked.conversationId)).map(({ state }) => state)).toEqual(['answered']);
  });
});

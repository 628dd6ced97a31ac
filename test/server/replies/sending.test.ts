import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoAccounts } from '#server/demo/demo-accounts.ts';
import type { StoryChannel } from '#server/demo/story.ts';
import { day, existing, openDesk, sentId, until, type Desk } from '#test/server/conversations/desk.ts';
import { withoutWebhooks } from './echo-blackout.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(new Date('2026-03-02T09:00:00Z'));
});

let serial = 0;
let customer = '';
beforeEach(() => {
  serial += 1;
  customer = `3169${String(serial).padStart(7, '0')}`;
  desk.clock.advance(1_000);
});

const answer = 'De parkeerplaats is achter het station, op terrein P3.';
const resend = /* GraphQL */ `
  mutation Resend($id: ID!) {
    resendMessage(messageId: $id) {
      __typename
    }
  }
`;
const markSent = /* GraphQL */ `
  mutation MarkSent($id: ID!) {
    markMessageSent(messageId: $id) {
      __typename
    }
  }
`;
const outgoing = async (conversationId: string) =>
  (await desk.messages(conversationId)).filter(({ direction }) => direction === 'out');
const sendsTo = (text: string) => desk.simulator.sends.filter((send) => send.text === text);

const places: readonly (readonly [string, StoryChannel, boolean])[] = [
  ['a Messenger talk', 'messenger', false],
  ['a comment on a page', 'messenger', true],
  ['a WhatsApp talk', 'whatsapp', false],
  ['a direct message on X', 'x', false],
  ['a mention on X', 'x', true],
];

describe.each(places)('a reply in %s', (_name, channel, isPublic) => {
  const account = demoAccounts[channel].externalId;
  const ask = () => desk.writes({ channel, customer, public: isPublic });

  it('goes out once, gets the platform id and time, and answers the customer', async () => {
    const asked = await ask();
    desk.clock.advance(5_000);
    const text = `${answer} (${String(serial)})`;
    const id = sentId(await desk.replies(asked.conversationId, text));
    await desk.world.settled();
    const [message, ...more] = await outgoing(asked.conversationId);
    expect(more).toEqual([]);
    expect(message).toMatchObject({ _id: id, authorKind: 'agent', externalId: existing(sendsTo(text)[0]).externalId });
    expect(sendsTo(text)).toHaveLength(1);
    expect(await desk.conversation(asked.conversationId)).toMatchObject({ clockId: null, riskAt: null });
  });

  it('stays one message when its echo comes before the answer', async () => {
    const asked = await ask();
    desk.simulator.failNext(account, { kind: 'echoFirst' });
    const text = `${answer} (${String(serial)})`;
    const id = sentId(await desk.replies(asked.conversationId, text));
    await desk.world.settled();
    const messages = await outgoing(asked.conversationId);
    expect(messages.map(({ _id }) => _id)).toEqual([id]);
    expect(messages[0]).toMatchObject({ externalId: existing(sendsTo(text)[0]).externalId, authorKind: 'agent' });
    expect(['sent', 'delivered', 'read']).toContain(messages[0]?.delivery?.state);
  });

  it.each(['dropConnection', 'serverError', 'unreadable'] as const)(
    'that may have gone out (%s) is unknown, is never sent again by itself, and is settled by what the platform tells later',
    async (kind) => {
      const asked = await ask();
      const text = `${answer} (${String(serial)})`;
      desk.simulator.failNext(account, { kind });
      let id = '';
      await withoutWebhooks(desk, async () => {
        id = sentId(await desk.replies(asked.conversationId, text));
      });
      const { delivery } = await desk.message(id);
      expect(delivery).toMatchObject({ state: 'unknown', problem: { kind: 'uncertain' } });
      expect((await desk.conversation(asked.conversationId)).clockId).not.toBeNull();
      desk.clock.advance(2 * 60_000);
      await desk.world.settled();
      expect(sendsTo(text)).toHaveLength(1);
      await desk.simulator.redeliver();
      await desk.world.settled();
      const messages = await outgoing(asked.conversationId);
      expect(messages.map(({ _id }) => _id)).toEqual([id]);
      expect(['sent', 'delivered', 'read']).toContain(messages[0]?.delivery?.state);
      expect(messages[0]?.delivery?.problem).toBeNull();
      expect((await desk.conversation(asked.conversationId)).clockId).toBeNull();
      expect(sendsTo(text)).toHaveLength(1);
    },
  );

  it('marked as sent by hand stays one message when the echo comes after all', async () => {
    const asked = await ask();
    const text = `${answer} (${String(serial)})`;
    desk.simulator.failNext(account, { kind: 'dropConnection' });
    let id = '';
    await withoutWebhooks(desk, async () => {
      id = sentId(await desk.replies(asked.conversationId, text));
    });
    expect((await desk.does(markSent, { id })).__typename).toBe('SettleDeliverySuccess');
    expect((await desk.conversation(asked.conversationId)).clockId).toBeNull();
    expect((await desk.does(markSent, { id })).__typename).toBe('NotSettleable');
    await desk.simulator.redeliver();
    await desk.world.settled();
    expect((await outgoing(asked.conversationId)).map(({ _id }) => _id)).toEqual([id]);
    expect((await desk.message(id)).externalId).toBe(existing(sendsTo(text)[0]).externalId);
  });
});

describe('a reply the platform did not take', () => {
  const pageId = demoAccounts.messenger.externalId;

  it('because of too many calls goes out after the time the platform asked for, not before', async () => {
    for (const channel of ['messenger', 'x'] as const) {
      const asked = await desk.writes({ channel, customer });
      const text = `${answer} (${channel} ${String(serial)})`;
      desk.simulator.failNext(demoAccounts[channel].externalId, { kind: 'rateLimited', retryAfterSeconds: 30 });
      const id = sentId(await desk.replies(asked.conversationId, text));
      await desk.app.modules.replies.sender.settled();
      expect((await desk.message(id)).delivery).toMatchObject({ state: 'queued', problem: { kind: 'rateLimited' } });
      desk.clock.advance(25_000);
      await desk.app.modules.replies.sender.settled();
      expect(sendsTo(text)).toHaveLength(0);
      desk.clock.advance(6_000);
      await desk.world.settled();
      expect(sendsTo(text)).toHaveLength(1);
      expect((await desk.message(id)).delivery?.problem).toBeNull();
    }
  });

  it('because it refuses the message fails with words for the agent, and can be sent again', async () => {
    const asked = await desk.writes({ customer });
    desk.clock.advance(1_000);
    desk.simulator.failNext(pageId, { kind: 'refused', status: 400, code: 100 });
    const id = sentId(await desk.replies(asked.conversationId, answer));
    await desk.world.settled();
    const query = /* GraphQL */ `
      query Delivery($id: ID!) {
        conversation(id: $id) {
          messages {
            nodes {
              delivery {
                state
                problem {
                  nl
                  en
                }
              }
            }
          }
        }
      }
    `;
    const { conversation } = (await desk.world.execute(desk.user('sanne'), query, { id: asked.conversationId })) as {
      conversation: { messages: { nodes: { delivery: { state: string; problem: { nl: string } | null } | null }[] } };
    };
    expect(conversation.messages.nodes.at(-1)?.delivery).toMatchObject({
      state: 'failed',
      problem: { nl: expect.stringContaining('kan dit bericht zo niet verwerken') as string },
    });
    expect((await desk.conversation(asked.conversationId)).clockId).not.toBeNull();
    desk.clock.advance(1_000);
    expect((await desk.does(resend, { id })).__typename).toBe('SettleDeliverySuccess');
    await desk.world.settled();
    expect((await desk.message(id)).delivery?.state).toBe('read');
    expect((await desk.does(resend, { id })).__typename).toBe('NotSettleable');
    expect((await outgoing(asked.conversationId)).map(({ _id }) => _id)).toEqual([id]);
  });

  it('because the token is dead shows trouble on the account until it works again', async () => {
    const asked = await desk.writes({ customer });
    const query = /* GraphQL */ `
      query Trouble {
        channelAccounts {
          externalId
          health {
            trouble {
              nl
            }
          }
        }
      }
    `;
    const troubles = async () => {
      const data = await desk.world.execute(desk.user('sanne'), query, {});
      const accounts = data['channelAccounts'] as { externalId: string; health: { trouble: { nl: string } | null } }[];
      return accounts.filter(({ health }) => health.trouble !== null).map(({ externalId }) => externalId);
    };
    const troubleAlerts = async () => {
      const alerts = await desk.app.modules.alerts.newest(desk.world.brandId, Number.MIN_SAFE_INTEGER, 100);
      return alerts.filter(({ kind }) => kind === 'channelTrouble').map(({ settled }) => ({ settled }));
    };
    desk.simulator.failNext(pageId, { kind: 'refused', status: 401, code: 190 });
    const id = sentId(await desk.replies(asked.conversationId, answer));
    await desk.world.settled();
    expect((await desk.message(id)).delivery).toMatchObject({ state: 'failed', problem: { kind: 'unauthorised' } });
    expect(await troubles()).toEqual([pageId]);
    expect(await troubleAlerts()).toEqual([{ settled: false }]);
    await desk.does(resend, { id });
    await desk.world.settled();
    expect(await troubles()).toEqual([]);
    expect(await troubleAlerts()).toEqual([{ settled: true }]);
  });

  it('for want of a clear answer may be sent again on purpose; both sends are one message', async () => {
    const asked = await desk.writes({ customer });
    const text = `${answer} (${String(serial)})`;
    desk.simulator.failNext(pageId, { kind: 'dropConnection' });
    let id = '';
    await withoutWebhooks(desk, async () => {
      id = sentId(await desk.replies(asked.conversationId, text));
    });
    expect((await desk.does(resend, { id })).__typename).toBe('SettleDeliverySuccess');
    await desk.world.settled();
    expect(sendsTo(text)).toHaveLength(2);
    await desk.simulator.redeliver();
    await desk.world.settled();
    expect((await outgoing(asked.conversationId)).map(({ _id }) => _id)).toEqual([id]);
  });
});

describe('replies in one conversation', () => {
  const account = demoAccounts.whatsapp.externalId;
  const texts = ['Eerst dit: parkeren kan op P3.', 'En dan nog: de pont vaart gratis.', 'Tot slot: honden mogen mee.'];

  it('go out strictly in order, one at a time', async () => {
    const asked = await desk.writes({ channel: 'whatsapp', customer });
    desk.simulator.failNext(account, { kind: 'late', ms: 80 });
    const marked = texts.map((text) => `${text} (${String(serial)})`);
    for (const text of marked) {
      await desk.replies(asked.conversationId, text);
      desk.clock.advance(10);
    }
    await desk.world.settled();
    expect(desk.simulator.sends.filter(({ to }) => to === customer).map(({ text }) => text)).toEqual(marked);
  });

  it('wait for one that must be tried again later', async () => {
    const asked = await desk.writes({ channel: 'whatsapp', customer });
    desk.simulator.failNext(account, { kind: 'rateLimited', retryAfterSeconds: 30 });
    const marked = texts.map((text) => `${text} (${String(serial)})`);
    for (const text of marked) {
      await desk.replies(asked.conversationId, text);
      await desk.app.modules.replies.sender.settled();
      desk.clock.advance(10);
    }
    await desk.app.modules.replies.sender.settled();
    expect(desk.simulator.sends.filter(({ to }) => to === customer)).toEqual([]);
    desk.clock.advance(31_000);
    await desk.world.settled();
    expect(desk.simulator.sends.filter(({ to }) => to === customer).map(({ text }) => text)).toEqual(marked);
  });

  it('do not wait for one that failed, nor for other conversations', async () => {
    const asked = await desk.writes({ channel: 'whatsapp', customer });
    const other = await desk.writes({ channel: 'whatsapp', customer: '31699999999' });
    desk.simulator.failNext(account, { kind: 'refused', status: 400, code: 100 });
    const [first, second] = texts.map((text) => `${text} (${String(serial)})`) as [string, string];
    await desk.replies(asked.conversationId, first);
    await desk.app.modules.replies.sender.settled();
    desk.clock.advance(10);
    await desk.replies(asked.conversationId, second);
    await desk.replies(other.conversationId, first);
    await desk.world.settled();
    expect(desk.simulator.sends.filter(({ to }) => to === customer).map(({ text }) => text)).toEqual([second]);
    expect(desk.simulator.sends.filter(({ to }) => to === '31699999999')).toHaveLength(1);
  });
});

describe('a platform that hangs on one reply', () => {
  it('holds back no other conversation, and its own settles when the answer comes', async () => {
    const slow = await desk.writes({ customer });
    const quick = await desk.writes({ channel: 'whatsapp', customer: `${customer}9` });
    const stateOf = async (id: string) => (await desk.message(id)).delivery?.state;
    desk.simulator.failNext(demoAccounts.messenger.externalId, { kind: 'late', ms: 1_500 });
    let slowId = '';
    await withoutWebhooks(desk, async () => {
      slowId = sentId(await desk.replies(slow.conversationId, `${answer} (traag)`));
      await until(async () => (await stateOf(slowId)) === 'sending');
      const quickId = sentId(await desk.replies(quick.conversationId, `${answer} (vlug)`));
      await until(async () => (await stateOf(quickId)) === 'sent');
      expect(await stateOf(slowId)).toBe('sending');
    });
    await desk.simulator.redeliver();
    await desk.world.settled();
    expect(['sent', 'delivered', 'read']).toContain((await desk.message(slowId)).delivery?.state);
    expect(sendsTo(`${answer} (traag)`)).toHaveLength(1);
  });
});

describe('the same reply handed in again', () => {
  it('one after another gives one message and one send', async () => {
    const asked = await desk.writes({ customer });
    const text = `${answer} (${String(serial)})`;
    const clientId = `client-${String(serial)}-again`;
    const ids = [];
    for (let i = 0; i < 3; i += 1) {
      ids.push(sentId(await desk.replies(asked.conversationId, text, { clientId, acceptedFindings: [] })));
      await desk.world.settled();
      desk.clock.advance(day);
    }
    expect(new Set(ids).size).toBe(1);
    expect(sendsTo(text)).toHaveLength(1);
    expect(await outgoing(asked.conversationId)).toHaveLength(1);
  });

  it('ten times at once gives one message and one send', async () => {
    const asked = await desk.writes({ customer });
    const text = `${answer} (${String(serial)})`;
    const clientId = `client-${String(serial)}-at-once`;
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => desk.replies(asked.conversationId, text, { clientId })),
    );
    await desk.world.settled();
    expect(new Set(answers.map(sentId)).size).toBe(1);
    expect(sendsTo(text)).toHaveLength(1);
    expect(await outgoing(asked.conversationId)).toHaveLength(1);
    expect(
      await desk.database.db
        .collection<{ _id: string }>('outbox')
        .countDocuments({ _id: sentId(existing(answers[0])) }),
    ).toBe(1);
  });
});

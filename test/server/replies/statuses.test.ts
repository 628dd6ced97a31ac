import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  messengerDelivery,
  messengerEcho,
  messengerRead,
  whatsappEcho,
  whatsappStatus,
  type Body,
} from '#server/channels/simulator/bodies.ts';
import { createTransactor } from '#server/db/transaction.ts';
import { demoAccounts } from '#server/demo/demo-accounts.ts';
import { progressed } from '#server/modules/conversations/delivery-progress.ts';
import type { MessageDelivery } from '#server/modules/conversations/index.ts';
import { existing, openDesk, sentId, type Desk } from '#test/server/conversations/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(new Date('2026-03-02T09:00:00Z'));
});

const statuses = ['sent', 'delivered', 'failed', 'read'] as const;
type Status = (typeof statuses)[number];
const highest = (some: readonly Status[]): Status =>
  some.reduce((a, b) => (statuses.indexOf(a) > statuses.indexOf(b) ? a : b));

const { externalId: numberId, handle } = demoAccounts.whatsapp;
const pageId = demoAccounts.messenger.externalId;
const number = { numberId, displayNumber: handle };

function statusBody(id: string, status: Status, to: string, clientTag?: string): Body {
  const error = status === 'failed' ? { error: { code: 131047, detail: 'too late' } } : {};
  const tag = clientTag === undefined ? {} : { clientTag };
  return whatsappStatus({ ...number, id, status, to, at: desk.clock.now(), ...error, ...tag });
}

/** Puts several bodies of one platform into one, as platforms do. */
function joined(bodies: readonly Body[]): Body {
  const entry = bodies.flatMap((body) => body['entry'] as unknown[]);
  return { ...existing(bodies[0]), entry };
}

const storedBy = async (externalId: string) => {
  const { messages } = desk.world.modules.conversations;
  const account = externalId.startsWith('wamid') ? desk.world.accounts.whatsapp : desk.world.accounts.messenger;
  const found = await messages.byExternalIds(desk.world.brandId, [{ accountId: account._id, externalId }]);
  expect(found).toHaveLength(1);
  return existing(found[0]);
};

describe('a delivery', () => {
  const at = new Date('2026-03-02T09:00:00Z');

  it('never steps back, and ends the same whatever the order of the reports', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...statuses), { minLength: 1, maxLength: 12 }), (reports) => {
        let delivery: MessageDelivery = { state: 'sending', at, problem: null };
        let rank = -1;
        for (const status of reports) {
          delivery = progressed(delivery, { status, at, error: null }) ?? delivery;
          const next = statuses.indexOf(delivery.state as Status);
          expect(next).toBeGreaterThanOrEqual(rank);
          rank = next;
        }
        expect(delivery.state).toBe(highest(reports));
      }),
    );
  });
});

describe('reports on a message that was sent elsewhere', () => {
  let serial = 0;
  type Piece = Status | 'message';

  it('come in any order, before or after it, in one body or in many, and end the same', async () => {
    const orders = fc
      .shuffledSubarray<Piece>(['message', ...statuses], { minLength: 2 })
      .filter((order) => order.includes('message'));
    await fc.assert(
      fc.asyncProperty(orders, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), async (order, cuts) => {
        serial += 1;
        const to = `3167${String(serial).padStart(7, '0')}`;
        const id = `wamid.ORDER${String(serial)}`;
        const bodies: Body[][] = [[]];
        order.forEach((piece, index) => {
          const text = 'Wij zijn elke dag open vanaf tien uur, ook op zondag.';
          const body =
            piece === 'message'
              ? whatsappEcho({ ...number, to, id, text, at: desk.clock.now() })
              : statusBody(id, piece, to);
          if (cuts[index] === true) bodies.push([]);
          bodies.at(-1)?.push(body);
        });
        for (const group of bodies.filter((each) => each.length > 0)) {
          expect(await desk.post('whatsapp', joined(group))).toBe(200);
          await desk.app.settled();
        }
        const told = order.filter((piece) => piece !== 'message');
        expect((await storedBy(id)).delivery?.state).toBe(highest(['sent', ...told]));
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('up to a watermark move everything sent before it, and nothing after it', async () => {
    const psid = '31680000001';
    const echo = (mid: string, afterMs: number) =>
      messengerEcho({
        pageId,
        psid,
        mid,
        text: `Antwoord nummer ${mid} staat op de website.`,
        at: new Date(desk.clock.now().getTime() + afterMs),
      });
    await desk.post('messenger', joined([echo('m_w1', 0), echo('m_w2', 1_000), echo('m_w3', 2_000)]));
    await desk.world.settled();
    const at = desk.clock.now();
    const watermarkAt = new Date(at.getTime() + 1_000);
    await desk.post('messenger', messengerRead({ pageId, psid, at, watermarkAt }));
    await desk.world.settled();
    const later = new Date(at.getTime() + 2_000);
    await desk.post('messenger', messengerDelivery({ pageId, psid, at, mids: ['m_w3'], watermarkAt: later }));
    await desk.world.settled();
    const states = await Promise.all(['m_w1', 'm_w2', 'm_w3'].map(storedBy));
    expect(states.map(({ delivery }) => delivery?.state)).toEqual(['read', 'read', 'delivered']);
  });
});

describe('reports on our own reply', () => {
  it('that come before the answer of the platform are not lost', async () => {
    const asked = await desk.writes({ channel: 'whatsapp', customer: '31681000001' });
    desk.simulator.failNext(numberId, { kind: 'late', ms: 150 });
    const id = sentId(await desk.replies(asked.conversationId, 'De parkeerplaats is achter het station, P3.'));
    await desk.world.settled();
    expect((await desk.message(id)).delivery?.state).toBe('read');
  });

  it('by a message id that is not known yet are applied when the platform gives that id', async () => {
    const asked = await desk.writes({ channel: 'messenger', customer: '31681000002' });
    // The played platform numbers its messages: the reply takes the next number.
    const next = Number(asked.externalId.replace('m_sim', '')) + 1;
    const mid = `m_sim${String(next).padStart(8, '0')}`;
    const [at, psid] = [desk.clock.now(), '31681000002'];
    const long = new Date('2020-01-01T00:00:00Z');
    await desk.post('messenger', messengerDelivery({ pageId, psid, at, mids: [mid], watermarkAt: long }));
    await desk.world.settled();
    desk.simulator.failNext(pageId, { kind: 'silent' });
    const id = sentId(await desk.replies(asked.conversationId, 'De parkeerplaats is achter het station, P3.'));
    await desk.world.settled();
    expect(await desk.message(id)).toMatchObject({ externalId: mid, delivery: { state: 'delivered' } });
  });

  it('that say it failed are not taken back by a late answer to the call', async () => {
    const asked = await desk.writes({ channel: 'whatsapp', customer: '31681000003' });
    desk.simulator.failNext(numberId, { kind: 'rateLimited', retryAfterSeconds: 30 });
    const id = sentId(await desk.replies(asked.conversationId, 'De parkeerplaats is achter het station, P3.'));
    await desk.app.modules.replies.sender.settled();
    await desk.post('whatsapp', statusBody('wamid.EARLY', 'failed', '31681000003', id));
    await desk.app.ingest.consumer.settled();
    const failed = await desk.message(id);
    expect(failed).toMatchObject({ externalId: 'wamid.EARLY', delivery: { state: 'failed' } });
    await createTransactor(desk.database.client)(async (session) => {
      const proof = { externalId: 'wamid.EARLY', sentAt: desk.clock.now(), platformTime: false };
      await desk.world.modules.conversations.settleOutgoing(failed, proof, session);
    });
    expect((await desk.message(id)).delivery?.state).toBe('failed');
    // The platform asked the whole number for patience.
    desk.clock.advance(30_000);
  });

  it('that fail later show the agent why, and a failed reply no longer stops the clock', async () => {
    const asked = await desk.writes({ channel: 'whatsapp', customer: '31681000004' });
    desk.simulator.failNext(numberId, { kind: 'failedLater', code: 131026, detail: 'undeliverable' });
    const id = sentId(await desk.replies(asked.conversationId, 'De parkeerplaats is achter het station, P3.'));
    await desk.world.settled();
    expect((await desk.message(id)).delivery).toMatchObject({ state: 'failed', problem: { code: '131026' } });
    expect((await desk.conversation(asked.conversationId)).clockId).not.toBeNull();
  });
});

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { whatsappEcho, whatsappStatus, type Body } from '#server/channels/simulator/bodies.ts';
import { demoAccounts } from '#server/demo/demo-accounts.ts';
import { joined, whatsappChange, whatsappItem } from '#test/server/amendments/amendment-bodies.ts';
import { existing, minute, openDesk, type Desk } from '#test/server/conversations/desk.ts';

const { externalId: numberId, handle } = demoAccounts.whatsapp;
const number = { numberId, displayNumber: handle };

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(new Date('2026-03-02T09:00:00Z'));
});

let serial = 0;
const nextCustomer = (): string => {
  serial += 1;
  return `3169${String(serial).padStart(7, '0')}`;
};

async function post(...bodies: Body[]): Promise<void> {
  expect(await desk.post('whatsapp', joined(bodies))).toBe(200);
  await desk.app.settled();
}

/** Words changed in the Business app. */
function edited(to: string, id: string, body: string, at: Date): Body {
  const edit = { original_message_id: id, message: { type: 'text', text: { body } } };
  const item = whatsappItem(handle, `${id}.edit`, at, { to, type: 'edit', edit });
  return whatsappChange('smb_message_echoes', { message_echoes: [item] });
}

/** What a customer's talk came to, as far as another tool's answer shows in it. */
async function talkOf(customer: string) {
  const { db } = desk.database;
  const conversations = await db
    .collection<{ _id: string; state: string; preview: string; lastAuthorKind: string }>('conversations')
    .find({ customerExternalId: customer })
    .toArray();
  const { _id: id, state, preview, lastAuthorKind } = existing(conversations[0]);
  const clocks = await desk.world.modules.clocks.ofConversations(desk.world.brandId, [id]);
  const promises = await desk.world.modules.promises.ofConversations(desk.world.brandId, [id]);
  return {
    conversation: { state, preview: preview.replace(customer, ''), lastAuthorKind },
    clocks: clocks.map(({ state, stoppedAt, stoppedBy }) => ({ state, stoppedAt, stoppedBy })),
    promises: promises.map(({ state, wording, dueAt }) => ({ state, wording, dueAt })),
    messages: (await desk.messages(id)).map(({ direction, text, content, sentAt, authorKind, delivery, editedAt }) => ({
      ...{ direction, text, content, sentAt, authorKind, editedAt },
      delivery: delivery?.state,
    })),
  };
}

describe('an answer that another tool sent and of which only reports come', () => {
  it('stops the clock at the time of the first report, without words', async () => {
    const customer = nextCustomer();
    await desk.writes({ channel: 'whatsapp', customer });
    const at = new Date(desk.clock.now().getTime() + minute);
    desk.clock.advance(2 * minute);
    const report = { ...number, id: `wamid.BY${customer}`, to: customer, category: 'service' };
    await post(whatsappStatus({ ...report, status: 'delivered', at: desk.clock.now() }));
    await post(whatsappStatus({ ...report, status: 'sent', at }));
    const { messages, clocks } = await talkOf(customer);
    expect(clocks).toEqual([{ state: 'answered', stoppedAt: at, stoppedBy: 'outsideUnknown' }]);
    expect(messages.at(-1)).toEqual({
      ...{ direction: 'out', text: '', content: 'unsupported', sentAt: at, authorKind: 'outsideUnknown' },
      ...{ editedAt: undefined, delivery: 'delivered' },
    });
  });

  it.each([
    ['a template', { status: 'sent', category: 'marketing' } as const],
    ['nobody knows what', { status: 'sent' } as const],
    ['one that failed', { status: 'failed', category: 'service' } as const],
  ])('stops none when it is %s', async (_name, told) => {
    const customer = nextCustomer();
    await desk.writes({ channel: 'whatsapp', customer });
    await post(whatsappStatus({ ...number, id: `wamid.NO${customer}`, to: customer, at: desk.clock.now(), ...told }));
    const { messages, clocks } = await talkOf(customer);
    expect(clocks.map(({ state }) => state)).toEqual(['running']);
    expect(messages).toHaveLength(1);
  });

  it('gets its words when the echo comes, in whatever order reports, echo and edit come', async () => {
    const start = desk.clock.now();
    const later = (ms: number): Date => new Date(start.getTime() + ms);
    desk.clock.advance(10 * minute);
    const story = (customer: string): Body[] => {
      const report = { ...number, id: `wamid.ANY${customer}`, to: customer, category: 'service' };
      const text = 'Dat kan op zondag vanaf tien uur. Je krijgt morgen voor 12 uur een bevestiging.';
      return [
        whatsappEcho({ ...number, to: customer, id: report.id, text, at: later(minute) }),
        whatsappStatus({ ...report, status: 'sent', at: later(minute) }),
        whatsappStatus({ ...report, status: 'delivered', at: later(2 * minute) }),
        whatsappStatus({ ...report, status: 'read', at: later(3 * minute) }),
        edited(customer, report.id, 'Dat kan op zondag vanaf elf uur.', later(4 * minute)),
      ];
    };
    const plain = nextCustomer();
    await desk.writes({ channel: 'whatsapp', customer: plain, at: start });
    for (const body of story(plain)) await post(body);
    const expected = await talkOf(plain);
    expect(expected.promises).toHaveLength(1);
    expect(expected.messages.at(-1)).toMatchObject({ text: 'Dat kan op zondag vanaf elf uur.', delivery: 'read' });

    const orders = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 });
    const again = fc.array(fc.nat({ max: 4 }), { maxLength: 3 });
    const cuts = fc.array(fc.boolean(), { minLength: 8, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(orders, again, cuts, async (order, repeated, breaks) => {
        const customer = nextCustomer();
        await desk.writes({ channel: 'whatsapp', customer, at: start });
        const pieces = story(customer);
        let body: Body[] = [];
        for (const [index, piece] of [...order, ...repeated].entries()) {
          body.push(existing(pieces[piece]));
          if (breaks[index] !== true) continue;
          await post(...body);
          body = [];
        }
        if (body.length > 0) await post(...body);
        expect(await talkOf(customer)).toEqual(expected);
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});

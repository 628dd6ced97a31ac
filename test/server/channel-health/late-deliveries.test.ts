import { beforeAll, expect, it } from 'vitest';
import { messengerEcho, messengerText } from '#server/channels/simulator/bodies.ts';
import { demoAccounts } from '#server/demo/demo-accounts.ts';
import { existing, hour, minute, openDesk, type Desk } from '#test/server/conversations/desk.ts';

const start = new Date('2026-03-02T09:00:00Z');
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(start);
});

const pageId = demoAccounts.messenger.externalId;
const at = (ms: number): Date => new Date(start.getTime() + ms);
const promising = 'Bedankt voor je bericht! Je krijgt binnen 1 uur antwoord van ons.';

const query = /* GraphQL */ `
  query Late($id: ID!) {
    conversation(id: $id) {
      clocks {
        startedAt
        stoppedAt
        calendarMs
        platformDelayMs
        ownDelayMs
      }
      messages(last: 10) {
        nodes {
          platformDelayMs
          promises {
            state
            dueAt
            lateByMs
          }
        }
      }
    }
  }
`;

type Late = {
  readonly clocks: readonly Record<string, unknown>[];
  readonly messages: {
    readonly nodes: readonly { platformDelayMs: number; promises: readonly Record<string, unknown>[] }[];
  };
};

/** A question at nine and a promise of one hour, which the platform brings us five hours later. */
async function comeLate(psid: string, answeredAt: Date | null): Promise<string> {
  desk.clock.set(at(5 * hour));
  const talk = { pageId, psid };
  const bodies = [
    messengerText({ ...talk, mid: `m_q${psid}`, text: 'Mag de hond mee?', at: start }),
    messengerEcho({ ...talk, mid: `m_p${psid}`, text: promising, appId: 55, at: at(minute) }),
    ...(answeredAt === null
      ? []
      : [messengerEcho({ ...talk, mid: `m_a${psid}`, text: 'Ja hoor, de hond mag aangelijnd mee.', at: answeredAt })]),
  ];
  for (const body of bodies) expect(await desk.post('messenger', body)).toBe(200);
  await desk.world.settled();
  const message = existing(await desk.database.db.collection('messages').findOne({ externalId: `m_q${psid}` }));
  return String(message['conversationId']);
}

const look = async (id: string): Promise<Late> => {
  const data = await desk.world.execute(desk.user('sanne'), query, { id });
  return data['conversation'] as Late;
};

const dueAt = at(minute + hour);

it('a delivery after the deadline still records the miss at the deadline, and whose delay it was', async () => {
  const id = await comeLate('31600000101', null);
  await desk.app.modules.conversations.sweep(desk.clock.now());
  const { clocks, messages } = await look(id);
  const promises = messages.nodes.flatMap((message) => message.promises);
  expect(promises).toMatchObject([{ state: 'missed', dueAt: dueAt.toISOString() }]);
  const alerts = await desk.app.modules.alerts.unsettled(desk.world.brandId, 10);
  const missed = existing(alerts.find(({ kind, conversationId }) => kind === 'promiseMissed' && conversationId === id));
  expect(missed.at).toEqual(dueAt);
  expect(clocks).toMatchObject([{ platformDelayMs: 5 * hour, ownDelayMs: 0, calendarMs: 5 * hour }]);
  expect(messages.nodes.map(({ platformDelayMs }) => platformDelayMs)).toEqual([5 * hour, 5 * hour - minute]);
  // From here on the waiting is ours.
  desk.clock.advance(2 * hour);
  expect((await look(id)).clocks).toMatchObject([{ platformDelayMs: 5 * hour, ownDelayMs: 2 * hour }]);
});

it('an answer given elsewhere after the deadline and told late does not hide the miss', async () => {
  const id = await comeLate('31600000102', at(2 * hour));
  const { clocks, messages } = await look(id);
  const [promise] = messages.nodes.flatMap((message) => message.promises);
  expect(promise).toMatchObject({ state: 'missed', dueAt: dueAt.toISOString(), lateByMs: hour - minute });
  // Nobody here could have known before the answer was there: all of it was the platform's.
  expect(clocks).toMatchObject([
    { stoppedAt: at(2 * hour).toISOString(), platformDelayMs: 2 * hour, ownDelayMs: 0, calendarMs: 2 * hour },
  ]);
});

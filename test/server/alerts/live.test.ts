import { createClient, type Client } from 'graphql-ws';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { demoPassword } from '#server/demo/demo-accounts.ts';
import { existing, hour, minute, openDesk, until, type Desk } from '#test/server/conversations/desk.ts';

let desk: Desk;
const clients: Client[] = [];
const strangerPassword = 'a-long-enough-password';

beforeAll(async () => {
  desk = await openDesk(new Date('2026-03-02T09:00:00Z'));
  const { agents } = desk.world.modules;
  const brand = await agents.createBrand({ name: 'Kade 9', timeZone: 'Europe/Amsterdam' });
  const user = { brandId: brand.id, email: 'baas@kade9.nl', name: 'Baas', role: 'agent' as const };
  await agents.createUser({ ...user, password: strangerPassword });
});
afterEach(async () => {
  await Promise.all(clients.splice(0).map(async (client) => client.dispose()));
});

const changes =
  'subscription Changes { conversationChanged { conversation { id preview unread risk assignee { name } } } }';
const raised = 'subscription Raised { alertRaised { id kind at dueAt seen conversation { id } } }';
const ready = 'subscription Ready { serverTime }';

type Frames = { readonly data: Record<string, unknown>[]; next(number: number): Promise<Record<string, unknown>> };

/** Signs in over HTTP and subscribes over a real socket; comes back when the socket answers. */
async function watch(query: string, email: string, password: string = demoPassword): Promise<Frames> {
  const answer = await desk.world.modules.agents.signIn({ email, password, address: `test ${email}` });
  if (!('token' in answer)) throw new Error('sign-in was refused');
  const headers = { cookie: `wh_session=${answer.token}`, origin: desk.origin };
  const webSocketImpl = class extends WebSocket {
    constructor(url: string, protocols: string) {
      super(url, protocols, { headers });
    }
  };
  const client = createClient({ url: `${desk.origin.replace('http', 'ws')}/graphql`, webSocketImpl, retryAttempts: 0 });
  clients.push(client);
  const data: Record<string, unknown>[] = [];
  const failures: unknown[] = [];
  const subscribe = (source: string, next: (frame: Record<string, unknown>) => void): void => {
    client.subscribe(
      { query: source },
      {
        next: (frame) => {
          if (frame.data) next(frame.data);
        },
        error: (error) => failures.push(error),
        complete: () => undefined,
      },
    );
  };
  subscribe(query, (frame) => data.push(frame));
  // Subscriptions of one socket start in order: once the second one tells the time, the first one listens.
  let listens = false;
  subscribe(ready, () => {
    listens = true;
  });
  await until(() => listens || failures.length > 0);
  expect(failures).toEqual([]);
  return {
    data,
    next: async (number) => {
      await until(() => data.length >= number);
      return existing(data[number - 1]);
    },
  };
}

type Change = { conversationChanged: { conversation: { id: string; preview: string; unread: number } } };
type Raised = { alertRaised: { id: string; kind: string; at: string; conversation: { id: string } | null } };

describe('a webhook', () => {
  it('is seen over a socket, and only by its own brand', async () => {
    const own = await watch(changes, 'sanne@demo.nl');
    const foreign = await watch(changes, 'baas@kade9.nl', strangerPassword);
    const written = desk.writes({ customer: '31661000001', text: 'Is de zaal nog vrij?' });
    const frame = (await own.next(1)) as Change;
    const asked = await written;
    expect(frame.conversationChanged.conversation).toMatchObject({
      id: asked.conversationId,
      preview: 'Is de zaal nog vrij?',
      unread: 1,
    });
    // What is claimed is told as well; by then a frame for the other brand would be there too.
    const claim = 'mutation C($id: ID!) { claimConversation(id: $id) { __typename } }';
    await desk.does(claim, { id: asked.conversationId });
    await until(() => own.data.some((each) => JSON.stringify(each).includes('Sanne de Vries')));
    expect(foreign.data).toEqual([]);
  });
});

describe('a deadline', () => {
  it('raises its warning and its miss as the clock gets there, once each, stamped with their own instants', async () => {
    const asked = await desk.writes({ channel: 'whatsapp', customer: '31661000002' });
    const own = await watch(raised, 'marit@demo.nl');
    const foreign = await watch(raised, 'baas@kade9.nl', strangerPassword);
    const mine = () =>
      own.data.filter((each) => (each as Raised).alertRaised.conversation?.id === asked.conversationId);
    const dueAt = asked.sentAt.getTime() + 24 * hour;
    desk.clock.set(new Date(dueAt - 4 * hour + minute));
    await until(() => mine().length > 0);
    expect(mine()[0]).toMatchObject({
      alertRaised: { kind: 'normDueSoon', at: new Date(dueAt - 4 * hour).toISOString(), seen: false },
    });
    desk.clock.set(new Date(dueAt + 90 * minute));
    await until(() => mine().length > 1);
    expect(mine()[1]).toMatchObject({ alertRaised: { kind: 'normMissed', at: new Date(dueAt).toISOString() } });
    await desk.world.modules.conversations.sweep(desk.clock.now());
    await desk.writes({ channel: 'whatsapp', customer: '31661000002', text: 'Hallo? Ik wacht nog.' });
    const kinds = mine().map((each) => (each as Raised).alertRaised.kind);
    expect(kinds).toEqual(['normDueSoon', 'normMissed']);
    expect(foreign.data).toEqual([]);
  });

  it('is raised once when several sweep at the same time', async () => {
    const asked = await desk.writes({ channel: 'x', customer: '31661000003' });
    desk.clock.advance(25 * hour);
    const { conversations } = desk.world.modules;
    await Promise.all(Array.from({ length: 5 }, () => conversations.sweep(desk.clock.now())));
    const alerts = await desk.database.db.collection('alerts').find({ conversationId: asked.conversationId }).toArray();
    expect(alerts.map(({ kind, settled }) => [kind, settled] as unknown)).toContainEqual(['normMissed', false]);
    expect(alerts.filter(({ kind }) => kind === 'normMissed')).toHaveLength(1);
  });

  it('that is answered settles its alerts', async () => {
    const asked = await desk.writes({ channel: 'x', customer: '31661000004' });
    desk.clock.advance(25 * hour);
    await desk.world.modules.conversations.sweep(desk.clock.now());
    await desk.replies(asked.conversationId, 'De zaal is vrij op zaterdag, sorry dat je een dag moest wachten.');
    await desk.world.settled();
    const alerts = await desk.database.db.collection('alerts').find({ conversationId: asked.conversationId }).toArray();
    expect(alerts.length).toBeGreaterThan(0);
    expect(alerts.every(({ settled }) => settled === true)).toBe(true);
  });
});

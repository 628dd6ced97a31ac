import { createClient } from 'graphql-ws';
import type { Client } from 'graphql-ws';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { liveField } from '#server/graphql/live-field.ts';
import { closeCodes } from '#server/http/live-sockets.ts';
import { startServer } from './server-under-test.ts';
import type { ServerUnderTest } from './server-under-test.ts';

const query = 'subscription Changes { conversationChanged { conversation { id preview risk } } }';

let server: ServerUnderTest;
let executions = 0;
const clients: Client[] = [];

beforeAll(async () => {
  server = await startServer({
    mostBuffered: 200_000,
    recheckEveryMs: 50,
    resolvers: [
      {
        Subscription: {
          conversationChanged: liveField('conversationChanged', ({ conversationId }, { viewer }) => {
            executions += 1;
            const preview =
              conversationId === 'large' ? 'x'.repeat(100_000) : `for ${viewer?.role ?? ''} ${viewer?.userId ?? ''}`;
            if (conversationId === 'broken') throw new Error('hunter2');
            return { conversation: { id: conversationId, preview, risk: 'calm' } } as never;
          }),
          alertRaised: liveField('alertRaised', () => {
            throw new Error('not used');
          }),
        },
      },
    ],
  });
});

afterEach(async () => {
  await Promise.all(clients.splice(0).map(async (client) => client.dispose()));
  await until(() => server.sockets().count() === 0 && server.hub.size().groups === 0);
  executions = 0;
});

/** Comes back when `condition` holds; looks at every turn of the event loop and fails by the test's own time limit. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}

type Frame = { data?: { conversationChanged: { conversation: { id: string; preview: string } } }; errors?: unknown[] };
type Subscriber = {
  readonly frames: Frame[];
  readonly failures: unknown[];
  readonly closed: Promise<number>;
  frame(number: number): Promise<Frame | undefined>;
};

/** A client with one subscription; comes back when it has joined, or with `joins: false` at once. */
async function subscribe(cookie: string, options: { query?: string; joins?: boolean } = {}): Promise<Subscriber> {
  const frames: Frame[] = [];
  const failures: unknown[] = [];
  let onClosed: (code: number) => void = () => undefined;
  const closed = new Promise<number>((resolve) => {
    onClosed = resolve;
  });
  const client = createClient({
    url: socketUrl(),
    webSocketImpl: socketWith(cookie),
    lazy: false,
    retryAttempts: 0,
    onNonLazyError: () => undefined,
    on: {
      closed: (event) => {
        onClosed((event as { code: number }).code);
      },
    },
  });
  clients.push(client);
  const before = server.hub.size().members;
  client.subscribe<Frame['data']>(
    { query: options.query ?? query },
    {
      next: (frame) => {
        frames.push(frame as Frame);
      },
      error: (error) => {
        failures.push(error);
      },
      complete: () => undefined,
    },
  );
  if (options.joins !== false) await until(() => server.hub.size().members > before);
  return {
    frames,
    failures,
    closed,
    frame: async (number) => {
      await until(() => frames.length >= number);
      return frames[number - 1];
    },
  };
}

function socketUrl(): string {
  return `${server.origin.replace('http', 'ws')}/graphql`;
}

function socketWith(cookie: string) {
  return class extends WebSocket {
    constructor(url: string, protocols: string) {
      super(url, protocols, { headers: { cookie, origin: server.origin } });
    }
  };
}

const change = (conversationId: string, brandId = server.brand.id) => {
  server.live.publish(brandId, 'conversationChanged', { conversationId });
};

describe('frames', () => {
  it('are made once per brand, role and query and sent to all', async () => {
    const agents = await Promise.all([server.cookieOf('agent'), server.cookieOf('agent')]);
    const first = await subscribe(agents[0]);
    const second = await subscribe(agents[1]);
    const lead = await subscribe(await server.cookieOf('lead'));
    expect(server.hub.size()).toEqual({ groups: 2, members: 3 });
    change('c1');
    change('c2');
    for (const one of [first, second, lead]) await one.frame(2);
    expect(executions).toBe(4);
    expect(first.frames).toEqual(second.frames);
    // Nothing in a shared frame may stem from one of its readers.
    expect(first.frames.map((frame) => frame.data?.conversationChanged.conversation.preview)).toEqual([
      'for agent ',
      'for agent ',
    ]);
    expect(lead.frames[0]?.data?.conversationChanged.conversation.preview).toBe('for lead ');
  });

  it('stay within the brand', async () => {
    const other = await server.agents.createBrand({ name: 'Kade 9', timeZone: 'Europe/Amsterdam' });
    const own = await subscribe(await server.cookieOf('agent'));
    const foreign = await subscribe(await server.cookieOf('agent', other));
    change('ours');
    change('theirs', other.id);
    expect((await own.frame(1))?.data?.conversationChanged.conversation.id).toBe('ours');
    expect((await foreign.frame(1))?.data?.conversationChanged.conversation.id).toBe('theirs');
    expect([own.frames.length, foreign.frames.length]).toEqual([1, 1]);
  });

  it('go on after an execution failed, and tell nothing of the cause', async () => {
    const one = await subscribe(await server.cookieOf('agent'));
    change('broken');
    change('whole');
    expect((await one.frame(2))?.data?.conversationChanged.conversation.id).toBe('whole');
    expect(JSON.stringify(one.frames[0])).toContain('INTERNAL');
    expect(JSON.stringify(one.frames)).not.toContain('hunter2');
    expect(server.logged()).toContain('hunter2');
  });

  it('carry the server time at once', async () => {
    const one = await subscribe(await server.cookieOf('marketing'), { query: 'subscription { serverTime }' });
    expect(await one.frame(1)).toEqual({ data: { serverTime: server.clock.now().toISOString() } });
  });
});

describe('a socket is refused', () => {
  const status = (headers: Record<string, string>, path = '/graphql') =>
    new Promise<number>((resolve, reject) => {
      const socket = new WebSocket(server.origin.replace('http', 'ws') + path, 'graphql-transport-ws', { headers });
      socket.on('unexpected-response', (_request, response) => {
        resolve(response.statusCode ?? 0);
        socket.terminate();
      });
      socket.on('open', () => {
        socket.terminate();
        reject(new Error('was opened'));
      });
      socket.on('error', () => undefined);
    });

  it('without a session, from another origin and on another path', async () => {
    const cookie = await server.cookieOf('agent');
    const { origin } = server;
    expect(await status({ origin })).toBe(401);
    expect(await status({ origin, cookie: 'wh_session=' + 'A'.repeat(43) })).toBe(401);
    expect(await status({ origin: 'https://evil.example', cookie })).toBe(403);
    expect(await status({ origin: 'null', cookie })).toBe(403);
    expect(await status({ origin, cookie }, '/other')).toBe(404);
  });
});

describe('a subscription is refused', () => {
  it.each([
    ['a query', '{ users { id } }', 'OPERATION_RESOLUTION_FAILURE'],
    ['a change', 'mutation { ping }', 'OPERATION_RESOLUTION_FAILURE'],
    ['nonsense', 'subscription {', 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', 'subscription { everything }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'an alias flood',
      `subscription { conversationChanged { ${Array.from({ length: 20 }, (_, n) => `a${String(n)}: conversation { id }`).join(' ')} } }`,
      'QUERY_TOO_LARGE',
    ],
    ['a token flood', `subscription { ${'serverTime '.repeat(3_000)} }`, 'GRAPHQL_PARSE_FAILED'],
  ])('when it is %s', async (_name, source, code) => {
    const one = await subscribe(await server.cookieOf('admin'), { query: source, joins: false });
    await until(() => one.failures.length > 0);
    expect(JSON.stringify(one.failures[0])).toContain(code);
    expect(server.hub.size().groups).toBe(0);
  });
});

describe('a socket ends', () => {
  it('at once when its session signs out, and only that one', async () => {
    const cookie = await server.cookieOf('agent');
    const leaving = await subscribe(cookie);
    const staying = await subscribe(await server.cookieOf('agent'));
    await server.post('mutation { signOut }', { cookie });
    expect(await leaving.closed).toBe(closeCodes.sessionEnded);
    change('c3');
    await staying.frame(1);
    expect(leaving.frames).toEqual([]);
  });

  it('when its session ended in another process or by its age', async () => {
    const cookie = await server.cookieOf('agent');
    const one = await subscribe(cookie);
    await server.db.collection('sessions').deleteMany({});
    expect(await one.closed).toBe(closeCodes.sessionEnded);
  });

  it('when it does not read, while the others go on', async () => {
    const quick = await subscribe(await server.cookieOf('agent'));
    const slow = await rawSubscriber(await server.cookieOf('agent'));
    slow.pause();
    let sent = 0;
    while (server.sockets().count() === 2) {
      change('large');
      sent += 1;
      await quick.frame(sent);
    }
    slow.terminate();
    expect(server.logged()).toContain('slow socket closed');
    change('after');
    expect((await quick.frame(sent + 1))?.data?.conversationChanged.conversation.id).toBe('after');
  });
});

/** A subscriber that can stop reading. */
async function rawSubscriber(cookie: string): Promise<WebSocket> {
  const before = server.hub.size().members;
  const socket = new WebSocket(socketUrl(), 'graphql-transport-ws', { headers: { cookie, origin: server.origin } });
  socket.on('open', () => {
    socket.send('{"type":"connection_init"}');
  });
  socket.once('message', () => {
    socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }));
  });
  await until(() => server.hub.size().members > before);
  return socket;
}

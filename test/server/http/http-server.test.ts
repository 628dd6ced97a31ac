import { connect } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import { startServer, testPassword } from './server-under-test.ts';
import type { ServerUnderTest } from './server-under-test.ts';

let server: ServerUnderTest;

beforeAll(async () => {
  server = await startServer({
    webhooks: (request, response) => {
      if (!(request.url ?? '').startsWith('/webhooks/')) return false;
      response.end('taken');
      return true;
    },
  });
});

function send(init: RequestInit & { path?: string }): Promise<Response> {
  return fetch(`${server.origin}${init.path ?? '/graphql'}`, init);
}

const json = { 'content-type': 'application/json' };

describe('the order of things', () => {
  it('webhooks come first and pass nothing else', async () => {
    const response = await send({ path: '/webhooks/messenger', method: 'POST', body: 'raw' });
    expect(await response.text()).toBe('taken');
    expect(response.headers.get('content-security-policy')).toBeNull();
  });

  it('health is told without a session', async () => {
    expect((await send({ path: '/healthz' })).status).toBe(200);
    expect((await send({ path: '/readyz' })).status).toBe(200);
    server.isReady = false;
    expect((await send({ path: '/readyz' })).status).toBe(503);
    expect((await send({ path: '/healthz' })).status).toBe(200);
    server.isReady = true;
  });
});

describe('headers', () => {
  it('allow scripts from our own files only, and no frame around us', async () => {
    const { headers } = await send({ path: '/' });
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toBeNull();
  });
});

describe('the client', () => {
  it('keeps hashed files for ever and the page never', async () => {
    const asset = await send({ path: '/assets/main-abc123.js' });
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    for (const path of ['/', '/inbox/abc', '/settings']) {
      const page = await send({ path, headers: { accept: 'text/html' } });
      expect(page.headers.get('cache-control')).toBe('no-store');
      expect(await page.text()).toContain('Woordhouder');
    }
    expect((await send({ path: '/icon.svg' })).headers.get('cache-control')).toBe('public, max-age=3600');
  });

  it.each(['/assets/gone.js', '/assets/..%2f..%2f..%2fpackage.json', '/..%2fpackage.json', '/.env'])(
    'never serves %s',
    async (path) => {
      const response = await send({ path, headers: { accept: '*/*' } });
      const text = await response.text();
      expect(response.status === 404 || response.status === 403 || text.includes('<!doctype html>')).toBe(true);
      expect(text).not.toContain('"dependencies"');
    },
  );

  it('answers no page to a changing method', async () => {
    expect((await send({ path: '/inbox', method: 'POST', headers: { accept: 'text/html' } })).status).toBe(404);
  });
});

describe('POST /graphql', () => {
  it.each([
    ['a GET with a change', { path: '/graphql?query=mutation{ping}', method: 'GET' }, 405, 'BAD_REQUEST'],
    ['a GET with a question', { path: '/graphql?query={ok}', method: 'GET' }, 405, 'BAD_REQUEST'],
    [
      'a form of another site',
      { headers: { 'content-type': 'text/plain' }, body: '{"query":"{ok}"}' },
      400,
      'BAD_REQUEST',
    ],
    ['a body that is not JSON', { headers: json, body: '{"query":' }, 400, 'BAD_REQUEST'],
    ['several at once', { headers: json, body: '[{"query":"{ok}"}]' }, 400, 'BAD_REQUEST'],
    ['nothing', { headers: json, body: '{}' }, 400, 'BAD_REQUEST'],
    [
      'two operations without a name',
      { headers: json, body: '{"query":"query A { ok } query B { ok }"}' },
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'more than 100 KB',
      { headers: json, body: JSON.stringify({ query: `{ok} #${'x'.repeat(110_000)}` }) },
      413,
      'PAYLOAD_TOO_LARGE',
    ],
    [
      'another origin',
      { headers: { ...json, origin: 'https://evil.example' }, body: '{"query":"{ok}"}' },
      403,
      'WRONG_ORIGIN',
    ],
    ['an origin of nobody', { headers: { ...json, origin: 'null' }, body: '{"query":"{ok}"}' }, 403, 'WRONG_ORIGIN'],
    [
      'a browser that hides its origin',
      { headers: { ...json, 'sec-fetch-site': 'cross-site' }, body: '{"query":"{ok}"}' },
      403,
      'WRONG_ORIGIN',
    ],
  ])('refuses %s', async (_name, init, status, code) => {
    const response = await send({ method: 'POST', ...init });
    expect(response.status).toBe(status);
    const body = (await response.json()) as { errors: { extensions: { code: string } }[] };
    expect(body.errors[0]?.extensions.code).toBe(code);
  });

  it('answers our own page, and keeps nothing', async () => {
    const { status, data, headers } = await server.post('{ ok }', { headers: { origin: server.origin } });
    expect([status, data]).toEqual([200, { ok: true }]);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('believes no forwarding header without a trusted proxy', async () => {
    const wrong = 'mutation { signIn(email: "niemand@example.nl", password: "x") { __typename } }';
    const names: unknown[] = [];
    for (let round = 0; round < 7; round += 1) {
      const { data } = await server.post(wrong.replace('niemand', `niemand${String(round % 2)}`), {
        headers: { 'x-forwarded-for': `203.0.113.${String(round)}` },
      });
      names.push((data?.['signIn'] as { __typename: string }).__typename);
    }
    expect(names).toEqual(Array.from({ length: 7 }, () => 'SignInRefused'));
    const addresses = new Set(await failureKeys());
    expect(addresses.size).toBe(1);
  });
});

async function failureKeys(): Promise<string[]> {
  const { db } = server;
  const docs = await db.collection<{ _id: string }>('signInFailures').find().toArray();
  return docs.map((doc) => doc._id).filter((id) => id.startsWith('address:'));
}

describe('signing in over HTTP', () => {
  const signIn = (email: string, password: string) =>
    `mutation { signIn(email: "${email}", password: "${password}") { __typename ... on SignInSuccess { viewer { user { name email role } brand { name } demo now } } ... on SignInThrottled { retryAfterMs message { nl } } } }`;

  it('sets a cookie that scripts cannot read, and a new one every time', async () => {
    const email = 'bea@example.nl';
    await server.agents.createUser({
      brandId: server.brand.id,
      email,
      name: 'Bea',
      role: 'lead',
      password: testPassword,
    });
    const first = await server.post(signIn(email, testPassword));
    expect(first.data).toMatchObject({
      signIn: { __typename: 'SignInSuccess', viewer: { user: { name: 'Bea', email, role: 'lead' }, demo: false } },
    });
    const cookie = first.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^wh_session=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/);
    const pair = cookie.split(';')[0] ?? '';
    const second = await server.post(signIn(email, testPassword), { cookie: pair });
    expect(second.headers.get('set-cookie')?.split(';')[0]).not.toBe(pair);
    expect((await server.post('{ viewer { user { name } } }', { cookie: pair })).data).toEqual({ viewer: null });
  });

  it('takes the cookie away when signing out', async () => {
    const cookie = await server.cookieOf('agent');
    const out = await server.post('mutation { signOut }', { cookie });
    expect(out.headers.get('set-cookie')).toContain('Max-Age=0');
    expect((await server.post('{ viewer { user { name } } }', { cookie })).data).toEqual({ viewer: null });
  });

  it('shows addresses of colleagues to administrators only', async () => {
    const agent = await server.post('{ viewer { user { email } } users { email } }', {
      cookie: await server.cookieOf('agent'),
    });
    const emails = (agent.data?.['users'] as { email: string | null }[]).map((user) => user.email);
    expect(emails.filter((email) => email !== null)).toEqual([
      (agent.data?.['viewer'] as { user: { email: string } }).user.email,
    ]);
    const admin = await server.post('{ users { email } }', { cookie: await server.cookieOf('admin') });
    expect((admin.data?.['users'] as { email: string | null }[]).every((user) => user.email !== null)).toBe(true);
  });

  it('leaves no password, token or address in the log', () => {
    expect(server.logged()).toContain('sign-in');
    expect(server.logged()).not.toMatch(/een lang genoeg|wh_session|@example\.nl/);
  });
});

describe('behind https', () => {
  it('the cookie is Secure, browsers stay on https and only our origin counts', async () => {
    const origin = 'https://inbox.example.nl';
    const secure = await startServer({ publicOrigin: origin, trustProxy: 1 });
    const headers = { origin, 'x-forwarded-for': '203.0.113.9' };
    const out = await secure.post('mutation { signOut }', { cookie: await secure.cookieOf('agent'), headers });
    expect(out.headers.get('set-cookie')).toContain('; Secure');
    expect(out.headers.get('strict-transport-security')).toContain('max-age=31536000');
    expect((await secure.post('{ ok }', { headers: { origin: secure.origin } })).status).toBe(403);
  });
});

describe('stopping', () => {
  it('lets a running request finish and takes no new one', async () => {
    let release: () => void = () => undefined;
    let entered: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const inside = new Promise<void>((resolve) => {
      entered = resolve;
    });
    const stopping = await startServer({
      resolvers: [
        {
          Query: {
            unseenAlerts: async () => {
              entered();
              await gate;
              return 3;
            },
          },
        },
      ],
    });
    const running = stopping.post('{ unseenAlerts }', { cookie: await stopping.cookieOf('agent') });
    await inside;
    const closed = stopping.close();
    await expect(connectTo(stopping.origin)).rejects.toThrow('ECONNREFUSED');
    release();
    expect((await running).data).toEqual({ unseenAlerts: 3 });
    await closed;
  });
});

function connectTo(origin: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(origin).port), '127.0.0.1', () => {
      socket.destroy();
      resolve();
    });
    socket.once('error', reject);
  });
}
